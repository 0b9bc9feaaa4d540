//! The lines of docs/DEPLOYING.md, carried out as rsync does.

use std::{collections::BTreeMap, fs, path::Path};

/// A folder of a host: what lies there, by its path.
pub type Lying = BTreeMap<String, Vec<u8>>;

/// One line of rsync: whom it passes over, and what it leaves.
#[derive(Debug)]
pub struct Pass {
    rules: Vec<(bool, String)>,
    deletes: bool,
    /// What is there already stays as it is.
    adds: bool,
}

/// The lines in docs/DEPLOYING.md.
pub fn documented() -> Vec<Pass> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/DEPLOYING.md")).unwrap();
    let lines = text.lines().filter(|line| line.starts_with("rsync "));
    lines
        .map(|line| {
            assert!(line.ends_with(" dist/ $site"), "{line}");
            let rule = |word: &str| {
                let (kind, pattern) = word.split_once("='")?;
                Some((kind == "--include", pattern.trim_end_matches('\'').to_owned()))
            };
            Pass {
                rules: line.split(' ').filter_map(rule).collect(),
                deletes: line.contains(" --delete"),
                adds: line.contains(" --ignore-existing"),
            }
        })
        .collect()
}

/// Whether a pattern of rsync means a file or, with a slash at its end, a folder: anchored at the root by a leading slash, else at any
/// name; `*` is anything within a name.
fn fits(pattern: &str, path: &str, is_folder: bool) -> bool {
    let Some(pattern) = pattern.strip_suffix('/').map_or(Some(pattern), |folder| is_folder.then_some(folder)) else {
        return false;
    };
    let wanted: Vec<&str> = pattern.trim_start_matches('/').split('/').collect();
    let names: Vec<&str> = path.split('/').collect();
    let from = if pattern.starts_with('/') { 0 } else { names.len().saturating_sub(wanted.len()) };
    names.len() - from == wanted.len() && names[from..].iter().zip(wanted).all(|(name, wanted)| is_like(wanted, name))
}

fn is_like(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, after)) => name.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| is_like(after, &rest[at..]))
        }),
    }
}

impl Pass {
    /// Of each folder on the way, and then of the file, the first rule that fits says whether it is passed over.
    fn takes(&self, file: &str) -> bool {
        let ends = file.match_indices('/').map(|(at, _)| (at, true)).chain([(file.len(), false)]);
        ends.into_iter().all(|(end, is_folder)| {
            let rule = self.rules.iter().find(|(_, pattern)| fits(pattern, &file[..end], is_folder));
            rule.is_none_or(|(included, _)| *included)
        })
    }

    /// What it does to each file, until nothing is left to do: the bytes that it writes, or nothing where it deletes.
    pub fn steps(&self, new: &Lying, lying: &Lying) -> Vec<(String, Option<Vec<u8>>)> {
        let is_due = |file: &String, bytes: &Vec<u8>| {
            self.takes(file) && lying.get(file).is_none_or(|there| !self.adds && there != bytes)
        };
        let changed = new.iter().filter(|(file, bytes)| is_due(file, bytes));
        let copied = changed.map(|(file, bytes)| (file.clone(), Some(bytes.clone())));
        let gone = lying.keys().filter(|file| self.deletes && self.takes(file) && !new.contains_key(*file));
        copied.chain(gone.map(|file| (file.clone(), None))).collect()
    }
}

#[test]
fn patterns_are_read_as_rsync_reads_them() {
    let pass = |rules: &[(bool, &str)]| Pass {
        rules: rules.iter().map(|(included, pattern)| (*included, (*pattern).to_owned())).collect(),
        deletes: false,
        adds: false,
    };
    let all = pass(&[(false, "/embed/*"), (false, "/feed.*"), (false, "*.html*")]);
    for (file, taken) in [
        ("embed.js", true),
        ("embed/a/x.json", false),
        ("a/embed/x", true),
        ("feed.xml.br", false),
        ("a/feed.xml", true),
        ("a/b.html.gz", false),
        ("a.htm", true),
    ] {
        assert_eq!(all.takes(file), taken, "{file}");
    }
    let only = pass(&[(true, "*/"), (true, "/embed/*/index.html*"), (false, "*")]);
    assert!(only.takes("embed/a/index.html.br") && !only.takes("embed/index.html") && !only.takes("x"));
}

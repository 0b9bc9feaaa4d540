//! A deployment that stops at any file leaves no page that points to a file that is not there, and the files that hosts are given.

use crate::{Scratch, files, many, staged};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// A folder of a host: what lies there, by its path.
type Lying = BTreeMap<String, Vec<u8>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One line of rsync: whom it passes over, and whether it deletes.
#[derive(Debug)]
struct Pass {
    rules: Vec<(bool, String)>,
    deletes: bool,
}

/// The lines in docs/DEPLOYING.md.
fn documented() -> Vec<Pass> {
    let text = fs::read_to_string(root().join("docs/DEPLOYING.md")).unwrap();
    let lines = text.lines().filter(|line| line.starts_with("rsync "));
    lines
        .map(|line| {
            assert!(line.ends_with(" dist/ $site"), "{line}");
            let rule = |word: &str| {
                let (kind, pattern) = word.split_once("='")?;
                Some((kind == "--include", pattern.trim_end_matches('\'').to_owned()))
            };
            Pass { rules: line.split(' ').filter_map(rule).collect(), deletes: line.contains(" --delete") }
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
    fn steps(&self, new: &Lying, lying: &Lying) -> Vec<(String, Option<Vec<u8>>)> {
        let changed = new.iter().filter(|(file, bytes)| self.takes(file) && lying.get(*file) != Some(bytes));
        let copied = changed.map(|(file, bytes)| (file.clone(), Some(bytes.clone())));
        let gone = lying.keys().filter(|file| self.deletes && self.takes(file) && !new.contains_key(*file));
        copied.chain(gone.map(|file| (file.clone(), None))).collect()
    }
}

/// Numbers that look like chance, the same for each seed (xorshift, G. Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// The files that a page needs or leads to.
fn references(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for quoted in page.split(['"', '\'', '`']) {
        let path = quoted.strip_prefix("https://shipside.example").unwrap_or(quoted);
        let path = path.split(['?', '#']).next().unwrap();
        // Addresses within the site: in attributes, scripts and policies. Texts never begin so.
        let is_path = path.starts_with('/') && !path.starts_with("//") && !path.contains(char::is_whitespace);
        let is_data = path.ends_with(".json") && (path.starts_with("tools/") || path.starts_with("comparisons/"));
        match path {
            _ if is_data => found.push(format!("data/{path}")),
            _ if is_path && path.ends_with('/') => found.push(format!("{}index.html", &path[1..])),
            _ if is_path && path.contains('.') => found.push(path[1..].to_owned()),
            _ => {}
        }
    }
    found
}

/// What pages point to and is not there.
fn dangling(lying: &Lying) -> Vec<String> {
    let pages = lying.iter().filter(|(file, _)| file.ends_with(".html"));
    let lost = pages.flat_map(|(file, page)| {
        let named = references(std::str::from_utf8(page).unwrap());
        named.into_iter().filter(|it| !lying.contains_key(it)).map(|it| format!("{file} → {it}")).collect::<Vec<_>>()
    });
    lost.collect()
}

fn lying(folder: &Path) -> Lying {
    let name = |path: PathBuf| path.to_string_lossy().replace('\\', "/");
    files(folder).into_iter().map(|(path, bytes)| (name(path), bytes)).collect()
}

/// Two versions of a site: another app, other words, a comparison and a tool less, a comparison more.
fn versions(scratch: &Scratch) -> (Lying, Lying) {
    let [data, first, second] = ["data", "first", "second"].map(|name| scratch.0.join(name));
    many::write(&data, 4).unwrap();
    staged::build(&data, "/", &first, 1);
    let at = |file: &str| data.join(file);
    for file in ["comparisons/comparison-0.json", "tools/tool-0.json", "site.json"] {
        let text = fs::read_to_string(at(file)).unwrap();
        fs::write(at(file), text.replace("ships", "sails").replace("side by side", "face to face")).unwrap();
    }
    let moved = fs::read_to_string(at("comparisons/comparison-3.json")).unwrap();
    fs::remove_file(at("comparisons/comparison-3.json")).unwrap();
    fs::write(at("comparisons/another.json"), moved.replace("comparison-3", "another")).unwrap();
    staged::build(&data, "/", &second, 2);
    (lying(&first), lying(&second))
}

#[test]
fn a_deployment_that_stops_anywhere_leaves_no_page_that_points_to_nothing() {
    let scratch = Scratch::new("deploy");
    let (old, new) = versions(&scratch);
    let passes = documented();
    assert_eq!(passes.len(), 7, "{passes:?}");
    assert!(dangling(&old).is_empty() && dangling(&new).is_empty(), "{:?}", dangling(&new));
    let named: usize = new
        .iter()
        .filter(|(file, _)| file.ends_with(".html"))
        .map(|(_, page)| references(std::str::from_utf8(page).unwrap()).len())
        .sum();
    assert!(named > 100, "{named}");
    for seed in 1..=4 {
        let mut chance = Chance(seed);
        let mut there = old.clone();
        for (i, pass) in passes.iter().enumerate() {
            let mut steps = pass.steps(&new, &there);
            chance.shuffle(&mut steps);
            for (file, bytes) in steps {
                match bytes {
                    Some(bytes) => there.insert(file.clone(), bytes),
                    None => there.remove(&file),
                };
                if chance.below(3) == 0 {
                    assert_eq!(dangling(&there), [""; 0], "seed {seed}, line {}, after {file}", i + 1);
                }
            }
            assert_eq!(dangling(&there), [""; 0], "seed {seed}, after line {}", i + 1);
        }
        assert!(there == new, "all is there, and nothing else");
    }
}

#[test]
fn patterns_are_read_as_rsync_reads_them() {
    let pass = |rules: &[(bool, &str)]| Pass {
        rules: rules.iter().map(|(included, pattern)| (*included, (*pattern).to_owned())).collect(),
        deletes: false,
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

/// Pages need what they load even on the very first deployment; only links to what comes later lead nowhere for a while.
#[test]
fn the_first_deployment_has_what_pages_load_before_pages() {
    let scratch = Scratch::new("deploy-first");
    let (new, _) = versions(&scratch);
    let mut there = Lying::new();
    for pass in documented() {
        for (file, bytes) in pass.steps(&new, &there) {
            there.insert(file, bytes.unwrap());
        }
        let lost = dangling(&there);
        let is_link = |it: &String| {
            ["index.html", "embed/index.html", "feed.xml", "feed.json"]
                .iter()
                .any(|later| it.ends_with(&format!("→ {later}")))
        };
        assert!(lost.iter().all(is_link), "{lost:?}");
    }
}

#[test]
fn any_other_order_is_found_out() {
    let scratch = Scratch::new("deploy-order");
    let (old, new) = versions(&scratch);
    // As most programs copy: by name.
    let mut there = old.clone();
    let mut lost = 0;
    for (file, bytes) in new.iter().filter(|(file, bytes)| old.get(*file) != Some(bytes)) {
        there.insert(file.clone(), bytes.clone());
        lost += dangling(&there).len();
    }
    assert!(lost > 0, "pages come before the app by name");
}

#[test]
fn the_workflow_runs_the_script_that_our_own_checks_run_with_versions_that_do_not_move() {
    let read = |file: &str| fs::read_to_string(root().join(file)).unwrap();
    let (workflow, script) = (read("deploy/pages.yml"), read(".ci/site"));
    assert!(workflow.contains("run: COPIES=no .ci/site \"${{ steps.pages.outputs.base_path }}/\" dist"), "{workflow}");
    assert!(read(".ci/run").contains("\nCOPIES=no .ci/site /repo/ target/pages\n"));
    for file in ["deploy/netlify.toml", "deploy/wrangler.toml"] {
        assert!(read(file).contains("COPIES=no .ci/site / dist"), "{file}");
    }
    let uses: Vec<&str> = workflow.lines().filter_map(|line| line.split_once("uses: ")).map(|(_, it)| it).collect();
    assert_eq!(uses.len(), 5, "{uses:?}");
    for action in uses {
        let version = action.split_once("@v").unwrap_or_else(|| panic!("{action}: which version?")).1;
        assert_eq!(version.split('.').filter(|it| it.parse::<u32>().is_ok()).count(), 3, "{action} moves");
    }
    let trunk = script.split("\ntrunk=").nth(1).unwrap().lines().next().unwrap();
    assert!(read("xtask/src/tools/cargo_tool.rs").contains(&format!("version: \"{trunk}\".to_owned()")), "{trunk}");
}

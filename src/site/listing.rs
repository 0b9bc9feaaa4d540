//! Which files a folder of content has, by one rule for every command: content, what programs leave behind, and everything else,
//! which is a mistake.

use super::text::{NOWHERE, leads_nowhere};
use crate::model::Slug;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Folders within each other that are searched for files in the wrong place.
const MAX_DEPTH: usize = 8;

/// What a file of content is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// `site.json`
    Site,
    /// `tools/<id>.json`
    Tool,
    /// `comparisons/<slug>.json`
    Comparison,
    /// `index.json`
    Index,
}

/// A file of content: what it is for, and its name without folder and ending.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// What it is for.
    pub kind: Role,
    /// Its name without folder and ending.
    pub stem: String,
    /// Relative to the folder, with slashes.
    pub file: String,
}

/// Why a file is not where it should be, or not called as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Stray {
    /// Nothing reads it; what to do.
    #[error("is not read; {0}")]
    Misplaced(&'static str),
    /// It has the place of a tool or a comparison, and a name that is no id.
    #[error("is not named by an id, so it has no address; {}", NAME_IT)]
    Unnamed,
    /// It is a link to what is not there.
    #[error("{NOWHERE}")]
    Nowhere,
}

/// How a file is named by an id.
pub const NAME_IT: &str = "use lower-case letters a–z, digits and single hyphens, at most 80 characters, and “.json”";

/// What a folder has.
#[derive(Debug, Default)]
pub struct Listing {
    /// Files of content, sorted by what they are for.
    pub entries: Vec<Entry>,
    /// Files that are in the way, relative to the folder, with slashes.
    pub strays: Vec<(String, Stray)>,
}

/// Lists a folder; the path that could not be listed otherwise. Links are followed: what they lead to is what a host will serve.
pub fn list(dir: &Path) -> Result<Listing, (PathBuf, io::Error)> {
    let mut listing = Listing::default();
    walk(dir, &mut Vec::new(), &mut Vec::new(), &mut listing)?;
    listing.entries.sort();
    Ok(listing)
}

/// What file managers and archives leave in a folder that is not hidden.
const NOTES: [&str; 6] = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"];

/// Whether a name is one that programs leave behind: hidden files, copies and locks of editors' programs, notes of file managers.
fn is_left_behind(name: &str) -> bool {
    let is_lock = name.len() > 1 && name.starts_with('#') && name.ends_with('#') || name.starts_with("~$");
    let is_note = NOTES.iter().any(|note| name.eq_ignore_ascii_case(note));
    name.starts_with('.') || name.ends_with('~') || is_lock || is_note
}

/// `around` are the folders that are being walked, as the system knows them: a link may lead back to one.
fn walk(
    dir: &Path,
    inside: &mut Vec<String>,
    around: &mut Vec<PathBuf>,
    listing: &mut Listing,
) -> Result<(), (PathBuf, io::Error)> {
    let unread = |error| (dir.to_owned(), error);
    let real = fs::canonicalize(dir).map_err(unread)?;
    if around.contains(&real) {
        listing.strays.push((inside.join("/"), Stray::Misplaced("it leads to a folder that it is in, so delete it")));
        return Ok(());
    }
    around.push(real);
    for entry in fs::read_dir(dir).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_left_behind(&name) {
            continue;
        }
        let path = entry.path();
        let is_dir = fs::metadata(&path).is_ok_and(|found| found.is_dir());
        // A folder that is called as a file is one that cannot be read, and so is such a link.
        if name.ends_with(".json") || !is_dir && !leads_nowhere(&path) {
            if !is_copy(dir, &name) {
                listing.place(&inside.iter().map(String::as_str).collect::<Vec<_>>(), &name);
            }
        } else if inside.len() < MAX_DEPTH {
            inside.push(name);
            if is_dir {
                walk(&path, inside, around, listing)?;
            } else {
                listing.strays.push((inside.join("/"), Stray::Nowhere));
            }
            inside.pop();
        }
    }
    around.pop();
    Ok(())
}

/// Whether a file is the compressed copy of JSON, or of a file beside it: a folder that was built has them, and a build makes its own.
fn is_copy(dir: &Path, name: &str) -> bool {
    let of = [".br", ".gz"].iter().find_map(|ending| name.strip_suffix(ending));
    of.is_some_and(|of| of.ends_with(".json") || dir.join(of).is_file())
}

impl Listing {
    /// Puts a file where it belongs.
    fn place(&mut self, inside: &[&str], name: &str) {
        let file = inside.iter().copied().chain([name]).collect::<Vec<_>>().join("/");
        let json = name.strip_suffix(".json");
        let kind = match (inside, json) {
            ([], Some("site")) => Role::Site,
            ([], Some("index")) => Role::Index,
            (["tools"], Some(_)) => Role::Tool,
            (["comparisons"], Some(_)) => Role::Comparison,
            _ => return self.strays.push((file, Stray::Misplaced(advice(inside)))),
        };
        let stem = json.unwrap_or_default().to_owned();
        if matches!(kind, Role::Tool | Role::Comparison) && Slug::parse(&stem).is_err() {
            self.strays.push((file.clone(), Stray::Unnamed));
            // What stands for signs that are not UTF-8: no such file can be opened.
            if stem.contains(char::REPLACEMENT_CHARACTER) {
                return;
            }
        }
        self.entries.push(Entry { kind, stem, file });
    }
}

/// What to do with a file that nothing reads.
fn advice(inside: &[&str]) -> &'static str {
    match inside {
        ["tools" | "comparisons"] => "only files that end in “.json” are",
        ["tools" | "comparisons", ..] => "move it up, out of its folder",
        _ => "tools belong in tools/, comparisons in comparisons/, and there is site.json beside them",
    }
}

/// Makes `to` a copy of the content in `from`, and of nothing else there. Links become what they lead to.
pub fn copy_content(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    let listing = list(from).map_err(|(_, error)| error)?;
    for Entry { file, .. } in &listing.entries {
        let (source, target) = (from.join(file), to.join(file));
        // `check` says what is wrong with the others.
        if fs::metadata(&source).is_ok_and(|found| found.is_file()) {
            fs::create_dir_all(target.parent().unwrap_or(to))?;
            fs::copy(source, target)?;
        }
    }
    Ok(())
}

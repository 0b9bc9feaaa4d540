//! Which files a folder of content has, by one rule for every command: content, what programs leave behind, and everything else,
//! which is a mistake.

use super::text::{NOWHERE, leads_nowhere};
use crate::model::Slug;
use std::{
    collections::{BTreeSet, HashSet},
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
    /// It is a folder that cannot be listed.
    #[error("cannot be read ({0}); check its permissions, or move it elsewhere")]
    Closed(io::ErrorKind),
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

/// Why a folder cannot be listed: the path that could not, and what the system said.
type Unlisted = (PathBuf, io::Error);

/// Lists a folder; the path that could not be listed otherwise. Links are followed: what they lead to is what a host will serve.
pub fn list(dir: &Path) -> Result<Listing, Unlisted> {
    let root = fs::canonicalize(dir).map_err(|error| (dir.to_owned(), error))?;
    let mut walk = Walk { root, listing: Listing::default(), seen: HashSet::new(), links: BTreeSet::new() };
    walk.folder(dir, &mut Vec::new())?;
    // Links come last, and in order: what is there by itself is listed by its own name, whatever the system tells first.
    while let Some((_, mut inside, path)) = walk.links.pop_first() {
        if !walk.folder(&path, &mut inside)? {
            walk.stray(&inside, Stray::Misplaced("it leads to a folder that is listed already, so delete it"));
        }
    }
    walk.listing.entries.sort();
    Ok(walk.listing)
}

/// What file managers and archives leave in a folder that is not hidden.
const NOTES: [&str; 6] = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"];

/// Whether a name is one that programs leave behind: hidden files, copies and locks of editors' programs, notes of file managers.
fn is_left_behind(name: &str) -> bool {
    let is_lock = name.len() > 1 && name.starts_with('#') && name.ends_with('#') || name.starts_with("~$");
    let is_note = NOTES.iter().any(|note| name.eq_ignore_ascii_case(note));
    name.starts_with('.') || name.ends_with('~') || is_lock || is_note
}

/// A folder that is being listed.
struct Walk {
    /// It, as the system knows it.
    root: PathBuf,
    listing: Listing,
    /// Every folder that was listed: links may lead to one again.
    seen: HashSet<PathBuf>,
    /// Links to folders, each with whether it is none of content, and with the names that lead to it.
    links: BTreeSet<(bool, Vec<String>, PathBuf)>,
}

impl Walk {
    /// Lists a folder, unless it was listed already; whether it was not.
    fn folder(&mut self, dir: &Path, inside: &mut Vec<String>) -> Result<bool, Unlisted> {
        let found =
            fs::canonicalize(dir).and_then(|real| Ok((real, fs::read_dir(dir)?.collect::<Result<Vec<_>, _>>()?)));
        let (real, entries) = match found {
            Ok(found) => found,
            // Without what it judges `check` would mislead; whatever else there is hides nothing.
            Err(error) if inside.is_empty() || is_of_content(inside) => return Err((dir.to_owned(), error)),
            Err(error) => {
                self.stray(inside, Stray::Closed(error.kind()));
                return Ok(true);
            }
        };
        // A folder of content is one, wherever else it is listed.
        let is_content = is_of_content(inside) && real != self.root;
        if !self.seen.insert(real) && !is_content {
            return Ok(false);
        }
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_left_behind(&name) {
                continue;
            }
            let path = entry.path();
            let is_dir = fs::metadata(&path).is_ok_and(|found| found.is_dir());
            // A folder that is called as a file is one that cannot be read, and so is such a link.
            if name.ends_with(".json") || !is_dir && !leads_nowhere(&path) {
                if !is_copy(dir, &name) {
                    self.listing.place(&inside.iter().map(String::as_str).collect::<Vec<_>>(), &name);
                }
                continue;
            }
            inside.push(name);
            if !is_dir {
                self.stray(inside, Stray::Nowhere);
            } else if inside.len() > MAX_DEPTH {
                self.stray(inside, Stray::Misplaced("it lies more than 8 folders deep; move it up, or delete it"));
            } else if entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
                self.links.insert((!is_of_content(inside), inside.clone(), path));
            } else {
                self.folder(&path, inside)?;
            }
            inside.pop();
        }
        Ok(true)
    }

    fn stray(&mut self, inside: &[String], stray: Stray) {
        self.listing.strays.push((inside.join("/"), stray));
    }
}

/// Whether a folder is one that content lies in.
fn is_of_content(inside: &[String]) -> bool {
    matches!(inside, [name] if name == "tools" || name == "comparisons")
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

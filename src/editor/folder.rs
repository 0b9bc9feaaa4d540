//! Which files a folder of content has, and reading them without trusting them.

use super::{
    entry::{Entry, Kind},
    note::Note,
    rules,
};
use crate::{
    model::Slug,
    site::{self, NotText, Unread},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Folders within each other that are searched for files in the wrong place.
const MAX_DEPTH: usize = 8;

/// What a folder has: files of content, and files that nothing will ever read, each with the reason.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub entries: Vec<Entry>,
    pub strays: Vec<(String, Note)>,
}

/// Lists a folder; the path that could not be listed otherwise.
pub(super) fn list(dir: &Path) -> Result<Listing, (PathBuf, io::Error)> {
    let mut listing = Listing::default();
    walk(dir, &mut Vec::new(), &mut listing)?;
    listing.entries.sort();
    Ok(listing)
}

fn walk(dir: &Path, inside: &mut Vec<String>, listing: &mut Listing) -> Result<(), (PathBuf, io::Error)> {
    let unread = |error| (dir.to_owned(), error);
    for entry in fs::read_dir(dir).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // What programs leave behind: .DS_Store, .gitkeep, .x.swp.
        if name.starts_with('.') {
            continue;
        }
        // Through a link: what it leads to is what the host will serve.
        let is_dir = fs::metadata(entry.path()).is_ok_and(|found| found.is_dir());
        if is_dir && inside.len() < MAX_DEPTH {
            inside.push(name);
            walk(&entry.path(), inside, listing)?;
            inside.pop();
        } else if !is_dir {
            place(&inside.iter().map(String::as_str).collect::<Vec<_>>(), &name, listing);
        }
    }
    Ok(())
}

/// Puts a file where it belongs.
fn place(inside: &[&str], name: &str, listing: &mut Listing) {
    let file = inside.iter().copied().chain([name]).collect::<Vec<_>>().join("/");
    let json = name.strip_suffix(".json");
    let kind = match (inside, json) {
        ([], Some("site")) => Kind::Site,
        ([], Some("index")) => Kind::Index,
        (["tools"], Some(_)) => Kind::Tool,
        (["comparisons"], Some(_)) => Kind::Comparison,
        _ => {
            let note = |remedy| (file, Note::whole(&rules::MISPLACED_FILE, "is not read", remedy));
            listing.strays.extend(stray(inside, name).map(note));
            return;
        }
    };
    let stem = json.unwrap_or_default().to_owned();
    if matches!(kind, Kind::Tool | Kind::Comparison) && Slug::parse(&stem).is_err() {
        let message = "is not named by an id, so it has no address";
        let remedy = "use lower-case letters a–z, digits and single hyphens, at most 80 characters, and “.json”";
        listing.strays.push((file.clone(), Note::whole(&rules::FILE_NAME, message, remedy)));
    }
    listing.entries.push(Entry { kind, stem, file });
}

/// What to do with a file that is no content; copies that hosts serve instead of the file beside them are fine.
fn stray(inside: &[&str], name: &str) -> Option<&'static str> {
    if [".br", ".gz"].iter().any(|ending| name.ends_with(ending)) {
        return None;
    }
    Some(match inside {
        ["tools" | "comparisons"] => "only files that end in “.json” are",
        ["tools" | "comparisons", ..] => "move it up, out of its folder",
        _ => "tools belong in tools/, comparisons in comparisons/, and there is site.json beside them",
    })
}

/// The text of a file, without its byte order mark; or why that is no content.
pub(super) fn text(path: &Path) -> Result<String, Note> {
    site::read_content(path).map_err(|unread| match unread {
        Unread::System(error) => {
            Note::whole(&rules::UNREADABLE_FILE, format!("cannot be read ({error})"), "check its permissions")
        }
        Unread::NotAFile => Note::whole(&rules::UNREADABLE_FILE, "is not a file", ""),
        Unread::TooLarge(_) => {
            let said = unread.to_string();
            let (message, remedy) = said.split_once("; ").unwrap_or((&said, ""));
            Note::whole(&rules::FILE_TOO_LARGE, message, remedy)
        }
        Unread::Encoding(NotText { line, column, message, remedy }) => {
            let path = format!("line {line} column {column}");
            Note { path, ..Note::whole(&rules::NOT_UTF_8, message, remedy) }
        }
    })
}

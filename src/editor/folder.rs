//! Which files a folder of content has, and reading them without trusting them: what the build finds, as notes.

use super::{entry::Entry, note::Note, rule::Rule, rules};
use crate::site::{self, NotText, Stray, Unread};
use std::{
    io,
    path::{Path, PathBuf},
};

/// What a folder has: files of content, and files that nothing will ever read, each with the reason.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub entries: Vec<Entry>,
    pub strays: Vec<(String, Note)>,
}

/// Lists a folder; the path that could not be listed otherwise.
pub(super) fn list(dir: &Path) -> Result<Listing, (PathBuf, io::Error)> {
    let site::Listing { entries, strays, .. } = site::list(dir)?;
    let note = |(file, stray): (String, Stray)| {
        let rule = match stray {
            Stray::Misplaced(_) => &rules::MISPLACED_FILE,
            Stray::Unnamed => &rules::FILE_NAME,
            Stray::Nowhere | Stray::Closed(_) => &rules::UNREADABLE_FILE,
        };
        (file, whole(rule, &stray.to_string()))
    };
    Ok(Listing { entries, strays: strays.into_iter().map(note).collect() })
}

/// The folder that was probably meant, where that one has no content.
pub(super) fn beside(dir: &Path, entries: &[Entry]) -> Option<PathBuf> {
    let near =
        ["..", "data", "public/data"].into_iter().map(|it| dir.join(it)).find(|it| it.join("site.json").is_file());
    near.filter(|_| entries.is_empty())
}

/// That a folder has no `site.json`.
pub(super) fn missing_site(dir: &Path, entries: &[Entry]) -> Note {
    let meant = beside(dir, entries).map(|meant| format!("did you mean {}?", meant.display()));
    let remedy = meant.unwrap_or_else(|| "it names the site and its panel".to_owned());
    Note::whole(&rules::MISSING_SITE, "is missing, and it is required", remedy)
}

/// The text of a file, without its byte order mark; or why that is no content.
pub(super) fn text(path: &Path) -> Result<String, Note> {
    site::read_content(path).map_err(|unread| {
        let rule = match unread {
            Unread::Encoding(NotText { line, column, message, remedy }) => {
                let path = format!("line {line} column {column}");
                return Note { path, ..Note::whole(&rules::NOT_UTF_8, message, remedy) };
            }
            Unread::TooLarge(_) => &rules::FILE_TOO_LARGE,
            _ => &rules::UNREADABLE_FILE,
        };
        whole(rule, &unread.to_string())
    })
}

/// A note of what was said: `message; remedy`.
fn whole(rule: &'static Rule, said: &str) -> Note {
    let (message, remedy) = said.split_once("; ").unwrap_or((said, ""));
    Note::whole(rule, message, remedy)
}

//! Everything that is wrong with a folder of content, in one run.

use super::{
    Finding, Severity,
    entry::{Entry, Kind},
    file, folder,
    note::Note,
    places::Places,
    rule::{Find, Rule},
    rules::{self, RULES},
    syntax,
    told::{Known, Told},
};
use crate::{
    content::{self, Source},
    model::Date,
    site::Folder,
};
use std::{
    io,
    path::{Path, PathBuf},
};

/// Why a folder could not be checked at all.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be read: {}", path.display(), self.reason())]
pub struct CannotCheck {
    /// What could not be listed.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

impl CannotCheck {
    fn reason(&self) -> String {
        match self.error.kind() {
            io::ErrorKind::NotFound => "there is no such folder".to_owned(),
            io::ErrorKind::NotADirectory => "it is no folder; name the one that site.json is in".to_owned(),
            _ => self.error.to_string(),
        }
    }
}

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// Every problem and every warning, sorted by the lines they are shown as.
    pub findings: Vec<Finding>,
    /// Files that were read.
    pub files: usize,
}

impl Checked {
    /// Problems that keep the content from being published.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }

    /// Makes every warning an error.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.findings.iter_mut().for_each(|finding| finding.severity = Severity::Error);
        self.findings.sort_by_cached_key(ToString::to_string);
        self
    }
}

/// What was found so far, each with its file.
type Notes = Vec<(String, Note)>;

/// The lines about one text, judged as a tool, a comparison and the site in turn: `check` without a disk, for the fuzzer.
pub fn judge_text(text: &str) -> Vec<String> {
    let Ok(json) = text.json() else { return Vec::new() };
    let places = Places::of(text, true);
    let mut lines = Vec::new();
    for kind in [Kind::Tool, Kind::Comparison, Kind::Site] {
        let entry = Entry { kind, stem: "a".to_owned(), file: "a.json".to_owned() };
        for note in file::judge(json.clone(), &entry, &mut Known::default(), &mut Told::default()) {
            let place = places.find(&note.path, names_the_field(note.rule));
            let is_there = text.get(place.bytes.clone()).is_some() && place.line > 0 && place.column > 0;
            lines.push(if is_there { Finding::of(&entry.file, &note).to_string() } else { "\0".to_owned() });
        }
    }
    lines
}

/// Checks a folder of content. `today` is what ages are measured by.
pub fn check(dir: &Path, today: Date) -> Result<Checked, CannotCheck> {
    let listing = folder::list(dir).map_err(|(path, error)| CannotCheck { path, error })?;
    let mut notes = listing.strays;
    let (mut known, mut told, mut index) = (Known::default(), Told::default(), None);
    let stems = |kind| listing.entries.iter().filter(move |it| it.kind == kind).map(|it| it.stem.clone()).collect();
    (known.tools, known.comparisons) = (stems(Kind::Tool), stems(Kind::Comparison));
    if !listing.entries.iter().any(|entry| entry.kind == Kind::Site) {
        // Whoever names a folder beside the one that is meant wants no list of all that is no content there.
        if folder::beside(dir, &listing.entries).is_some() {
            notes.clear();
        }
        notes.push(("site.json".to_owned(), folder::missing_site(dir, &listing.entries)));
    }
    // Sorted by kind: site.json comes first, and what it declares is known when the others are read.
    for entry in &listing.entries {
        let found = match folder::text(&dir.join(&entry.file)).map(|text| (text.as_str().json(), text)) {
            Err(note) => vec![note],
            Ok((Err(error), text)) => {
                file::refused(error).into_iter().map(|note| syntax::in_plain_words(&text, note)).collect()
            }
            Ok((Ok(_), text)) if entry.kind == Kind::Index => {
                index = Some(text);
                continue;
            }
            Ok((Ok(json), _)) => file::judge(json, entry, &mut known, &mut told),
        };
        notes.extend(found.into_iter().map(|note| (entry.file.clone(), note)));
    }
    // What could not be understood is not among what was told: judging half of the content would mislead.
    for rule in RULES {
        if let Find::Folder(find) = rule.find {
            notes.extend(find(&told, today).into_iter().map(|(file, said)| (file, Note::of(rule, said))));
        }
    }
    if index.is_some_and(|text| !is_our_index(&text, dir)) {
        let (message, remedy) = ("is not what the build makes of this folder", "delete it, since the build writes it");
        notes.push(("index.json".to_owned(), Note::whole(&rules::FOREIGN_INDEX, message, remedy)));
    }
    let files = listing.entries.len();
    Ok(Checked { findings: placed(dir, notes), files })
}

/// The build writes the index; one that is not what it would write is somebody's, or stale. `shipside index` prints it with a line's end.
fn is_our_index(text: &str, dir: &Path) -> bool {
    let catalogue = Folder::read(dir).ok().and_then(|folder| folder.catalogue().ok());
    catalogue.is_some_and(|catalogue| content::write_catalogue(&catalogue).trim_end() == text.trim_end())
}

/// Whether a breach of that rule is about a field's name, and not about what the field holds.
fn names_the_field(rule: &Rule) -> bool {
    [&rules::UNKNOWN_FIELD, &rules::DUPLICATE_FIELD].contains(&rule)
}

/// Gives every finding its place, and sorts them.
fn placed(dir: &Path, mut notes: Notes) -> Vec<Finding> {
    notes.sort_by(|a, b| a.0.cmp(&b.0));
    let mut findings = Vec::with_capacity(notes.len());
    for group in notes.chunk_by(|a, b| a.0 == b.0) {
        let Some((file, _)) = group.first() else { continue };
        let text = folder::text(&dir.join(file)).ok();
        let places = text.as_ref().map(|text| Places::of(text, text.as_str().json().is_ok()));
        for (_, note) in group {
            let place = places.as_ref().map(|places| places.find(&note.path, names_the_field(note.rule)));
            findings.push(Finding { place, ..Finding::of(file, note) });
        }
    }
    findings.sort_by_cached_key(ToString::to_string);
    findings
}

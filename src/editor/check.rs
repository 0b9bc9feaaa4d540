//! Everything that is wrong with a folder of content, in one run.

use super::{
    Finding, Severity, doubles, file,
    folder::{self, Entry, Kind, whole},
    hints,
    places::Places,
    references::Known,
};
use crate::{
    content::{self, Problem, Source},
    model::{Comparison, Date, Site, Tool},
    site::Folder,
};
use std::{
    io,
    path::{Path, PathBuf},
};

/// Why a folder could not be checked at all.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be read: {error}", path.display())]
pub struct CannotCheck {
    /// What could not be listed.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
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

/// What the folder's files say, as far as they can be understood; with the file that says it.
#[derive(Default)]
pub(super) struct Told {
    pub site: Option<Site>,
    pub tools: Vec<(String, Tool)>,
    pub comparisons: Vec<(String, Comparison)>,
}

/// Findings on their way: file, severity, problem.
#[derive(Default)]
pub(super) struct Notes(Vec<(String, Severity, Problem)>);

impl Notes {
    /// Errors.
    pub(super) fn errors(&mut self, file: &str, problems: impl IntoIterator<Item = Problem>) {
        self.0.extend(problems.into_iter().map(|problem| (file.to_owned(), Severity::Error, problem)));
    }

    /// A warning.
    pub(super) fn warn(&mut self, file: &str, path: impl Into<String>, message: impl Into<String>) {
        let problem = Problem { path: path.into(), message: message.into() };
        self.0.push((file.to_owned(), Severity::Warning, problem));
    }
}

/// The lines about one text, judged as a tool, a comparison and the site in turn: `check` without a disk, for the fuzzer.
pub fn judge_text(text: &str) -> Vec<String> {
    let Ok(json) = text.json() else { return Vec::new() };
    let places = Places::of(text, true);
    let mut lines = Vec::new();
    for kind in [Kind::Tool, Kind::Comparison, Kind::Site] {
        let entry = Entry { kind, stem: "a".to_owned(), file: "a.json".to_owned() };
        let mut notes = Notes::default();
        file::judge(json.clone(), &entry, &mut Known::default(), &mut Told::default(), &mut notes);
        for (file, severity, problem) in &notes.0 {
            let place = places.find(&problem.path, file::is_unknown(problem));
            let is_there = text.get(place.bytes.clone()).is_some() && place.line > 0 && place.column > 0;
            lines.push(if is_there { Finding::of(file, *severity, problem).to_string() } else { "\0".to_owned() });
        }
    }
    lines
}

/// Checks a folder of content. `today` is what ages are measured by.
pub fn check(dir: &Path, today: Date) -> Result<Checked, CannotCheck> {
    let listing = folder::list(dir).map_err(|(path, error)| CannotCheck { path, error })?;
    let mut notes = Notes::default();
    for (file, problem) in listing.strays {
        notes.errors(&file, [problem]);
    }
    let (mut known, mut told, mut index) = (Known::default(), Told::default(), None);
    known.tools = listing.entries.iter().filter(|it| it.kind == Kind::Tool).map(|it| it.stem.clone()).collect();
    if !listing.entries.iter().any(|entry| entry.kind == Kind::Site) {
        notes.errors("site.json", [whole("is missing, and it is required; it names the site and its panel")]);
    }
    // Sorted by kind: site.json comes first, and what it declares is known when the others are read.
    for entry in &listing.entries {
        match folder::text(&dir.join(&entry.file)).map(|text| (text.as_str().json(), text)) {
            Err(problem) => notes.errors(&entry.file, [problem]),
            Ok((Err(error), _)) => notes.errors(&entry.file, file::problems(error)),
            Ok((Ok(_), text)) if entry.kind == Kind::Index => index = Some(text),
            Ok((Ok(json), _)) => file::judge(json, entry, &mut known, &mut told, &mut notes),
        }
    }
    // What could not be understood gives no hints: they would be about half of the content.
    doubles::warn(&told, &mut notes);
    hints::warn(&told, today, &mut notes);
    if index.is_some_and(|text| !is_our_index(&text, dir)) {
        let message = "is not what the build makes of this folder; delete it, since the build writes it";
        notes.errors("index.json", [whole(message)]);
    }
    let files = listing.entries.len();
    Ok(Checked { findings: placed(dir, notes), files })
}

/// The build writes the index; one that is not what it would write is somebody's, or stale.
fn is_our_index(text: &str, dir: &Path) -> bool {
    let catalogue = Folder::read(dir).ok().and_then(|folder| folder.catalogue().ok());
    catalogue.is_some_and(|catalogue| content::write_catalogue(&catalogue) == text)
}

/// Gives every finding its place, and sorts them.
fn placed(dir: &Path, mut notes: Notes) -> Vec<Finding> {
    notes.0.sort_by(|a, b| a.0.cmp(&b.0));
    let mut findings = Vec::with_capacity(notes.0.len());
    for group in notes.0.chunk_by(|a, b| a.0 == b.0) {
        let Some((file, ..)) = group.first() else { continue };
        let text = folder::text(&dir.join(file)).ok();
        let places = text.as_ref().map(|text| Places::of(text, text.as_str().json().is_ok()));
        for (_, severity, problem) in group {
            let mut finding = Finding::of(file, *severity, problem);
            let name = file::is_unknown(problem) || problem.message.starts_with("stands twice");
            finding.place = places.as_ref().map(|places| places.find(&problem.path, name));
            findings.push(finding);
        }
    }
    findings.sort_by_cached_key(ToString::to_string);
    findings
}

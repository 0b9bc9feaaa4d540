//! One file of content: everything that is wrong with it, and what it says as far as it can be understood.

use super::{
    entry::{Entry, Kind},
    note::Note,
    rule::{Find, Severity},
    rules::{self, RULES},
    texts,
    told::{File, Known, Told},
};
use crate::content::{self, ContentError, Json, Noted, SCHEMA};
use std::collections::HashSet;

/// Judges one file, and keeps what it says.
pub(super) fn judge(mut json: Json, entry: &Entry, known: &mut Known, told: &mut Told) -> Vec<Note> {
    let mut notes: Vec<Note> = newer_schema(&mut json).into_iter().collect();
    if entry.kind == Kind::Site {
        known.declare(&json);
    }
    let also = beside_reading(&json, entry, known);
    let name = || entry.file.clone();
    match entry.kind {
        Kind::Site => told.site = kept(content::site(json), &mut notes),
        Kind::Tool => told.tools.extend(kept(content::tool(json), &mut notes).map(|tool| (name(), tool))),
        Kind::Comparison | Kind::Index => {
            let comparison = kept(content::comparison(json), &mut notes);
            notes.iter_mut().for_each(name_ids);
            told.comparisons.extend(comparison.map(|comparison| (name(), comparison)));
        }
    }
    // The reader of content keeps so many of either kind and no more.
    let (unknown, wrong): (Vec<Note>, Vec<Note>) =
        notes.iter().cloned().partition(|note| *note.rule == rules::UNKNOWN_FIELD);
    notes.extend([wrong, unknown].iter().find_map(|kind| Note::of_more(kind)));
    // Of what has no meaning only that is told; and the first error at a place is the cause of the others there.
    let meaningless: HashSet<String> =
        notes.iter().filter(|note| *note.rule == rules::UNKNOWN_FIELD).map(|note| note.path.clone()).collect();
    let (errors, warnings): (Vec<Note>, _) = also.into_iter().partition(|note| note.rule.severity == Severity::Error);
    notes.extend(errors.into_iter().filter(|note| !outer(&note.path).any(|outer| meaningless.contains(outer))));
    let mut seen = HashSet::new();
    notes.retain(|note| seen.insert(note.path.clone()));
    notes.extend(warnings);
    notes
}

/// The reader says “an object” of whatever a comparison has for a tool; most have ids there.
fn name_ids(note: &mut Note) {
    let of_tool = note.path.strip_prefix("tools[").and_then(|rest| rest.strip_suffix(']'));
    if *note.rule == rules::WRONG_KIND && of_tool.is_some_and(|at| at.bytes().all(|b| b.is_ascii_digit())) {
        note.message = note.message.replacen("an object", "an id or an object", 1);
    }
}

/// What rules find that look at the file's JSON, whether or not it can be understood.
fn beside_reading(json: &Json, entry: &Entry, known: &Known) -> Vec<Note> {
    let file = File { entry, json, known };
    let of_file =
        RULES.iter().filter_map(|rule| if let Find::File(find) = rule.find { Some((*rule, find)) } else { None });
    let mut notes: Vec<Note> =
        of_file.flat_map(|(rule, find)| find(&file).into_iter().map(|said| Note::of(rule, said))).collect();
    notes.extend(texts::judge(json));
    notes
}

/// A reader stops at a later version's schema; an author is told what else is wrong.
fn newer_schema(json: &mut Json) -> Option<Note> {
    let Json::Object(fields) = json else { return None };
    let (_, schema) = fields.iter_mut().find(|(name, _)| name == "schema")?;
    let Json::Whole(newer @ 2..) = *schema else { return None };
    *schema = Json::Whole(SCHEMA);
    Some(of_schema(format!("is {newer}"), format!("this version reads schema {SCHEMA}")))
}

fn of_schema(message: String, remedy: String) -> Note {
    Note { path: "schema".to_owned(), ..Note::whole(&rules::SCHEMA_VERSION, message, remedy) }
}

/// A path, and all paths that it is inside of: `a[0].b`, `a[0]`, `a`.
fn outer(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| path.rfind(['.', '[']).and_then(|at| path.get(..at)))
}

/// What a file says; everything that is wrong goes to `notes`.
fn kept<T>(result: Result<Noted<T>, ContentError>, notes: &mut Vec<Note>) -> Option<T> {
    match result {
        Ok(noted) => {
            notes.extend(noted.unknown.into_iter().map(Note::from));
            Some(noted.value)
        }
        Err(error) => {
            notes.extend(refused(error));
            None
        }
    }
}

/// What an error of the reader says.
pub(super) fn refused(error: ContentError) -> Vec<Note> {
    match error {
        ContentError::NotJson(problem) => vec![(*problem).into()],
        ContentError::Wrong(problems) => problems.into_iter().map(Note::from).collect(),
        newer @ ContentError::NewerSchema(_) => vec![of_schema(newer.to_string(), String::new())],
    }
}

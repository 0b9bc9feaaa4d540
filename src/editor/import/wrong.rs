//! What is wrong with a tool's file while rows go into it, and which row it is that makes it so.

use super::row::{About, Row, column_of};
use crate::{
    content::{self, ContentError, Json, Source},
    editor::{
        Severity,
        file::refused,
        note::Note,
        rules::{UNKNOWN_REVIEWER, unknown_reviewers},
        texts,
        told::Known,
    },
};
use serde_json::Value;

/// What is wrong with a tool that a file may hold.
pub(super) fn errors_of(tool: &Value, known: &Known) -> Vec<Note> {
    errors(tool.to_string().as_str().json(), known)
}

/// The errors, if all of them were there before a row came; else the row's own, by its columns.
pub(super) fn none_new(errors: Vec<Note>, before: &[Note], row: &Row, about: About) -> Result<Vec<Note>, String> {
    let (own, new): (Vec<Note>, Vec<Note>) = errors.into_iter().partition(|note| before.contains(note));
    let told = new.iter().map(|note| {
        let column = column_of(&note.path, about);
        let said = row.refused(&column).unwrap_or_else(|| note.sentence());
        format!("{column}: {said}")
    });
    if new.is_empty() { Ok(own) } else { Err(told.collect::<Vec<_>>().join("; ")) }
}

/// What is wrong with a tool's file; the first at each place. Warnings are for `check`.
pub(super) fn errors(json: Result<Json, ContentError>, known: &Known) -> Vec<Note> {
    let json = match json {
        Ok(json) => json,
        Err(error) => return refused(error),
    };
    let mut also = texts::judge(&json);
    also.retain(|note| note.rule.severity == Severity::Error);
    let reviewers = unknown_reviewers(&json, "", known);
    also.extend(reviewers.into_iter().map(|said| Note::of(&UNKNOWN_REVIEWER, said)));
    let mut notes: Vec<Note> = match content::tool(json) {
        Ok(noted) => noted.unknown.into_iter().map(Note::from).collect(),
        Err(error) => refused(error),
    };
    also.retain(|note| !notes.iter().any(|first| first.path == note.path));
    notes.extend(also);
    notes
}

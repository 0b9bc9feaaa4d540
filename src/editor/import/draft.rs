//! A tool's file while rows of a table go into it.

use super::{
    Rejected,
    alone::Alone,
    items::Items,
    plan,
    row::{About, Row},
    wrong::{errors, errors_of, none_new},
};
use crate::{
    content::{self, Source},
    editor::{
        folder,
        note::Note,
        rules::{ID_DIFFERS_FROM_FILE, WRONG_KIND, differs_from_file},
        syntax::in_plain_words,
        told::Known,
        wire::{self, ToolFile},
    },
    site::printable,
};
use serde_json::{Value, json};
use std::{collections::HashMap, path::Path};

/// A file that an import would write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Relative to the folder.
    pub file: String,
    /// Whether it is not there yet.
    pub is_new: bool,
    /// Rows that went into it.
    pub rows: usize,
    /// Its whole text; nothing where the rows change nothing.
    pub text: Option<String>,
}

/// A tool's file while rows go into it.
pub(super) struct Draft {
    /// What it said; nothing where it was not there.
    before: Option<Value>,
    /// What it says now; nothing where its mistakes hide that.
    value: Option<Value>,
    /// Its own mistakes, which no row made and none has mended yet.
    wrong: Vec<Note>,
    /// The lines of the rows that went into it.
    lines: Vec<u64>,
    /// What was said already, and in which line.
    seen: HashMap<Vec<String>, u64>,
}

impl Draft {
    /// A new tool.
    pub fn fresh(id: &str) -> Self {
        let value = json!({ "schema": content::SCHEMA, "id": id, "price": { "entry": "unknown" }, "reviews": [] });
        Self { before: None, value: Some(value), wrong: Vec::new(), lines: Vec::new(), seen: HashMap::new() }
    }

    /// The tool's file as it is, if there is one.
    pub fn stored(dir: &Path, id: &str, known: &Known) -> Option<Self> {
        let path = dir.join(file_of(id));
        if !path.exists() {
            return None;
        }
        let (value, wrong) = match said(&path, known).map(|tool| serde_json::to_value(tool).unwrap_or_default()) {
            Ok(value) => {
                let wrong = errors_of(&value, known);
                (Some(value), wrong)
            }
            // What a row says may be the cure, unless mistakes are hidden once the file is read: a field that stands twice.
            Err(wrong) => {
                let value = folder::text(&path).ok().and_then(|text| serde_json::from_str(&text).ok());
                (value.filter(|value| errors_of(value, known) == wrong), wrong)
            }
        };
        Some(Self { before: value.clone(), value, wrong, lines: Vec::new(), seen: HashMap::new() })
    }

    /// Puts rows into it, all or none; or says why the file would be wrong then, and was not before. Of several rows that says nothing of
    /// which is wrong.
    pub fn take(&mut self, rows: &[(&Row, About)], known: &Known) -> Result<(), String> {
        let (mut value, mut seen) = (self.value.clone(), self.seen.clone());
        let mut items = Items::of(value.as_ref().unwrap_or(&Value::Null));
        for (row, about) in rows {
            let row = &plan::completed(row, *about, value.as_ref().unwrap_or(&Value::Null))?;
            if let Some(other) = seen.insert(row.identity(*about), row.line) {
                return Err(match about {
                    About::Tool => format!("tool: the tool has a row in line {other}; put this into that one"),
                    _ => format!("{}: this is said in line {other} already", about.key()),
                });
            }
            if let Some(value) = &mut value {
                items.apply(row, *about, value);
            }
        }
        if let (Some(value), Some((row, about))) = (&value, rows.last()) {
            #[cfg(test)]
            JUDGED.set(JUDGED.get() + 1);
            self.wrong = none_new(errors_of(value, known), &self.wrong, row, *about)?;
        }
        (self.value, self.seen) = (value, seen);
        self.lines.extend(rows.iter().map(|(row, _)| row.line));
        Ok(())
    }

    /// Those of the rows that are not wrong by themselves, and why the others are.
    pub fn sorted_out<'r>(&self, rows: Vec<&'r Row>, known: &Known) -> (Vec<&'r Row>, Vec<Rejected>) {
        let mut alone = self.value.as_ref().map(Alone::of);
        let mut wrong = Vec::new();
        let right = rows.into_iter().filter(|row| {
            let tried = row.about().and_then(|about| match &mut alone {
                Some(alone) => alone.take(row, about, known),
                None => Ok(()),
            });
            wrong.extend(tried.as_ref().err().map(|reason| Rejected::new(row.line, reason)));
            tried.is_ok()
        });
        (right.collect(), wrong)
    }

    /// What would be written, if anything; its rows where mistakes are left that none of them made.
    pub fn planned(mut self, dir: &Path, id: &str) -> Result<Option<Planned>, Vec<Rejected>> {
        let file = file_of(id);
        let own = self.value.as_ref().and_then(|value| value["id"].as_str());
        let is_taken = own.is_some_and(|own| dir.join(file_of(own)).exists());
        let differs = own.and_then(|own| differs_from_file("id", own, id, is_taken));
        self.wrong.extend(differs.map(|said| Note::of(&ID_DIFFERS_FROM_FILE, said)));
        if !self.wrong.is_empty() {
            self.lines.sort_unstable();
            let told = self.wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            let whole = format!("tool: {file} has mistakes ({}); mend them first", printable(&told));
            let first = self.lines.first().copied().unwrap_or_default();
            let again = format!("tool: {file} has mistakes, see line {first}; mend them first");
            let reason = |line: u64| if line == first { &whole } else { &again };
            return Err(self.lines.iter().map(|line| Rejected::new(*line, reason(*line))).collect());
        }
        let Some(tool) = self.value.and_then(|value| serde_json::from_value::<ToolFile>(value).ok()) else {
            return Ok(None);
        };
        let is_same = self.before.is_some() && self.before == serde_json::to_value(&tool).ok();
        let text = wire::text(&tool).ok().filter(|_| !is_same);
        Ok(Some(Planned { file, is_new: self.before.is_none(), rows: self.lines.len(), text }))
    }
}

fn file_of(id: &str) -> String {
    format!("tools/{id}.json")
}

/// What a file says; its mistakes where they hide that.
pub(super) fn said(path: &Path, known: &Known) -> Result<ToolFile, Vec<Note>> {
    let text = folder::text(path).map_err(|note| vec![note])?;
    serde_json::from_str(&text).map_err(|error| {
        let wrong = errors(text.as_str().json(), known);
        let wrong: Vec<Note> = wrong.into_iter().map(|note| in_plain_words(&text, note)).collect();
        if wrong.is_empty() { vec![Note::whole(&WRONG_KIND, error.to_string(), "")] } else { wrong }
    })
}

#[cfg(test)]
thread_local! {
    /// How often this thread has judged a whole tool.
    pub(super) static JUDGED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

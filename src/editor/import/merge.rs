//! From rows to files: each row is put into its tool's file, and stays there if the file is still right.

use super::{
    NotATable, Rejected, Table, csv, markdown,
    row::{About, Row, column_of},
};
use crate::{
    content::{self, Json, Source},
    editor::{
        Severity,
        file::refused,
        folder,
        note::Note,
        rules::{UNKNOWN_REVIEWER, unknown_reviewers},
        texts,
        told::Known,
        wire::{self, ToolFile},
    },
    model::ToolId,
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, HashMap},
    fs, io,
    path::Path,
};

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

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Files, by name.
    pub planned: Vec<Planned>,
    /// Rows that go nowhere, by line.
    pub rejected: Vec<Rejected>,
}

/// A tool's file while rows go into it.
struct Draft {
    before: Option<Value>,
    value: Value,
    rows: usize,
}

/// Reads a table, and says what importing it into the folder `dir` would do. Nothing is written.
pub fn import(dir: &Path, text: &str, table: Table) -> Result<Import, NotATable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (rows, mut rejected) = match table {
        Table::Csv => csv::rows(text)?,
        Table::Md => markdown::rows(text),
    };
    let mut known = Known::default();
    if let Ok(site) = folder::text(&dir.join("site.json")).map(|text| text.as_str().json())
        && let Ok(site) = site
    {
        known.declare(&site);
    }
    let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
    let mut seen: HashMap<Vec<String>, u64> = HashMap::new();
    // Tools first, so that what belongs to them may stand anywhere.
    let about: Vec<_> = rows.into_iter().map(|row| (row.about(), row)).collect();
    let (tools, parts): (Vec<_>, Vec<_>) = about.into_iter().partition(|(about, _)| *about == Ok(About::Tool));
    for (about, row) in tools.into_iter().chain(parts) {
        let line = row.line;
        let taken = about.and_then(|about| {
            if let Some(other) = seen.get(&row.identity(about)) {
                return Err(format!("{}: this is said in line {other} already", about.key()));
            }
            take(dir, &row, about, &known, &mut drafts)?;
            seen.insert(row.identity(about), line);
            Ok(())
        });
        rejected.extend(taken.err().map(|reason| Rejected { line, reason }));
    }
    rejected.sort_by_key(|rejected| rejected.line);
    let planned = drafts.into_iter().filter(|(_, draft)| draft.rows > 0).filter_map(|(id, draft)| planned(&id, &draft));
    Ok(Import { planned: planned.collect(), rejected })
}

/// Tries a row on its tool's file.
fn take(
    dir: &Path,
    row: &Row,
    about: About,
    known: &Known,
    drafts: &mut BTreeMap<String, Draft>,
) -> Result<(), String> {
    let id = row.cell("tool").ok_or("tool: is missing; every row names its tool")?;
    ToolId::parse(id).map_err(|error| format!("tool: {error}"))?;
    if !drafts.contains_key(id) {
        let before = stored(dir, id)?;
        if before.is_none() && about != About::Tool {
            return Err(format!("tool: there is no tool “{id}”, here or in the folder; give it a row of its own"));
        }
        let fresh = || json!({ "schema": content::SCHEMA, "id": id, "price": { "entry": "unknown" }, "reviews": [] });
        let value = before.clone().unwrap_or_else(fresh);
        // A new tool is one only when its row is right: until then it may be tried again.
        let mut draft = Draft { before, value, rows: 0 };
        try_on(&mut draft, row, about, known)?;
        drafts.insert(id.to_owned(), draft);
        return Ok(());
    }
    drafts.get_mut(id).map_or(Ok(()), |draft| try_on(draft, row, about, known))
}

fn try_on(draft: &mut Draft, row: &Row, about: About, known: &Known) -> Result<(), String> {
    let mut value = draft.value.clone();
    if let Some(reason) = row.refused() {
        return Err(reason);
    }
    row.apply(about, &mut value);
    let text = value.to_string();
    let json = text.as_str().json().map_err(|error| error.to_string())?;
    let errors = errors(json, known);
    if errors.is_empty() {
        draft.value = value;
        draft.rows += 1;
        return Ok(());
    }
    let told = errors.iter().map(|note| format!("{}: {}", column_of(&note.path, about), note.sentence()));
    Err(told.collect::<Vec<_>>().join("; "))
}

/// What is wrong with a tool's file; the first at each place. Warnings are for `check`.
fn errors(json: Json, known: &Known) -> Vec<Note> {
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

/// The tool's file as it is, if there is one.
fn stored(dir: &Path, id: &str) -> Result<Option<Value>, String> {
    let path = dir.join(format!("tools/{id}.json"));
    if !path.exists() {
        return Ok(None);
    }
    let wrong = |what: String| format!("tool: tools/{id}.json has mistakes ({what}); mend them first");
    let text = folder::text(&path).map_err(|note| wrong(note.sentence()))?;
    content::tool(text.as_str()).map_err(|error| wrong(error.to_string()))?;
    let file: ToolFile = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    serde_json::to_value(&file).map(Some).map_err(|error| wrong(error.to_string()))
}

fn planned(id: &str, draft: &Draft) -> Option<Planned> {
    let file: ToolFile = serde_json::from_value(draft.value.clone()).ok()?;
    let is_same = draft.before.as_ref() == serde_json::to_value(&file).ok().as_ref();
    let text = if is_same { None } else { Some(wire::text(&file).ok()?) };
    Some(Planned { file: format!("tools/{id}.json"), is_new: draft.before.is_none(), rows: draft.rows, text })
}

/// Writes what was planned.
pub fn write_planned(dir: &Path, import: &Import) -> io::Result<()> {
    fs::create_dir_all(dir.join("tools"))?;
    for planned in &import.planned {
        if let Some(text) = &planned.text {
            fs::write(dir.join(&planned.file), text)?;
        }
    }
    Ok(())
}

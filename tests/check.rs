//! The editor's commands. What `check` says: a folder of wrong content for every rule, each with its report, and how the
//! command says it. What `new`, `schema`, `import` and the preview do. And that docs/CONTENT.md tells the truth.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "check/cases.rs"]
mod cases;
#[path = "check/command.rs"]
mod command;
#[path = "check/folders.rs"]
mod folders;
#[path = "check/guide.rs"]
mod guide;
#[path = "check/hostile.rs"]
mod hostile;
#[path = "check/import.rs"]
mod import;
#[path = "check/preview.rs"]
mod preview;
#[path = "check/refused.rs"]
mod refused;
#[path = "check/rules.rs"]
mod rules;
#[path = "check/schema.rs"]
mod schema;
#[path = "check/scratch.rs"]
mod scratch;
#[path = "check/spreadsheets.rs"]
mod spreadsheets;
#[path = "check/start.rs"]
mod start;
#[path = "check/syntax.rs"]
mod syntax;

use shipside::{editor, model::Date};
use std::path::{Path, PathBuf};

/// The folder of this test's files.
fn here() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/check"].iter().collect()
}

/// Everything that is found in a folder, checked on a day that never moves.
fn findings(dir: &Path) -> Vec<editor::Finding> {
    editor::check(dir, day()).unwrap().findings
}

/// The lines of that.
fn lines(dir: &Path) -> Vec<String> {
    findings(dir).iter().map(ToString::to_string).collect()
}

/// What is published here.
fn published() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "public/data"].iter().collect()
}

/// A day that never moves.
fn day() -> Date {
    Date::parse("2026-11-22").unwrap()
}

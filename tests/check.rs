//! What `shipside check` says: a folder of wrong content for every rule, each with its report; and how the command says it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "check/cases.rs"]
mod cases;
#[path = "check/command.rs"]
mod command;
#[path = "check/hostile.rs"]
mod hostile;
#[path = "check/scratch.rs"]
mod scratch;

use shipside::{editor, model::Date};
use std::path::{Path, PathBuf};

/// The folder of this test's files.
fn here() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/check"].iter().collect()
}

/// Everything that is found in a folder, checked on a day that never moves.
fn findings(dir: &Path) -> Vec<editor::Finding> {
    editor::check(dir, Date::parse("2026-11-22").unwrap()).unwrap().findings
}

/// The lines of that.
fn lines(dir: &Path) -> Vec<String> {
    findings(dir).iter().map(ToString::to_string).collect()
}

//! Tools from tables and texts (`shipside import`), and back (`shipside export`). Every row is tried on its own: what is wrong
//! with one is told at its line, and the others go on.

mod csv;
mod markdown;
mod merge;
mod row;

pub use merge::{Import, Planned, Rejected, import, write_planned};
pub use row::COLUMNS;

use super::{folder, wire::ToolFile};
use crate::content::Problem;
use row::Row;
use std::path::Path;

/// What tools are imported from and exported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Table {
    /// Comma-separated values with a heading line.
    Csv,
    /// Markdown: a heading for each tool, and below it one for each review, fact, plan and change.
    Md,
}

impl Table {
    /// By the ending of a file's name.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "md" | "markdown" => Some(Self::Md),
            _ => None,
        }
    }
}

/// The rows of a text, and those that are none.
fn rows(text: &str, table: Table) -> Result<(Vec<Row>, Vec<Rejected>), Problem> {
    match table {
        Table::Csv => csv::rows(text),
        Table::Md => Ok(markdown::rows(text)),
    }
}

/// Every tool of a folder as a table; reading it again gives the same tools. Problems of files that cannot be exported otherwise.
pub fn export(dir: &Path, table: Table) -> Result<String, Vec<String>> {
    let listing = folder::list(dir).map_err(|(path, error)| vec![format!("{}: {error}", path.display())])?;
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    for entry in listing.entries.iter().filter(|entry| entry.kind == folder::Kind::Tool) {
        let text = folder::text(&dir.join(&entry.file)).map_err(|problem| problem.to_string());
        match text.and_then(|text| serde_json::from_str::<ToolFile>(&text).map_err(|error| error.to_string())) {
            Ok(tool) => rows.extend(row::rows_of(&tool)),
            Err(error) => wrong.push(format!("{}: {error}", entry.file)),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    match table {
        Table::Csv => csv::write(&rows).map_err(|error| vec![error]),
        Table::Md => Ok(markdown::write(&rows)),
    }
}

//! Tools from tables and texts (`shipside import`), and back (`shipside export`). Every row is tried on its own: what is wrong
//! with one is told at its line, and the others go on.

mod csv;
mod draft;
mod fields;
mod markdown;
mod merge;
mod plan;
mod row;
mod spreadsheet;
mod table;

pub use draft::Planned;
pub use merge::{Import, import, write_planned};
pub use row::COLUMNS;
pub use table::{NotATable, NotImported, Rejected, Separator, Table};

use super::{entry::Kind, folder, wire::ToolFile};
use crate::site::{escaped, printable};
use std::path::Path;

/// Every tool of a folder as a table; reading it again gives the same tools. Problems of files that cannot be exported otherwise.
pub fn export(dir: &Path, table: Table, separator: Separator) -> Result<String, Vec<String>> {
    let listing = folder::list(dir).map_err(|(path, error)| vec![format!("{}: {error}", path.display())])?;
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    for entry in listing.entries.iter().filter(|entry| entry.kind == Kind::Tool) {
        let text = folder::text(&dir.join(&entry.file)).map_err(|note| note.to_string());
        match text.and_then(|text| serde_json::from_str::<ToolFile>(&text).map_err(|error| error.to_string())) {
            Ok(tool) => rows.extend(row::rows_of(&tool)),
            Err(error) => wrong.push(format!("{}: {}", escaped(&entry.file), printable(&error))),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    match table {
        Table::Csv => csv::write(&rows, separator).map_err(|error| vec![error]),
        Table::Md => Ok(markdown::write(&rows)),
    }
}

//! Tools from tables and texts (`shipside import`), and back (`shipside export`). Every row is tried on its own: what is wrong
//! with one is told at its line, and the others go on.

mod alone;
mod csv;
mod draft;
mod fields;
mod items;
mod markdown;
mod merge;
mod plan;
mod quotes;
mod row;
mod spreadsheet;
mod table;
mod wrong;

pub use draft::Planned;
pub use merge::{Import, import, write_planned};
pub use row::COLUMNS;
pub use table::{NotATable, NotImported, Rejected, Separator, Table};

use super::{Finding, entry::Kind, folder, told::Known};
use std::path::Path;

/// Every tool of a folder as a table; reading it again gives the same tools. Problems of files that cannot be exported otherwise.
pub fn export(dir: &Path, table: Table, separator: Separator) -> Result<String, Vec<String>> {
    let listing = folder::list(dir).map_err(|(path, error)| vec![format!("{}: {error}", path.display())])?;
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    for entry in listing.entries.iter().filter(|entry| entry.kind == Kind::Tool) {
        match draft::said(&dir.join(&entry.file), &Known::default()) {
            Ok(tool) => rows.extend(row::rows_of(&tool)),
            Err(notes) => wrong.extend(notes.iter().map(|note| Finding::of(&entry.file, note).to_string())),
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

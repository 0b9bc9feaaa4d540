//! What tools are imported from and exported to, and what of it is not taken.

use std::path::Path;

/// A kind of table.
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
            "csv" | "tsv" | "tab" => Some(Self::Csv),
            "md" | "markdown" => Some(Self::Md),
            _ => None,
        }
    }
}

/// What stands between the cells of a CSV file: spreadsheets expect what their language uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Separator {
    /// Where numbers have a decimal point.
    #[default]
    Comma,
    /// Where numbers have a decimal comma.
    Semicolon,
    /// Anywhere.
    Tab,
}

impl Separator {
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Why nothing of a table can be imported: its first line does not name its columns.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} column 1: {reason}")]
pub struct NotATable {
    pub(super) line: u64,
    pub(super) reason: String,
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Where it begins in the imported file, from 1.
    pub line: u64,
    /// Why, with its column.
    pub reason: String,
}

//! What tools are imported from and exported to, and what of it is not taken.

use crate::{editor::CannotCheck, site::escaped};
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
            // Excel's “Unicode Text” is a .txt with tabs.
            "csv" | "tsv" | "tab" | "txt" => Some(Self::Csv),
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
    /// What a file of that name is expected to have.
    pub fn of(path: &Path) -> Self {
        let is_tabs =
            path.extension().is_some_and(|it| ["tsv", "tab"].iter().any(|tabs| it.eq_ignore_ascii_case(tabs)));
        if is_tabs { Self::Tab } else { Self::default() }
    }

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
#[error("line {line}: {reason}")]
pub struct NotATable {
    line: u64,
    reason: String,
}

impl NotATable {
    pub(super) fn new(line: u64, reason: &str) -> Self {
        Self { line, reason: escaped(reason) }
    }
}

/// Why nothing can be imported at all.
#[derive(Debug, thiserror::Error)]
pub enum NotImported {
    /// It is the table.
    #[error(transparent)]
    Table(#[from] NotATable),
    /// There is no folder to import into.
    #[error(transparent)]
    Folder(#[from] CannotCheck),
    /// Nothing tells the panel: `site.json` cannot be read, as `check` says it.
    #[error("{0}")]
    Site(String),
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Where it begins in the imported file, from 1.
    pub line: u64,
    /// Why, with its column; on one line, without control characters.
    pub reason: String,
}

impl Rejected {
    pub(super) fn new(line: u64, reason: &str) -> Self {
        Self { line, reason: escaped(reason) }
    }
}

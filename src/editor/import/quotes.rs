//! Quotation marks of comma-separated values: what is wrong with them, and which rows a stray one swallows.

use crate::{content::shows_nothing, model::ToolId, site::line_breaks};
use csv::{ReaderBuilder, StringRecord};

/// Reads records of any number of cells, the heading among them.
pub(super) fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().flexible(true).has_headers(false).delimiter(separator).from_reader(text.as_bytes())
}

/// What is told of a mark without a partner.
pub(super) const UNCLOSED: &str = "a double quotation mark opens a cell, and none closes it";

/// Columns from which on it is hardly by chance that all lines of a text have as many cells.
pub(super) const MANY: usize = 5;

/// Lines of a record behind its first.
pub(super) fn lines_behind(raw: &str) -> usize {
    usize::try_from(line_breaks(raw.trim_end_matches(['\r', '\n']))).unwrap_or(usize::MAX)
}

/// Where lines begin that stand within a record and look like rows of their own: they have as many cells as there are columns, and name a
/// tool.
pub(super) fn rows_within(raw: &str, names: &[String], separator: u8) -> Vec<usize> {
    let Some(tool) = names.iter().position(|name| name == "tool") else { return Vec::new() };
    let mut at = 0;
    let lines = raw.split_inclusive(['\r', '\n']).filter_map(|line| {
        let begins = at;
        at += line.len();
        let mut record = StringRecord::new();
        let is_row = begins > 0
            && matches!(reader(line, separator).read_record(&mut record), Ok(true))
            && record.len() == names.len()
            && record.get(tool).is_some_and(|id| ToolId::parse(id).is_ok());
        is_row.then_some(begins)
    });
    lines.collect()
}

/// What is wrong with the quotation marks of a record. The parser takes any, and a stray one swallows the lines below it.
pub(super) fn misquoted(raw: &str, separator: u8) -> Option<&'static str> {
    let separator = char::from(separator);
    let mut chars = raw.chars().peekable();
    let (mut is_start, mut is_blank, mut is_quoted) = (true, true, false);
    while let Some(c) = chars.next() {
        if is_quoted && c == '"' && chars.next_if_eq(&'"').is_none() {
            is_quoted = false;
            if chars.peek().is_some_and(|next| ![separator, '\r', '\n'].contains(next)) {
                return Some("a cell goes on behind its closing quotation mark; double the marks within it");
            }
        } else if !is_quoted {
            if c == '"' && is_blank && !is_start {
                return Some("a space stands before the opening quotation mark; delete it");
            }
            is_quoted = is_start && c == '"';
            is_start = c == separator;
            is_blank = is_start || is_blank && shows_nothing(c.encode_utf8(&mut [0; 4]));
        }
    }
    is_quoted.then_some(UNCLOSED)
}

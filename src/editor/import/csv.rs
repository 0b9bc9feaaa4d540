//! Rows as comma-separated values, as spreadsheets write them. The first line names the columns, in any order; what separates
//! them is found there.

use super::{
    COLUMNS, NotATable, Separator,
    quotes::{MANY, UNCLOSED, lines_behind, misquoted, reader, rows_within},
    row::{Row, column},
    spreadsheet,
};
use crate::{
    content::{nearest, shows_nothing},
    editor::syntax::{begins_or_ends_two_versions, two_versions},
    site::line_breaks,
};
use csv::{StringRecord, WriterBuilder};
use std::{borrow::Cow, fmt::Write as _};

pub(super) fn rows(text: &str) -> Result<Vec<Row>, NotATable> {
    let (declared, above, text) = declared_separator(text);
    let separator = declared.unwrap_or_else(|| likely_separator(text));
    let mut records =
        Records { text, separator, reader: reader(text, separator), start: 0, counted: 0, line: above + 1 };
    let mut rows = Vec::new();
    let mut names: Option<Vec<String>> = None;
    while let Some((line, record)) = records.next(names.as_deref()) {
        let (record, wrong) = match record {
            Ok(read) => read,
            Err(reason) if names.is_none() => return Err(NotATable::new(line, &reason)),
            Err(reason) => {
                rows.push(Row { line, wrong: Some(reason), ..Row::default() });
                continue;
            }
        };
        // What spreadsheets pad a table with says nothing.
        if wrong.is_none() && record.iter().all(shows_nothing) {
            continue;
        }
        if record.get(0).is_some_and(begins_or_ends_two_versions) {
            return Err(NotATable::new(line, &two_versions()));
        }
        match (&names, wrong) {
            (None, Some(reason)) => return Err(NotATable::new(line, &reason)),
            (None, None) => names = Some(columns(&record).map_err(|reason| NotATable::new(line, &reason))?),
            // Which tool it is about, other rows are told.
            (Some(names), wrong @ Some(_)) => rows.push(Row { wrong, ..row(names, &record, line) }),
            (Some(names), None) => rows.push(row(names, &record, line)),
        }
    }
    Ok(rows)
}

/// A record, and what is wrong with its quotation marks.
type Quoted = (StringRecord, Option<String>);

/// Records, each with the line on which it begins as the author's program counts lines; the parser has a count of its own, which
/// is another where lines end in CR LF.
struct Records<'a> {
    text: &'a str,
    separator: u8,
    reader: csv::Reader<&'a [u8]>,
    /// The byte at which the parser began.
    start: usize,
    /// The byte up to which lines are counted.
    counted: usize,
    line: u64,
}

impl Records<'_> {
    /// The next record, and what is wrong with its quotation marks; or why there is none. A mark that is closed too late swallows the rows
    /// below it.
    fn next(&mut self, names: Option<&[String]>) -> Option<(u64, Result<Quoted, String>)> {
        let mut record = StringRecord::new();
        let mut start = self.position();
        // The parser passes by empty lines before it begins a record.
        start += self.text.get(start..)?.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let read = self.reader.read_record(&mut record);
        self.line += line_breaks(self.text.get(self.counted..start)?);
        self.counted = start;
        let line = self.line;
        let raw = self.text.get(start..self.position()).unwrap_or_default();
        let is_right = match read {
            Ok(is_some) => is_some,
            Err(error) => return Some((line, Err(format!("cannot be read: {error}")))),
        };
        if !is_right {
            return None;
        }
        let mut wrong = misquoted(raw, self.separator).map(str::to_owned);
        let rows = names.map(|names| rows_within(raw, names, self.separator)).unwrap_or_default();
        let line_of = |at: usize| line + line_breaks(raw.get(..at).unwrap_or_default());
        if let (Some(told), Some(&at)) = (&wrong, rows.first()) {
            // The first of the lines that are rows by themselves is read as one.
            if told != UNCLOSED {
                wrong = misquoted(raw.get(..at)?, self.separator).map(|it| match it {
                    UNCLOSED => format!("{UNCLOSED} before line {}", line_of(at)),
                    other => other.to_owned(),
                });
            }
            self.start = start + at;
            self.reader = reader(self.text.get(self.start..)?, self.separator);
        } else {
            // Where all lines of a cell are rows, they may be meant: so nothing of them is written anywhere.
            let more = lines_behind(raw);
            if let (Some(&at), true) = (rows.first(), names.is_some_and(|it| it.len() >= MANY) && rows.len() == more) {
                wrong = Some(format!("{UNCLOSED} before line {}, which looks like a row", line_of(at)));
            }
            if let (Some(wrong), 1..) = (&mut wrong, more) {
                let _ = write!(wrong, "; all up to line {} is read as part of it", line + more as u64);
            }
        }
        Some((line, Ok((record, wrong))))
    }

    fn position(&self) -> usize {
        self.start + usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }
}

/// The separator in a line `sep=;`, which Excel puts first; how many lines that is; and the text below it.
fn declared_separator(text: &str) -> (Option<u8>, u64, &str) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (first, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    let first = first.trim_matches('"');
    match first.get(..4).zip(first.get(4..)) {
        Some((word, separator)) if word.eq_ignore_ascii_case("sep=") => match separator.as_bytes() {
            [one] if one.is_ascii() => (Some(*one), 1, rest),
            _ => (None, 1, rest),
        },
        _ => (None, 0, text),
    }
}

/// The separator that makes the most columns of the heading line.
fn likely_separator(text: &str) -> u8 {
    let known = |separator: u8| {
        let mut reader = reader(text, separator);
        let heading = reader.records().map_while(Result::ok).find(|it| it.iter().any(|cell| !cell.trim().is_empty()));
        heading.map_or(0, |it| it.iter().filter(|cell| column(cell).is_some()).count())
    };
    // The last of the best wins: a comma where nothing tells.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|separator| known(*separator)).unwrap_or(b',')
}

/// The names of columns; an empty one is a column that should not be filled in. All that is wrong with them otherwise.
fn columns(heading: &StringRecord) -> Result<Vec<String>, String> {
    let names: Vec<String> = heading.iter().map(|name| column(name).unwrap_or(name.trim()).to_owned()).collect();
    let (mut wrong, mut is_far) = (Vec::new(), false);
    for (i, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if names.iter().take(i).any(|other| other == name) {
            wrong.push(format!("heading {}: the column “{name}” stands twice; keep one", i + 1));
        } else if column(name).is_none() {
            let near = nearest(name, COLUMNS.iter().copied());
            is_far |= near.is_none();
            let help = near.map_or_else(String::new, |near| format!("; did you mean “{near}”?"));
            wrong.push(format!("heading {}: there is no column “{name}”{help}", i + 1));
        }
    }
    if is_far {
        wrong.push(format!("there are {}", COLUMNS.join(", ")));
    }
    if wrong.is_empty() { Ok(names) } else { Err(wrong.join("; ")) }
}

fn row(names: &[String], record: &StringRecord, line: u64) -> Row {
    let filled = record.iter().enumerate().filter(|(_, cell)| !shows_nothing(cell));
    let mut row = Row { line, ..Row::default() };
    for (i, cell) in filled {
        let wrong = match names.get(i).map(String::as_str) {
            Some("") => format!("column {} has no name, and “{cell}” stands in it", i + 1),
            Some(name) if spreadsheet::is_failure(cell) => {
                format!(
                    "{name}: “{}” stands where a formula failed; mend it, leave the cell empty, or write ' before what is text",
                    cell.trim()
                )
            }
            Some(name) if cell.split(['\r', '\n']).any(begins_or_ends_two_versions) => {
                format!("{name}: {}", two_versions())
            }
            Some(name) => {
                let cell = cell.replace("\r\n", "\n").replace('\r', "\n");
                row.cells.insert(name.to_owned(), spreadsheet::taken_back(&cell).to_owned());
                continue;
            }
            None => format!("has {} cells, and there are {} columns", record.len(), names.len()),
        };
        row.wrong.get_or_insert(wrong);
    }
    row
}

pub(super) fn write(rows: &[Row], separator: Separator) -> Result<String, String> {
    let mut writer = WriterBuilder::new().delimiter(separator.byte()).from_writer(Vec::new());
    let line = |row: &Row| {
        let cell = |column: &&str| row.cell(column).map_or(Cow::Borrowed(""), spreadsheet::harmless).into_owned();
        COLUMNS.iter().map(cell).collect::<Vec<_>>()
    };
    let mut written = writer.write_record(COLUMNS.iter());
    for row in rows {
        written = written.and_then(|()| writer.write_record(line(row)));
    }
    written.map_err(|error| error.to_string())?;
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

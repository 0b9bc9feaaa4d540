//! One way to read what authors wrote, for every command: what the bytes of a file say, or in a sentence why they cannot be read.

use crate::model::LoadError;
use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
};

/// Why a file has no text. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// What the system said.
    #[error("cannot be read ({0}){cure}", cure = if .0.kind() == ErrorKind::PermissionDenied { "; check its permissions" } else { "" })]
    System(io::Error),
    /// It is a link to what is not there, or to itself.
    #[error("{NOWHERE}")]
    Nowhere,
    /// There is nothing.
    #[error("cannot be read: there is no such file")]
    Missing,
    /// A folder, a device.
    #[error("is not a file")]
    NotAFile,
    /// Its size, in bytes.
    #[error("is {} MB large, and browsers read {} MB at most; shorten its texts, or split it", megabytes(*.0), LoadError::MAX_BYTES / 1_000_000)]
    TooLarge(u64),
    /// Its bytes are not text in an encoding that is read.
    #[error(transparent)]
    Encoding(#[from] NotText),
}

/// Where bytes stop being text, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} column {column}: {message}; {remedy}")]
pub struct NotText {
    /// As the author's program counts lines, from 1.
    pub line: u64,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: &'static str,
    /// How to mend it.
    pub remedy: &'static str,
}

/// What is said of a link to what is not there.
pub(super) const NOWHERE: &str = "cannot be read: the link leads nowhere; mend or delete it";

/// Whether a path is a link to what is not there, or to itself.
pub(super) fn leads_nowhere(path: &Path) -> bool {
    let is_lost = fs::metadata(path).is_err_and(|error| error.kind() != ErrorKind::PermissionDenied);
    is_lost && fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink())
}

/// What keeps that file from being read.
fn why(path: &Path, error: io::Error) -> Unread {
    match error.kind() {
        _ if leads_nowhere(path) => Unread::Nowhere,
        ErrorKind::NotFound | ErrorKind::NotADirectory => Unread::Missing,
        ErrorKind::IsADirectory => Unread::NotAFile,
        _ => Unread::System(error),
    }
}

/// With a tenth, rounded up: what is too large is not said to be as large as is read.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

const SAVE_AS: &str = "save the file as UTF-8";

/// The text of a file of content, which browsers read as UTF-8 and nothing else. Its size is asked for first, so that a huge file
/// costs no time.
pub fn read_content(path: &Path) -> Result<String, Unread> {
    let found = fs::metadata(path).map_err(|error| why(path, error))?;
    if !found.is_file() {
        return Err(Unread::NotAFile);
    }
    if found.len() > LoadError::MAX_BYTES as u64 {
        return Err(Unread::TooLarge(found.len()));
    }
    let bytes = fs::read(path).map_err(|error| why(path, error))?;
    match wide(&bytes)? {
        Some(_) => Err(not_utf_8("this is UTF-16, not UTF-8").into()),
        None => Ok(utf_8(&bytes)?),
    }
}

/// The text of a table: what a spreadsheet saves as Unicode is UTF-16, with a byte order mark that says so.
pub fn read_table(path: &Path) -> Result<String, Unread> {
    Ok(table_text(&fs::read(path).map_err(|error| why(path, error))?)?)
}

/// How the files of spreadsheets begin: an archive, and what it was before 2007.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// The same for bytes that are at hand.
pub fn table_text(bytes: &[u8]) -> Result<String, NotText> {
    if WORKBOOKS.iter().any(|start| bytes.starts_with(start)) {
        let (message, remedy) = ("this is a workbook, not a table", "save it as CSV UTF-8");
        return Err(NotText { line: 1, column: 1, message, remedy });
    }
    match wide(bytes)? {
        Some((little, rest)) => utf_16(rest, little),
        None => utf_8(bytes),
    }
}

/// What stands behind the byte order mark of UTF-16, and whether its small ends come first. UTF-32 is not read anywhere.
fn wide(bytes: &[u8]) -> Result<Option<(bool, &[u8])>, NotText> {
    // Its mark begins as that of UTF-16 does, with zeros behind it.
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(not_utf_8("this is UTF-32, not UTF-8"));
    }
    let little = bytes.strip_prefix(b"\xff\xfe").map(|rest| (true, rest));
    Ok(little.or_else(|| bytes.strip_prefix(b"\xfe\xff").map(|rest| (false, rest))))
}

fn utf_8(bytes: &[u8]) -> Result<String, NotText> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    // Browsers take one away, and refuse what begins with another.
    if bytes.starts_with(MARK) {
        let message = "this begins with two byte order marks";
        return Err(NotText { remedy: "save it with one, or with none", ..not_utf_8(message) });
    }
    let error = match (std::str::from_utf8(bytes), bytes) {
        // Of plain letters every second byte of UTF-16, and three of four bytes of UTF-32, are zero.
        (_, [0, 0, 0, 1..=255, ..] | [1..=255, 0, 0, 0, ..]) => {
            return Err(not_utf_8("this is UTF-32 without a byte order mark, not UTF-8"));
        }
        (_, [0, 1..=255, ..] | [1..=255, 0, ..]) => {
            return Err(not_utf_8("this is UTF-16 without a byte order mark, not UTF-8"));
        }
        (Ok(_), [0, ..]) => {
            let message = "this begins with NUL characters, as no text does";
            return Err(NotText { remedy: "write the file again", ..not_utf_8(message) });
        }
        (Ok(text), _) => return Ok(text.to_owned()),
        (Err(error), _) => error,
    };
    let before = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
    Err(at_end_of(&before, "this is not UTF-8"))
}

fn utf_16(bytes: &[u8], little: bool) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let unit = |pair: &[u8; 2]| if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) };
    let mut text = String::with_capacity(pairs.len());
    for unit in char::decode_utf16(pairs.iter().map(unit)) {
        match unit {
            Ok(c) => text.push(c),
            Err(_) => return Err(at_end_of(&text, "this is not UTF-16, though the file begins as such")),
        }
    }
    if text.starts_with('\0') || !rest.is_empty() {
        return Err(at_end_of("", "this is neither UTF-8 nor UTF-16"));
    }
    Ok(text)
}

/// A whole file in another encoding.
fn not_utf_8(message: &'static str) -> NotText {
    NotText { line: 1, column: 1, message, remedy: SAVE_AS }
}

fn at_end_of(before: &str, message: &'static str) -> NotText {
    let last = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    NotText { line: 1 + line_breaks(before), column: last.chars().count() + 1, message, remedy: SAVE_AS }
}

/// Line breaks as editors' programs count them: CR LF is one, and so is each of the two alone.
pub fn line_breaks(text: &str) -> u64 {
    let mut before = b' ';
    let mut count = 0;
    for byte in text.bytes() {
        if byte == b'\r' || (byte == b'\n' && before != b'\r') {
            count += 1;
        }
        before = byte;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, little: bool) -> Vec<u8> {
        format!("\u{feff}{text}")
            .encode_utf16()
            .flat_map(|it| if little { it.to_le_bytes() } else { it.to_be_bytes() })
            .collect()
    }

    fn said(bytes: &[u8]) -> String {
        table_text(bytes).unwrap_err().to_string()
    }

    #[test]
    fn a_byte_order_mark_says_how_a_table_is_read() {
        let text = "a,é\r\n🚢,";
        assert_eq!(table_text(text.as_bytes()).unwrap(), text);
        assert_eq!(table_text(format!("\u{feff}{text}").as_bytes()).unwrap(), text);
        assert_eq!(table_text(&wide(text, true)).unwrap(), text);
        assert_eq!(table_text(&wide(text, false)).unwrap(), text);
    }

    #[test]
    fn a_workbook_is_called_one() {
        for bytes in [b"PK\x03\x04\x14\x00\xff", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a"] {
            assert_eq!(said(bytes), "line 1 column 1: this is a workbook, not a table; save it as CSV UTF-8");
        }
    }

    #[test]
    fn other_encodings_are_refused_at_the_line_that_a_program_shows() {
        assert_eq!(said(b"a\r\nb\rc\nx\xe9"), "line 4 column 2: this is not UTF-8; save the file as UTF-8");
        for (width, texts) in
            [(16, [&b"a\0b\0"[..], b"\0a\0b", b"a\0\xe9\0"]), (32, [b"a\0\0\0", b"\0\0\0a", b"a\0\0\0\xe9\0\0\0"])]
        {
            let told = format!(
                "line 1 column 1: this is UTF-{width} without a byte order mark, not UTF-8; save the file as UTF-8"
            );
            for bytes in texts {
                assert_eq!(said(bytes), told, "{bytes:?}");
            }
        }
        assert_eq!(
            said(b"\0\0\0"),
            "line 1 column 1: this begins with NUL characters, as no text does; write the file again"
        );
        assert_eq!(
            said(b"\xff\xfea\0\n\0\0\xd8a\0"),
            "line 2 column 1: this is not UTF-16, though the file begins as such; save the file as UTF-8"
        );
        for bytes in [b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a"] {
            assert_eq!(said(bytes), "line 1 column 1: this is UTF-32, not UTF-8; save the file as UTF-8");
        }
        assert_eq!(said(b"\xfe\xff\0aa"), "line 1 column 1: this is neither UTF-8 nor UTF-16; save the file as UTF-8");
    }
}

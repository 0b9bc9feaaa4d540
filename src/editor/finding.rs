//! One thing that is wrong, or probably wrong, with a folder of content.

use super::{
    note::Note,
    rule::{Rule, Severity},
};
use crate::content::shows_nothing;
use std::{fmt, ops::Range};

/// Characters of a sentence, at most: what authors wrote is quoted in it, and may be a megabyte.
const MAX_LEN: usize = 400;
/// What stands for the path where a file as a whole is meant.
const WHOLE: &str = "whole file";

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// In bytes of the file's text, without its byte order mark.
    pub bytes: Range<usize>,
}

/// One thing that is wrong. All its texts are one line without control characters, whatever the file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Relative to the folder, with slashes.
    pub file: String,
    /// Like `reviews[2].verdict`, `line 3 column 7`, or `whole file`.
    pub path: String,
    /// Where that is; nothing for files that cannot be read.
    pub place: Option<Place>,
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// Whether it is an error: as the rule says, or always where warnings count as errors.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// How to mend it, where the message does not say so itself.
    pub remedy: Option<String>,
}

impl Finding {
    /// What was noted about a file, made fit for a line; its place is not known yet.
    pub(super) fn of(file: &str, note: &Note) -> Self {
        let path = if note.path.is_empty() { WHOLE.to_owned() } else { printable(&note.path) };
        let remedy = (!note.remedy.is_empty()).then(|| printable(&note.remedy));
        let (file, message, severity) = (printable(file), printable(&note.message), note.rule.severity);
        Self { file, path, place: None, rule: note.rule, severity, message, remedy }
    }

    /// `message; remedy`
    pub fn sentence(&self) -> String {
        let remedy = self.remedy.as_ref().map_or_else(String::new, |remedy| format!("; {remedy}"));
        format!("{}{remedy}", self.message)
    }
}

impl fmt::Display for Finding {
    /// `file: path: message; remedy [rule]`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.severity == Severity::Warning { "warning: " } else { "" };
        write!(f, "{}: {}: {mark}{} [{}]", self.file, self.path, self.sentence(), self.rule.name)
    }
}

/// On one line, with nothing in it that a terminal would obey, and its middle left out where it is very long.
pub(super) fn printable(text: &str) -> String {
    let mut out = String::new();
    let len = text.chars().take(10 * MAX_LEN).count();
    let tail = text.char_indices().rev().nth(MAX_LEN / 2).map_or(0, |(at, _)| at);
    let head = text.char_indices().nth(MAX_LEN / 2).map_or(text.len(), |(at, _)| at);
    let parts = if len > MAX_LEN { [text.get(..head), text.get(tail..)] } else { [Some(text), None] };
    for (i, part) in parts.into_iter().flatten().enumerate() {
        if i > 0 {
            out.push_str(" … ");
        }
        out.push_str(&escaped(part));
    }
    out
}

/// On one line, with nothing in it that a terminal would obey, or that nobody sees: what is quoted is to be recognised.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        if c.is_control() || is_hidden(before, c, rest.peek().copied()) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    out
}

/// Whether nobody sees a sign between these two: unseen ones, but for those that shape what stands before them, as in Persian and emoji;
/// line breaks, and blanks other than the space at an end of what is quoted.
fn is_hidden(before: Option<char>, c: char, after: Option<char>) -> bool {
    if c.is_whitespace() {
        let is_end = |beside: Option<char>| beside.is_none_or(|it| matches!(it, '“' | '”'));
        return matches!(c, '\u{2028}' | '\u{2029}') || c != ' ' && (is_end(before) || is_end(after));
    }
    let shapes = matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}');
    shows_nothing(c.encode_utf8(&mut [0; 4])) && !(shapes && before.is_some_and(|it| !it.is_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::{rule::Said, rules};

    fn shown(path: &str, message: &str, remedy: &str) -> String {
        let note = Note::of(&rules::UNKNOWN_FIELD, Said::new(path, message, remedy));
        Finding::of("a.json", &note).to_string()
    }

    #[test]
    fn a_finding_is_one_line_whatever_the_file_holds() {
        assert_eq!(
            shown("b", "“x\ny\u{1b}[31m” is not", "do"),
            "a.json: b: “x\\ny\\u{1b}[31m” is not; do [unknown-field]"
        );
        for (sign, told) in [
            ("free\u{200b}", "free\\u{200b}"),
            ("\u{feff}", "\\u{feff}"),
            ("kite\u{ad}2", "kite\\u{ad}2"),
            ("free\u{200d}", "free\\u{200d}"),
            ("free\u{a0}", "free\\u{a0}"),
            ("\u{202f}free", "\\u{202f}free"),
            ("10\u{202f}000 ", "10\u{202f}000 "),
            ("خانه\u{200c}ها", "خانه\u{200c}ها"),
            ("👩\u{200d}🚀 ❤\u{fe0f}", "👩\u{200d}🚀 ❤\u{fe0f}"),
        ] {
            let line = format!("a.json: b: “{told}” is not an id [unknown-field]");
            assert_eq!(shown("b", &format!("“{sign}” is not an id"), ""), line);
        }
        assert_eq!(shown("", "is empty", ""), "a.json: whole file: is empty [unknown-field]");
        let long = shown("b", &format!("“{}” is not an id", "é".repeat(1_000_000)), "");
        assert!(long.chars().count() < 450 && long.ends_with("é” is not an id [unknown-field]"), "{long}");
    }
}

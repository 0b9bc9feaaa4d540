//! One thing that is wrong, or probably wrong, with a folder of content.

use crate::content::Problem;
use std::{fmt, ops::Range};

/// Characters of a sentence, at most: what authors wrote is quoted in it, and may be a megabyte.
const MAX_LEN: usize = 400;
/// What stands for the path where a file as a whole is meant.
const WHOLE: &str = "whole file";

/// Whether something keeps content from being published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// Probably a mistake; `--strict` makes it an error.
    Warning,
}

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
    /// Whether it is an error.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// How to mend it, where the message does not say so itself.
    pub help: Option<String>,
    /// Where that is; nothing for files that cannot be read.
    pub place: Option<Place>,
    /// The path as the file has it, to find its place by.
    pub(super) raw: String,
}

impl Finding {
    /// A problem of a file. What follows the message's first “; ” is the remedy.
    pub(super) fn of(file: &str, severity: Severity, problem: &Problem) -> Self {
        let (message, help) = match problem.message.split_once("; ") {
            Some((message, help)) => (message, Some(printable(help))),
            None => (problem.message.as_str(), None),
        };
        let path = if problem.path.is_empty() { WHOLE.to_owned() } else { printable(&problem.path) };
        let (file, message) = (printable(file), printable(message));
        Self { file, path, severity, message, help, place: None, raw: problem.path.clone() }
    }

    /// The message and the remedy.
    pub fn sentence(&self) -> String {
        let mark = if self.severity == Severity::Warning { "warning: " } else { "" };
        let help = self.help.as_ref().map_or_else(String::new, |help| format!("; {help}"));
        format!("{mark}{}{help}", self.message)
    }
}

impl fmt::Display for Finding {
    /// `file: path: sentence`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.path, self.sentence())
    }
}

/// On one line, with nothing in it that a terminal would obey, and its middle left out where it is very long.
fn printable(text: &str) -> String {
    let mut out = String::new();
    let len = text.chars().take(10 * MAX_LEN).count();
    let tail = text.char_indices().rev().nth(MAX_LEN / 2).map_or(0, |(at, _)| at);
    let head = text.char_indices().nth(MAX_LEN / 2).map_or(text.len(), |(at, _)| at);
    let parts = if len > MAX_LEN { [text.get(..head), text.get(tail..)] } else { [Some(text), None] };
    for (i, part) in parts.into_iter().flatten().enumerate() {
        if i > 0 {
            out.push_str(" … ");
        }
        for c in part.chars() {
            if c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            {
                out.extend(c.escape_default());
            } else {
                out.push(c);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(path: &str, message: &str) -> String {
        let problem = Problem { path: path.to_owned(), message: message.to_owned() };
        Finding::of("a.json", Severity::Error, &problem).to_string()
    }

    #[test]
    fn a_finding_is_one_line_whatever_the_file_holds() {
        assert_eq!(shown("b", "“x\ny\u{1b}[31m” is not; do"), "a.json: b: “x\\ny\\u{1b}[31m” is not; do");
        assert_eq!(shown("", "is empty"), "a.json: whole file: is empty");
        let long = shown("b", &format!("“{}” is not an id", "é".repeat(1_000_000)));
        assert!(long.chars().count() < 450 && long.ends_with("é” is not an id"), "{long}");
    }

    #[test]
    fn a_remedy_is_told_apart_from_what_is_wrong() {
        let problem = Problem { path: "b".to_owned(), message: "stands twice; keep one; or none".to_owned() };
        let finding = Finding::of("a.json", Severity::Warning, &problem);
        assert_eq!((finding.message.as_str(), finding.help.as_deref()), ("stands twice", Some("keep one; or none")));
        assert_eq!(finding.to_string(), "a.json: b: warning: stands twice; keep one; or none");
    }
}

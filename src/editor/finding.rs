//! One thing that is wrong, or probably wrong, with a folder of content.

use super::{
    note::Note,
    rule::{Rule, Severity},
};
use crate::site::printable;
use std::{fmt, ops::Range};

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

//! What was found in one file, on its way to being a finding.

use super::{
    rule::{Rule, Said, called},
    rules,
};
use crate::content::{self, MAX_NOTES, Problem};
use std::fmt;

/// A breach of a rule somewhere in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// Like `reviews[2].verdict`, or `line 3 column 7`; empty for the file as a whole.
    pub path: String,
    pub rule: &'static Rule,
    pub message: String,
    /// Empty where the message says how to mend it.
    pub remedy: String,
}

impl Note {
    /// About a file as a whole.
    pub(super) fn whole(rule: &'static Rule, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { path: String::new(), rule, message: message.into(), remedy: remedy.into() }
    }

    pub(super) fn of(rule: &'static Rule, said: Said) -> Self {
        Self { path: said.path, rule, message: said.message, remedy: said.remedy }
    }

    /// That there may be more, where as many are told as are told of one kind.
    pub(super) fn of_more(told: &[Self]) -> Option<Self> {
        let last = told.last().filter(|_| told.len() >= MAX_NOTES)?;
        let message = format!("{MAX_NOTES} mistakes of one kind are told, and there may be more");
        Some(Self::whole(last.rule, message, "mend these, then check again"))
    }

    /// `message; remedy`
    pub(super) fn sentence(&self) -> String {
        let pause = if self.remedy.is_empty() { "" } else { "; " };
        format!("{}{pause}{}", self.message, self.remedy)
    }
}

impl From<Problem> for Note {
    fn from(problem: Problem) -> Self {
        let Problem { mut path, rule, message, remedy } = problem;
        if rule == content::Rule::UnknownField && (path.is_empty() || path.ends_with('.')) {
            path.push_str(called(""));
        }
        Self { path, rule: rules::of_reader(rule), message, remedy: remedy.into_owned() }
    }
}

impl fmt::Display for Note {
    /// `path: message; remedy`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.sentence())
    }
}

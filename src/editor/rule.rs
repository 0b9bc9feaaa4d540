//! What a rule of `check` is: its name, how grave it is, what finds its breach, and what explains it.

use super::told::{File, Told};
use crate::{content::Json, model::Date};
use std::fmt;

/// Whether something keeps content from being published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// Probably a mistake; `--strict` makes it an error.
    Warning,
}

impl Severity {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A rule that content can break.
pub struct Rule {
    /// Its name, in lower-case words joined by hyphens.
    pub name: &'static str,
    /// Whether a breach stops a release.
    pub severity: Severity,
    /// What breaks it, why it is a rule, an example and the cure, as people read them.
    pub explanation: &'static str,
    /// What finds a breach.
    pub(super) find: Find,
}

impl Rule {
    /// What breaks it: the first sentence of its explanation.
    pub fn means(&self) -> &'static str {
        self.explanation.lines().next().unwrap_or_default()
    }
}

/// Rules are told apart by their names.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// What finds a breach of a rule. Rules do not know each other: a function cannot report under another rule's name.
pub(super) enum Find {
    /// Reading notes it: from the name of a file and its bytes to the last of its fields.
    Reading,
    /// This looks at every value of a file; it is given the name of the field that the value belongs to.
    Value(fn(&Json, &str) -> Option<Message>),
    /// This looks at one file.
    File(fn(&File<'_>) -> Vec<Said>),
    /// This looks at the whole folder, on a day. What it says comes with its file.
    Folder(fn(&Told, Date) -> Vec<(String, Said)>),
}

/// What is wrong, and how to mend it; the remedy is empty where the message says so itself.
pub(super) type Message = (String, String);

/// How a path calls a field: one without a name is to be seen.
pub(super) fn called(field: &str) -> &str {
    if field.is_empty() { "\"\"" } else { field }
}

/// What a rule says about a place in a file.
pub(super) struct Said {
    pub path: String,
    pub message: String,
    pub remedy: String,
}

impl Said {
    pub(super) fn new(path: impl Into<String>, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into(), remedy: remedy.into() }
    }
}

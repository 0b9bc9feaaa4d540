//! One mistake in a file.

use crate::model::Form;
use std::{borrow::Cow, fmt};

/// What the reader of content finds. The names of rules and all that explains them are `editor`'s: no reader's browser needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The text is not JSON.
    NotJson,
    /// Lists and objects are nested too deeply.
    TooDeep,
    /// `schema` is not the one that this version reads.
    SchemaVersion,
    /// A required field is missing.
    MissingField,
    /// A text says nothing.
    EmptyText,
    /// A value is of another kind than it should be.
    WrongKind,
    /// A field stands twice in its object.
    DuplicateField,
    /// A field has no meaning.
    UnknownField,
    /// An item stands twice in its list.
    DuplicateItem,
    /// A list is longer than is read.
    TooManyItems,
    /// A comparison has too few tools, or too many.
    ToolCount,
    /// A text is not an id.
    InvalidId,
    /// A text is not a date.
    InvalidDate,
    /// A text is not a decimal number.
    InvalidNumber,
    /// A text is not a link that can be used.
    InvalidLink,
    /// A text is not the code of a currency.
    InvalidCurrency,
    /// A word is none of those that are known.
    UnknownWord,
}

impl From<Form> for Rule {
    fn from(form: Form) -> Self {
        match form {
            Form::Id => Self::InvalidId,
            Form::Date => Self::InvalidDate,
            Form::Number => Self::InvalidNumber,
            Form::Link => Self::InvalidLink,
            Form::Word => Self::UnknownWord,
            Form::Currency => Self::InvalidCurrency,
            Form::Text => Self::EmptyText,
        }
    }
}

/// A mistake: where it is in its file, which rule it breaks, and what is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Like `reviews[2].verdict`; `line L column C` for a syntax error; empty for the file as a whole.
    pub path: String,
    /// The rule that it breaks.
    pub rule: Rule,
    /// What is wrong.
    pub message: String,
    /// How to mend it; empty where the message says so.
    pub remedy: Cow<'static, str>,
}

impl fmt::Display for Problem {
    /// `path: message; remedy`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)?;
        if !self.remedy.is_empty() {
            f.write_str("; ")?;
            f.write_str(&self.remedy)?;
        }
        Ok(())
    }
}

/// All problems in one line.
pub(super) fn join(problems: &[Problem]) -> String {
    let mut line = String::new();
    for problem in problems {
        if !line.is_empty() {
            line.push_str("; ");
        }
        line.push_str(&problem.to_string());
    }
    line
}

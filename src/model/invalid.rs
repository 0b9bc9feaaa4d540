//! Why a text is not the value it should be.

use std::fmt;

/// What a text should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// An id, a slug or a key.
    Id,
    /// A day that exists.
    Date,
    /// A decimal number.
    Number,
    /// A link that may be followed.
    Link,
    /// One of a few words.
    Word,
    /// The code of a currency.
    Currency,
    /// Text that says something.
    Text,
}

/// Why a text is not the value it should be, for its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// What it should have been.
    pub form: Form,
    /// What is wrong with it.
    pub message: String,
    /// What to write instead; empty where the message says so.
    pub remedy: &'static str,
}

impl Invalid {
    /// A text that should have been that, and is not.
    pub fn new(form: Form, message: String, remedy: &'static str) -> Self {
        Self { form, message, remedy }
    }
}

impl fmt::Display for Invalid {
    /// `message; remedy`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(f, "; {}", self.remedy) }
    }
}

impl std::error::Error for Invalid {}

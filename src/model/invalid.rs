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

/// Why a text is not the value it should be, for its author. It is one pointer: most results that could hold it hold a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid(Box<Reason>);

/// What there is to say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
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
        // A reader's browser says what is wrong; how to mend it, `check` tells the author.
        let remedy = if cfg!(target_arch = "wasm32") { "" } else { remedy };
        Self(Box::new(Reason { form, message, remedy }))
    }

    /// What there is to say of it.
    pub fn reason(self) -> Reason {
        *self.0
    }
}

impl fmt::Display for Invalid {
    /// `message; remedy`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reason { message, remedy, .. } = &*self.0;
        f.write_str(message)?;
        if remedy.is_empty() { Ok(()) } else { write!(f, "; {remedy}") }
    }
}

impl std::error::Error for Invalid {}

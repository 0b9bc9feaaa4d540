//! Texts that fields are read as: those that say something.

use crate::model::{Form, Invalid};

/// Text that says something.
pub(super) fn said(text: &str) -> Result<String, Invalid> {
    if text.trim().is_empty() {
        Err(Invalid::new(Form::Text, "is empty".to_owned(), "say something, or leave the field out"))
    } else {
        Ok(text.to_owned())
    }
}

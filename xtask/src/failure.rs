//! The one error type: a sentence.

use std::fmt;

/// What went wrong and what to do next, as one sentence for the person at the terminal.
///
/// There is nothing to match on: no caller treats one failure differently from another, except that a missing
/// optional browser is reported in the summary instead of ending the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// A failure that reads `sentence`.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

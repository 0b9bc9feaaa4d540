//! What reading a file comes to.

use super::problem::{Problem, join};

/// The schema that this version reads and writes.
pub const SCHEMA: u64 = 1;

/// A value, and what was in its file that this version does not know (ignored).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted<T> {
    /// What was read.
    pub value: T,
    /// Fields without a meaning, each with the nearest that has one.
    pub unknown: Vec<Problem>,
}

/// Why a text is not the content that it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// Not JSON at all; the problem's path is `line L column C`.
    #[error("{0}")]
    NotJson(Box<Problem>),
    /// Written for a later version: the schema it carries.
    #[error("it carries schema {0}, and this version reads schema {SCHEMA}")]
    NewerSchema(u64),
    /// Every mistake in it, then every field without a meaning; never empty.
    #[error("{}", join(.0))]
    Wrong(Vec<Problem>),
}

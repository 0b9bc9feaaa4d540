//! JSON ↔ model: reading with every problem at its path, and the index. Knows no web.

mod ballots;
mod comparison;
mod index;
mod json;
mod object;
mod problem;
mod reader;
mod site;
mod tool;

pub use ballots::{ballots, write_ballots};
pub use index::{catalogue, write_catalogue};
pub use problem::Problem;

use crate::model::{Comparison, Site, Tool};
use reader::read;

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
    NotJson(Problem),
    /// Written for a later version: the schema it carries.
    #[error("it carries schema {0}, and this version reads schema {SCHEMA}")]
    NewerSchema(u64),
    /// Every mistake in it, then every field without a meaning; never empty.
    #[error("{}", problem::join(.0))]
    Wrong(Vec<Problem>),
}

/// Reads a `tools/<id>.json`.
pub fn tool(text: &str) -> Result<Noted<Tool>, ContentError> {
    read(text, tool::FIELDS, tool::file)
}

/// Reads a `comparisons/<slug>.json`.
pub fn comparison(text: &str) -> Result<Noted<Comparison>, ContentError> {
    read(text, comparison::FIELDS, comparison::file)
}

/// Reads `site.json`.
pub fn site(text: &str) -> Result<Noted<Site>, ContentError> {
    read(text, site::FIELDS, site::file)
}

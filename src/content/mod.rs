//! JSON ↔ model: reading with every problem at its path, and the index. Knows no web.

mod ballots;
mod comparison;
mod index;
mod json;
#[cfg(not(target_arch = "wasm32"))]
mod nearest;
mod object;
mod problem;
mod reader;
mod site;
mod tool;
#[cfg(not(target_arch = "wasm32"))]
mod write;

pub use ballots::{ballots, write_ballots};
pub use index::catalogue;
pub use json::{Json, Source};
#[cfg(not(target_arch = "wasm32"))]
pub use nearest::nearest;
pub use problem::Problem;
#[cfg(not(target_arch = "wasm32"))]
pub use write::write_catalogue;

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
pub fn tool(source: impl Source) -> Result<Noted<Tool>, ContentError> {
    read(source.json()?, tool::FIELDS, tool::file)
}

/// Reads a `comparisons/<slug>.json`.
pub fn comparison(source: impl Source) -> Result<Noted<Comparison>, ContentError> {
    read(source.json()?, comparison::FIELDS, comparison::file)
}

/// Reads `site.json`.
pub fn site(source: impl Source) -> Result<Noted<Site>, ContentError> {
    read(source.json()?, site::FIELDS, site::file)
}

//! JSON ↔ model: reading with every problem at its path, and the index. Knows no web.

mod at;
mod ballots;
mod comparison;
mod drawn;
mod index;
mod json;
#[cfg(not(target_arch = "wasm32"))]
mod nearest;
mod object;
mod outcome;
mod problem;
mod reader;
mod said;
mod site;
mod tool;
#[cfg(not(target_arch = "wasm32"))]
mod write;
#[cfg(not(target_arch = "wasm32"))]
mod write_more;

pub use at::MAX_NOTES;
pub use ballots::{ballots, standing, tallies, write_ballots};
pub use drawn::drawn;
pub use index::{catalogue, front};
pub use json::{Json, LARGEST, Source};
#[cfg(not(target_arch = "wasm32"))]
pub use nearest::nearest;
pub use outcome::{ContentError, Noted, SCHEMA};
pub use problem::{Problem, Rule};
pub use said::{settled, shows_nothing};
#[cfg(not(target_arch = "wasm32"))]
pub use write::{write_catalogue, write_front, write_tools};
#[cfg(not(target_arch = "wasm32"))]
pub use write_more::write_drawn;

use crate::model::{Comparison, Site, Tool};
use reader::read;
use std::sync::Arc;

/// Reads a `tools/<id>.json`.
pub fn tool(source: impl Source) -> Result<Noted<Arc<Tool>>, ContentError> {
    read(source.json()?, tool::FIELDS, tool::file)
}

/// Reads a `comparisons/<slug>.json`.
pub fn comparison(source: impl Source) -> Result<Noted<Arc<Comparison>>, ContentError> {
    read(source.json()?, comparison::FIELDS, comparison::file)
}

/// Reads `site.json`.
pub fn site(source: impl Source) -> Result<Noted<Arc<Site>>, ContentError> {
    read(source.json()?, site::FIELDS, site::file)
}

//! Content: what is published, what every mistake in it is told, and what holds for any content whatever.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use shipside::content::{ContentError, Noted};

#[path = "content/any.rs"]
mod any;
#[path = "content/mistakes.rs"]
mod mistakes;
#[path = "content/properties.rs"]
mod properties;
#[path = "content/published.rs"]
mod published;
#[path = "content/taken.rs"]
mod taken;

/// The readers of files, as native code gives them a file: its text.
mod text {
    use shipside::{
        content::{self, ContentError, Noted},
        model::{Catalogue, Comparison, Site, Tool},
    };
    use std::sync::Arc;

    pub fn tool(text: &str) -> Result<Noted<Arc<Tool>>, ContentError> {
        content::tool(text)
    }

    pub fn comparison(text: &str) -> Result<Noted<Arc<Comparison>>, ContentError> {
        content::comparison(text)
    }

    pub fn site(text: &str) -> Result<Noted<Arc<Site>>, ContentError> {
        content::site(text)
    }

    pub fn catalogue(text: &str) -> Result<Noted<Arc<Catalogue>>, ContentError> {
        content::catalogue(text)
    }
}

/// A tool with every field that there is.
const TOOL: &str = include_str!("fixtures/content/tool.json");
/// A comparison with every field, of a known tool and a whole one.
const COMPARISON: &str = include_str!("fixtures/content/comparison.json");
/// A site with every field.
const SITE: &str = include_str!("fixtures/content/site.json");
/// An index as the build writes it.
const INDEX: &str = include_str!("fixtures/content/index.json");

/// All that a reader of files says against one, line by line; what it does not know included.
fn said<T>(result: &Result<Noted<T>, ContentError>) -> Vec<String> {
    match result {
        Ok(noted) => noted.unknown.iter().map(ToString::to_string).collect(),
        Err(ContentError::Wrong(problems)) => problems.iter().map(ToString::to_string).collect(),
        Err(other) => vec![other.to_string()],
    }
}

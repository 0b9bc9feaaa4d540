//! What an address is made of.

use super::dom::text;
use wasm_bindgen::JsValue;

/// The parts of an address. The history hands them out with the path below the site's base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Starts with `/`.
    pub path: String,
    /// Without its `?`.
    pub query: String,
    /// Without its `#`.
    pub fragment: String,
}

impl Address {
    /// That of a link or a location, with its whole path.
    pub(super) fn of(it: &JsValue) -> Self {
        Self {
            path: text(it, "pathname"),
            query: text(it, "search").trim_start_matches('?').to_owned(),
            fragment: text(it, "hash").trim_start_matches('#').to_owned(),
        }
    }

    /// Whether another one leads to the same page, or to a part of it.
    pub(super) fn is_page_of(&self, other: &Self) -> bool {
        self.path == other.path && self.query == other.query
    }
}

//! What an address is made of.

use super::dom::{document, here, text};
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

/// The scheme, host and port of the page.
pub(super) fn origin() -> String {
    text(&here(), "origin")
}

/// The present path and query.
pub(super) fn page() -> String {
    text(&here(), "pathname") + &text(&here(), "search")
}

/// The present path, with the query of another.
pub(super) fn here_with_query_of(path: &str) -> String {
    let query = path.find('?').and_then(|at| path.get(at..)).unwrap_or_default();
    text(&here(), "pathname") + query
}

/// The folder that the site is deployed in, without its last slash: where its own script lies, which Trunk names in the page.
pub(super) fn base() -> String {
    let script = document().query_selector("link[rel=modulepreload]").ok().flatten();
    let href = script.and_then(|link| link.get_attribute("href")).unwrap_or_default();
    let path = href.strip_prefix(&origin()).unwrap_or(&href);
    // By its bytes: std's search for characters from behind is half a kilobyte of code.
    let last = path.bytes().rposition(|byte| byte == b'/').unwrap_or_default();
    path.get(..last).unwrap_or_default().to_owned()
}

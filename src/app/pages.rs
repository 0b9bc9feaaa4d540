//! What a page is made of, and what it is called.

use crate::model::{Catalogue, LoadError, Matchup, Route, Site};
use std::sync::Arc;

/// A page with everything it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// The latest comparisons.
    Home {
        /// What the site holds.
        catalogue: Arc<Catalogue>,
        /// What all pages share.
        site: Arc<Site>,
    },
    /// One comparison.
    Compare {
        /// The tools, and the editor's words.
        matchup: Arc<Matchup>,
        /// What all pages share.
        site: Arc<Site>,
    },
}

/// Whether both routes show the same content, seen differently at most.
pub(super) fn same_content(a: &Route, b: &Route) -> bool {
    match (a, b) {
        (Route::Compare(a), Route::Compare(b)) => a.which == b.which,
        _ => a == b,
    }
}

/// What the tab and the history call the page.
pub(super) fn title(page: &Result<Page, LoadError>, site: Option<&Site>) -> String {
    let name = site.map_or("Shipside", |site| site.name.as_str());
    match page {
        Ok(Page::Home { site, .. }) if site.tagline.is_empty() => name.to_owned(),
        Ok(Page::Home { site, .. }) => format!("{name}: {}", site.tagline),
        Ok(Page::Compare { matchup, .. }) => format!("{} · {name}", matchup.title()),
        Err(error) => format!("{} · {name}", error.heading()),
    }
}

//! Any page.

use super::{Links, Reader, compare::compare_page, home::home_page};
use crate::html::Node;
use crate::model::{Page, Site};
use std::sync::Arc;

/// The page itself, without what stands around it.
pub fn page_view(page: &Page, site: &Arc<Site>, links: &Links, reader: Reader) -> Vec<Node> {
    match page {
        Page::Home(catalogue) => home_page(catalogue, site, links),
        Page::Compare(matchup) => compare_page(matchup, site, reader),
    }
}

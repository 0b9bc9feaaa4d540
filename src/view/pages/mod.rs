//! Whole pages: what stands in `main`.

mod compare;
mod failed;
mod home;

pub use compare::compare_page;
pub use failed::{failed_page, waiting_page};
pub use home::home_page;

use super::{Links, Session};
use crate::model::{Page, Site};
use elements::AnyView;
use std::sync::Arc;

/// Any page.
pub fn page(page: &Page, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    match page {
        Page::Home(catalogue) => home_page(catalogue, site, links),
        Page::Compare(matchup) => compare_page(matchup, site, session),
    }
}

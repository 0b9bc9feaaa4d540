//! Whole pages: what stands in `main`.

mod blind;
mod compare;
mod drawn;
mod failed;
mod home;
mod lists;

pub use blind::blind_comparison;
pub use compare::compare_page;
pub use drawn::{reviewers_page, tool_page};
pub use failed::{failed_page, waiting_page};
pub use home::home_page;
pub use lists::{comparisons_page, tools_page};

use super::{Links, Session};
use crate::model::{Page, Site};
use elements::AnyView;
use std::sync::Arc;

/// Any page.
pub fn page(page: &Page, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    match page {
        Page::Home(front) => home_page(front, site, links, session),
        Page::Comparisons(catalogue) => comparisons_page(catalogue, links),
        Page::Compare(matchup) => compare_page(matchup, site, links, session),
        Page::Tools(catalogue) => tools_page(catalogue, site, links, session),
        Page::Tool(tool, page) => tool_page(tool, page, site, links, session),
        Page::Reviewers(page) => reviewers_page(page, links, session),
    }
}

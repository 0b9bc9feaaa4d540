//! A reviewer's name.

use crate::{
    model::{ReviewerId, Route, Site},
    view::Links,
};
use elements::{
    El,
    html::{a, span},
};

/// A reviewer's name, which leads to their page; of strangers to the panel, who have none, the bare name.
pub fn reviewer_link(id: &ReviewerId, site: &Site, links: &Links) -> El {
    let name = site.reviewer_name(id);
    match site.reviewer(id) {
        Some(_) => a().attr("href", links.to(&Route::Reviewer(id.clone()))).child(name),
        None => span().child(name),
    }
}

//! Who a reviewer is: the name, the kind, the motto.

use super::text::rich;
use crate::{
    model::{ReviewerId, ReviewerKind, Route, Site},
    view::Links,
};
use elements::{
    El,
    html::{a, i, span},
};

/// A reviewer's name, which leads to their page; of strangers to the panel, who have none, the bare name.
pub fn reviewer_link(id: &ReviewerId, site: &Site, links: &Links) -> El {
    let name = site.reviewer_name(id);
    match site.reviewer(id) {
        Some(_) => a().attr("href", links.to(&Route::Reviewer(id.clone()))).child(name),
        None => span().child(name),
    }
}

/// “AI reviewer”, where it is one.
pub fn kind_tag(id: &ReviewerId, site: &Site) -> Option<El> {
    let words = match site.reviewer(id).map(|member| member.kind) {
        Some(ReviewerKind::Ai) => "AI reviewer",
        Some(ReviewerKind::Human) => return None,
        None => "Not on this panel",
    };
    Some(span().class("tag").child(words))
}

/// A reviewer's motto, where they have one.
pub fn motto(id: &ReviewerId, site: &Site) -> Option<El> {
    let motto = site.reviewer(id).map(|member| member.motto.as_str()).filter(|motto| !motto.is_empty())?;
    Some(rich(i(), motto))
}

//! Who said it, what they decided, and why: a review by itself.

use crate::{
    model::{Review, ReviewerId, ReviewerKind, Site},
    view::parts::{
        split::stamp,
        text::{day, rich},
    },
};
use elements::{
    El,
    html::{blockquote, div, header, i, span},
};

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
    Some(rich(i().class("motto"), motto))
}

/// A review under its heading; `more` stands beside that.
pub fn voice(heading: El, review: &Review, more: impl elements::IntoView) -> El {
    let date = review.date.map(|date| (" ", day(date).class("soft")));
    let head = header().child((heading, " ", stamp(span(), review.verdict), more, date));
    div().class("voice").child((head, rich(blockquote(), &review.quote)))
}

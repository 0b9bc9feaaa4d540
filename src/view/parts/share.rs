//! Handing a comparison on.

use super::text::act_button;
use crate::{
    model::Wording,
    scripts::places,
    view::{Act, Desk, Session, Share},
};
use elements::{
    El,
    html::{div, h2, label, section, span, textarea},
};

/// The ways, and what has to be copied by hand.
pub fn share(desk: &Desk, session: &Session) -> El {
    let way = |share: Share, words: &'static str| act_button(session, Act::Share(share)).child(words);
    let by_hand = (!desk.by_hand.is_empty()).then(|| {
        let text = textarea().id(places::BY_HAND).attr("readonly", true).attr("rows", "8").child(desk.by_hand.as_str());
        label().child(span().child("To copy by hand")).child(text)
    });
    section()
        .class("change stack")
        .attr("aria-labelledby", "share")
        .child(h2().id("share").child("Share"))
        .child(
            div()
                .class("ways")
                .child(way(Share::Link, "Copy link"))
                .child(way(Share::Words(Wording::Markdown), "Copy as Markdown"))
                .child(way(Share::Words(Wording::Text), "Copy as text"))
                .child(desk.can_share.then(|| way(Share::Sheet, "Share…"))),
        )
        .child(by_hand)
}

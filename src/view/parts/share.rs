//! Handing a comparison on.

use crate::{
    model::Wording,
    scripts::places,
    view::{Act, Here, Session, Share},
};
use elements::{
    El, ev,
    html::{button, div, h2, label, p, section, span, textarea},
};

/// The ways, and what became of the one that was chosen.
pub fn share(here: Here, session: &Session) -> El {
    let way = |share: Share, words: &'static str| {
        let told = session.clone();
        button().attr("type", "button").on(ev::click, move |_| told.did(Act::Share(share))).child(words)
    };
    let shared = session.shared();
    let by_hand = shared.map(|shared| {
        (!shared.by_hand.is_empty()).then(|| {
            let text = textarea().id(places::BY_HAND).attr("readonly", true).attr("rows", "8").child(shared.by_hand);
            label().child((span().child("To copy by hand"), text))
        })
    });
    section().class("change stack").attr("aria-labelledby", "share").child((
        h2().id("share").child("Share"),
        div().class("ways").child((
            way(Share::Link, "Copy link"),
            way(Share::Words(Wording::Markdown), "Copy as Markdown"),
            way(Share::Words(Wording::Text), "Copy as text"),
            here.can_share.then(|| way(Share::Sheet, "Share…")),
        )),
        p().attr("role", "status").child(shared.map(|shared| shared.words)),
        by_hand,
    ))
}

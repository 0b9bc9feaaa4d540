//! The answer that a comparison begins with, and the price that cards show.

use super::text::{rich, unseen};
use crate::{
    model::{Phrase, Site, Tool, answer},
    view::Session,
};
use elements::{
    AnyView, El, IntoView,
    html::{bdi, p, section},
};
use std::sync::Arc;

/// Whom the panel prefers, in a sentence or two; follows whom this reader counts.
pub fn answer_region(tools: &[Arc<Tool>], site: &Arc<Site>, session: &Session) -> El {
    let (tools, site) = (tools.to_vec(), site.clone());
    let said = session.muted().map(move |muted| {
        let phrases = answer(&tools, &site, &muted);
        phrases.into_iter().map(phrase).collect::<Vec<_>>()
    });
    section().class("answer").attr("aria-label", "Answer").child(p().child(said))
}

fn phrase(phrase: Phrase) -> AnyView {
    match phrase {
        Phrase::Words(words) => words.into_any(),
        Phrase::Authored(text) => bdi().child(text).into_any(),
    }
}

/// The lowest price, or how one gets in.
pub fn price_from(tool: &Tool) -> El {
    rich(p().class("price-from").child(unseen("Price: ")), &tool.price.from())
}

//! The answer that embeds begin with, and the price that their cards show.

use super::{
    Reader,
    text::{rich, unseen},
};
use crate::html::{El, Node, el, live, many};
use crate::model::{Phrase, Site, Tool, answer};
use std::sync::Arc;

/// Whom the panel prefers, in a sentence or two; follows whom this reader counts.
pub(super) fn answer_region(tools: &[Arc<Tool>], site: &Arc<Site>, reader: Reader) -> El {
    let (tools, site) = (tools.to_vec(), site.clone());
    let said = live(move || phrases(answer(&tools, &site, &reader.now().muted)));
    el("section").class("answer").fixed("aria-label", "Answer").child(el("p").child(said))
}

fn phrases(phrases: Vec<Phrase>) -> Vec<Node> {
    let node = |phrase| match phrase {
        Phrase::Words(words) => many(words),
        Phrase::Authored(text) => many(el("bdi").child(text)),
    };
    phrases.into_iter().flat_map(node).collect()
}

/// The lowest price, or how one gets in.
pub(super) fn price_from(tool: &Tool) -> El {
    rich(el("p").class("price-from").child(unseen("Price: ")), &tool.price.from())
}

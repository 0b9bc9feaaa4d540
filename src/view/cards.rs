//! One tool's card: its figures, what it is, and the vote.

use super::{
    Reader,
    answer::price_from,
    split::{Judged, split_marks},
    text::{named, rich, unseen},
    vote::{tally, vote_box},
};
use crate::html::{El, el};
use crate::model::{Link, Percent, Tool};

/// A share, or “—” where there is none.
pub(super) fn figure(share: Option<Percent>) -> String {
    share.map_or_else(|| "—".to_owned(), |share| share.to_string())
}

/// A link to its place elsewhere.
pub(super) fn outward(link: &Link) -> El {
    el("a").class("source").attr("href", link.as_str()).fixed("rel", "external").child(link.place())
}

/// The card of one tool.
pub(super) fn tool_card(judged: &Judged, reader: Reader) -> El {
    let tool = &judged.tool;
    let heading = format!("tool-{}", tool.id);
    let header = el("header")
        .child(named("h2", &tool.name).attr("id", heading.clone()))
        .child(named("p", if tool.maker.is_empty() { "—" } else { &tool.maker }).class("maker"));
    let (toned, shared, voted) = (judged.clone(), judged.clone(), tool.clone());
    let share = el("dd").live_attr("class", move || tone(toned.split().share())).live_text(move || shared.figure());
    let list = el("dl")
        .child(el("div").class("share").child(el("dt").child("Panel ship")).child(share))
        .child(
            el("div")
                .child(el("dt").child("Community"))
                .child(el("dd").live_text(move || figure(tally(&voted, reader).share()))),
        )
        .child(el("div").child(el("dt").child("Entry")).child(el("dd").child(tool.price.entry.word())));
    el("article")
        .class("card")
        .attr("aria-labelledby", heading)
        .child(header)
        .child(el("div").class("figures").child(list).child(price_from(tool)).child(split_marks(judged)))
        .child(vote_box(tool, reader))
        .child(prose(tool))
}

fn prose(tool: &Tool) -> El {
    let home = |link| el("p").child(outward(link).child(unseen(format!(", home of {}", tool.name))));
    el("div")
        .class("prose")
        .child(named("p", &tool.name).class("whose").fixed("aria-hidden", "true"))
        .child(rich(el("p").class("tagline"), &tool.tagline))
        .child(rich(el("p"), &tool.description))
        .child(tool.url.as_ref().map(home))
}

/// Colour for the clear cases only: it repeats what the figure says.
fn tone(share: Option<Percent>) -> Option<String> {
    match share {
        Some(Percent(0..50)) => Some("low".to_owned()),
        Some(Percent(75..)) => Some("high".to_owned()),
        _ => None,
    }
}

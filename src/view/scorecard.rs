//! The reviewer scorecard: one row a reviewer, every quote whole.

use super::{
    Reader,
    split::{Judged, stamp},
    text::{named, rich},
};
use crate::html::{El, el, live, many};
use crate::model::{Review, ReviewerId, ReviewerKind, Site};
use crate::scripts::hooks;

/// All reviews of the tools, by reviewer.
pub(super) fn scorecard(tools: &[Judged], site: &Site, reader: Reader) -> El {
    let rows: Vec<El> = speakers(tools, site).iter().map(|id| row(id, tools, site, reader)).collect();
    let none =
        rows.is_empty().then(|| el("p").class("soft").child("Nobody on the panel has reviewed these tools yet."));
    el("section")
        .class("scorecard")
        .fixed("aria-labelledby", "scorecard")
        .child(el("h2").fixed("id", "scorecard").child("Reviewer scorecard"))
        .child(none)
        .child(if rows.is_empty() { Vec::new() } else { tools.iter().map(outcome).collect() })
        .child(rows)
}

/// Everybody who reviewed one of the tools, in the panel's order; strangers to the panel last.
pub(super) fn speakers(tools: &[Judged], site: &Site) -> Vec<ReviewerId> {
    let mut ids: Vec<ReviewerId> = site.panel.iter().map(|member| member.id.clone()).collect();
    ids.retain(|id| tools.iter().any(|judged| judged.tool.review_by(id).is_some()));
    for review in tools.iter().flat_map(|judged| &judged.tool.reviews) {
        if !ids.contains(&review.reviewer) {
            ids.push(review.reviewer.clone());
        }
    }
    ids
}

fn outcome(judged: &Judged) -> El {
    let (classed, said) = (judged.clone(), judged.clone());
    let class =
        move || Some(if classed.split().dissenters().is_empty() { "outcome" } else { "outcome dissent" }.to_owned());
    el("p")
        .live_attr("class", class)
        .child(named("strong", &judged.tool.name))
        .child(": ")
        .child(el("span").live_text(move || said.sentence()))
}

fn row(id: &ReviewerId, tools: &[Judged], site: &Site, reader: Reader) -> El {
    let member = site.reviewer(id);
    let motto = member.map(|member| member.motto.as_str()).filter(|motto| !motto.is_empty());
    let tag = match member.map(|member| member.kind) {
        Some(ReviewerKind::Ai) => Some("AI reviewer"),
        Some(ReviewerKind::Human) => None,
        None => Some("Not on this panel"),
    };
    let quotes: Vec<El> = tools.iter().map(|judged| quote(&judged.tool.name, judged.tool.review_by(id))).collect();
    let muted = id.clone();
    let muted =
        move || many(reader.now().muted.contains(&muted).then(|| (" ", el("span").class("tag").child("Not counted"))));
    let header = el("header")
        .child(el("h3").child(site.reviewer_name(id)))
        .child(motto.map(|motto| (" ", rich(el("i"), motto))))
        .child(tag.map(|tag| (" ", el("span").class("tag").child(tag))))
        .child(live(muted));
    el("div")
        .class("reviewer")
        .attr("id", format!("reviewer-{id}"))
        .child(header)
        .child(el("div").class("side-by-side").attr(hooks::TOOLS, tools.len().to_string()).child(quotes))
}

fn quote(name: &str, review: Option<&Review>) -> El {
    let heading = el("p").class("heading").child(named("span", name).class("whose"));
    let Some(review) = review else {
        return el("div").class("review none").child(heading).child(el("p").class("soft").child("No review."));
    };
    let date = review.date.map(|date| (" ", el("time").class("soft").child(date.to_string())));
    el("div")
        .class("review")
        .child(heading.child(" ").child(stamp(review.verdict)).child(date))
        .child(rich(el("blockquote"), &review.quote))
}

//! The reviewer scorecard: one row a reviewer, every quote whole.

use super::{
    reviewer::reviewer_link,
    split::{Judged, stamp},
    text::{named, rich},
};
use crate::{
    model::{Review, ReviewerId, ReviewerKind, Site},
    scripts::hooks,
    view::{Links, Session},
};
use elements::{
    El,
    html::{blockquote, div, h2, h3, header, i, p, section, span, strong, time},
};

/// All reviews of the tools, by reviewer.
pub fn scorecard(tools: &[Judged], site: &Site, links: &Links, session: &Session) -> El {
    let rows: Vec<El> = speakers(tools, site).iter().map(|id| row(id, tools, site, links, session)).collect();
    let none = rows.is_empty().then(|| p().class("soft").child("Nobody on the panel has reviewed these tools yet."));
    let outcomes: Vec<El> = if rows.is_empty() { Vec::new() } else { tools.iter().map(outcome).collect() };
    section().class("scorecard").attr("aria-labelledby", "scorecard").child((
        h2().id("scorecard").child("Reviewer scorecard"),
        none,
        outcomes,
        rows,
    ))
}

/// Everybody who reviewed one of the tools, in the panel's order; strangers to the panel last.
pub fn speakers(tools: &[Judged], site: &Site) -> Vec<ReviewerId> {
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
    let dissent = judged.split.map(|split| (!split.dissenters().is_empty()).then_some("dissent"));
    p().class("outcome").class(dissent).child((
        named(strong(), &judged.tool.name),
        ": ",
        span().child(judged.sentence()),
    ))
}

fn row(id: &ReviewerId, tools: &[Judged], site: &Site, links: &Links, session: &Session) -> El {
    let member = site.reviewer(id);
    let motto = member.map(|member| member.motto.as_str()).filter(|motto| !motto.is_empty());
    let tag = match member.map(|member| member.kind) {
        Some(ReviewerKind::Ai) => Some("AI reviewer"),
        Some(ReviewerKind::Human) => None,
        None => Some("Not on this panel"),
    };
    let quotes: Vec<El> = tools.iter().map(|judged| quote(&judged.tool.name, judged.tool.review_by(id))).collect();
    let left_out = session.is_muted(id).map(|muted| muted.then(|| (" ", span().class("tag").child("Not counted"))));
    let header = header().child((
        h3().child(reviewer_link(id, site, links)),
        motto.map(|motto| (" ", rich(i(), motto))),
        tag.map(|tag| (" ", span().class("tag").child(tag))),
        left_out,
    ));
    div()
        .class("reviewer")
        .id(format!("reviewer-{id}"))
        .child((header, div().class("side-by-side").attr(hooks::TOOLS, tools.len().to_string()).child(quotes)))
}

fn quote(name: &str, review: Option<&Review>) -> El {
    let heading = p().class("heading").child(named(span().class("whose"), name));
    let Some(review) = review else {
        return div().class("review none").child((heading, p().class("soft").child("No review.")));
    };
    let date = review.date.map(|date| (" ", time().class("soft").child(date.to_string())));
    div().class("review").child((heading.child((" ", stamp(review.verdict), date)), rich(blockquote(), &review.quote)))
}

//! The reviewer scorecard: one row a reviewer, every quote whole.

use super::{Reader, split::Stamp, text::rich};
use crate::model::{Review, ReviewerId, ReviewerKind, Site, Split, Tool};
use leptos::prelude::*;
use std::sync::Arc;

/// All reviews of the tools, by reviewer.
#[component]
pub(super) fn Scorecard<'a>(
    /// The tools with their splits, in order.
    tools: &'a [(Arc<Tool>, Memo<Split>)],
    /// Who is on the panel.
    site: &'a Site,
    /// Who chose whom to count.
    reader: Reader,
) -> impl IntoView + use<> {
    let splits = tools.iter().map(|(tool, split)| split_line(&tool.name, *split)).collect_view();
    let rows = speakers(tools, site).into_iter().map(|id| row(&id, tools, site, reader)).collect_view();
    view! {
        <section class="scorecard" aria-labelledby="scorecard">
            <h2 id="scorecard">"Reviewer scorecard"</h2>
            {splits}
            {rows}
        </section>
    }
}

/// Everybody who reviewed one of the tools, in the panel's order; strangers to the panel last.
fn speakers(tools: &[(Arc<Tool>, Memo<Split>)], site: &Site) -> Vec<ReviewerId> {
    let mut ids: Vec<ReviewerId> = Vec::new();
    for review in tools.iter().flat_map(|(tool, _)| &tool.reviews) {
        if !ids.contains(&review.reviewer) {
            ids.push(review.reviewer.clone());
        }
    }
    ids.sort_by_key(|id| site.seat(id));
    ids
}

fn split_line(name: &str, split: Memo<Split>) -> impl IntoView + use<> {
    let name = name.to_owned();
    let dissent = move || !split.read().dissenters().is_empty();
    view! {
        <p class="outcome" class:dissent=dissent>
            <strong dir="auto">{name}</strong> ": "
            {move || split.read().sentence().unwrap_or_else(|| "no review counted".to_owned())}
        </p>
    }
}

fn row(id: &ReviewerId, tools: &[(Arc<Tool>, Memo<Split>)], site: &Site, reader: Reader) -> impl IntoView + use<> {
    let member = site.reviewer(id);
    let name = site.reviewer_name(id);
    let motto = member.map(|member| member.motto.clone()).filter(|motto| !motto.is_empty());
    let tag = match member.map(|member| member.kind) {
        Some(ReviewerKind::Ai) => Some("AI reviewer"),
        Some(ReviewerKind::Human) => None,
        None => Some("Not on this panel"),
    };
    let quotes = tools.iter().map(|(tool, _)| quote(&tool.name, tool.review_by(id))).collect_view();
    let muted = {
        let id = id.clone();
        Signal::derive(move || reader.muted.read().contains(&id))
    };
    view! {
        <div class="reviewer" class:muted=move || muted.get() id=format!("reviewer-{id}")>
            <header>
                <h3>{name}</h3>
                {motto.map(|motto| view! { <i dir="auto">{motto}</i> })}
                {tag.map(|tag| view! { <span class="tag">{tag}</span> })}
                {move || muted.get().then(|| view! { <span class="tag">"Not counted"</span> })}
            </header>
            <div class="side-by-side" data-tools=tools.len().to_string()>{quotes}</div>
        </div>
    }
}

fn quote(name: &str, review: Option<&Review>) -> impl IntoView + use<> {
    let name = name.to_owned();
    match review {
        None => view! {
            <div class="review none"><p class="heading"><span class="whose" dir="auto">{name}</span></p><p class="soft">"No review."</p></div>
        }
        .into_any(),
        Some(review) => view! {
            <div class="review">
                <p class="heading">
                    <span class="whose" dir="auto">{name}</span>
                    <Stamp verdict=review.verdict/>
                    {review.date.map(|date| view! { <time class="soft">{date.to_string()}</time> })}
                </p>
                <blockquote dir="auto">{rich(&review.quote)}</blockquote>
            </div>
        }
        .into_any(),
    }
}

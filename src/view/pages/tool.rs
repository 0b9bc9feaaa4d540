//! Everything about one tool.

use crate::{
    model::{Alternative, Portrait, Review, Route, Site, Tool, fact_rows},
    view::{
        Links, Session,
        parts::{
            cards::tool_card,
            counted::counted_notice,
            known::{facts_list, history, part, since},
            listed::{listed_link, listed_tool},
            panel::your_panel,
            pictures::{interval_picture, prices_picture, split_picture},
            pricing::pricing,
            scorecard::speakers,
            split::Judged,
            text::named,
            voice::{kind_tag, motto, reviewer_link, voice},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, h1, h3, ol, p, span, ul},
};
use std::{slice, sync::Arc};

/// The page of one tool.
#[inline(never)]
pub fn tool_page(portrait: &Portrait, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let (tool, related) = (&portrait.tool, &portrait.related);
    let judged = Judged::new(tool, site, session);
    let comparisons: Vec<El> = related.comparisons.iter().map(|summary| listed_link(summary, links)).collect();
    let alternatives: Vec<El> = related.alternatives.iter().map(|it| alternative(it, links, session)).collect();
    let comparisons = match comparisons.is_empty() {
        true => p().class("soft").child("It is in no comparison yet."),
        false => ul().class("links").child(comparisons),
    };
    let alternatives = match alternatives.is_empty() {
        true => p().class("soft").child("Nothing here is much like it."),
        false => ol().class("comparisons").child(alternatives),
    };
    let way = a().attr("href", links.to(&Route::Tools)).child("All tools");
    let below = div().class("below").child((
        panel(&judged, site, links, session),
        facts_list(&fact_rows(slice::from_ref(tool), site)),
        pricing(slice::from_ref(tool)).child(prices_picture(&tool.price)),
        history(tool, session),
        part("comparisons-of", "Comparisons").child(comparisons),
        part("alternatives", "Alternatives").child(alternatives),
    ));
    div()
        .class("tool")
        .child((
            p().class("eyebrow").child((way, " · ", named(span(), &tool.category))),
            tool_card(named(h1().attr("tabindex", "-1"), &tool.name), &judged, session),
            since(tool, session),
            counted_notice(site, session),
            below,
        ))
        .into_any()
}

/// How the panel and the community divided, who counts, and every review whole.
#[inline(never)]
fn panel(judged: &Judged, site: &Arc<Site>, links: &Links, session: &Session) -> El {
    let tool = &judged.tool;
    let tally = session.tally(tool, &session.choice(&tool.id));
    let one = slice::from_ref(judged);
    let pictures = div()
        .class("side-by-side")
        .child((judged.split.map(|split| split_picture(&split)), tally.map(interval_picture)));
    let reviews = speakers(one, site)
        .into_iter()
        .filter_map(|id| tool.review_by(&id).map(|it| review(it, tool, site, links, session)));
    let reviews: Vec<El> = reviews.collect();
    let reviews = match reviews.is_empty() {
        true => p().class("soft").child("Nobody on the panel has reviewed it yet."),
        false => div().child(reviews),
    };
    part("panel", "Panel").class("verdicts").child((pictures, your_panel(one, site, session), reviews))
}

fn review(review: &Review, tool: &Tool, site: &Site, links: &Links, session: &Session) -> El {
    let id = &review.reviewer;
    let left_out = session.is_muted(id).map(|muted| muted.then(|| (" ", span().class("tag").child("Not counted"))));
    let tag = kind_tag(id, site).map(|tag| (" ", tag));
    let motto = motto(id, site).map(|motto| (" ", motto));
    voice(h3().child(reviewer_link(id, site, links)), review, (motto, tag, left_out)).id(format!("{id}.{}", tool.id))
}

fn alternative(it: &Alternative, links: &Links, session: &Session) -> El {
    listed_tool(h3(), &it.tool, links, session).child(named(p().class("why"), &it.why))
}

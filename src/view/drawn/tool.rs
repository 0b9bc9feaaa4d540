//! One tool, as drawn when the site is built.

use super::{
    part::{part, slot},
    pictures::{interval_picture, prices_picture, split_picture},
    voice::voice,
};
use crate::{
    model::{Alternative, Change, Fact, FactRow, Pick, Related, Review, Route, Site, Split, Tool, ToolId, fact_rows},
    view::{
        Links,
        parts::{
            cards::outward,
            facts::row_header,
            listed::listed_link,
            panel::quote_id,
            pricing::pricing,
            reviewer::{kind_tag, motto, reviewer_link},
            sketched::slots,
            text::{day, named, rich},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, h3, li, ol, p, small, span, table, tbody, td, tr, ul},
};
use std::{cmp::Reverse, slice, sync::Arc};

/// The page of one tool.
pub fn tool(tool: &Arc<Tool>, related: &Related, site: &Site, links: &Links) -> AnyView {
    let way = a().attr("href", links.to(&Route::Tools)).child("All tools");
    let one = slice::from_ref(tool);
    let below = div().class("below").child((
        panel(tool, site, links),
        facts(&fact_rows(one, site, str::eq)),
        pricing(one).child(prices_picture(&tool.price)),
        (!tool.history.is_empty()).then(|| history(&tool.history)),
        onward(related, links),
    ));
    let page = div().class("tool").child((
        p().class("eyebrow").child((way, " · ", named(span(), &tool.category))),
        slot(slots::CARD, ""),
        p().child(pick(&tool.id, &tool.name)),
        slot(slots::SINCE, tool.history.len()),
        slot(slots::COUNTED, ""),
        below,
    ));
    page.into_any()
}

/// How the panel and the community divided, who counts, and every review whole: in the panel's order, strangers to it last.
fn panel(tool: &Tool, site: &Site, links: &Links) -> El {
    let pictures = (split_picture(&Split::of(tool, site, &[])), tool.community.and_then(interval_picture));
    let seated = site.panel.iter().filter_map(|member| tool.review_by(&member.id));
    let strangers = tool.reviews.iter().filter(|review| site.reviewer(&review.reviewer).is_none());
    let reviews: Vec<El> = seated.chain(strangers).map(|it| review(it, tool, site, links)).collect();
    let none = "Nobody on the panel has reviewed it yet.";
    let none = reviews.is_empty().then(|| p().class("soft").child(none));
    let pictures = div().class("side-by-side").child(pictures);
    part("panel", "Panel").class("verdicts").child((pictures, slot(slots::PANEL, ""), none, reviews))
}

fn review(review: &Review, tool: &Tool, site: &Site, links: &Links) -> El {
    let id = &review.reviewer;
    let (motto, tag) = (motto(id, site).map(|it| (" ", it.class("motto"))), kind_tag(id, site).map(|it| (" ", it)));
    let name = h3().child(reviewer_link(id, site, links));
    voice(name, review, (motto, tag, slot(slots::OUT, id))).id(quote_id(id, &tool.id))
}

fn facts(rows: &[FactRow]) -> El {
    let value = |fact: &Fact| {
        let claimed = fact.claimed.then(|| (" ", small().class("claimed").child("as claimed")));
        (rich(span(), &fact.value), claimed, fact.source.as_ref().map(|link| (" ", outward(link))))
    };
    let row = |(at, row): (usize, &FactRow)| {
        let values: Vec<_> = row.cells.iter().flatten().map(value).collect();
        tr().child((row_header(at, row).attr("aria-label", row.label.as_str()), td().child(values)))
    };
    let section = part("facts", "Facts").class("known");
    if rows.is_empty() {
        return section.child(p().class("soft").child("No facts are listed."));
    }
    let rows: Vec<El> = rows.iter().enumerate().map(row).collect();
    section.child(table().attr("aria-labelledby", "facts").child(tbody().child(rows)))
}

/// What changed, the latest first.
fn history(changes: &[Change]) -> El {
    let mut latest: Vec<&Change> = changes.iter().collect();
    latest.sort_by_key(|change| Reverse(change.date));
    let entry = |(up_to, it): (usize, &&Change)| {
        li().child((day(it.date), " ", rich(span(), &it.change), slot(slots::NEW, up_to)))
    };
    let entries: Vec<El> = (1..=latest.len()).rev().zip(&latest).map(entry).collect();
    part("history", "History").class("history").child(ul().child(entries))
}

/// The comparisons that it is in, and what one could use instead.
fn onward(related: &Related, links: &Links) -> AnyView {
    let comparisons: Vec<El> = related.comparisons.iter().map(|summary| listed_link(summary, links)).collect();
    let alternatives: Vec<El> = related.alternatives.iter().map(|it| alternative(it, links)).collect();
    let comparisons = match comparisons.is_empty() {
        true => p().class("soft").child("It is in no comparison yet."),
        false => ul().class("links").child(comparisons),
    };
    let alternatives = match alternatives.is_empty() {
        true => p().class("soft").child("Nothing here is much like it."),
        false => ol().class("alternatives").child(alternatives),
    };
    (part("comparisons", "Comparisons").child(comparisons), part("alternatives", "Alternatives").child(alternatives))
        .into_any()
}

/// Its panel figure is left out: that would have to follow the reader's panel.
fn alternative(it: &Alternative, links: &Links) -> El {
    let href = (!it.tool.pageless).then(|| links.to(&Route::Tool(it.tool.id.clone())));
    li().child((
        h3().child(named(a().attr("href", href), &it.tool.name)),
        named(p(), &it.tool.tagline),
        named(p().class("why"), &it.why),
        named(p().class("soft"), &it.tool.price()),
        (!it.tool.pageless).then(|| pick(&it.tool.id, &it.tool.name)),
    ))
}

/// The button that picks a tool.
fn pick(id: &ToolId, name: &str) -> El {
    slot(slots::PICK, Pick { id: id.clone(), name: name.to_owned() }.line())
}

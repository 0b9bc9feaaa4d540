//! What the page of a tool says besides its card, as drawn when the site is built.

use super::{
    pictures::{interval_picture, prices_picture, split_picture},
    voice::{kind_tag, motto, voice},
};
use crate::{
    model::{Alternative, Change, Fact, FactRow, Price, Related, Review, Site, Split, Tool, fact_rows},
    view::{
        Links,
        parts::{
            cards::outward,
            known::part,
            listed::{listed_link, tool_name},
            pricing::pricing,
            reviewer::reviewer_link,
            text::{named, rich},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{h3, li, ol, p, small, span, table, tbody, td, th, time, tr, ul},
};
use std::{slice, sync::Arc};

/// How the panel and the community divided.
pub fn pictures(tool: &Tool, site: &Site) -> AnyView {
    (split_picture(&Split::of(tool, site, &[])), tool.community.and_then(interval_picture)).into_any()
}

/// A review of it.
pub fn review(review: &Review, site: &Site, links: &Links) -> El {
    let id = &review.reviewer;
    let more = (motto(id, site).map(|it| (" ", it)), kind_tag(id, site).map(|it| (" ", it)));
    voice(h3().child(reviewer_link(id, site, links)), review, more)
}

/// Facts and prices.
pub fn known(tool: &Arc<Tool>, site: &Site) -> AnyView {
    let one = slice::from_ref(tool);
    (facts(&fact_rows(one, site)), prices(one, &tool.price)).into_any()
}

fn facts(rows: &[FactRow]) -> El {
    let value = |fact: &Fact| {
        let claimed = fact.claimed.then(|| (" ", small().class("claimed").child("as claimed")));
        (rich(span(), &fact.value), claimed, fact.source.as_ref().map(|link| (" ", outward(link))))
    };
    let row = |row: &FactRow| {
        let definition = (!row.definition.is_empty()).then(|| (" ", rich(small(), &row.definition)));
        let values: Vec<_> = row.cells.iter().flatten().map(value).collect();
        tr().child((th().attr("scope", "row").child((row.label.as_str(), definition)), td().child(values)))
    };
    let section = part("facts", "Facts").class("known");
    if rows.is_empty() {
        return section.child(p().class("soft").child("No facts are listed."));
    }
    let rows: Vec<El> = rows.iter().map(row).collect();
    section.child(table().attr("aria-labelledby", "facts").child(tbody().child(rows)))
}

fn prices(tools: &[Arc<Tool>], price: &Price) -> El {
    pricing(tools).child(prices_picture(price))
}

/// One change of it.
pub fn change(change: &Change) -> AnyView {
    (time().child(change.date.to_string()), " ", rich(span(), &change.change)).into_any()
}

/// The comparisons that it is in, and what one could use instead.
pub fn onward(related: &Related, links: &Links) -> AnyView {
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
    li().child((
        h3().child(tool_name(&it.tool, links)),
        named(p(), &it.tool.tagline),
        named(p().class("why"), &it.why),
        named(p().class("soft"), &it.tool.price()),
    ))
}

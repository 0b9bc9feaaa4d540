//! The latest comparisons.

use crate::{
    model::{Brief, Catalogue, Route, Site, Summary, Which},
    view::{
        Links,
        parts::{
            cards::figure,
            text::{named, rich, unseen},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, b, div, h1, h2, li, ol, p, span, time, ul},
};

/// The home page: every comparison, latest first.
pub fn home_page(catalogue: &Catalogue, site: &Site, links: &Links) -> AnyView {
    let heading = h1().attr("tabindex", "-1");
    let heading = if site.tagline.is_empty() { named(heading, &site.name) } else { rich(heading, &site.tagline) };
    let list: Vec<El> = catalogue.comparisons.iter().map(|summary| item(summary, catalogue, links)).collect();
    let list = if list.is_empty() {
        p().child("There is no comparison here yet.")
    } else {
        ol().class("comparisons").child(list)
    };
    (div().class("title stack").child(heading), list).into_any()
}

fn item(summary: &Summary, catalogue: &Catalogue, links: &Links) -> El {
    let href = links.to(&Route::Compare(Which::Slug(summary.slug.clone())));
    let tools: Vec<El> = summary.tools.iter().filter_map(|id| catalogue.tool(id)).map(line).collect();
    li().child((
        h2().child(named(a(), &summary.title).attr("href", href)),
        summary.published.map(|date| p().class("soft").child(time().child(date.to_string()))),
        ul().child(tools),
    ))
}

fn line(tool: &Brief) -> El {
    let meaning = if tool.share().is_some() { " of the panel ship it" } else { " no panel figure" };
    li().child((
        named(span().class("name"), &tool.name),
        " ",
        b().child((figure(tool.share()), unseen(meaning))),
        " ",
        span().class("entry").child(tool.entry.word()),
    ))
}

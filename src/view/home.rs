//! The latest comparisons.

use super::{
    Links,
    cards::figure,
    text::{named, unseen},
};
use crate::html::{El, Node, el, many};
use crate::model::{Brief, Catalogue, Comparing, Route, Site, Summary};

/// The home page: every comparison, latest first.
pub fn home_page(catalogue: &Catalogue, site: &Site, links: &Links) -> Vec<Node> {
    let heading = if site.tagline.is_empty() { &site.name } else { &site.tagline };
    let list: Vec<El> = catalogue.comparisons.iter().map(|summary| item(summary, catalogue, links)).collect();
    let list = if list.is_empty() {
        el("p").child("There is no comparison here yet.")
    } else {
        el("ol").class("comparisons").child(list)
    };
    many((el("div").class("title stack").child(named("h1", heading).fixed("tabindex", "-1")), list))
}

fn item(summary: &Summary, catalogue: &Catalogue, links: &Links) -> El {
    let href = links.to(&Route::Compare(Comparing::slug(summary.slug.clone())));
    let tools: Vec<El> = summary.tools.iter().filter_map(|id| catalogue.tool(id)).map(line).collect();
    let date = summary.published.map(|date| el("p").class("soft").child(el("time").child(date.to_string())));
    el("li")
        .child(el("h2").child(named("a", &summary.title).attr("href", href)))
        .child(date)
        .child(el("ul").child(tools))
}

fn line(tool: &Brief) -> El {
    let meaning = if tool.share().is_some() { " of the panel ship it" } else { " no panel figure" };
    el("li")
        .child(named("span", &tool.name).class("name"))
        .child(" ")
        .child(el("b").child(figure(tool.share())).child(unseen(meaning)))
        .child(" ")
        .child(el("span").class("entry").child(tool.entry.word()))
}

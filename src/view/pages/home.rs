//! The front of the site.

use crate::{
    model::{Front, Route, Site, ToolChange, counted},
    view::{
        Links, Session,
        parts::{
            counted::counted_notice,
            listed::listed_comparison,
            text::{named, rich},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, h1, h2, li, ol, p, section, time, ul},
};
use std::sync::Arc;

/// The home page: the newest comparisons, and the ways to all others.
pub fn home_page(front: &Front, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let heading = h1().attr("tabindex", "-1");
    let heading = if site.tagline.is_empty() { named(heading, &site.name) } else { rich(heading, &site.tagline) };
    let newest = &front.newest;
    let list: Vec<El> =
        newest.comparisons.iter().map(|summary| listed_comparison(summary, newest, links, session)).collect();
    let list = if list.is_empty() {
        p().child("There is no comparison here yet.")
    } else {
        ol().class("comparisons").child(list)
    };
    let ways = p().class("ways").child((
        a().attr("href", links.to(&Route::Comparisons))
            .child(format!("All {}", counted(front.comparisons as usize, "comparison"))),
        " ",
        a().attr("href", links.to(&Route::Tools)).child(format!("All {}", counted(front.tools as usize, "tool"))),
    ));
    (
        div().class("title stack").child(heading),
        counted_notice(site, session),
        section().attr("aria-labelledby", "newest").child((h2().id("newest").child("Newest comparisons"), list, ways)),
        (!front.changes.is_empty()).then(|| changes(&front.changes, links)),
    )
        .into_any()
}

fn changes(changes: &[ToolChange], links: &Links) -> El {
    let entry = |it: &ToolChange| {
        li().child((
            time().child(it.change.date.to_string()),
            " ",
            named(a(), &it.name).attr("href", links.to(&Route::Tool(it.tool.clone()))),
            ": ",
            rich(elements::html::span(), &it.change.change),
        ))
    };
    section().class("changes").attr("aria-labelledby", "changes").child((
        h2().id("changes").child("What changed lately"),
        ul().child(changes.iter().map(entry).collect::<Vec<_>>()),
    ))
}

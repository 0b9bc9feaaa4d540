//! Lists of all there is: comparisons by category, and tools.

use crate::{
    model::{Catalogue, Of, Route, Summary, counted},
    view::{
        Links, Session,
        parts::{explore::explore_bar, listed::list, text::named},
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, h1, h2, li, p, section, time, ul},
};
use std::sync::Arc;

/// Every comparison, by category: plain links. One with tools of several categories stands in each.
pub fn comparisons_page(catalogue: &Catalogue, links: &Links) -> AnyView {
    let mut sections: Vec<El> = Vec::new();
    for category in catalogue.categories().iter().filter(|category| category.comparisons > 0) {
        let mut within = ul().class("links");
        for summary in &catalogue.comparisons {
            if catalogue.categories_of(summary).contains(&category.name.as_str()) {
                within = within.child(link(summary, links));
            }
        }
        sections.push(section().child((named(h2().id(category.anchor()), &category.name), within)));
    }
    (
        div().class("title stack").child((
            h1().attr("tabindex", "-1").child("All comparisons"),
            p().class("soft").child(counted(catalogue.comparisons.len(), "comparison")),
        )),
        sections,
    )
        .into_any()
}

fn link(summary: &Summary, links: &Links) -> El {
    let date = summary.published.map(|date| (" ", time().class("soft").child(date.to_string())));
    li().child((named(a(), &summary.title).attr("href", links.to(&Route::comparison(&summary.slug))), date))
}

/// Every tool.
pub fn tools_page(catalogue: &Arc<Catalogue>, links: &Links, session: &Session) -> AnyView {
    let sought = session.sought(Of::Tools);
    (
        div().class("title stack").child(h1().attr("tabindex", "-1").child("All tools")),
        explore_bar(Of::Tools, catalogue.tools.len(), &catalogue.categories(), &sought, session),
        section().child((h2().class("sr").child("Tools"), list(Of::Tools, catalogue, &sought, links, session))),
    )
        .into_any()
}

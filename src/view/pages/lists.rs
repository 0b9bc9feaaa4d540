//! Lists of all there is: comparisons by category, and tools.

use crate::{
    model::{Catalogue, Of, Site, counted},
    view::{
        Links, Session,
        parts::{
            counted::counted_notice,
            explore::{explore_bar, slash_choice},
            listed::{list, listed_link},
            sketched::sketched,
            text::named,
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{div, h1, h2, noscript, p, section, ul},
};
use std::sync::Arc;

/// Every comparison, by category: plain links. One with tools of several categories stands in each.
pub fn comparisons_page(catalogue: &Catalogue, links: &Links) -> AnyView {
    let mut sections: Vec<El> = Vec::new();
    for category in catalogue.categories().iter().filter(|category| category.comparisons > 0) {
        let mut within = ul().class("links");
        for summary in &catalogue.comparisons {
            if catalogue.categories_of(summary).contains(&category.name.as_str()) {
                within = within.child(listed_link(summary, links));
            }
        }
        sections.push(section().child(named(h2().id(category.anchor()), &category.name)).child(within));
    }
    (
        div()
            .class("title stack")
            .child(h1().attr("tabindex", "-1").child("All comparisons"))
            .child(p().class("soft").child(counted(catalogue.comparisons.len() as u64, "comparison")))
            // At addresses with `tools=` this is what the page came with.
            .child(noscript().child("Comparing tools of your own choice needs JavaScript.")),
        sections,
    )
        .into_any()
}

/// Every tool.
pub fn tools_page(catalogue: &Arc<Catalogue>, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let sought = session.sought(Of::Tools);
    (
        div().class("title stack").child(h1().attr("tabindex", "-1").child("All tools")),
        explore_bar(Of::Tools, catalogue.tools.len(), &catalogue.categories(), &sought, session),
        counted_notice(site, session),
        section()
            .child(h2().class("sr").child("Tools"))
            .child(list(Of::Tools, catalogue, &sought, links, session))
            .child(slash_choice(session)),
        sketched(&catalogue.plot, links, &|_, _, inside| inside),
    )
        .into_any()
}

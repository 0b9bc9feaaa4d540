//! Lists of all there is: comparisons by category, and tools.

use crate::{
    model::{Catalogue, Of, Route, Sought, Summary, counted},
    view::{
        Links, Session,
        parts::{
            explore::{after_list, explore_bar},
            listed::Listing,
            text::named,
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, h1, h2, li, ol, p, section, time, ul},
};
use std::sync::Arc;

/// Every comparison, by category: plain links. One with tools of several categories stands in each.
pub fn comparisons_page(catalogue: &Catalogue, links: &Links) -> AnyView {
    let categories = catalogue.categories();
    let within = |name: &str| -> Vec<El> {
        let is_in = |summary: &&Summary| catalogue.categories_of(summary).contains(&name);
        catalogue.comparisons.iter().filter(is_in).map(|summary| link(summary, links)).collect()
    };
    let sections: Vec<El> = categories
        .iter()
        .filter(|category| category.comparisons > 0)
        .map(|category| {
            section().child((
                named(h2().id(category.anchor()), &category.name),
                ul().class("links").child(within(&category.name)),
            ))
        })
        .collect();
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
    let list = sought.map({
        let (all, links, session) = (catalogue.clone(), links.clone(), session.clone());
        move |sought| tools(&sought, &all, &links, &session)
    });
    (
        div().class("title stack").child(h1().attr("tabindex", "-1").child("All tools")),
        explore_bar(Of::Tools, catalogue.tools.len(), &catalogue.categories(), &sought, session),
        list,
        after_list(Of::Tools, &sought, session),
    )
        .into_any()
}

/// The entries: what was found, or all.
fn tools(sought: &Sought, all: &Catalogue, links: &Links, session: &Session) -> El {
    let entries: Vec<El> = match sought {
        Sought::Found(found) => {
            let listing = Listing { catalogue: &found.finder.catalogue, found: Some(found), links, session };
            let tools = found.shown().iter().filter_map(|at| listing.catalogue.tools.get(*at));
            tools.map(|tool| listing.tool(h2(), tool)).collect()
        }
        _ => {
            let listing = Listing { catalogue: all, found: None, links, session };
            all.tools.iter().map(|tool| listing.tool(h2(), tool)).collect()
        }
    };
    ol().class("comparisons").child(entries)
}

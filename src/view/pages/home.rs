//! The front of the site.

use crate::{
    model::{Category, Front, Of, Route, Site, Sought, ToolChange, counted, grouped},
    view::{
        Links, Session,
        parts::{
            counted::counted_notice,
            explore::{explore_bar, slash_choice},
            listed::list,
            sketched::sketched,
            text::{day, named, rich},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, h1, h2, li, nav, p, section, span, ul},
};
use std::sync::Arc;

/// The home page: the newest comparisons, and the ways to all others.
pub fn home_page(front: &Front, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let heading = h1().attr("tabindex", "-1");
    let heading = if site.tagline.is_empty() { named(heading, &site.name) } else { rich(heading, &site.tagline) };
    let sought = session.sought(Of::Comparisons);
    let list = if front.comparisons == 0 {
        p().child("There is no comparison here yet.").into_any()
    } else {
        list(Of::Comparisons, &front.newest, &sought, links, session)
    };
    let heading_of_list = sought.map(|sought| match *sought {
        Sought::Found(_) => "What was found",
        _ => "Newest comparisons",
    });
    let ways = p()
        .class("ways")
        .child(
            a().attr("href", links.to(&Route::Comparisons))
                .child(format!("All {}", counted(front.comparisons, "comparison"))),
        )
        .child(" ")
        .child(a().attr("href", links.to(&Route::Tools)).child(format!("All {}", counted(front.tools, "tool"))));
    (
        div().class("title stack").child(heading),
        (front.comparisons > 0)
            .then(|| explore_bar(Of::Comparisons, front.comparisons as usize, &front.categories, &sought, session)),
        categories(&front.categories, links),
        counted_notice(site, session),
        section()
            .attr("aria-labelledby", "newest")
            .child(h2().id("newest").child(heading_of_list))
            .child(list)
            .child(ways)
            .child((front.comparisons > 0).then(|| slash_choice(session))),
        glance(front, links),
        (!front.changes.is_empty()).then(|| changes(&front.changes, links)),
    )
        .into_any()
}

/// Ways to each category, which work without any script.
fn categories(categories: &[Category], links: &Links) -> El {
    let all = links.to(&Route::Comparisons);
    let link = |category: &Category| {
        let count = span().class("soft").child(grouped(category.comparisons));
        let link = named(a(), &category.name).attr("href", format!("{all}#{}", category.anchor()));
        li().child(link).child(" ").child(count)
    };
    let ways = categories.iter().filter(|category| category.comparisons > 0).map(link);
    nav().class("categories").attr("aria-label", "Categories").child(ul().children(ways))
}

/// All tools in one picture.
fn glance(front: &Front, links: &Links) -> Option<El> {
    let plot = &front.newest.plot;
    (!plot.is_empty()).then(|| {
        section()
            .attr("aria-labelledby", "glance")
            .child(h2().id("glance").child("All tools at a glance"))
            .child(sketched(plot, links, &|_, _, inside| inside))
    })
}

fn changes(changes: &[ToolChange], links: &Links) -> El {
    let entry = |it: &ToolChange| {
        li().child(day(it.change.date))
            .child(" ")
            .child(named(a(), &it.name).attr("href", links.to(&Route::Tool(it.tool.clone()))))
            .child(": ")
            .child(rich(span(), &it.change.change))
    };
    section()
        .class("changes")
        .attr("aria-labelledby", "changes")
        .child(h2().id("changes").child("What changed lately"))
        .child(ul().children(changes.iter().map(entry)))
}

//! A comparison or a tool as one entry of a list.

use super::{cards::figure, text::named};
use crate::{
    model::{Brief, Catalogue, Route, Summary},
    view::{Links, Session},
};
use elements::{
    El,
    html::{a, b, h3, li, p, span, time, ul},
};

/// A comparison: its title, its day, and a line for each of its tools.
pub fn listed_comparison(summary: &Summary, catalogue: &Catalogue, links: &Links, session: &Session) -> El {
    let tools: Vec<El> = catalogue.tools_of(summary).map(|tool| line(tool, session)).collect();
    li().child((
        h3().child(named(a(), &summary.title).attr("href", links.to(&Route::comparison(&summary.slug)))),
        summary.published.map(|date| p().class("soft").child(time().child(date.to_string()))),
        ul().child(tools),
    ))
}

/// A comparison: its title and its day.
pub fn listed_link(summary: &Summary, links: &Links) -> El {
    let date = summary.published.map(|date| (" ", time().class("soft").child(date.to_string())));
    li().child((named(a(), &summary.title).attr("href", links.to(&Route::comparison(&summary.slug))), date))
}

/// A tool's name, which leads to its page, if it has one.
pub fn tool_name(tool: &Brief, links: &Links) -> El {
    let href = (!tool.pageless).then(|| links.to(&Route::Tool(tool.id.clone())));
    named(a().attr("href", href), &tool.name)
}

/// A tool: its name, put into `heading`, what it is, and its figures.
pub fn listed_tool(heading: El, tool: &Brief, links: &Links, session: &Session) -> El {
    li().child((
        heading.child(tool_name(tool, links)),
        named(p().class("soft"), &tool.tagline),
        ul().child(line(tool, session)),
    ))
}

/// Name, panel figure, and price.
fn line(tool: &Brief, session: &Session) -> El {
    let it = tool.clone();
    let share = session.muted().map(move |muted| it.share(&muted));
    let meaning = share.map(|share| if share.is_some() { " of the panel ship it" } else { " no panel figure" });
    li().child((
        named(span().class("name"), &tool.name),
        " ",
        b().child((share.map(figure), unseen_live(meaning))),
        " ",
        named(span().class("entry"), &tool.price()),
    ))
}

/// Words for assistive technology, which follow.
fn unseen_live(words: crate::view::Followed<&'static str>) -> El {
    span().class("sr").child(words)
}

//! One comparison, whole.

use crate::{
    model::{Date, Matchup, Route, Site, fact_rows},
    scripts::hooks,
    view::{
        Links, Session,
        parts::{
            answer::answer_region,
            cards::tool_card,
            desk::{desk, of_their_own},
            facts::facts_table,
            pricing::pricing,
            scorecard::scorecard,
            split::Judged,
            text::{day, named, rich},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, b, bdi, div, h1, h2, p, span, strong},
};
use std::sync::Arc;

/// The page of one comparison of 2 to 5 tools.
pub fn compare_page(matchup: &Matchup, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let judged: Vec<Judged> = matchup.tools.iter().map(|tool| Judged::new(tool, site, session)).collect();
    let cards = judged.iter().map(|judged| tool_card(heading_of(judged, matchup, links), judged, session));
    let rows = fact_rows(&matchup.tools, site, session.same_words());
    let below = div()
        .class("below")
        .child(index(!rows.is_empty()))
        .child(bar(&judged))
        .child((!rows.is_empty()).then(|| facts_table(&matchup.tools, &rows, session)))
        .child(pricing(&matchup.tools))
        .child(scorecard(&judged, site, links, session));
    let many = matchup.tools.len() > 3;
    let comparison = div().class("comparison").class(many.then_some("many"));
    let comparison = comparison.attr(hooks::TOOLS, matchup.tools.len().to_string());
    comparison
        .child(title(matchup))
        .child(of_their_own(matchup, links, session))
        .child(answer_region(matchup, &judged, site, session))
        .child(div().class("cards").children(cards))
        .child(matchup.lede.as_ref().map(|lede| rich(p().class("lede"), lede)))
        .child(below)
        .child(desk(matchup, session))
        .into_any()
}

/// A tool's name, which leads to its page, if it has one.
fn heading_of(judged: &Judged, matchup: &Matchup, links: &Links) -> El {
    let tool = &judged.tool;
    if matchup.pageless.contains(&tool.id) {
        return named(h2(), &tool.name);
    }
    h2().child(named(a(), &tool.name).attr("href", links.to(&Route::Tool(tool.id.clone()))))
}

/// The way to the parts of the page, in sight wherever the reader is in them.
fn index(has_facts: bool) -> El {
    let part = |(id, words): (&str, &'static str)| a().attr("href", format!("#{id}")).child(words);
    let parts = [("answer", "Answer"), ("facts", "Facts"), ("pricing", "Prices"), ("scorecard", "Reviews")];
    let parts = parts.into_iter().filter(|(id, _)| has_facts || *id != "facts");
    // No `nav`: what is inside embeds, which do not show it, has none.
    let index = div().class("index").attr("role", "navigation").attr("aria-label", "On this page");
    index.children(parts.map(part))
}

fn title(matchup: &Matchup) -> El {
    let from = |host: &String| {
        p().class("trouble")
            .child("This comparison was written elsewhere, and loaded from ")
            .child(strong().child(host.as_str()))
            .child(". This site has not checked it.")
    };
    div().class("title").child(heading(matchup)).child(about(matchup)).child(matchup.from.as_ref().map(from))
}

/// What kinds of tools these are, and how old the page is.
fn about(matchup: &Matchup) -> El {
    let mut kinds: Vec<&str> = Vec::new();
    for tool in &matchup.tools {
        if !kinds.contains(&tool.category.as_str()) {
            kinds.push(&tool.category);
        }
    }
    let kinds = kinds.iter().enumerate().map(|(i, kind)| ((i > 0).then_some(", "), bdi().child(*kind)).into_any());
    let dated = |words: &'static str, date: Date| (words, day(date));
    let updated = matchup.updated.filter(|date| matchup.published.is_none_or(|published| *date > published));
    p().class("about")
        .children(kinds)
        .child(updated.map(|date| dated(" · Updated ", date)))
        .child(matchup.published.map(|date| span().child(dated(" · Published ", date))))
}

fn heading(matchup: &Matchup) -> El {
    let heading = h1().attr("tabindex", "-1");
    if let Some(headline) = &matchup.headline {
        return rich(heading, headline);
    }
    matchup.tools.iter().enumerate().fold(heading.attr("dir", "auto"), |heading, (i, tool)| {
        let versus = (i > 0).then(|| (" ", span().class("vs").child("vs"), " "));
        heading.child(versus).child(bdi().child(tool.name.as_str()))
    })
}

/// Names and figures that stay in sight. Hidden from assistive technology: it repeats the cards.
fn bar(tools: &[Judged]) -> El {
    let cell = |judged: &Judged| {
        span().child(named(span().class("name"), &judged.tool.name)).child(" ").child(b().child(judged.figure()))
    };
    div().class("bar").attr("aria-hidden", "true").children(tools.iter().map(cell))
}

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
    let cards: Vec<El> =
        judged.iter().map(|judged| tool_card(heading_of(judged, matchup, links), judged, session)).collect();
    let rows = fact_rows(&matchup.tools, site, session.same_words());
    let below = div().class("below").child((
        index(!rows.is_empty()),
        bar(&judged),
        (!rows.is_empty()).then(|| facts_table(&matchup.tools, &rows, session)),
        pricing(&matchup.tools),
        scorecard(&judged, site, links, session),
    ));
    let many = matchup.tools.len() > 3;
    let comparison = div().class("comparison").class(many.then_some("many"));
    let comparison = comparison.attr(hooks::TOOLS, matchup.tools.len().to_string());
    comparison
        .child((
            title(matchup),
            of_their_own(matchup, links, session),
            answer_region(matchup, &judged, site, session),
            div().class("cards").child(cards),
            matchup.lede.as_ref().map(|lede| rich(p().class("lede"), lede)),
            below,
            desk(matchup, session),
        ))
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
    index.child(parts.map(part).collect::<Vec<_>>())
}

fn title(matchup: &Matchup) -> El {
    let from = |host: &String| {
        p().class("trouble").child((
            "This comparison was written elsewhere, and loaded from ",
            strong().child(host.as_str()),
            ". This site has not checked it.",
        ))
    };
    div().class("title").child((heading(matchup), about(matchup), matchup.from.as_ref().map(from)))
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
    p().class("about").child((
        kinds.collect::<Vec<_>>(),
        updated.map(|date| dated(" · Updated ", date)),
        matchup.published.map(|date| span().child(dated(" · Published ", date))),
    ))
}

fn heading(matchup: &Matchup) -> El {
    let heading = h1().attr("tabindex", "-1");
    if let Some(headline) = &matchup.headline {
        return rich(heading, headline);
    }
    matchup.tools.iter().enumerate().fold(heading.attr("dir", "auto"), |heading, (i, tool)| {
        let versus = (i > 0).then(|| (" ", span().class("vs").child("vs"), " "));
        heading.child((versus, bdi().child(tool.name.as_str())))
    })
}

/// Names and figures that stay in sight. Hidden from assistive technology: it repeats the cards.
fn bar(tools: &[Judged]) -> El {
    let cell = |judged: &Judged| {
        span().child((named(span().class("name"), &judged.tool.name), " ", b().child(judged.figure())))
    };
    div().class("bar").attr("aria-hidden", "true").child(tools.iter().map(cell).collect::<Vec<_>>())
}

//! One comparison, whole.

use crate::{
    model::{Date, Matchup, Route, Site, fact_rows},
    scripts::hooks,
    view::{
        Links, Session,
        parts::{
            answer::answer_region,
            cards::tool_card,
            facts::facts_table,
            panel::your_panel,
            pricing::pricing,
            scorecard::scorecard,
            split::Judged,
            text::{named, rich},
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, b, bdi, div, h1, h2, p, section, span, strong, time},
};
use std::sync::Arc;

/// The page of one comparison of 2 to 5 tools.
pub fn compare_page(matchup: &Matchup, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let judged: Vec<Judged> = matchup.tools.iter().map(|tool| Judged::new(tool, site, session)).collect();
    let cards: Vec<El> =
        judged.iter().map(|judged| tool_card(heading_of(judged, matchup, links), judged, session)).collect();
    let rows = fact_rows(&matchup.tools, site, session.same_words());
    let below = div().class("below").child((
        bar(&judged),
        your_panel(&judged, site, session),
        matchup.bottom_line.as_deref().map(bottom_line),
        (!rows.is_empty()).then(|| facts_table(&matchup.tools, &rows, session)),
        pricing(&matchup.tools),
        scorecard(&judged, site, links, session),
    ));
    let cards = div().class("cards").attr(hooks::TOOLS, matchup.tools.len().to_string()).child(cards);
    (title(matchup), answer_region(&matchup.tools, site, session), cards, below).into_any()
}

/// A tool's name, which leads to its page, if it has one.
fn heading_of(judged: &Judged, matchup: &Matchup, links: &Links) -> El {
    let tool = &judged.tool;
    if matchup.pageless.contains(&tool.id) {
        return named(h2(), &tool.name);
    }
    h2().child(named(a(), &tool.name).attr("href", links.to(&Route::Tool(tool.id.clone()))))
}

fn bottom_line(words: &str) -> El {
    section()
        .attr("aria-labelledby", "bottom-line")
        .child((h2().id("bottom-line").child("Bottom line"), rich(p().class("bottom-line"), words)))
}

fn title(matchup: &Matchup) -> El {
    let mut categories: Vec<&str> = Vec::new();
    for tool in &matchup.tools {
        if !categories.contains(&tool.category.as_str()) {
            categories.push(&tool.category);
        }
    }
    let from = |host: &String| {
        p().class("from").child((
            "This comparison was written elsewhere, and loaded from ",
            strong().child(host.as_str()),
            ". This site has not checked it.",
        ))
    };
    div().class("title stack").child((
        p().class("eyebrow").child(format!("AI tool comparison · {}", categories.join(", "))),
        heading(matchup),
        matchup.lede.as_ref().map(|lede| rich(p().class("lede"), lede)),
        dates(matchup),
        matchup.from.as_ref().map(from),
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

fn dates(matchup: &Matchup) -> Option<El> {
    let dated = |words: &'static str, date: Date| (words, time().child(date.to_string()));
    let published = matchup.published.map(|date| dated("Published ", date));
    let updated = matchup.updated.filter(|date| matchup.published.is_none_or(|published| *date > published));
    let words = if published.is_some() { ", updated " } else { "Updated " };
    let updated = updated.map(|date| dated(words, date));
    (published.is_some() || updated.is_some()).then(|| p().class("soft").child((published, updated)))
}

/// Names and figures that stay in sight. Hidden from assistive technology: it repeats the cards.
fn bar(tools: &[Judged]) -> El {
    let cell = |judged: &Judged| {
        span().child((named(span().class("name"), &judged.tool.name), " ", b().child(judged.figure())))
    };
    div().class("bar").attr("aria-hidden", "true").child(tools.iter().map(cell).collect::<Vec<_>>())
}

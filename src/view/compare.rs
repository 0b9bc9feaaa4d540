//! One comparison, whole.

use super::{
    Reader,
    answer::answer_region,
    cards::tool_card,
    facts::facts_table,
    panel::your_panel,
    pricing::pricing,
    scorecard::scorecard,
    split::Judged,
    text::{named, rich},
};
use crate::html::{El, Node, el, many};
use crate::model::{Date, Matchup, Site, fact_rows};
use std::sync::Arc;

/// The page of one comparison of 2 to 5 tools.
pub fn compare_page(matchup: &Matchup, site: &Arc<Site>, reader: Reader) -> Vec<Node> {
    let judged: Vec<Judged> = matchup.tools.iter().map(|tool| Judged::new(tool, site, reader)).collect();
    let cards: Vec<El> = judged.iter().map(|judged| tool_card(judged, reader)).collect();
    let rows = fact_rows(&matchup.tools, site);
    let below = el("div")
        .class("below")
        .child(bar(&judged))
        .child(your_panel(&judged, site, reader))
        .child(matchup.bottom_line.as_deref().map(bottom_line))
        .child((!rows.is_empty()).then(|| facts_table(&matchup.tools, &rows, reader)))
        .child(pricing(&matchup.tools))
        .child(scorecard(&judged, site, reader));
    let cards = el("div").class("cards").attr("data-tools", matchup.tools.len().to_string()).child(cards);
    many((title(matchup), (answer_region(&matchup.tools, site, reader), (cards, below))))
}

fn bottom_line(words: &str) -> El {
    el("section")
        .fixed("aria-labelledby", "bottom-line")
        .child(el("h2").fixed("id", "bottom-line").child("Bottom line"))
        .child(rich(el("p").class("bottom-line"), words))
}

fn title(matchup: &Matchup) -> El {
    let mut categories: Vec<&str> = Vec::new();
    for tool in &matchup.tools {
        if !categories.contains(&tool.category.as_str()) {
            categories.push(&tool.category);
        }
    }
    let from = |host: &String| {
        el("p")
            .class("from")
            .child("This comparison was written elsewhere, and loaded from ")
            .child(el("strong").child(host.as_str()))
            .child(". This site has not checked it.")
    };
    el("div")
        .class("title stack")
        .child(el("p").class("eyebrow").child(format!("AI tool comparison · {}", categories.join(", "))))
        .child(heading(matchup))
        .child(matchup.lede.as_ref().map(|lede| rich(el("p").class("lede"), lede)))
        .child(dates(matchup))
        .child(matchup.from.as_ref().map(from))
}

fn heading(matchup: &Matchup) -> El {
    let mut heading = el("h1").fixed("tabindex", "-1");
    if let Some(headline) = &matchup.headline {
        return rich(heading, headline);
    }
    heading = heading.fixed("dir", "auto");
    for (i, tool) in matchup.tools.iter().enumerate() {
        if i > 0 {
            heading = heading.child(" ").child(el("span").class("vs").child("vs")).child(" ");
        }
        heading = heading.child(el("bdi").child(tool.name.as_str()));
    }
    heading
}

fn dates(matchup: &Matchup) -> Option<El> {
    let dated = |words: &str, date: Date| (words.to_owned(), el("time").child(date.to_string()));
    let published = matchup.published.map(|date| dated("Published ", date));
    let updated = matchup.updated.filter(|date| matchup.published.is_none_or(|published| *date > published));
    let words = if published.is_some() { ", updated " } else { "Updated " };
    let updated = updated.map(|date| dated(words, date));
    (published.is_some() || updated.is_some()).then(|| el("p").class("soft").child(published).child(updated))
}

/// Names and figures that stay in sight. Hidden from assistive technology: it repeats the cards.
fn bar(tools: &[Judged]) -> El {
    let cell = |judged: &Judged| {
        let figure = judged.clone();
        el("span")
            .child(named("span", &judged.tool.name).class("name"))
            .child(" ")
            .child(el("b").live_text(move || figure.figure()))
    };
    el("div").class("bar").fixed("aria-hidden", "true").child(tools.iter().map(cell).collect::<Vec<_>>())
}

//! One comparison, whole.

use super::{
    Reader,
    cards::{ToolCard, figure},
    facts::FactsTable,
    panel::YourPanel,
    pricing::Pricing,
    scorecard::Scorecard,
    text::rich,
};
use crate::model::{Matchup, Site, Split, Tool, fact_rows};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of one comparison of 2 to 5 tools.
#[component]
pub fn ComparePage(
    /// The tools, and the editor's words.
    matchup: Arc<Matchup>,
    /// What all pages share.
    site: Arc<Site>,
    /// Who reads, mutes and votes.
    reader: Reader,
) -> impl IntoView {
    let tools: Vec<(Arc<Tool>, Memo<Split>)> = matchup
        .tools
        .iter()
        .map(|tool| {
            let tool = Arc::new(tool.clone());
            let (judged, site) = (tool.clone(), site.clone());
            (tool, Memo::new(move |_| Split::of(&judged, &site, &reader.muted.read())))
        })
        .collect();
    let count = tools.len().to_string();
    let names: Vec<String> = matchup.tools.iter().map(|tool| tool.name.clone()).collect();
    let rows = fact_rows(&matchup.tools, &site);
    let plain: Vec<Arc<Tool>> = tools.iter().map(|(tool, _)| tool.clone()).collect();
    let cards =
        tools.iter().map(|(tool, split)| view! { <ToolCard tool=tool.clone() split=*split reader/> }).collect_view();
    view! {
        {title(&matchup)}
        <div class="cards" data-tools=count.clone()>{cards}</div>
        <div class="below">
            {bar(&tools)}
            <YourPanel site=&site reader/>
            {matchup.bottom_line.as_ref().map(|words| view! {
                <section aria-labelledby="bottom-line"><h2 id="bottom-line">"Bottom line"</h2><p class="bottom-line" dir="auto">{rich(words)}</p></section>
            })}
            {(!rows.is_empty()).then(|| view! { <FactsTable names rows reader/> })}
            <Pricing tools=&plain/>
            <Scorecard tools=&tools site=&site reader/>
        </div>
    }
}

fn title(matchup: &Matchup) -> impl IntoView + use<> {
    let mut categories: Vec<&str> = Vec::new();
    for tool in &matchup.tools {
        if !categories.contains(&tool.category.as_str()) {
            categories.push(&tool.category);
        }
    }
    let heading = match &matchup.headline {
        Some(headline) => headline.clone().into_any(),
        None => matchup
            .tools
            .iter()
            .enumerate()
            .map(|(i, tool)| {
                let vs = (i > 0).then(|| view! { " "<span class="vs">"vs"</span>" " });
                view! { {vs}<bdi>{tool.name.clone()}</bdi> }
            })
            .collect_view()
            .into_any(),
    };
    let dates = match (matchup.published, matchup.updated) {
        (Some(published), Some(updated)) if updated > published => {
            Some(format!("Published {published}, updated {updated}"))
        }
        (Some(published), _) => Some(format!("Published {published}")),
        (None, Some(updated)) => Some(format!("Updated {updated}")),
        (None, None) => None,
    };
    view! {
        <div class="title stack">
            <p class="eyebrow">"AI tool comparison · " {categories.join(", ")}</p>
            <h1 tabindex="-1" dir="auto">{heading}</h1>
            {matchup.lede.as_ref().map(|lede| view! { <p class="lede" dir="auto">{rich(lede)}</p> })}
            {dates.map(|dates| view! { <p class="soft">{dates}</p> })}
            {matchup.from.as_ref().map(|host| view! {
                <p class="from">"This comparison was written elsewhere, and loaded from " <strong>{host.clone()}</strong> ". This site has not checked it."</p>
            })}
        </div>
    }
}

/// Names and figures that stay in sight. Hidden from assistive technology: it repeats the cards.
fn bar(tools: &[(Arc<Tool>, Memo<Split>)]) -> impl IntoView + use<> {
    let cells = tools
        .iter()
        .map(|(tool, split)| {
            let split = *split;
            view! { <span><span class="name" dir="auto">{tool.name.clone()}</span>" "<b>{move || figure(split.read().share())}</b></span> }
        })
        .collect_view();
    view! { <div class="bar" aria-hidden="true">{cells}</div> }
}

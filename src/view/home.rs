//! The latest comparisons.

use super::{Links, cards::figure};
use crate::model::{Brief, Catalogue, Comparing, Route, Site, Summary};
use leptos::prelude::*;
use std::sync::Arc;

/// The home page: every comparison, latest first.
#[component]
pub fn HomePage(
    /// What the site holds.
    catalogue: Arc<Catalogue>,
    /// What all pages share.
    site: Arc<Site>,
    /// How this deployment writes addresses.
    links: Links,
) -> impl IntoView {
    let heading = if site.tagline.is_empty() { site.name.clone() } else { site.tagline.clone() };
    let list = catalogue.comparisons.iter().map(|summary| item(summary, &catalogue, &links)).collect_view();
    let empty = catalogue.comparisons.is_empty();
    view! {
        <div class="title stack">
            <h1 tabindex="-1" dir="auto">{heading}</h1>
        </div>
        {empty.then(|| view! { <p>"There is no comparison here yet."</p> })}
        <ol class="comparisons">{list}</ol>
    }
}

fn item(summary: &Summary, catalogue: &Catalogue, links: &Links) -> impl IntoView + use<> {
    let href = links.to(&Route::Compare(Comparing::slug(summary.slug.clone())));
    let tools = summary.tools.iter().filter_map(|id| catalogue.tool(id)).map(line).collect_view();
    view! {
        <li>
            <h2><a href=href dir="auto">{summary.title.clone()}</a></h2>
            {summary.published.map(|date| view! { <p class="soft"><time>{date.to_string()}</time></p> })}
            <ul>{tools}</ul>
        </li>
    }
}

fn line(tool: &Brief) -> impl IntoView + use<> {
    view! {
        <li>
            <span class="name" dir="auto">{tool.name.clone()}</span>
            <b>{figure(tool.share())}<span class="sr">" of the panel ship it"</span></b>
            <span class="entry">{tool.entry.word()}</span>
        </li>
    }
}

//! The head of a page: what browsers, searches and link previews are told.

use crate::model::{Page, ReviewerKind, Route, Site, Tool, Verdict, plain};
use elements::{AnyView, IntoView, html};
use serde_json::{Value, json};

/// What a head says about its page.
pub(super) struct About<'a> {
    /// The site.
    pub site: &'a Site,
    /// The title.
    pub title: String,
    /// A sentence or two.
    pub description: String,
    /// The page's one true address, absolute where the site knows its own.
    pub canonical: String,
    /// The path of its card, below the base.
    pub card: String,
    /// The page, where there is one to describe.
    pub page: Option<&'a Page>,
    /// Where its oEmbed is, if it has one.
    pub oembed: Option<String>,
    /// Turns a path below the base into an address like `canonical`.
    pub absolute: &'a dyn Fn(&str) -> String,
}

/// Title, description, canonical, link previews and feeds; nothing for what has no words.
pub(super) fn head(about: &About<'_>) -> Vec<AnyView> {
    let meta = |key: &'static str, name: &'static str, content: &str| {
        (!content.is_empty()).then(|| html::meta().attr(key, name).attr("content", content).into_any())
    };
    let feed = |kind: &'static str, path: &str| {
        let link = html::link().attr("rel", "alternate").attr("type", kind).attr("title", about.site.name.as_str());
        Some(link.attr("href", (about.absolute)(path)).into_any())
    };
    let image = (about.absolute)(&about.card);
    let said = if about.description.is_empty() { &about.title } else { &about.description };
    let alt = said.split_once(". ").map_or(said.as_str(), |(figures, _)| figures);
    let head = [
        Some(html::title().child(about.title.as_str()).into_any()),
        meta("name", "description", &about.description),
        Some(html::link().attr("rel", "canonical").attr("href", about.canonical.as_str()).into_any()),
        meta("property", "og:type", if matches!(about.page, Some(Page::Compare(_))) { "article" } else { "website" }),
        meta("property", "og:site_name", &about.site.name),
        meta("property", "og:title", &about.title),
        meta("property", "og:description", &about.description),
        meta("property", "og:url", &about.canonical),
        meta("property", "og:image", &image),
        meta("property", "og:image:width", "1200"),
        meta("property", "og:image:height", "630"),
        meta("property", "og:image:alt", alt),
        meta("name", "twitter:card", "summary_large_image"),
        meta("name", "twitter:title", &about.title),
        meta("name", "twitter:description", &about.description),
        meta("name", "twitter:image", &image),
        feed("application/atom+xml", "/feed.xml"),
        feed("application/feed+json", "/feed.json"),
    ];
    let mut head: Vec<AnyView> = head.into_iter().flatten().collect();
    head.extend(about.oembed.as_deref().map(|address| super::embed::discovery(address, &about.title)));
    if about.page.is_none() {
        head.extend(meta("name", "robots", "noindex"));
    }
    head
}

/// The page's JSON-LD, safe to stand in a script: no `<`.
pub(super) fn json_ld(about: &About<'_>) -> Option<String> {
    let value = match about.page? {
        Page::Home(front) => {
            let items: Vec<Value> = front
                .newest
                .comparisons
                .iter()
                .enumerate()
                .map(|(i, summary)| {
                    let url = (about.absolute)(&format!("/compare/{}/", summary.slug));
                    json!({ "@type": "ListItem", "position": i + 1, "name": summary.title, "url": url })
                })
                .collect();
            json!({
                "@context": "https://schema.org", "@type": "CollectionPage", "name": about.title, "url": about.canonical,
                "mainEntity": { "@type": "ItemList", "itemListElement": items }
            })
        }
        Page::Comparisons(_) | Page::Tools(_) => {
            json!({ "@context": "https://schema.org", "@type": "CollectionPage", "name": about.title, "url": about.canonical })
        }
        Page::Panel(_) => {
            json!({ "@context": "https://schema.org", "@type": "WebPage", "name": about.title, "url": about.canonical })
        }
        Page::Tool(tool, _) => {
            let way = [("All tools", Route::Tools), (tool.name.as_str(), Route::Tool(tool.id.clone()))];
            let way: Vec<Value> = way
                .iter()
                .enumerate()
                .map(|(i, (name, route))| {
                    let address = (about.absolute)(&route.to_path());
                    json!({ "@type": "ListItem", "position": i + 1, "name": name, "item": address })
                })
                .collect();
            let software = software(tool, about.site);
            json!({
                "@context": "https://schema.org",
                "@graph": [software, { "@type": "BreadcrumbList", "itemListElement": way }]
            })
        }
        Page::Compare(matchup) => {
            let items: Vec<Value> = matchup
                .tools
                .iter()
                .enumerate()
                .map(|(i, tool)| json!({ "@type": "ListItem", "position": i + 1, "item": software(tool, about.site) }))
                .collect();
            json!({
                "@context": "https://schema.org", "@type": "ItemList", "name": matchup.title(), "url": about.canonical,
                "numberOfItems": items.len(), "itemListElement": items
            })
        }
    };
    Some(value.to_string().replace('<', "\\u003c"))
}

fn software(tool: &Tool, site: &Site) -> Value {
    let review = |review: &crate::model::Review| {
        // A persona is no person: its author is the site's own panel.
        let kind = match site.reviewer(&review.reviewer).map(|reviewer| reviewer.kind) {
            Some(ReviewerKind::Human) => "Person",
            _ => "Organization",
        };
        let rating = if review.verdict == Verdict::Ship { 1 } else { 0 };
        let mut value = json!({
            "@type": "Review",
            "author": { "@type": kind, "name": site.reviewer_name(&review.reviewer) },
            "name": review.verdict.word(),
            "reviewBody": plain(&review.quote),
            "reviewRating": { "@type": "Rating", "ratingValue": rating, "bestRating": 1, "worstRating": 0 },
        });
        if let Some(date) = review.date {
            value["datePublished"] = date.to_string().into();
        }
        value
    };
    let mut value = json!({
        "@type": "SoftwareApplication",
        "name": tool.name,
        "description": plain(&tool.description),
        "applicationCategory": tool.category,
        "review": tool.reviews.iter().map(review).collect::<Vec<_>>(),
    });
    if let Some(url) = &tool.url {
        value["url"] = url.as_str().into();
    }
    if !tool.maker.is_empty() {
        value["author"] = json!({ "@type": "Organization", "name": tool.maker });
    }
    value
}

//! What the page's head says of it.

use super::dom::{call, document, first, text};
use js_sys::Reflect;

/// What the tab, the history and whoever shares the page call it, and where it is.
pub fn set_head(title: &str, description: &str, canonical: &str) {
    // What else was said of the page before is true of no other.
    if text(&document(), "title") != title
        && let Ok(said) = document().query_selector_all(
            "[type='application/ld+json'],[type='application/json+oembed'],[property^='og:image'],[name^='twitter:']",
        )
    {
        for at in 0..said.length() {
            let _ = call(&said.get(at).into(), "remove", &[]);
        }
    }
    let _ = Reflect::set(&document(), &"title".into(), &title.into());
    let robots = if canonical.is_empty() { "noindex" } else { "index" };
    for (selector, attribute, value) in [
        ("meta[name=description]", "content", description),
        ("link[rel=canonical]", "href", canonical),
        ("meta[name=robots]", "content", robots),
        ("meta[property='og:title']", "content", title),
        ("meta[property='og:description']", "content", description),
        ("meta[property='og:url']", "content", canonical),
    ] {
        if let Some(element) = first(selector) {
            let _ = if value.is_empty() {
                element.remove_attribute(attribute)
            } else {
                element.set_attribute(attribute, value)
            };
        }
    }
}

/// What the page says is its address, if it says so.
pub fn canonical() -> Option<String> {
    first("link[rel=canonical]")?.get_attribute("href")
}

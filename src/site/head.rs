//! The head of a page: what browsers, searches and link previews are told.

use super::url::is_absolute;
use crate::model::{Page, Site, first_sentence};
use elements::{AnyView, IntoView, html};

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
    /// Whether searches may show it.
    pub is_found: bool,
    /// Where its oEmbed is, if it has one.
    pub oembed: Option<String>,
    /// Turns a path below the base into an address like `canonical`.
    pub absolute: &'a dyn Fn(&str) -> String,
}

/// Title, description, canonical, link previews and feeds; nothing for what has no words, or no address that others can use.
pub(super) fn head(about: &About<'_>) -> Vec<AnyView> {
    let meta = |key: &'static str, name: &'static str, content: &str| {
        (!content.is_empty()).then(|| html::meta().attr(key, name).attr("content", content).into_any())
    };
    let feed = |kind: &'static str, path: &str, name: &str| {
        let title = format!("{} ({name})", about.site.name);
        let link = html::link().attr("rel", "alternate").attr("type", kind).attr("title", title);
        Some(link.attr("href", (about.absolute)(path)).into_any())
    };
    // Previews, and who asks for an oEmbed, can do nothing with addresses that are not whole.
    let is_whole = is_absolute(&about.canonical);
    let abroad = |address: String| if is_whole { address } else { String::new() };
    let image = abroad((about.absolute)(&about.card));
    let of_image = |words| if is_whole { words } else { "" };
    let said = if about.description.is_empty() { &about.title } else { &about.description };
    let (alt, _) = first_sentence(said);
    let head = [
        Some(html::title().child(about.title.as_str()).into_any()),
        meta("name", "description", &about.description),
        Some(html::link().attr("rel", "canonical").attr("href", about.canonical.as_str()).into_any()),
        meta("property", "og:type", if matches!(about.page, Some(Page::Compare(_))) { "article" } else { "website" }),
        meta("property", "og:site_name", &about.site.name),
        meta("property", "og:title", &about.title),
        meta("property", "og:description", &about.description),
        meta("property", "og:url", &abroad(about.canonical.clone())),
        meta("property", "og:image", &image),
        meta("property", "og:image:width", of_image("1200")),
        meta("property", "og:image:height", of_image("630")),
        meta("property", "og:image:alt", of_image(alt)),
        meta("name", "twitter:card", if is_whole { "summary_large_image" } else { "summary" }),
        meta("name", "twitter:title", &about.title),
        meta("name", "twitter:description", &about.description),
        meta("name", "twitter:image", &image),
        feed("application/atom+xml", "/feed.xml", "Atom"),
        feed("application/feed+json", "/feed.json", "JSON Feed"),
    ];
    let mut head: Vec<AnyView> = head.into_iter().flatten().collect();
    head.extend(
        about.oembed.as_deref().filter(|_| is_whole).map(|address| super::embed::discovery(address, &about.title)),
    );
    match about.page {
        _ if !about.is_found => head.extend(meta("name", "robots", "noindex")),
        // Of any tools, too, some of which may not be there: then the app says so here.
        Some(Page::Comparisons(_)) => head.extend(meta("name", "robots", "index")),
        _ => {}
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_described_by_a_whole_sentence() {
        let site = crate::content::site(r#"{"schema":1,"name":"S"}"#).unwrap().value;
        let about = About {
            site: &site,
            title: "T".to_owned(),
            description: "Tools, e.g. models, tried! More.".to_owned(),
            canonical: "https://s.example/".to_owned(),
            card: "/og.png".to_owned(),
            page: None,
            is_found: true,
            oembed: None,
            absolute: &|path| format!("https://s.example{path}"),
        };
        let head: String = head(&about).into_iter().map(AnyView::to_html).collect();
        assert!(head.contains("\"og:image:alt\" content=\"Tools, e.g. models, tried!\""), "{head}");
    }
}

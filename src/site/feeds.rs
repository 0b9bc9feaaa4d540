//! What stands around the pages: feeds, robots, headers.

use super::{url::is_absolute, xml::xml};
use crate::model::{Catalogue, Route, Site, Summary, isolated, plain};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Entries in a feed, at most.
const RECENT: usize = 50;

/// Turns a path below the base into an address.
pub(super) type Absolute<'a> = &'a dyn Fn(&str) -> String;

fn address(summary: &Summary, absolute: Absolute<'_>) -> String {
    absolute(&Route::comparison(&summary.slug).to_path())
}

/// When it last changed, as a feed writes it; the first day that feeds can have where nobody said.
fn changed(summary: &Summary) -> String {
    let date = summary.updated.or(summary.published).map_or_else(|| "1970-01-01".to_owned(), |date| date.to_string());
    format!("{date}T00:00:00Z")
}

/// What tells a feed or an entry from all others, for ever: its address; on a site that does not know its own, a UUID
/// (RFC 9562, version 8) of the site's name and the path.
fn identity(site: &Site, address: &str) -> String {
    if is_absolute(address) {
        return address.to_owned();
    }
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(Sha256::digest(format!("{}\0{address}", site.name))) {
        *to = from;
    }
    let number = u128::from_be_bytes(bytes) & !(0xf << 76 | 0b11 << 62) | 8 << 76 | 0b10 << 62;
    let hex = format!("{number:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// Atom (RFC 4287).
pub(super) fn atom(site: &Site, catalogue: &Catalogue, absolute: Absolute<'_>) -> String {
    let (home, id) = (xml(&absolute("/")), xml(&identity(site, &absolute("/"))));
    let newest = catalogue.comparisons.iter().map(changed).max().unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned());
    let subtitle = match plain(&site.tagline).as_str() {
        "" => String::new(),
        tagline => format!("<subtitle>{}</subtitle>\n", xml(tagline)),
    };
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{id}</id>\n<title>{}</title>\n{}<updated>{newest}</updated>\n<author><name>{}</name></author>\n<link href=\"{home}\"/>\n<link rel=\"self\" href=\"{}\"/>\n",
        xml(site.language.as_str()),
        xml(&site.name),
        subtitle,
        xml(&site.name),
        xml(&absolute("/feed.xml")),
    );
    for summary in catalogue.comparisons.iter().take(RECENT) {
        let url = address(summary, absolute);
        let published =
            summary.published.map_or_else(String::new, |date| format!("<published>{date}T00:00:00Z</published>"));
        let _ = writeln!(
            out,
            "<entry><id>{}</id><title>{}</title><link href=\"{}\"/>{published}<updated>{}</updated><summary>{}</summary></entry>",
            xml(&identity(site, &url)),
            xml(&summary.title),
            xml(&url),
            changed(summary),
            xml(&figures(summary, catalogue)),
        );
    }
    out.push_str("</feed>\n");
    out
}

/// “SmolVLM2 Turbo 100%, Mistral Medium 3 75%”.
fn figures(summary: &Summary, catalogue: &Catalogue) -> String {
    let figure = |id| {
        let tool = catalogue.tool(id)?;
        Some(format!(
            "{} {}",
            isolated(&tool.name),
            tool.share(&[]).map_or_else(|| "—".to_owned(), |share| share.to_string())
        ))
    };
    let figures: Vec<String> = summary.tools.iter().filter_map(figure).collect();
    format!("Panel ship: {}", figures.join(", "))
}

/// JSON Feed 1.1.
pub(super) fn json_feed(site: &Site, catalogue: &Catalogue, absolute: Absolute<'_>) -> String {
    let item = |summary: &Summary| {
        let url = address(summary, absolute);
        let mut item = json!({
            "id": identity(site, &url), "title": summary.title, "content_text": figures(summary, catalogue),
        });
        if is_absolute(&url) {
            item["url"] = url.into();
        }
        if summary.updated.or(summary.published).is_some() {
            item["date_modified"] = changed(summary).into();
        }
        if let Some(date) = summary.published {
            item["date_published"] = format!("{date}T00:00:00Z").into();
        }
        item
    };
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "language": site.language,
        "items": catalogue.comparisons.iter().take(RECENT).map(item).collect::<Vec<_>>(),
    });
    if is_absolute(&absolute("/")) {
        feed["home_page_url"] = absolute("/").into();
        feed["feed_url"] = absolute("/feed.json").into();
    }
    if !site.tagline.is_empty() {
        feed["description"] = plain(&site.tagline).into();
    }
    feed.to_string()
}

/// Everybody may read everything.
pub(super) fn robots(absolute: Absolute<'_>) -> String {
    let sitemap = absolute("/sitemap.xml");
    let sitemap = if is_absolute(&sitemap) { format!("\nSitemap: {sitemap}\n") } else { String::new() };
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// Headers for hosts that read a `_headers` file. Names of the app's files change with their contents, so these never expire;
/// content may be a minute old, so that what was fetched ahead is used. Modules of other sites may load the loader. No header is named by two rules, because hosts would
/// join them; but for policies, which browsers then hold a page to one by one. Anybody may frame what is made for it, below
/// `embed/`: so the rule for every page must not speak of framing, and those for all others do.
pub(super) fn headers(shell: &super::PageShell) -> String {
    let (policy, base) = (shell.policy_of_all(), &shell.base);
    let mut out = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n\n{base}shipside-*\n  \
         Cache-Control: public, max-age=31536000, immutable\n  Access-Control-Allow-Origin: *\n\n\
         {base}embed.js\n  Access-Control-Allow-Origin: *\n\n{base}data/*\n  Cache-Control: public, max-age=60\n",
    );
    for unframed in ["", "index.html", "404.html", "embed/", "embed/index.html", "compare/*", "tools/*", "panel/*"] {
        let _ = write!(out, "\n{base}{unframed}\n  Content-Security-Policy: frame-ancestors 'self'\n");
    }
    out
}

//! Rules about what the site and its comparisons say of themselves.

use crate::{
    content::{Json, shows_nothing},
    editor::{
        entry::Kind,
        rule::Said,
        told::{File, Told},
    },
    model::Date,
    site::judge_tag,
};

const FILE: &str = "site.json";
/// Hosts that only examples are on (RFC 2606, and this machine).
const EXAMPLES: [&str; 7] = ["example", "test", "invalid", "localhost", "example.com", "example.net", "example.org"];

pub(super) fn missing_base_url(told: &Told, _: Date) -> Vec<(String, Said)> {
    let is_missing = told.site.as_ref().is_some_and(|site| site.base_url.is_none());
    let said = Said::new("base_url", "is missing", "feeds, sitemap and link previews are made of it");
    is_missing.then(|| (FILE.to_owned(), said)).into_iter().collect()
}

pub(super) fn example_base_url(told: &Told, _: Date) -> Vec<(String, Said)> {
    let Some(url) = told.site.as_ref().and_then(|site| site.base_url.as_ref()) else { return Vec::new() };
    let host = url.place().split(':').next().unwrap_or_default().to_ascii_lowercase();
    let is_example = |name: &&str| host == **name || host.ends_with(&format!(".{name}"));
    if !EXAMPLES.iter().any(is_example) {
        return Vec::new();
    }
    let message = format!("“{}” is still an example", url.as_str());
    vec![(FILE.to_owned(), Said::new("base_url", message, "write where the site is published"))]
}

pub(super) fn invalid_language(file: &File<'_>) -> Vec<Said> {
    let language = file.json.field("language").and_then(Json::text).filter(|_| file.entry.kind == Kind::Site);
    let Some(tag) = language.filter(|tag| !shows_nothing(tag)) else { return Vec::new() };
    let Err(meant) = judge_tag(tag) else { return Vec::new() };
    let remedy = meant.map_or_else(
        || "write a tag such as “en”, “pt-BR” or “ar-EG”".to_owned(),
        |meant| format!("did you mean “{meant}”?"),
    );
    vec![Said::new("language", format!("“{tag}” is not a tag of a language"), remedy)]
}

pub(super) fn missing_summary(told: &Told, _: Date) -> Vec<(String, Said)> {
    let of_site = told.site.iter().filter(|site| shows_nothing(&site.tagline)).map(|_| {
        let remedy = "search engines and feeds show it as the summary";
        (FILE.to_owned(), Said::new("tagline", "is missing", remedy))
    });
    let of_comparisons = told.comparisons.iter().filter(|(_, comparison)| comparison.lede.is_none());
    let remedy = "search engines and link previews show it as the summary";
    of_site.chain(of_comparisons.map(|(file, _)| (file.clone(), Said::new("lede", "is missing", remedy)))).collect()
}

pub(super) fn missing_definition(told: &Told, _: Date) -> Vec<(String, Said)> {
    let kinds = told.site.iter().flat_map(|site| site.facts.iter().enumerate());
    let without = kinds.filter(|(_, kind)| shows_nothing(&kind.definition));
    let said = |i| Said::new(format!("facts[{i}].definition"), "is missing", "readers see it beside the row");
    without.map(|(i, _)| (FILE.to_owned(), said(i))).collect()
}

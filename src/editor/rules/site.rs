//! Rules about what the site and its comparisons say of themselves.

use crate::{
    content::Json,
    editor::{
        entry::Kind,
        rule::Said,
        told::{File, Told},
    },
    model::Date,
    site::judge_tag,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

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
    let Some(tag) = language.filter(|tag| !tag.trim().is_empty()) else { return Vec::new() };
    let Err(meant) = judge_tag(tag) else { return Vec::new() };
    let remedy = meant.map_or_else(
        || "write a tag such as “en”, “pt-BR” or “ar-EG”".to_owned(),
        |meant| format!("did you mean “{meant}”?"),
    );
    vec![Said::new("language", format!("“{tag}” is not a tag of a language"), remedy)]
}

pub(super) fn secret_key(file: &File<'_>) -> Vec<Said> {
    let votes = file.json.field("votes").filter(|_| file.entry.kind == Kind::Site);
    let key = votes.and_then(|votes| votes.field("anon_key")).and_then(Json::text);
    let Some(message) = key.and_then(not_anonymous) else { return Vec::new() };
    let remedy = "everybody can read this file: write the anonymous key (“anon” or “publishable”), and have the other one replaced";
    vec![Said::new("votes.anon_key", message, remedy)]
}

/// What a key is, if it tells that it is not the anonymous one: a JSON Web Token tells its role, Supabase's own keys by how they begin.
fn not_anonymous(key: &str) -> Option<String> {
    if key.starts_with("sb_secret_") {
        return Some("is a secret key".to_owned());
    }
    let mut parts = key.split('.');
    let (Some(_), Some(claims), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    let claims = URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).unwrap_or_default();
    let claims = serde_json::from_slice(&claims).unwrap_or(serde_json::Value::Null);
    match claims["role"].as_str() {
        Some("anon") => None,
        Some(role) => Some(format!("is a key for the role “{role}”")),
        None => Some("is a token for no role".to_owned()),
    }
}

pub(super) fn missing_summary(told: &Told, _: Date) -> Vec<(String, Said)> {
    let of_site = told.site.iter().filter(|site| site.tagline.trim().is_empty()).map(|_| {
        let remedy = "search engines and feeds show it as the summary";
        (FILE.to_owned(), Said::new("tagline", "is missing", remedy))
    });
    let of_comparisons = told.comparisons.iter().filter(|(_, comparison)| comparison.lede.is_none());
    let remedy = "search engines and link previews show it as the summary";
    of_site.chain(of_comparisons.map(|(file, _)| (file.clone(), Said::new("lede", "is missing", remedy)))).collect()
}

pub(super) fn missing_definition(told: &Told, _: Date) -> Vec<(String, Said)> {
    let kinds = told.site.iter().flat_map(|site| site.facts.iter().enumerate());
    let without = kinds.filter(|(_, kind)| kind.definition.trim().is_empty());
    let said = |i| Said::new(format!("facts[{i}].definition"), "is missing", "readers see it beside the row");
    without.map(|(i, _)| (FILE.to_owned(), said(i))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(claims: &str) -> Option<String> {
        not_anonymous(&format!("e30.{}.c2lnbmF0dXJl", URL_SAFE_NO_PAD.encode(claims)))
    }

    #[test]
    fn keys_tell_whose_they_are() {
        assert_eq!(told(r#"{"role":"anon","iss":"supabase"}"#), None);
        assert_eq!(told(r#"{"role":"service_role"}"#).unwrap(), "is a key for the role “service_role”");
        assert_eq!(told(r#"{"sub":"1"}"#).unwrap(), "is a token for no role");
        assert_eq!(not_anonymous("a.!.c").unwrap(), "is a token for no role");
        assert_eq!(not_anonymous("sb_secret_abc").unwrap(), "is a secret key");
        assert_eq!(not_anonymous("sb_publishable_abc").or(not_anonymous("public")), None);
    }
}

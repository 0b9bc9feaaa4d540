//! Rules about what the site and its comparisons say of themselves.

use crate::{
    content::Json,
    editor::{
        entry::Kind,
        rule::{Edit, Example, Find, Rule, Said, Severity},
    },
    site::judge_tag,
};

const FILE: &str = "site.json";
/// Hosts that only examples are on (RFC 2606, and this machine).
const EXAMPLES: [&str; 7] = ["example", "test", "invalid", "localhost", "example.com", "example.net", "example.org"];

pub static MISSING_BASE_URL: Rule = Rule {
    name: "missing-base-url",
    severity: Severity::Warning,
    means: "site.json does not say where the site is published.",
    why: "Feeds, the sitemap and link previews need whole addresses, and nothing else says what those begin with.",
    cure: "Add “base_url”, with the address of the home page.",
    example: Example::Edits(&[Edit {
        file: FILE,
        right: "\"tagline\": \"Side by side\",\n  \"base_url\": \"https://192.0.2.7/\",",
        wrong: r#""tagline": "Side by side","#,
    }]),
    find: Find::Folder(|told, _| {
        let is_missing = told.site.as_ref().is_some_and(|site| site.base_url.is_none());
        let said = Said::new("base_url", "is missing", "feeds, sitemap and link previews are made of it");
        is_missing.then(|| (FILE.to_owned(), said)).into_iter().collect()
    }),
};

pub static EXAMPLE_BASE_URL: Rule = Rule {
    name: "example-base-url",
    severity: Severity::Warning,
    means: "The base URL is on a host that only examples are on.",
    why: "Feeds, the sitemap and link previews would lead there.",
    cure: "Write where the site is published.",
    example: Example::Edits(&[Edit {
        file: FILE,
        right: r#""base_url": "https://192.0.2.7/","#,
        wrong: r#""base_url": "https://www.example.org/","#,
    }]),
    find: Find::Folder(|told, _| {
        let Some(url) = told.site.as_ref().and_then(|site| site.base_url.as_ref()) else { return Vec::new() };
        let host = url.place().split(':').next().unwrap_or_default().to_ascii_lowercase();
        let is_example = |name: &&str| host == **name || host.ends_with(&format!(".{name}"));
        if !EXAMPLES.iter().any(is_example) {
            return Vec::new();
        }
        let message = format!("“{}” is still an example", url.as_str());
        vec![(FILE.to_owned(), Said::new("base_url", message, "write where the site is published"))]
    }),
};

pub static INVALID_LANGUAGE: Rule = Rule {
    name: "invalid-language",
    severity: Severity::Error,
    means: "The language is not a tag of BCP 47, such as “en”, “pt-BR” and “ar-EG”.",
    why: "Browsers take from the tag how to read aloud, hyphenate and translate the page, and which way it is written.",
    cure: "Write the short code of the language and, where it matters, a hyphen and the code of the country.",
    example: Example::Edits(&[Edit { file: FILE, right: r#""language": "en","#, wrong: r#""language": "en_US","# }]),
    find: Find::File(|file| {
        let language = file.json.field("language").and_then(Json::text).filter(|_| file.entry.kind == Kind::Site);
        let Some(tag) = language.filter(|tag| !tag.trim().is_empty()) else { return Vec::new() };
        let Err(meant) = judge_tag(tag) else { return Vec::new() };
        let remedy = meant.map_or_else(
            || "write a tag such as “en”, “pt-BR” or “ar-EG”".to_owned(),
            |meant| format!("did you mean “{meant}”?"),
        );
        vec![Said::new("language", format!("“{tag}” is not a tag of a language"), remedy)]
    }),
};

pub static MISSING_SUMMARY: Rule = Rule {
    name: "missing-summary",
    severity: Severity::Warning,
    means: "The site has no tagline, or a comparison has no lede.",
    why: "Search engines, feeds and link previews show it as the summary.",
    cure: "Add one or two sentences that say what the choice is about.",
    example: Example::Edits(&[Edit {
        file: "comparisons/alpha-vs-beta.json",
        right: "\"lede\": \"Two ways to do it.\",\n  \"bottom_line\": \"Take either.\",",
        wrong: r#""bottom_line": "Take either.","#,
    }]),
    find: Find::Folder(|told, _| {
        let of_site = told.site.iter().filter(|site| site.tagline.trim().is_empty()).map(|_| {
            let remedy = "search engines and feeds show it as the summary";
            (FILE.to_owned(), Said::new("tagline", "is missing", remedy))
        });
        let of_comparisons = told.comparisons.iter().filter(|(_, comparison)| comparison.lede.is_none());
        let remedy = "search engines and link previews show it as the summary";
        of_site.chain(of_comparisons.map(|(file, _)| (file.clone(), Said::new("lede", "is missing", remedy)))).collect()
    }),
};

pub static MISSING_DEFINITION: Rule = Rule {
    name: "missing-definition",
    severity: Severity::Warning,
    means: "A fact of the vocabulary has no definition.",
    why: "Readers see it beside the row, and editors fill in the fact by it.",
    cure: "Say in one sentence what the fact means.",
    example: Example::Edits(&[Edit {
        file: FILE,
        right: "\"label\": \"Weights\",\n      \"definition\": \"Whether they can be had.\"",
        wrong: r#""label": "Weights""#,
    }]),
    find: Find::Folder(|told, _| {
        let kinds = told.site.iter().flat_map(|site| site.facts.iter().enumerate());
        let without = kinds.filter(|(_, kind)| kind.definition.trim().is_empty());
        let said = |i| Said::new(format!("facts[{i}].definition"), "is missing", "readers see it beside the row");
        without.map(|(i, _)| (FILE.to_owned(), said(i))).collect()
    }),
};

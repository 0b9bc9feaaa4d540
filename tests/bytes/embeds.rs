//! What the built site has for embeds: pages for frames, oEmbed, badges, and who may frame what.

use super::pages::{between, is_embed, pages, values};
use serde_json::Value;
use std::fs;

#[test]
fn the_page_inside_an_embed_is_no_page_of_its_own_and_loads_nothing_by_itself() {
    let mut embeds = 0;
    for (path, page) in pages(&super::site()).into_iter().filter(|(path, _)| is_embed(path)) {
        embeds += 1;
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        let whole = path.replace("/embed/", "/compare/").replace("index.html", "");
        assert!(between(&page, "rel=\"canonical\" href=\"", "\"").ends_with(&whole), "{path}");
        for early in ["rel=\"modulepreload\"", "rel=\"preload\"", "json+oembed", "ld+json"] {
            assert!(!page.contains(early), "{path} has {early}");
        }
        let foot = between(&page, "<footer", "</footer>");
        assert!(foot.contains(&format!("href=\"{whole}\" target=\"_blank\" rel=\"noopener\"")), "{path}: {foot}");
        assert!(page.contains("<base target=\"_blank\">"), "{path}");
        for chrome in ["<nav", "<select", "class=\"newsletter\"", "Skip to content"] {
            assert!(!page.contains(chrome), "{path} has {chrome}");
        }
    }
    assert!(embeds >= 12, "{embeds}");
}

#[test]
fn every_comparison_has_an_oembed_and_names_it() {
    let site = super::site();
    let index: Value = serde_json::from_str(&site.text("data/index.json").unwrap()).unwrap();
    for comparison in index["comparisons"].as_array().unwrap() {
        let slug = comparison["slug"].as_str().unwrap();
        let it: Value = serde_json::from_str(&site.text(&format!("oembed/{slug}.json")).unwrap()).unwrap();
        let title = comparison["title"].as_str().unwrap();
        assert_eq!((&it["version"], &it["type"], &it["title"]), (&"1.0".into(), &"rich".into(), &title.into()));
        let html = it["html"].as_str().unwrap();
        assert!(html.starts_with("<blockquote class=\"shipside\""), "{html}");
        assert!(html.contains(&format!("/compare/{slug}/\">{title}</a>: panel ship ")), "{html}");
        assert!(html.ends_with("/embed.js\"></script>"), "{html}");
        assert_eq!(it["width"], 640);
        assert!(it["height"].as_u64().is_some_and(|height| (300..=1000).contains(&height)), "{}", it["height"]);
        let page = site.text(&format!("compare/{slug}/index.html")).unwrap();
        let card = between(&page, "property=\"og:image\" content=\"", "\"");
        assert!(it["thumbnail_url"] == card && card.contains(&format!("/og/{slug}.png?v=")), "{card}");
        assert_eq!((&it["thumbnail_width"], &it["thumbnail_height"]), (&1200.into(), &630.into()));
        let discovery = between(&page, "type=\"application/json+oembed\"", ">");
        assert!(discovery.contains(&format!("/oembed/{slug}.json\"")), "{discovery}");
    }
}

#[test]
fn every_tool_has_a_badge_that_needs_nothing_else() {
    let site = super::site();
    let tools = fs::read_dir(site.folder.join("data/tools")).unwrap();
    let mut badges = 0;
    for tool in tools {
        let name = tool.unwrap().file_name().to_string_lossy().into_owned();
        // Beside each file lie its compressed copies.
        let Some(id) = name.strip_suffix(".json") else { continue };
        let name = format!("{id}.svg");
        let badge = site.text(&format!("badge/{name}")).unwrap();
        badges += 1;
        assert!(badge.len() < 2000, "{name}: {} bytes", badge.len());
        for active in ["<script", "href", "url(", "@import", "<foreignObject", "<image", " on"] {
            let found = badge.contains(active) && !(active == " on" && badge.matches(" on").count() == 1);
            assert!(!found, "{name} has {active}");
        }
    }
    assert!(badges >= 12, "{badges}");
}

#[test]
fn only_embeds_may_stand_in_other_sites() {
    let headers = super::site().text("_headers").unwrap();
    let rules: Vec<(&str, &str)> = headers.split("\n\n").filter_map(|rule| rule.split_once('\n')).collect();
    let framing = |path: &str| rules.iter().any(|(of, rule)| *of == path && rule.contains("frame-ancestors 'self'"));
    assert!(framing("/") && framing("/compare/*") && framing("/embed/") && framing("/404.html"));
    assert!(
        rules.iter().all(|(of, rule)| !rule.contains("frame-ancestors") || !of.starts_with("/embed/") || of.len() < 18)
    );
    let every = rules.iter().find(|(of, _)| *of == "/*").unwrap().1;
    assert!(!every.contains("frame-ancestors"), "it would hold for embeds too: {every}");
    // Together the rule for all allows what each page's own policy does.
    for (path, page) in pages(&super::site()) {
        let policy = between(&page, "http-equiv=\"content-security-policy\" content=\"", "\"");
        for hash in policy.split([' ', ';']).filter(|part| part.starts_with("'sha256-")) {
            assert!(every.contains(hash), "{path}: {hash} is not in the header");
        }
    }
}

#[test]
fn the_builder_can_be_read_without_scripts() {
    let site = super::site();
    let page = site.text("embed/index.html").unwrap();
    for form in ["script", "element", "frame", "markdown", "oembed"] {
        assert!(values(&page, "id").contains(&form), "{form}");
    }
    assert!(!page.contains(".wasm"), "the builder needs no app");
    let script = values(&page, "src").into_iter().find(|src| src.contains("shipside-builder-")).unwrap();
    assert!(site.read(script.trim_start_matches('/')).is_ok());
    assert_eq!(page.matches("hidden>").count(), 2 + 5, "choices, preview and copying need the script");
}

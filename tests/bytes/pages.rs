//! Every page of the built site, read natively: complete, sound, safe, and small enough for one round trip.

use super::{built::Built, size};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

/// Bytes of a comparison's page with its style, brotli at its best, that one round trip holds beside the response's headers.
const PAGE: usize = 14_600 - HEADERS;
/// Bytes of response headers, generously.
const HEADERS: usize = 500;

/// A page's path from the root, and its text.
pub fn pages(site: &Built) -> Vec<(String, String)> {
    fn walk(folder: &Path, path: &str, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{path}/{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &path, found);
            } else if path.ends_with(".html") {
                found.push((path, fs::read_to_string(entry.path()).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&site.folder, "", &mut found);
    found.sort();
    found
}

/// What stands between two marks, the first time that the first stands anywhere.
pub fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("{from} is not in the page")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("{to} does not follow {from}")).0
}

/// Whether it is the page inside an embed.
pub fn is_embed(path: &str) -> bool {
    path.starts_with("/embed/") && path != "/embed/index.html"
}

fn is_comparison(path: &str) -> bool {
    path.starts_with("/compare/") && path != "/compare/index.html"
}

#[test]
fn the_sitemap_knows_no_page_as_older_than_what_it_says() {
    let site = super::site();
    let sitemap = site.text("sitemap.xml").unwrap();
    let mut dated = 0;
    for url in sitemap.split("<url>").skip(1) {
        let between = |from: &str, to: &str| Some(url.split_once(from)?.1.split_once(to)?.0);
        let (_, path) = between("<loc>https://", "</loc>").unwrap().split_once('/').unwrap();
        let page = site.text(&format!("{path}index.html")).unwrap();
        let newest = page.split("datetime=\"").skip(1).filter_map(|rest| rest.get(..10)).max();
        if let Some(newest) = newest {
            let told = between("<lastmod>", "</lastmod>").unwrap_or_default();
            assert!(told >= newest, "{path}: {told}, and {newest} stands there");
            dated += 1;
        }
    }
    assert!(dated > 80, "{dated}");
}

#[test]
fn every_known_address_is_a_file_and_in_the_sitemap() {
    let site = super::site();
    let index: Value = serde_json::from_str(&site.text("data/index.json").unwrap()).unwrap();
    let slugs = index["comparisons"].as_array().unwrap().iter().map(|it| it["slug"].as_str().unwrap());
    let embeds: Vec<String> = slugs.clone().map(|slug| format!("/embed/{slug}/index.html")).collect();
    let mut wanted: BTreeSet<String> = slugs.map(|slug| format!("/compare/{slug}/index.html")).collect();
    assert!(wanted.len() >= 12);
    let ids = |list: &Value, folder: &str| -> Vec<String> {
        list.as_array()
            .unwrap()
            .iter()
            .map(|it| format!("/{folder}/{}/index.html", it["id"].as_str().unwrap()))
            .collect()
    };
    let own: Value = serde_json::from_str(&site.text("data/site.json").unwrap()).unwrap();
    wanted.extend([ids(&index["tools"], "tools"), ids(&own["panel"], "panel")].concat());
    wanted.extend(["embed", "tools", "panel", "compare"].map(|folder| format!("/{folder}/index.html")));
    let sitemap = site.text("sitemap.xml").unwrap();
    for path in &wanted {
        assert!(sitemap.contains(&format!("{}</loc>", path.trim_end_matches("index.html"))), "{path}");
        assert!(!site.text(path.trim_start_matches('/')).unwrap().contains("noindex"), "{path} is in the sitemap");
    }
    assert_eq!(sitemap.matches("/embed/").count(), 1, "what is inside embeds is no page of its own");
    wanted.extend(embeds);
    wanted.extend(["/404.html", "/index.html"].map(str::to_owned));
    let found: BTreeSet<String> = pages(&site).into_iter().map(|(path, _)| path).collect();
    assert_eq!(found, wanted);
}

#[test]
fn every_page_is_complete_before_any_script() {
    for (path, page) in pages(&super::site()) {
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert_eq!(page.matches("<main").count(), 1, "{path}");
        let body = between(&page, "<body>", "</body>");
        let first = match is_embed(&path) {
            true => "<main id=\"main\" tabindex=\"-1\">",
            false => "<a class=\"to-content\" href=\"#main\">Skip to content</a>",
        };
        assert!(body.starts_with(first), "{path}");
        for needed in [
            "<title>",
            "name=\"description\"",
            "rel=\"canonical\"",
            "og:title",
            "twitter:card",
            "/feed.xml\"",
            "/feed.json\"",
        ] {
            assert!(page.contains(needed), "{path} has no {needed}");
        }
        if is_comparison(&path) {
            assert!(page.matches("<article").count() >= 2 && page.contains("Reviewer scorecard"), "{path}");
            assert!(page.matches("<blockquote").count() >= 1, "{path}");
        }
    }
}

#[test]
fn what_a_page_says_of_itself_is_what_it_shows() {
    for (path, page) in pages(&super::site()).into_iter().filter(|(path, _)| is_comparison(path)) {
        let title = between(&page, "<title>", "</title>");
        let heading: String = {
            let html = between(&page, "<h1", "</h1>").split_once('>').unwrap().1;
            let mut text = String::new();
            let mut inside = false;
            for c in html.chars() {
                match c {
                    '<' => inside = true,
                    '>' => inside = false,
                    _ if !inside => text.push(c),
                    _ => {}
                }
            }
            text
        };
        assert!(title.starts_with(&heading), "{path}: {title} / {heading}");
        let ld: Value =
            serde_json::from_str(between(&page, "<script type=\"application/ld+json\">", "</script>")).unwrap();
        assert_eq!(ld["@type"], "ItemList", "{path}");
        let tools = ld["itemListElement"].as_array().unwrap();
        assert_eq!(tools.len(), page.matches("<article").count(), "{path}");
        for review in tools.iter().flat_map(|tool| tool["item"]["review"].as_array().unwrap()) {
            assert_eq!(review["author"]["@type"], "Organization", "{path}: an AI persona is no Person");
        }
        let steps = page.rsplit("application/ld+json\">").next().unwrap().split("</script>").next().unwrap();
        let steps: Value = serde_json::from_str(steps).unwrap();
        assert_eq!(
            (&steps["@type"], steps["itemListElement"].as_array().unwrap().len()),
            (&"BreadcrumbList".into(), 2)
        );
        assert!(!page.contains("AggregateRating"), "{path}");
        let data: Value = serde_json::from_str(between(&page, "id=\"shipside\">", "</script>")).unwrap();
        assert_eq!(format!("{}index.html", data["page"].as_str().unwrap()), path);
    }
}

#[test]
fn pages_but_those_inside_embeds_may_be_framed_by_the_site_alone() {
    let headers = super::site().text("_headers").unwrap();
    let rules: Vec<&str> = headers
        .split("\n\n")
        .filter(|rule| rule.contains("frame-ancestors 'self'"))
        .map(|rule| rule.lines().next().unwrap_or_default())
        .collect();
    let is_held = |path: &str| {
        rules.iter().any(|rule| rule.strip_suffix('*').map_or(path == *rule, |start| path.starts_with(start)))
    };
    for (path, _) in pages(&super::site()) {
        let address = path.strip_suffix("index.html").unwrap_or(&path);
        let held = [is_held(&path), is_held(address)];
        assert_eq!(
            held,
            [!is_embed(&path); 2],
            "{path}: who may frame it, says `headers` in src/site/feeds.rs: {rules:?}"
        );
    }
}

#[test]
fn every_page_that_has_an_address_says_what_it_is() {
    let silent: Vec<String> = pages(&super::site())
        .into_iter()
        .filter(|(_, page)| !page.contains("<script type=\"application/ld+json\">"))
        .map(|(path, _)| path)
        .filter(|path| {
            path.trim_start_matches('/') == "embed/index.html" || !path.trim_start_matches('/').starts_with("embed/")
        })
        .collect();
    assert_eq!(silent, ["/404.html"]);
}

#[test]
fn a_tool_is_told_as_software_with_the_way_to_it_and_nothing_is_invented_of_reviewers() {
    let (mut tools, mut reviewers) = (0, 0);
    for (path, page) in pages(&super::site()) {
        let kind = path.split('/').nth(1).unwrap_or_default();
        if !matches!(kind, "tools" | "panel") || path.matches('/').count() < 3 {
            continue;
        }
        let ld: Value =
            serde_json::from_str(between(&page, "<script type=\"application/ld+json\">", "</script>")).unwrap();
        if kind == "panel" {
            reviewers += 1;
            assert_eq!(ld["@type"], "WebPage", "{path}");
            continue;
        }
        tools += 1;
        let [software, way] = [&ld["@graph"][0], &ld["@graph"][1]];
        assert_eq!(
            (&software["@type"], &way["@type"]),
            (&"SoftwareApplication".into(), &"BreadcrumbList".into()),
            "{path}"
        );
        assert_eq!(software["review"].as_array().unwrap().len(), page.matches("<blockquote").count(), "{path}");
        assert_eq!(way["itemListElement"][1]["name"], software["name"], "{path}");
        assert!(page.contains(&format!("<title>{} · ", software["name"].as_str().unwrap())), "{path}");
    }
    assert!(tools > 15 && reviewers == 4, "{tools} tools and {reviewers} reviewers");
}

#[test]
fn the_policy_allows_no_inline_code_but_the_pages_own() {
    for (path, page) in pages(&super::site()) {
        let policy = between(&page, "http-equiv=\"content-security-policy\" content=\"", "\"");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}");
        assert!(policy.starts_with("default-src 'none'"), "{path}");
        let scripts =
            page.match_indices("<script").filter(|(at, _)| !page[*at..].starts_with("<script type=\"application/"));
        // Inside embeds, one more that looks and tells; in the builder, the loader and its own, which are files.
        let (count, inline) = match (is_embed(&path), path == "/embed/index.html") {
            (true, _) => (3, 3),
            (_, true) => (3, 1),
            _ => (2, 2),
        };
        assert_eq!(scripts.count(), count, "{path}");
        assert_eq!(policy.matches("'sha256-").count(), inline + 1, "{path}");
        for attribute in [" style=\"", " onclick", " onload", "javascript:"] {
            assert!(!page.contains(attribute), "{path} has {attribute}");
        }
    }
}

#[test]
fn a_comparison_comes_in_one_round_trip() {
    let mut largest = (0, String::new());
    for (path, page) in pages(&super::site()).into_iter().filter(|(path, _)| is_comparison(path) || is_embed(path)) {
        let bytes = size::brotli(page.as_bytes(), 11).unwrap().len();
        largest = largest.max((bytes, path.clone()));
        assert!(bytes <= PAGE, "{path}: {bytes} bytes with brotli, at most {PAGE}");
    }
    println!("the largest page: {} bytes with brotli, {}", largest.0, largest.1);
}

/// Trunk only warns of a stylesheet that it cannot minify, and goes on.
#[test]
fn the_style_of_every_page_is_minified() {
    for (path, page) in pages(&super::site()) {
        let style = between(&page, "<style>", "</style>");
        assert!(style.contains("@layer base{"), "{path} has no style");
        assert!(!style.contains("/*") && !style.contains("\n  "), "{path} has a stylesheet as it was written");
    }
}

#[test]
fn feeds_are_sound() {
    let site = super::site();
    let feed: Value = serde_json::from_str(&site.text("feed.json").unwrap()).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    let atom = site.text("feed.xml").unwrap();
    assert_eq!(atom.matches("<entry>").count(), feed["items"].as_array().unwrap().len());
    for file in ["index.html", "feed.xml", "data/index.json"] {
        assert!(site.read(file).is_ok(), "{file}");
    }
    for file in ["index.html.br", "index.html.gz", "feed.xml.br", "sitemap.xml.gz"] {
        assert!(site.read(file).is_ok(), "{file}");
    }
}

/// Values of an attribute, everywhere in a page.
pub fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    page.match_indices(&begin).filter_map(|(at, _)| page[at + begin.len()..].split('"').next()).collect()
}

#[test]
fn every_link_within_the_site_leads_to_a_file() {
    let site = super::site();
    let mut links = 0;
    for (path, page) in pages(&site) {
        let inner = |address: &&str| address.starts_with('/') && !address.starts_with("//");
        for address in values(&page, "href").into_iter().chain(values(&page, "src")).filter(inner) {
            links += 1;
            let file = address.split(['?', '#']).next().unwrap().trim_start_matches('/');
            let file =
                if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
            assert!(site.read(&file).is_ok(), "{path} links to {address}, and there is no {file}");
        }
        for fragment in values(&page, "href").into_iter().filter_map(|address| address.strip_prefix('#')) {
            assert!(values(&page, "id").contains(&fragment), "{path} links to #{fragment}");
        }
    }
    assert!(links > 100, "{links}");
}

#[test]
fn link_previews_have_a_card_and_home_screens_have_icons() {
    let site = super::site();
    let size = |name: &str| {
        let png = site.read(name).unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n", "{name}");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    };
    for (path, page) in pages(&site) {
        let card = between(&page, "property=\"og:image\" content=\"", "\"");
        let name = match path.trim_start_matches("/compare/").trim_start_matches("/embed/").strip_suffix("/index.html")
        {
            Some(slug) if is_comparison(&path) || is_embed(&path) => format!("og/{slug}.png"),
            _ => "og.png".to_owned(),
        };
        let (address, version) = card.split_once("?v=").unwrap();
        assert!(address.ends_with(&format!("/{name}")) && version.len() == 6, "{path}: {card}");
        assert!(page.contains(&format!("name=\"twitter:image\" content=\"{card}\"")), "{path}");
        assert_eq!(size(&name), (1200, 630));
        if is_embed(&path) {
            assert!(!page.contains("rel=\"manifest\""), "{path} is installed nowhere");
            continue;
        }
        let touch = between(&page, "rel=\"apple-touch-icon\" href=\"/", "\"");
        assert_eq!(size(touch), (180, 180));
        let manifest = between(&page, "rel=\"manifest\" href=\"/", "\"");
        let manifest: Value = serde_json::from_str(&site.text(manifest).unwrap()).unwrap();
        assert_eq!(manifest["start_url"], "/");
        for icon in manifest["icons"].as_array().unwrap() {
            let (width, height) = size(icon["src"].as_str().unwrap().trim_start_matches('/'));
            assert_eq!(icon["sizes"], format!("{width}x{height}"));
        }
    }
}

//! Everything that leaves the site is valid, whatever `check` lets through: read back by parsers and schemas that are not ours.

use crate::{Scratch, assets, hostile, json, sheets, xml};
use proptest::prelude::*;
use resvg::tiny_skia::Pixmap;
use serde_json::Value;
use shipside::{
    editor,
    model::Date,
    site::{Cards, Files, Folder, PageShell, write_pages},
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// What `base_url` may be: another script with signs that mean something, a number in brackets, nothing; and the folder built for.
const PLACES: [(Option<&str>, &str); 4] = [
    (Some("https://bücher.example:8443/ré'po/&a=%20/"), "/r'epo/"),
    (Some("HTTP://[2001:DB8::1]:8080"), "/"),
    (None, "/"),
    (None, "/deep/er/"),
];

/// A site that is written from that content.
struct Site {
    scratch: Scratch,
    content: Folder,
    knows: bool,
}

impl Site {
    fn of(name: &str, texts: &[String], (base_url, base): (Option<&str>, &str), cards: Option<&Cards>) -> Self {
        let scratch = Scratch::new(name);
        let data = scratch.0.join("data");
        hostile::write(&data, base_url, texts);
        let checked = editor::check(&data, Date::parse("2026-11-26").unwrap()).unwrap();
        let errors: Vec<String> = checked.errors().map(ToString::to_string).collect();
        assert_eq!(errors, [""; 0], "`check` is to let it through");
        let content = Folder::read(&data).unwrap();
        let shell = PageShell::new(base, &sheets(""), &assets(), &content.site.value).unwrap();
        write_pages(&content, &shell, cards, &Files::new(&scratch.0.join("out"), None)).unwrap();
        Self { scratch, content, knows: base_url.is_some() }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.scratch.0.join("out").join(file)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    fn json(&self, file: &str) -> Value {
        serde_json::from_str(&self.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Every page, by its path.
    fn pages(&self) -> Vec<(String, String)> {
        let pages =
            crate::files(&self.path("")).into_iter().filter(|(path, _)| path.extension() == Some("html".as_ref()));
        pages.map(|(path, page)| (path.display().to_string(), String::from_utf8(page).unwrap())).collect()
    }

    /// Everything that is wrong with what is not a page.
    fn faults(&self) -> Vec<String> {
        let mut told = Vec::new();
        let site = &self.content.site.value;
        let (faults, titles) = xml::atom(&self.text("feed.xml"));
        told.extend(faults);
        // XML's readers take every white space for a space.
        let feed = self.json("feed.json");
        let items = feed["items"].as_array().unwrap();
        assert!(titles[0] == site.name && feed["title"] == site.name && titles.len() == items.len() + 1, "{titles:?}");
        for (title, item) in titles[1..].iter().zip(items) {
            assert_eq!(item["title"], *title);
        }
        told.extend(json::faults(&json::feed(self.knows), &feed));
        let ids: BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), items.len(), "ids are unique");
        let robots = self.text("robots.txt");
        assert_eq!(robots.contains("\nSitemap: http"), self.knows, "{robots}");
        assert_eq!(self.path("sitemap.xml").exists(), self.knows, "a sitemap's addresses are whole");
        if self.knows {
            let (faults, addresses) = xml::sitemap(&self.text("sitemap.xml"));
            told.extend(faults);
            // Home, the lists of comparisons, tools and reviewers, the builder of embeds.
            let lists = 5;
            let Folder { comparisons, tools, .. } = &self.content;
            assert_eq!(addresses.len(), lists + comparisons.len() + tools.len() + site.panel.len());
        }
        for comparison in &self.content.comparisons {
            let slug = &comparison.value.slug;
            told.extend(json::faults(&json::oembed(self.knows), &self.json(&format!("oembed/{slug}.json"))));
        }
        for tool in self.content.tools.values() {
            let (faults, title) = xml::picture(&self.text(&format!("badge/{}.svg", tool.value.id)));
            told.extend(faults);
            assert!(title.starts_with(&format!("{} on {}: panel", tool.value.name, site.name)), "{title}");
        }
        told
    }
}

/// The values of a property in a page's head, as a browser would read them.
fn metas<'a>(page: &'a str, property: &str) -> Vec<String> {
    let begin = format!("=\"{property}\" content=\"");
    let head = page.split_once("</head>").unwrap().0;
    let raw = head.split(begin.as_str()).skip(1).map(|rest: &'a str| rest.split('"').next().unwrap());
    raw.map(|it| it.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")).collect()
}

fn faults_of_page(site: &Site, path: &str, page: &str) -> Vec<String> {
    let mut told = xml::Faults::default();
    let scripts: Vec<&str> = page.split("<script type=\"application/").skip(1).collect();
    for script in scripts {
        let (kind, rest) = script.split_once("\">").unwrap();
        let text = rest.split("</script>").next().unwrap();
        told.unless(!text.contains('<'), || format!("{path}: what ends a script is in one"));
        match serde_json::from_str::<Value>(text) {
            Ok(value) if kind == "ld+json" => told.0.extend(json::faults(&json::json_ld(), &value)),
            Ok(_) => {}
            Err(error) => told.0.push(format!("{path}: {error}: {text}")),
        }
    }
    for property in ["og:title", "og:type", "og:site_name", "twitter:card"] {
        told.unless(metas(page, property).len() == 1, || format!("{path}: {property}"));
    }
    assert_eq!(metas(page, "og:site_name"), std::slice::from_ref(&site.content.site.value.name));
    for property in ["og:url", "og:image", "twitter:image"] {
        let found = metas(page, property);
        told.unless(found.len() == usize::from(site.knows), || format!("{path}: {property} {found:?}"));
        for address in found {
            told.unless(url::Url::parse(&address).is_ok_and(|url| url.as_str() == address), || {
                format!("{path}: {address}")
            });
            if let Some((_, card)) = address.rsplit_once("/og") {
                told.unless(site.path(&format!("og{}", card.split('?').next().unwrap())).exists(), || {
                    format!("{path}: {address}")
                });
            }
        }
    }
    let policy = page.split("content-security-policy\" content=\"").nth(1).unwrap().split("\">").next().unwrap();
    let known =
        |it: &str| it.starts_with("default-src 'none'") || policy_names().contains(&it.split(' ').next().unwrap());
    told.unless(policy.split("; ").all(known) && !policy.contains(['"', ',']), || format!("{path}: {policy}"));
    told.0
}

fn policy_names() -> [&'static str; 9] {
    [
        "default-src",
        "script-src",
        "style-src",
        "img-src",
        "frame-src",
        "connect-src",
        "manifest-src",
        "form-action",
        "base-uri",
    ]
}

#[test]
fn what_leaves_a_site_of_hostile_content_is_valid() {
    let cards = Cards::new(Some(Path::new(env!("CARGO_TARGET_TMPDIR")).join("cards"))).unwrap();
    for (i, place) in PLACES.into_iter().enumerate() {
        let site = Site::of(&format!("hostile-{i}"), &hostile::texts(), place, Some(&cards));
        assert_eq!(site.faults(), [""; 0], "{place:?}");
        for (path, page) in site.pages() {
            assert_eq!(faults_of_page(&site, &path, &page), [""; 0], "{place:?}");
        }
        for (path, png) in crate::files(&site.path("og")) {
            let card = Pixmap::decode_png(&png).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_eq!((card.width(), card.height()), (1200, 630));
        }
    }
}

/// Any letter, but those that `check` refuses.
fn any_text() -> impl Strategy<Value = String> {
    let refused = |c: &char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
            || u32::from(*c) & 0xfffe == 0xfffe
    };
    let letter = prop_oneof![3 => any::<char>(), 1 => proptest::sample::select("<>&\"'`]-/\u{2028}".chars().collect::<Vec<_>>())];
    let letters = proptest::collection::vec(letter.prop_filter("is refused", move |c| !refused(c)), 0..40);
    letters.prop_map(|letters| format!("x{}", String::from_iter(letters)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn what_leaves_a_site_of_any_content_is_valid(texts in proptest::collection::vec(any_text(), 5..8), place in proptest::sample::select(PLACES.to_vec())) {
        let site = Site::of("any", &texts, place, None);
        prop_assert_eq!(site.faults(), [""; 0]);
    }
}

#[test]
fn the_smallest_site_leads_to_nothing_that_is_not_there() {
    let scratch = Scratch::new("smallest");
    let data = scratch.0.join("data");
    fs::create_dir_all(&data).unwrap();
    fs::write(data.join("site.json"), r#"{"schema":1,"name":"N"}"#).unwrap();
    let content = Folder::read(&data).unwrap();
    let shell = PageShell::new("/", &sheets(""), &assets(), &content.site.value).unwrap();
    write_pages(&content, &shell, None, &Files::new(&scratch.0.join("out"), None)).unwrap();
    let site = Site { scratch, content, knows: false };
    let mut links = BTreeSet::new();
    for (_, page) in site.pages() {
        let all = page.split("<a ").skip(1).filter_map(|it| it.split_once("href=\"/")?.1.split(['"', '?', '#']).next());
        links.extend(all.map(str::to_owned));
    }
    let missing: Vec<&String> = links.iter().filter(|link| !site.path(link).join("index.html").is_file()).collect();
    assert!(missing.is_empty() && links.contains("embed/"), "{missing:?} of {links:?}");
    assert!(site.text("embed/index.html").contains("There is no comparison here yet"));
}

//! Where no code can be shown, texts are plain words; and what is missing leaves nothing behind.

use crate::{
    folder::built_of,
    visit::{Visit, but, read_site, site},
};
use serde_json::json;
use shipside::{
    model::Front,
    view::{Links, chrome, home_page},
};
use std::{collections::BTreeMap, fs, sync::OnceLock};

/// A site of one comparison, whose texts have code in them, and which has no tagline.
fn built() -> &'static BTreeMap<String, String> {
    static BUILT: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let dir = std::env::temp_dir().join(format!("shipside-plain-{}", std::process::id()));
        for folder in ["tools", "comparisons"] {
            fs::create_dir_all(dir.join(folder)).unwrap();
        }
        let site = r#"{"schema":1,"name":"Sample","base_url":"https://192.0.2.7/","language":"az-Arab",
            "panel":[{"id":"ada","name":"Ada","kind":"human"}]}"#;
        fs::write(dir.join("site.json"), site).unwrap();
        for id in ["a", "b"] {
            let tool = format!(
                r#"{{"schema":1,"id":"{id}","name":"{id}","category":"C","tagline":"Runs `{id}`","description":"It runs `{id}`.",
                "price":{{"entry":"free"}},"reviews":[{{"reviewer":"ada","verdict":"ship","quote":"I ran `{id}`."}}]}}"#
            );
            fs::write(dir.join(format!("tools/{id}.json")), tool).unwrap();
        }
        let comparison = r#"{"schema":1,"slug":"a-vs-b","tools":["a","b"],"title":"`a` or `b`?","lede":"Run `a && b` once."}"#;
        fs::write(dir.join("comparisons/a-vs-b.json"), comparison).unwrap();
        let built = built_of(&dir, "/");
        fs::remove_dir_all(dir).unwrap();
        built
    })
}

/// A page without the content that it carries for the app, which is as authored.
fn without_data(page: &str) -> String {
    let Some((before, rest)) = page.split_once("<script type=\"application/json\"") else { return page.to_owned() };
    format!("{before}{}", rest.split_once("</script>").unwrap().1)
}

#[test]
fn code_in_a_title_or_a_lede_is_code_on_the_page_and_plain_words_elsewhere() {
    let page = without_data(&built()["/compare/a-vs-b/index.html"]);
    assert!(
        page.contains("<code>a</code> or <code>b</code>?</h1>") && page.contains("<code>a &amp;&amp; b</code>"),
        "{page}"
    );
    assert!(page.contains("<title>a or b? · Sample</title>") && page.contains("Run a &amp;&amp; b once."), "{page}");
    for (name, said) in [
        ("/index.html", "a or b?"),
        ("/compare/a-vs-b/index.html", "\"I ran a.\""),
        ("/embed/a-vs-b/index.html", "<title>a or b?"),
        ("/embed/index.html", "a or b?"),
        ("/feed.xml", "<title>a or b?</title>"),
        ("/feed.json", "\"title\":\"a or b?\""),
        ("/oembed/a-vs-b.json", "\"title\":\"a or b?\""),
        ("/data/index.json", "\"title\":\"a or b?\""),
    ] {
        let text = without_data(&built()[name]);
        assert!(text.contains(said), "{name}: {text}");
        // Scripts and styles have backticks of their own.
        let words: String =
            text.split("<script>").map(|part| part.split_once("</script>").map_or(part, |(_, rest)| rest)).collect();
        let words = words.split("<script type=\"module\">").next().unwrap_or_default();
        let words = if name == "/compare/a-vs-b/index.html" { words.split("</head>").next().unwrap() } else { words };
        assert!(!words.contains('`'), "{name}: {words}");
    }
}

#[test]
fn without_a_tagline_nothing_is_left_over_and_one_is_one() {
    let said = "1 comparison of 2 tools, with the panel’s verdicts, prices and votes.";
    let home = &built()["/index.html"];
    assert!(home.contains(&format!("<meta name=\"description\" content=\"{said}\">")), "{home}");
    for (name, text) in built() {
        for left in
            ["content=\"\"", "content=\". ", "<subtitle></subtitle>", "\"description\":\"\"", "1 comparisons", " </p>"]
        {
            assert!(!text.contains(left), "{name}: {left}");
        }
    }
}

#[test]
fn code_in_a_tagline_is_code_where_it_is_read_on_the_home_page_and_in_the_colophon() {
    let site = but(site(), json!({ "tagline": "Tools, `side by side`" }));
    let (site, links) = (read_site(&site), Links::below("/"));
    let home = Visit::to(|reader| home_page(&Front::default(), &site, &links, reader)).page();
    assert_eq!(home.one("h1").one("code").heard(), "side by side");
    let shared = site;
    let page = Visit::to(|session| chrome(move || Some(shared.clone()), &links, session, ())).page();
    assert_eq!(page.one(".colophon").one("code").heard(), "side by side");
}

#[test]
fn a_page_in_a_right_to_left_script_says_so() {
    assert!(built()["/index.html"].contains("<html lang=\"az-Arab\" dir=\"rtl\""));
}

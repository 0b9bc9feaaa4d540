//! The page of one tool.

use crate::{
    markup::{Element, heard},
    visit::{Visit, alpha, bare, beta, but, read_site, reviewer_id, site},
};
use elements::Event;
use insta::assert_snapshot;
use leptos::prelude::{Set, Update};
use serde_json::{Value, json};
use shipside::{
    content,
    model::{Alternative, Brief, Neighbours, Related, Tool},
    site::{letters, sketch_tool},
    view::{Act, Links, tool_page},
};
use std::sync::Arc;

fn read(tool: &Value) -> Arc<Tool> {
    content::tool(tool.to_string().as_str()).unwrap().value
}

/// A reader in front of a tool that leads on to these.
fn visit(tool: &Value, related: Related) -> Visit {
    let (tool, site) = (read(tool), read_site(&site()));
    let portrait = sketch_tool(&tool, &related, &site);
    Visit::to(|session| tool_page(&tool, &portrait, &site, &Links::below("/folder/"), session))
}

fn related() -> Related {
    let index = json!({ "schema": 1, "comparisons": [
        { "slug": "alpha-vs-beta", "title": "Alpha vs Beta", "tools": ["alpha", "beta"], "published": "2026-11-01" },
    ] });
    let comparisons = content::catalogue(index.to_string().as_str()).unwrap().value.comparisons.clone();
    let alternative = Alternative { tool: Brief::of(&read(&beta())), why: "Also Developer Tools".to_owned() };
    Related { comparisons, alternatives: vec![alternative] }
}

fn sections(page: &Element) -> Vec<String> {
    page.all("section").iter().map(|it| page.name_of(it)).collect()
}

#[test]
fn a_tool_has_a_page() {
    assert_snapshot!(visit(&alpha(), related()).page());
}

#[test]
fn a_page_says_everything_about_its_tool() {
    let page = visit(&alpha(), related()).page();
    assert_eq!(page.one("h1").heard(), "Alpha");
    assert_eq!(page.name_of(page.one("article")), "Alpha");
    assert_eq!(sections(&page), ["Panel", "Facts", "Pricing", "History", "Comparisons", "Alternatives"]);
    let panel = page.the("section", "Panel");
    assert_eq!(
        heard(&panel.all(".voice")),
        [
            "The Builder Ship Show me. AI reviewer 2 Nov 2026 alpha works.",
            "The Skeptic Ship Compared with what? AI reviewer It worked twice.",
            "The Founder Skip AI reviewer Nobody pays.",
            "Ada Ship I use it.",
        ]
    );
    let ways: Vec<_> = panel.all("h3").iter().map(|it| it.one("a").get("href").unwrap()).collect();
    assert_eq!(ways, ["builder", "skeptic", "founder", "ada"].map(|id| format!("/folder/panel/{id}/")));
    assert!(page.the("section", "Alternatives").heard().contains("Also Developer Tools"));
    let link = page.the("section", "Comparisons").one("a").get("href");
    assert_eq!(link.as_deref(), Some("/folder/compare/alpha-vs-beta/"));
}

#[test]
fn a_bare_tool_says_what_is_not_known_and_has_no_history() {
    let page = visit(&bare("Gamma"), Related::default()).page();
    assert_eq!(sections(&page), ["Panel", "Facts", "Pricing", "Comparisons", "Alternatives"]);
    for words in [
        "Nobody on the panel has reviewed it yet.",
        "No facts are listed.",
        "It is in no comparison yet.",
        "Nothing here is much like it.",
    ] {
        assert!(page.heard().contains(words), "{words}");
    }
    assert_eq!(page.all("figure").len(), 0, "there is nothing to draw");
}

#[test]
fn a_stranger_to_the_panel_has_no_page() {
    let review = json!([{ "reviewer": "stranger", "verdict": "ship", "quote": "Hello." }]);
    let page = visit(&but(alpha(), json!({ "reviews": review })), Related::default()).page();
    assert_eq!(page.one(".voice").heard(), "stranger Ship Not on this panel Hello.");
    assert_eq!(page.one(".voice").all("a").len(), 0);
}

#[test]
fn what_changed_since_the_last_visit_is_marked() {
    let entry = |date: &str, change: &str| json!({ "date": date, "change": change });
    let history = json!([entry("2026-10-01", "Second"), entry("2026-11-01", "Third"), entry("2026-09-01", "First")]);
    let visit = visit(&but(alpha(), json!({ "history": history })), Related::default());
    let entries = || heard(&visit.page().the("section", "History").all("li"));
    let first = ["1 Nov 2026 Third", "1 Oct 2026 Second", "1 Sep 2026 First"];
    assert_eq!(entries(), first, "a first visit: nothing is new");
    assert_eq!(visit.page().one(".since").heard(), "");
    visit.signals.seen.set(Some(1));
    assert_eq!(entries(), ["1 Nov 2026 Third New", "1 Oct 2026 Second New", "1 Sep 2026 First"]);
    assert_eq!(visit.page().one(".since").heard(), "Changed since your last visit");
    assert_eq!(visit.page().one(".since").one("a").get("href").as_deref(), Some("#history"));
    visit.signals.seen.set(Some(3));
    assert_eq!(entries(), first);
    assert_eq!(visit.page().one(".since").heard(), "");
}

#[test]
fn a_page_says_whom_the_reader_counts_and_how_to_count_all() {
    let visit = visit(&alpha(), related());
    assert_eq!(visit.page().one(".counted").heard(), "");
    visit.signals.view.update(|view| view.muted = vec![reviewer_id("founder"), reviewer_id("nobody-here")]);
    let page = visit.page();
    assert_eq!(page.one(".counted").heard(), "Your panel: 3 of 4 reviewers Count all");
    assert_eq!(page.one("article").all("dd")[0].heard(), "100%");
    assert!(page.all("figure")[0].is(".of-panel"), "it is hidden while somebody is left out");
    assert!(page.all(".voice")[2].heard().contains("Not counted"));
    assert_eq!(visit.on("click", "Count all", Event::default()), Act::CountAll);
}

#[test]
fn alternatives_are_ranked_by_category_then_by_facts_and_say_why() {
    let tool = |name: &str, category: &str, facts: Value| {
        read(&but(bare(name), json!({ "category": category, "facts": facts })))
    };
    let fact = |key: &str, value: &str| json!({ "key": key, "value": value });
    let own = tool("Own", "A", json!([fact("weights", "open"), fact("runs-on", "phone"), fact("licence", "MIT")]));
    let others = [
        tool("Bare", "A", json!([])),
        tool("Licensed", "A", json!([fact("licence", "mit")])),
        tool("Twin", "A", json!([fact("licence", "MIT"), fact("weights", "Open "), fact("runs-on", "cloud")])),
        tool("Cousin", "B", json!([fact("licence", "MIT"), fact("weights", "open"), fact("runs-on", "phone")])),
        tool("Stranger", "B", json!([fact("licence", "MIT"), fact("weights", "open")])),
    ];
    let site = read_site(&site());
    let told = |all: Vec<&Tool>| -> Vec<(String, String)> {
        let near = Neighbours::among(all, letters).of(&own, &site);
        near.into_iter().map(|(tool, why)| (tool.name.clone(), why)).collect()
    };
    let expected = [
        ("Twin", "Also A; same weights (open), licence (MIT)"),
        ("Licensed", "Also A; same licence (MIT)"),
        ("Bare", "Also A"),
        ("Cousin", "Same weights (open), runs on (phone), licence (MIT)"),
    ];
    let expected = expected.map(|(name, why)| (name.to_owned(), why.to_owned()));
    assert_eq!(told(others.iter().chain([&own]).map(|tool| &**tool).collect()), expected);
    assert_eq!(
        told(others.iter().rev().map(|tool| &**tool).collect()),
        expected,
        "the order in which they are given means nothing"
    );
}

#[test]
fn numbers_that_are_equal_are_shared_however_they_are_written() {
    let tool = |name: &str, value: &str, number: &str| {
        read(&but(bare(name), json!({ "facts": [{ "key": "context-window", "value": value, "number": number }] })))
    };
    let (own, other, third) =
        (tool("Own", "128K", "128000"), tool("Other", "128,000", "128000.0"), tool("Third", "128K", "131072"));
    let near = Neighbours::among(vec![&own, &other, &third], letters).of(&own, &read_site(&site()));
    let told: Vec<_> = near.iter().map(|(_, why)| why.as_str()).collect();
    let category = &own.category;
    assert_eq!(told, [format!("Also {category}; same context window (128K)"), format!("Also {category}")]);
}

#[test]
fn words_are_shared_as_the_table_of_facts_compares_them() {
    let tool =
        |name: &str, value: &str| read(&but(bare(name), json!({ "facts": [{ "key": "licence", "value": value }] })));
    let (own, other, third) =
        (tool("Own", "Caf\u{e9} Straße"), tool("Other", "CAFE\u{301}\u{a0}STRASSE"), tool("Third", "Cafe Strasse"));
    let near = Neighbours::among(vec![&own, &other, &third], letters).of(&own, &read_site(&site()));
    let is_shared: Vec<_> = near.iter().map(|(tool, why)| (tool.name.as_str(), why.contains("same licence"))).collect();
    assert_eq!(is_shared, [("Other", true), ("Third", false)]);
}

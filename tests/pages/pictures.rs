//! Pictures: what they are called, and the numbers beside them.

use crate::{
    markup::{Element, heard},
    visit::{Visit, alpha, beta, but, compare, read_site, reviewer_id, site},
};
use leptos::prelude::Update;
use serde_json::{Value, json};
use shipside::{
    content,
    model::{Catalogue, Front, Related},
    site::{plotted, sketch_tool},
    view::{Links, home_page, tool_page, tools_page},
};
use std::sync::Arc;

fn tool(fields: Value) -> Visit {
    let tool = but(alpha(), fields).to_string();
    let (tool, site) = (Arc::new(content::tool(tool.as_str()).unwrap().value), read_site(&site()));
    let portrait = sketch_tool(&tool, &Related::default(), &site);
    Visit::to(|session| tool_page(&tool, &portrait, &site, &Links::below("/"), session))
}

/// The pictures that have their numbers as a table, the one of the card left out.
fn pictures(page: &Element) -> Vec<&Element> {
    page.all("figure").iter().map(|figure| figure.one("svg")).collect()
}

fn names(page: &Element) -> Vec<String> {
    pictures(page).iter().filter(|it| it.is("[role=img]")).filter_map(|it| it.get("aria-label")).collect()
}

/// The numbers of the picture of that place, row by row.
fn numbers(page: &Element, at: usize) -> Vec<Vec<String>> {
    page.all("figure")[at].all("tr").iter().skip(1).map(|row| row.children().map(Element::heard).collect()).collect()
}

#[test]
fn the_panel_s_split_has_a_field_for_each_reviewer() {
    let page = tool(json!({})).page();
    assert_eq!(names(&page), ["The panel: 3 of 4 would ship it, 75%"]);
    let picture = pictures(&page)[0];
    assert_eq!(
        (picture.all("rect.ship").len(), picture.all("rect.skip").len(), picture.all("line.skip").len()),
        (3, 1, 1)
    );
    assert_eq!(
        numbers(&page, 0),
        [["The Builder", "Ship"], ["The Skeptic", "Ship"], ["The Founder", "Skip"], ["Ada", "Ship"]]
    );
}

#[test]
fn the_interval_is_drawn_from_five_votes_on() {
    let voted = |ship: u64| tool(json!({ "community": { "ship": ship, "skip": 1, "as_of": "2026-11-01" } })).page();
    assert_eq!(names(&voted(3)).len(), 1, "four votes are too few to tell");
    let page = voted(4);
    let all = "5 votes as of 2026-11-01";
    assert_eq!(
        names(&page)[1],
        format!("The community: 80% of {all} would ship it, probably between 38% and 96% of all")
    );
    assert_eq!(numbers(&page, 1), [[all, "80%"], ["Of all, at least", "38%"], ["Of all, at most", "96%"]]);
    let span = pictures(&page)[1].one("rect.span");
    assert_eq!((span.get("x").unwrap(), span.get("width").unwrap()), ("38%".to_owned(), "58%".to_owned()));
}

#[test]
fn prices_are_drawn_where_there_are_several_of_one_unit() {
    let plan = |name: &str, amount: &str, currency: &str, per: &str| json!({ "name": name, "amount": amount, "currency": currency, "per": per });
    let price = |plans: Value| tool(json!({ "reviews": [], "price": { "entry": "paid", "plans": plans } })).page();
    let page = price(json!([
        plan("Free", "0", "USD", "month"),
        plan("Pro", "20", "USD", "month"),
        plan("Ultra", "200.00", "USD", "month"),
        plan("Teams", "40", "USD", "user"),
        plan("EU", "9", "EUR", "month")
    ]));
    assert_eq!(names(&page), ["Prices of 2 plans in USD per month"]);
    let widths: Vec<_> = pictures(&page)[0].all("rect").iter().filter_map(|it| it.get("width")).collect();
    assert_eq!(widths, ["10%", "100%"]);
    assert_eq!(numbers(&page, 0), [["Pro", "$20 per month"], ["Ultra", "$200.00 per month"]]);
    assert_eq!(names(&price(json!([plan("Pro", "20", "USD", "month"), plan("EU", "9", "EUR", "month")]))), [""; 0]);
}

fn read_catalogue(text: &Value) -> Catalogue {
    Arc::unwrap_or_clone(content::catalogue(text.to_string().as_str()).unwrap().value)
}

fn plot(tools: Value) -> Visit {
    let catalogue: Catalogue = plotted(read_catalogue(&json!({ "schema": 1, "tools": tools })));
    let catalogue = Arc::new(catalogue);
    Visit::to(|session| tools_page(&catalogue, &read_site(&site()), &Links::below("/"), session))
}

fn brief(id: &str, entry: &str, ship: &[&str], skip: &[&str], community: Value) -> Value {
    json!({ "id": id, "name": id, "category": "A", "entry": entry, "ship": ship, "skip": skip, "community": community })
}

#[test]
fn the_catalogue_is_drawn_against_price_where_there_are_no_votes() {
    let visit = plot(json!([
        brief("a", "free", &["builder", "founder"], &[], Value::Null),
        brief("b", "free", &["builder"], &[], Value::Null),
        brief("c", "paid", &["builder"], &["founder"], Value::Null),
        brief("d", "unknown", &[], &[], Value::Null),
    ]));
    let page = visit.page();
    assert_eq!(names(&page), ["The panel’s share that would ship it, against price: 3 tools"]);
    assert_eq!(heard(&page.one("figure").all("tr")[0].all("th")), ["Panel", "Free", "Freemium", "Paid"]);
    assert_eq!(numbers(&page, 0)[4], ["80–100%", "2", "0", "0"]);
    assert_eq!(numbers(&page, 0)[2], ["40–59%", "0", "0", "1"]);
    assert_eq!(page.all("circle").len(), 2, "one for each cell that is not empty");
    assert!(page.one("figure").is(".of-panel"), "it is hidden while somebody is left out");
    let instead = "This picture counts the whole panel. It is hidden while you leave reviewers out.";
    assert_eq!(page.one(".instead").heard(), instead);
    visit.signals.view.update(|view| view.muted = vec![reviewer_id("founder"), reviewer_id("builder")]);
    assert_eq!(visit.page().one(".counted").heard(), "Your panel: 2 of 4 reviewers Count all");
}

#[test]
fn home_shows_the_same_picture_of_all_tools() {
    let tools =
        json!([brief("a", "free", &["builder"], &[], Value::Null), brief("b", "paid", &[], &["builder"], Value::Null)]);
    let catalogue = plotted(read_catalogue(&json!({ "schema": 1, "tools": tools.clone() })));
    let front = content::front(content::write_front(&Front::of(&catalogue, vec![])).as_str()).unwrap().value;
    let home = Visit::to(|session| home_page(&front, &read_site(&site()), &Links::below("/"), session)).page();
    assert_eq!(numbers(&home, 0), numbers(&plot(tools).page(), 0));
    // No tool of it stands on home, where there is no comparison: the picture is of all the same.
    assert_eq!(names(&home), ["The panel’s share that would ship it, against price: 2 tools"]);
}

#[test]
fn the_catalogue_is_drawn_against_the_community_where_most_tools_have_votes() {
    let votes = |ship: u64, skip: u64| json!({ "ship": ship, "skip": skip, "as_of": "2026-11-01" });
    let page = plot(json!([
        brief("a", "free", &["builder"], &[], votes(1, 9)),
        brief("b", "paid", &["builder"], &[], votes(10, 0)),
        brief("c", "paid", &[], &["builder"], Value::Null),
    ]))
    .page();
    assert_eq!(names(&page), ["The panel’s share that would ship it, against the community’s: 2 tools"]);
    assert_eq!(numbers(&page, 0)[4], ["80–100%", "1", "0", "0", "0", "1"]);
}

#[test]
fn a_plot_of_two_thousand_tools_is_as_small_as_one_of_twenty() {
    let tools: Vec<Value> = (0..2_000)
        .map(|i| {
            brief(
                &format!("t{i}"),
                ["free", "freemium", "paid"][i % 3],
                &["builder", "ada"][..i % 3],
                &["founder"][..i % 2],
                Value::Null,
            )
        })
        .collect();
    let page = plot(Value::from(tools)).page();
    assert!(page.one("figure").to_string().len() < 9_000, "{}", page.one("figure").to_string().len());
}

#[test]
fn a_tool_that_only_a_comparison_describes_is_listed_without_a_link() {
    let mut alone = brief("a", "free", &[], &[], Value::Null);
    alone["pageless"] = true.into();
    let page = plot(json!([alone, brief("b", "free", &[], &[], Value::Null)])).page();
    let links: Vec<_> = page.all("a").iter().filter_map(|it| it.get("href")).collect();
    assert_eq!(links, ["/tools/b/"]);
}

#[test]
fn a_comparison_draws_each_panel_with_a_mark_for_each_reviewer() {
    let page = compare(&[alpha(), beta(), but(alpha(), json!({ "id": "gamma", "reviews": [] }))]).page();
    let splits = page.all("svg.split");
    let told = "The Builder: Ship; The Skeptic: Ship; The Founder: Skip; Ada: Ship";
    assert_eq!(splits[0].get("aria-label").unwrap(), told);
    let classes: Vec<_> = splits[0].all("rect").iter().filter_map(|mark| mark.get("class")).collect();
    assert_eq!(classes, ["ship", "ship", "skip", "ship"]);
    assert_eq!(splits[0].get("viewBox").unwrap(), "0 0 128 32");
    assert_eq!(splits[2].get("role"), None, "nothing is drawn where nobody spoke");
}

#[test]
fn more_marks_than_are_legible_side_by_side_begin_another_row() {
    let reviews: Vec<Value> =
        (0..8).map(|at| json!({ "reviewer": format!("r{at}"), "verdict": "ship", "quote": "Yes" })).collect();
    let page = compare(&[but(alpha(), json!({ "reviews": reviews })), beta()]).page();
    let picture = page.all("svg.split")[0];
    assert_eq!(picture.get("viewBox").unwrap(), "0 0 128 64");
    let last = picture.all("rect")[7];
    assert_eq!((last.get("x").unwrap(), last.get("y").unwrap()), ("96".to_owned(), "32".to_owned()));
}

#[test]
fn prices_of_one_unit_are_drawn_to_one_scale() {
    let plan = |amount: &str, per: &str| json!({ "name": amount, "amount": amount, "currency": "USD", "per": per });
    let with = |id: &str, plans: Value| but(alpha(), json!({ "id": id, "price": { "entry": "paid", "plans": plans } }));
    let a = with("a", json!([plan("0", "month"), plan("0.40", "month"), plan("900", "year"), plan("20", "month")]));
    let bars = |b: Value| -> Vec<Vec<String>> {
        let page = compare(&[a.clone(), b]).page();
        let note = page.one(".pricing").children().find(|it| it.is("p")).map(Element::heard);
        let bars = page.all(".plans").into_iter().flat_map(|list| list.all("svg"));
        let bars = bars.map(|bar| vec![bar.get("aria-label").unwrap(), bar.one("rect").get("width").unwrap()]);
        note.into_iter().map(|note| vec![note]).chain(bars).collect()
    };
    let said = ["A full bar is $200 per month."].map(str::to_owned).to_vec();
    let of = |percent: &str, width: &str| vec![format!("{percent} of $200 per month"), width.to_owned()];
    let b = with("b", json!([plan("50", "month"), plan("58", "month"), plan("200", "month")]));
    let shares = [of("under 1%", "1%"), of("10%", "10%"), of("25%", "25%"), of("29%", "29%"), of("100%", "100%")];
    assert_eq!(bars(b), [vec![said], shares.to_vec()].concat());
    // Units of one tool alone compare nothing.
    assert_eq!(bars(with("b", json!([plan("7", "seat"), plan("9", "seat")]))), [[""; 0]; 0]);
}

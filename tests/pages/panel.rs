//! The pages of the panel and of each reviewer.

use crate::{
    markup::{Element, heard},
    visit::{Visit, alpha, bare, beta, but, read_site, reviewer_id, site},
};
use elements::{AnyView, Event, IntoView};
use insta::assert_snapshot;
use leptos::prelude::Update;
use serde_json::{Value, json};
use shipside::{
    content,
    model::{Drawn, Panel, Record, Related, Tool, Verdict},
    site::{Folder, plotted, sketch_panel, sketch_record, sketch_tool},
    view::{Act, Links, drawn, reviewers_page},
};
use std::{path::Path, sync::Arc};

fn tools(tools: &[Value]) -> Vec<Arc<Tool>> {
    tools.iter().map(|tool| content::tool(tool.to_string().as_str()).unwrap().value).collect()
}

/// A tool that these reviewers judged: ids, and whether they would ship it.
fn judged(name: &str, category: &str, reviews: &[(&str, bool)]) -> Value {
    let review = |(reviewer, ships): &(&str, bool)| json!({ "reviewer": reviewer, "verdict": if *ships { "ship" } else { "skip" }, "quote": format!("{reviewer} on {name}.") });
    but(bare(name), json!({ "category": category, "reviews": reviews.iter().map(review).collect::<Vec<_>>() }))
}

fn panel(all: &[Value]) -> Element {
    let (site, tools) = (read_site(&site()), tools(all));
    let page = sketch_panel(&Panel::of(&site, &tools.iter().map(|tool| &**tool).collect::<Vec<_>>()), &site);
    Visit::to(|session| reviewers_page(&page, &Links::below("/folder/"), session)).page()
}

fn reviewer(id: &str, all: &[Value]) -> Visit {
    let (site, tools) = (read_site(&site()), tools(all));
    let tools: Vec<&Tool> = tools.iter().map(|tool| &**tool).collect();
    let record = Record::of(&reviewer_id(id), &Panel::of(&site, &tools), &tools);
    let page = sketch_record(&record, &site);
    Visit::to(|session| reviewers_page(&page, &Links::below("/folder/"), session))
}

fn three() -> [Value; 3] {
    [
        judged("Zeta", "A", &[("builder", true), ("skeptic", false), ("founder", true)]),
        judged("Eta", "A", &[("builder", true), ("skeptic", false)]),
        judged("Theta", "B", &[("builder", false), ("founder", false), ("stranger", true)]),
    ]
}

#[test]
fn the_panel_and_its_members_have_pages() {
    assert_snapshot!("panel", panel(&[alpha(), beta()]));
    assert_snapshot!("reviewer", reviewer("builder", &[alpha(), beta()]).page());
}

#[test]
fn the_panel_is_told_with_what_each_ships() {
    let page = panel(&three());
    assert_eq!(page.one("h1").heard(), "The panel");
    assert_eq!(
        heard(&page.all(".member")),
        [
            "The Builder AI reviewer Show me. 67% ships 2 of 3 tools Builds.",
            "The Skeptic AI reviewer Compared with what? 0% ships 0 of 2 tools",
            "The Founder AI reviewer 50% ships 1 of 2 tools",
            "Ada — no review yet",
        ]
    );
    assert!(page.heard().contains("An AI reviewer is a persona: a model writes what it says."));
    let ways: Vec<_> = page.all("h2").iter().flat_map(|it| it.all("a")).filter_map(|it| it.get("href")).collect();
    assert_eq!(ways, ["builder", "skeptic", "founder", "ada"].map(|id| format!("/folder/panel/{id}/")));
}

#[test]
fn a_table_says_how_often_each_two_agree() {
    let page = panel(&three());
    let rows: Vec<_> = page.one("tbody").all("tr").iter().map(|row| heard(&row.all("td"))).collect();
    let none = "no tool in common";
    assert_eq!(
        rows,
        [
            ["", "0% 0 of 2", "100% 2 of 2", none],
            ["0% 0 of 2", "", "0% 0 of 1", none],
            ["100% 2 of 2", "0% 0 of 1", "", none],
            [none, none, none, ""]
        ]
    );
    assert_eq!(page.one("tbody").all("td")[3].seen(), "—");
}

#[test]
fn a_page_says_all_that_a_reviewer_said() {
    let page = reviewer("builder", &three()).page();
    assert_eq!(page.one("h1").heard(), "The Builder");
    let verdicts = page.the("section", "Verdicts");
    assert_eq!(
        heard(&verdicts.all("li")),
        ["Zeta Ship builder on Zeta.", "Eta Ship builder on Eta.", "Theta Skip builder on Theta."]
    );
    assert_eq!(verdicts.all("a")[1].get("href").as_deref(), Some("/folder/tools/eta/"));
    let categories: Vec<_> =
        page.the("section", "By category").one("tbody").all("tr").iter().map(|it| it.heard()).collect();
    assert_eq!(categories, ["A 100% 2 of 2", "B 0% 0 of 1"]);
    assert!(
        page.heard().contains("Disagrees most with The Skeptic: on 2 of the 2 tools that both reviewed."),
        "{page}"
    );
    assert!(page.heard().contains("Excited by APIs Tired of slides"), "{page}");
}

#[test]
fn whom_a_reviewer_disagrees_with_most_may_be_several_or_nobody() {
    let said = |id: &str, all: &[Value]| reviewer(id, all).page().one(".title").heard();
    let tie = [judged("Eta", "A", &[("builder", true), ("skeptic", false), ("founder", false), ("ada", true)])];
    assert!(said("builder", &tie).ends_with("Disagrees most with The Skeptic and The Founder: on 1 of 1 tool each."));
    let agree = [judged("Eta", "A", &[("builder", true), ("skeptic", true)])];
    assert!(said("builder", &agree).ends_with("Agrees with everybody so far."));
    let alone = [judged("Eta", "A", &[("builder", true)])];
    assert!(said("builder", &alone).ends_with("ships 1 of 1 tool"));
    // One tool of one says more than one of two.
    let further = [
        judged("Eta", "A", &[("builder", true), ("skeptic", false), ("founder", true)]),
        judged("Zeta", "A", &[("builder", true), ("skeptic", true), ("ada", false)]),
    ];
    assert!(
        said("builder", &further).contains("Disagrees most with Ada: on 1 of the 1 tool"),
        "{}",
        said("builder", &further)
    );
}

#[test]
fn a_sketch_is_shown_as_far_as_it_is_known() {
    let text = r#"{ "schema": 1, "title": "T", "parts": ["a", 5, ["script", {}, "x"], ["", {}, "x"], ["p", { "onclick": "x", "class": "y" },
        ["a", { "href": "/b/" }, "b"], ["a", { "href": "javascript:x" }, "c"], ["a", { "href": "//d.example/" }, "d"],
        ["a", { "href": "https://e.example/" }, "e"]]] }"#;
    let page = content::drawn(text).unwrap().value;
    let html = Visit::to(|session| reviewers_page(&page, &Links::below("/folder/"), session)).page().to_string();
    let flat: String = html.lines().map(str::trim).collect();
    let links = "<a href=\"/folder/b/\">b</a><a>c</a><a>d</a><a href=\"https://e.example/\">e</a>";
    assert_eq!(flat, format!("a<p class=\"y\">{links}</p>"));
}

/// Every element but slots, with its attributes, in order.
fn skeleton(element: &Element, to: &mut Vec<String>) {
    for child in element.children() {
        if child.tag != "slot" {
            let attributes =
                child.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect::<String>();
            to.push(format!("{}{attributes}", child.tag));
        }
        skeleton(child, to);
    }
}

/// What a sketch may not have is left out without a word: so everything that is drawn for the published site is looked for.
#[test]
fn nothing_that_was_drawn_is_lost() {
    let folder = Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")).unwrap();
    let (site, links) = (&folder.site.value, Links::below("/folder/"));
    let tools: Vec<&Tool> = folder.tools.values().map(|tool| tool.value.as_ref()).collect();
    let panel = Panel::of(site, &tools);
    let all_there = |view: AnyView, page: &Drawn| {
        let (mut drawn, mut shown) = (Vec::new(), Vec::new());
        skeleton(&crate::markup::read(&view.to_html()).unwrap(), &mut drawn);
        skeleton(&Visit::to(|session| reviewers_page(page, &links, session)).page(), &mut shown);
        let mut shown = shown.into_iter();
        for element in drawn {
            assert!(shown.any(|it| it == element), "{element} is lost");
        }
    };
    all_there(drawn::panel(&panel, site, &links), &sketch_panel(&panel, site));
    for member in &site.panel {
        let record = Record::of(&member.id, &panel, &tools);
        all_there(drawn::reviewer(&record, site, &links), &sketch_record(&record, site));
    }
    for tool in folder.tools.values().map(|tool| &tool.value) {
        let related = Related::default();
        all_there(drawn::tool(tool, &related, site, &links), &sketch_tool(tool, &related, site));
    }
    let catalogue = plotted(folder.catalogue().unwrap());
    let page = Drawn { parts: catalogue.plot.clone(), ..Drawn::default() };
    all_there(drawn::catalogue_plot(&catalogue).into_any(), &page);
}

#[test]
fn verdicts_are_filtered_and_nothing_is_gone_without_scripts() {
    let visit = reviewer("builder", &three());
    let shown = || {
        let page = visit.page();
        let items = page.the("section", "Verdicts").all("li").iter().filter(|it| it.get("hidden").is_none()).count();
        (items, page.the("section", "Verdicts").one("[role=status]").heard())
    };
    assert_eq!(shown(), (3, "3 verdicts".to_owned()));
    assert!(visit.page().the("input", "All").is("[checked]"));
    assert_eq!(visit.on("change", "Skip", Event::default()), Act::ShowVerdicts(Some(Verdict::Skip)));
    visit.signals.view.update(|view| view.verdict = Some(Verdict::Skip));
    assert_eq!(shown(), (1, "1 of 3 verdicts".to_owned()));
    visit.signals.view.update(|view| view.verdict = Some(Verdict::Ship));
    assert_eq!(shown(), (2, "2 of 3 verdicts".to_owned()));
    assert_eq!(visit.on("change", "All", Event::default()), Act::ShowVerdicts(None));
}

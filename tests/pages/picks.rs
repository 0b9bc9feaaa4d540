//! Picking, changing and sharing a comparison, and judging without names: names and words, and what follows when a reader acts.

use crate::{
    markup::{Element, heard},
    visit::{Visit, alpha, bare, beta, but, comparison, matchup, read_site, site, tool_id},
};
use leptos::prelude::{Set, Update};
use serde_json::{Value, json};
use shipside::{
    content,
    model::{Choice, Finder, Index, Matchup, Page, Pick, Scope, Step, Wording},
    view::{Act, Change, Here, Links, Share, Shared, chrome, page},
};
use std::sync::Arc;

fn lower(c: char, into: &mut Vec<char>) {
    into.extend(c.to_lowercase());
}

/// A whole page of these tools, once the app is there; nobody wrote about them where `is_own`.
fn live(tools: &[Value], is_own: bool, can_share: bool) -> Visit {
    let matchup = Matchup { is_own, ..matchup(comparison(), tools) };
    let visit = whole(matchup);
    visit.signals.here.set(Some(Here { can_share }));
    visit
}

fn whole(matchup: Matchup) -> Visit {
    Visit::counting(Scope::ThisBrowser, |session| {
        let (site, links) = (read_site(&site()), Links::below("/"));
        let body = page(&Page::Compare(Arc::new(matchup)), &site, &links, session);
        chrome(move || Some(site.clone()), &links, session, body)
    })
}

fn three() -> [Value; 3] {
    [alpha(), beta(), bare("Gamma")]
}

fn buttons(page: &Element) -> Vec<String> {
    page.all("button").into_iter().map(Element::heard).collect()
}

fn change(told: Act) -> (Vec<String>, String) {
    let Act::Compare(Change { tools, words, .. }) = told else { panic!("told {told:?}") };
    (tools.iter().map(ToString::to_string).collect(), words)
}

fn pick(id: &str, name: &str) -> Pick {
    Pick { id: tool_id(id), name: name.to_owned() }
}

#[test]
fn without_the_app_there_is_no_control_that_needs_it() {
    let visit = whole(matchup(comparison(), &three()));
    let page = visit.page();
    assert_eq!(page.all(".pick").len() + page.all(".tray").len() + page.all(".change").len(), 0);
    assert!(!buttons(&page).iter().any(|it| it.contains("Copy") || it.starts_with("Compare")), "{:?}", buttons(&page));
}

#[test]
fn a_tool_is_picked_by_a_button_that_says_its_name_and_whether_it_is() {
    let visit = live(&three(), false, false);
    let state = |visit: &Visit| visit.page().the("button", "Compare Alpha").get("aria-pressed");
    assert_eq!(state(&visit).as_deref(), Some("false"));
    assert_eq!(visit.press("Compare Alpha"), Act::Pick(pick("alpha", "Alpha")));
    visit.signals.picks.update(|picks| _ = picks.toggle(pick("alpha", "Alpha")));
    assert_eq!(state(&visit).as_deref(), Some("true"));
}

#[test]
fn picked_tools_stand_in_a_region_with_a_way_to_compare_from_two_on() {
    let visit = live(&three(), false, false);
    assert_eq!(visit.page().all("[aria-label=Picked]").len(), 0);
    visit.signals.picks.update(|picks| _ = picks.toggle(pick("alpha", "Alpha")));
    let page = visit.page();
    let picked = page.the("section", "Picked");
    assert_eq!(buttons(picked), ["Remove Alpha"]);
    assert_eq!(picked.all("a").len(), 0);
    visit.signals.picks.update(|picks| _ = picks.toggle(pick("x-1", "X <1>")));
    let page = visit.page();
    let picked = page.the("section", "Picked");
    assert_eq!(buttons(picked), ["Remove Alpha", "Remove X <1>"]);
    assert_eq!(picked.one("a").heard(), "Compare 2 tools");
    assert_eq!(picked.one("a").get("href").as_deref(), Some("/compare/?tools=alpha,x-1"));
}

#[test]
fn tools_are_moved_and_removed_by_buttons_with_their_names() {
    let visit = live(&three(), false, false);
    let page = visit.page();
    let entries = page.the("section", "Change this comparison").all("li");
    let found: Vec<_> = entries.iter().take(3).map(|entry| buttons(entry).join(", ")).collect();
    assert_eq!(
        found,
        [
            "Move Alpha later, Remove Alpha, Compare Alpha",
            "Move Beta earlier, Move Beta later, Remove Beta, Compare Beta",
            "Move Gamma earlier, Remove Gamma, Compare Gamma",
        ]
    );
    assert_eq!(change(visit.press("Move Beta earlier")).0, ["beta", "alpha", "gamma"]);
    assert_eq!(
        change(visit.press("Move Alpha later")),
        (["beta", "alpha", "gamma"].map(str::to_owned).to_vec(), "Alpha moved later.".to_owned())
    );
    assert_eq!(
        change(visit.press("Remove Beta")),
        (vec!["alpha".to_owned(), "gamma".to_owned()], "Beta removed.".to_owned())
    );
    let two = live(&[alpha(), beta()], false, false);
    assert!(!buttons(&two.page()).iter().any(|it| it.starts_with("Remove")), "two are the fewest");
}

fn index() -> Index {
    let tool = |id: &str, name: &str| json!({ "id": id, "name": name, "maker": "Maker", "category": "C", "tagline": "T", "entry": "free", "ship": [], "skip": [] });
    let tools = [tool("alpha", "Alpha"), tool("beta", "Beta"), tool("delta", "Delta"), tool("epsilon", "Epsilon")];
    let text = json!({ "schema": 1, "tools": tools, "comparisons": [{ "slug": "one", "title": "Written", "tools": ["beta", "alpha"] }] });
    let catalogue = content::catalogue(text.to_string().as_str()).unwrap().value;
    Index::Here(Arc::new(Finder::new(Arc::new(catalogue), lower)))
}

#[test]
fn the_combobox_says_what_it_offers_and_which_offer_the_reader_is_at() {
    let visit = live(&[alpha(), beta()], false, false);
    visit.signals.index.set(index());
    let field = |visit: &Visit| {
        let page = visit.page();
        let field = page.one("[role=combobox]");
        let get = |name: &str| field.get(name).unwrap_or_default();
        assert!(page.one("[role=listbox]").is(&format!("[id={}]", get("aria-controls"))));
        assert_eq!(get("aria-autocomplete"), "list");
        (get("aria-expanded"), get("aria-activedescendant"), heard(&page.one("[role=listbox]").all("[role=option]")))
    };
    let both = vec!["Delta Maker".to_owned(), "Epsilon Maker".to_owned()];
    assert_eq!(field(&visit), ("false".into(), String::new(), both.clone()));
    visit.signals.adding.update(|adding| adding.take(Step::Next, 2));
    assert_eq!(field(&visit), ("true".into(), "add-offer-0".into(), both), "what is compared is not offered");
    assert_eq!(visit.page().the("li", "Delta Maker").get("aria-selected").as_deref(), Some("true"));
    visit.signals.adding.update(|adding| adding.take(Step::Typed("epsi".into()), 2));
    assert_eq!(field(&visit), ("true".into(), String::new(), vec!["Epsilon Maker".into()]));
    visit.signals.adding.update(|adding| adding.take(Step::Typed("zzzz".into()), 2));
    assert_eq!(field(&visit), ("false".into(), String::new(), vec![]), "no list is open where nothing is offered");
    assert!(heard(&visit.page().all("[role=status]")).iter().any(|it| it.starts_with("No other tool fits.")));
}

#[test]
fn what_was_written_about_the_reader_s_own_tools_is_offered_and_what_is_missing_named() {
    let own = Matchup { is_own: true, unknown: vec![tool_id("gone")], ..matchup(comparison(), &[alpha(), beta()]) };
    let visit = whole(own);
    visit.signals.here.set(Some(Here { can_share: false }));
    assert!(visit.page().one("main").heard().starts_with("There is no tool called “gone” here; the others are shown."));
    assert!(!visit.page().heard().contains("Written"));
    visit.signals.index.set(index());
    assert_eq!(visit.page().the("a", "Written").get("href").as_deref(), Some("/compare/one/"));
}

#[test]
fn a_comparison_is_shared_in_the_ways_that_the_browser_has() {
    let visit = live(&[alpha(), beta()], false, false);
    let share = |page: &Element| buttons(page.the("section", "Share"));
    assert_eq!(share(&visit.page()), ["Copy link", "Copy as Markdown", "Copy as text"]);
    assert_eq!(visit.press("Copy link"), Act::Share(Share::Link));
    assert_eq!(visit.press("Copy as Markdown"), Act::Share(Share::Words(Wording::Markdown)));
    visit.signals.here.set(Some(Here { can_share: true }));
    assert_eq!(visit.press("Share…"), Act::Share(Share::Sheet));
    visit.signals.shared.set(Shared { words: "No.".into(), by_hand: "a <b>".into() });
    let page = visit.page();
    assert_eq!(page.the("section", "Share").one("[role=status]").heard(), "No.");
    assert_eq!(page.the("section", "Share").one("textarea").heard(), "a <b>");
}

#[test]
fn a_blind_page_shows_no_word_that_tells_and_gives_the_names_back_after_both_votes() {
    let told = but(
        alpha(),
        json!({ "facts": [{ "key": "weights", "value": "open, says ALPHA" }, { "key": "licence", "value": "MIT" }] }),
    );
    let visit = live(&[told, beta()], false, false);
    visit.signals.view.update(|view| view.blind = true);
    let page = visit.page();
    let main = page.one("main");
    assert_eq!(main.one("h1").heard(), "Tool A vs Tool B");
    assert_eq!(heard(&main.all("h2")), ["Tool A", "Tool B"]);
    for word in ["Alpha", "ALPHA", "Beta", "75%", "Does one thing", "Skeptic", "MIT"] {
        assert_eq!(main.heard().contains(word), word == "MIT", "{word}: {}", main.heard());
    }
    assert_eq!(main.all("a").len(), 0);
    assert!(buttons(main).contains(&"Ship Tool A".to_owned()), "{:?}", buttons(main));
    let vote = |tool: &str| {
        visit.signals.ballots.update(|ballots| {
            ballots.reader_chose(&tool_id(tool), Some(Choice::Ship), "2026-11-02T12:00:00Z");
        });
    };
    vote("alpha");
    assert_eq!(visit.page().one("h1").heard(), "Tool A vs Tool B", "one vote is not two");
    vote("beta");
    let page = visit.page();
    assert_eq!(page.one("h1").heard(), "Alpha vs Beta");
    let revealed = page.the("section", "Revealed").heard();
    assert!(revealed.contains("is Alpha: you voted ship; the panel, 3–1, The Founder dissents."), "{revealed}");
}

#[test]
fn three_tools_are_never_blind() {
    let visit = live(&three(), false, false);
    visit.signals.view.update(|view| view.blind = true);
    assert_eq!(visit.page().all("article").len(), 3);
    assert_eq!(visit.page().all("[role=switch]").len(), 0);
}

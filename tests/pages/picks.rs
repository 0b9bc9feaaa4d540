//! Picking, changing and sharing a comparison, and judging without names: names and words, and what follows when a reader acts.

use crate::{
    markup::{Element, heard},
    visit::{Visit, alpha, bare, beta, but, comparison, matchup, read_site, site, tool_id},
};
use leptos::prelude::Update;
use serde_json::{Value, json};
use shipside::{
    content,
    model::{Adding, Blind, Choice, Finder, Index, Matchup, Page, Pick, Scope, Slug, Step, Wording},
    view::{Act, Desk, Lineup, Links, Share, blind_comparison, chrome, page},
};
use std::sync::Arc;

fn lower(c: char, into: &mut Vec<char>) {
    into.extend(c.to_lowercase());
}

/// A whole page of these tools, once the app is there.
fn live(tools: &[Value]) -> Visit {
    let visit = whole(matchup(comparison(), tools));
    at_desk(&visit, |desk| desk.is_here = true);
    visit
}

fn at_desk(visit: &Visit, change: impl FnOnce(&mut Desk)) {
    visit.signals.desk.update(change);
}

fn picks(visit: &Visit, id: &str, name: &str) {
    at_desk(visit, |desk| _ = desk.picks.toggle(pick(id, name)));
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
    let Act::Compare(Lineup { tools, words, .. }) = told else { panic!("told {told:?}") };
    (tools.iter().map(ToString::to_string).collect(), words)
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

fn pick(id: &str, name: &str) -> Pick {
    Pick { id: tool_id(id), name: name.to_owned() }
}

#[test]
fn without_the_app_there_is_no_control_that_needs_it() {
    let visit = whole(matchup(comparison(), &three()));
    let page = visit.page();
    assert_eq!(page.all(".tray").len() + page.all(".change").len(), 0);
    assert!(!buttons(&page).iter().any(|it| it.contains("Copy") || it.starts_with("Compare")), "{:?}", buttons(&page));
}

#[test]
fn a_tool_is_picked_by_a_button_that_says_its_name_and_whether_it_is() {
    let visit = live(&three());
    let state = |visit: &Visit| visit.page().the("button", "Compare Alpha").get("aria-pressed");
    assert_eq!(state(&visit).as_deref(), Some("false"));
    assert_eq!(visit.press("Compare Alpha"), Act::Pick(pick("alpha", "Alpha")));
    picks(&visit, "alpha", "Alpha");
    assert_eq!(state(&visit).as_deref(), Some("true"));
}

#[test]
fn picked_tools_stand_in_a_region_with_a_way_to_compare_from_two_on() {
    let visit = live(&three());
    assert_eq!(visit.page().all("[aria-label=Picked]").len(), 0);
    picks(&visit, "alpha", "Alpha");
    let page = visit.page();
    let picked = page.the("section", "Picked");
    assert_eq!(buttons(picked), ["Remove Alpha"]);
    assert_eq!(picked.all("a").len(), 0);
    picks(&visit, "x-1", "X <1>");
    let page = visit.page();
    let picked = page.the("section", "Picked");
    assert_eq!(buttons(picked), ["Remove Alpha", "Remove X <1>"]);
    assert_eq!(picked.one("a").heard(), "Compare 2 tools");
    assert_eq!(picked.one("a").get("href").as_deref(), Some("/compare/?tools=alpha,x-1"));
}

#[test]
fn tools_are_moved_and_removed_by_buttons_with_their_names() {
    let visit = live(&three());
    let page = visit.page();
    let entries = page.the("section", "Change this comparison").all("li");
    let found: Vec<_> = entries.iter().take(3).map(|entry| buttons(entry).join(", ")).collect();
    assert_eq!(
        found,
        [
            "Move Alpha Later, Remove Alpha, Compare Alpha",
            "Move Beta Earlier, Move Beta Later, Remove Beta, Compare Beta",
            "Move Gamma Earlier, Remove Gamma, Compare Gamma",
        ]
    );
    assert_eq!(change(visit.press("Move Beta Earlier")).0, ["beta", "alpha", "gamma"]);
    assert_eq!(
        change(visit.press("Move Alpha Later")),
        (["beta", "alpha", "gamma"].map(str::to_owned).to_vec(), "Alpha moved later.".to_owned())
    );
    assert_eq!(
        change(visit.press("Remove Beta")),
        (vec!["alpha".to_owned(), "gamma".to_owned()], "Beta removed.".to_owned())
    );
    let two = live(&[alpha(), beta()]);
    assert!(!buttons(&two.page()).iter().any(|it| it.starts_with("Remove")), "two are the fewest");
}

fn index() -> Index {
    let tool = |id: &str, name: &str| json!({ "id": id, "name": name, "maker": "Maker", "category": "C", "tagline": "T", "entry": "free", "ship": [], "skip": [] });
    let tools = [tool("alpha", "Alpha"), tool("beta", "Beta"), tool("delta", "Delta"), tool("epsilon", "Epsilon")];
    let text = json!({ "schema": 1, "tools": tools, "comparisons": [{ "slug": "one", "title": "Written", "tools": ["beta", "alpha"] }] });
    let catalogue = content::catalogue(text.to_string().as_str()).unwrap().value;
    Index::Here(Arc::new(Finder::new(catalogue, lower)))
}

#[test]
fn the_combobox_says_what_it_offers_and_which_offer_the_reader_is_at() {
    let visit = live(&[alpha(), beta()]);
    let step = |step: Step| {
        let taken = [tool_id("alpha"), tool_id("beta")];
        at_desk(&visit, |desk| desk.told = desk.adding.take(&step, &index(), &taken));
    };
    let field = || {
        let page = visit.page();
        let field = page.one("[role=combobox]");
        let get = |name: &str| field.get(name).unwrap_or_default();
        assert_eq!(get("aria-autocomplete"), "list");
        let is_open = get("aria-expanded") == "true";
        assert_eq!(page.all("[role=listbox]").len(), usize::from(is_open));
        assert!(!is_open || page.one("[role=listbox]").is(&format!("[id={}]", get("aria-controls"))));
        (get("aria-expanded"), get("aria-activedescendant"), heard(&page.all("[role=option]")))
    };
    assert_eq!(field(), ("false".into(), String::new(), vec![]));
    step(Step::Next);
    let both = vec!["Delta".to_owned(), "Epsilon".to_owned()];
    assert_eq!(field(), ("true".into(), "add-offer-0".into(), both), "what is compared is not offered");
    assert_eq!(visit.page().the("li", "Delta").get("aria-selected").as_deref(), Some("true"));
    assert_eq!(visit.page().the("li", "Epsilon").get("aria-selected").as_deref(), Some("false"));
    step(Step::Type("epsi".into()));
    assert_eq!(field(), ("true".into(), String::new(), vec!["Epsilon".into()]));
    step(Step::Type("zzzz".into()));
    assert_eq!(field(), ("false".into(), String::new(), vec![]), "no list is open where nothing is offered");
    assert!(heard(&visit.page().all("[role=status]")).iter().any(|it| it.starts_with("No other tool fits.")));
    at_desk(&visit, |desk| desk.adding = Adding::default());
    assert_eq!(field().0, "false");
}

#[test]
fn what_was_written_about_the_reader_s_own_tools_is_offered_and_what_is_missing_named() {
    let visit = whole(Matchup { unknown: vec![tool_id("gone")], ..matchup(comparison(), &[alpha(), beta()]) });
    assert!(visit.page().one("main").heard().contains("There is no tool called “gone” here; the others are shown."));
    assert!(!visit.page().heard().contains("Written"));
    at_desk(&visit, |desk| desk.authored = Some((slug("one"), "Written".to_owned())));
    assert_eq!(visit.page().the("a", "Written").get("href").as_deref(), Some("/compare/one/"));
}

#[test]
fn a_comparison_is_shared_in_the_ways_that_the_browser_has() {
    let visit = live(&[alpha(), beta()]);
    let share = |page: &Element| buttons(page.the("section", "Share"));
    assert_eq!(share(&visit.page()), ["Copy link", "Copy as Markdown", "Copy as text"]);
    assert_eq!(visit.press("Copy link"), Act::Share(Share::Link));
    assert_eq!(visit.press("Copy as Markdown"), Act::Share(Share::Words(Wording::Markdown)));
    at_desk(&visit, |desk| desk.can_share = true);
    assert_eq!(visit.press("Share…"), Act::Share(Share::Sheet));
    at_desk(&visit, |desk| (desk.told, desk.by_hand) = ("No.".into(), "a <b>".into()));
    let page = visit.page();
    assert_eq!(page.one(".tray").one("[role=status]").heard(), "No.");
    assert_eq!(page.the("section", "Share").one("textarea").heard(), "a <b>");
}

/// A page of these two, without their names, or with them again.
fn blind(blind: Blind, tools: &[Value]) -> Visit {
    let visit = Visit::counting(Scope::ThisBrowser, |session| {
        let matchup = matchup(comparison(), tools);
        let fold = |c: char, into: &mut Vec<char>| into.extend(c.to_lowercase());
        blind_comparison(blind, &matchup, &read_site(&site()), &Links::below("/"), session, fold)
    });
    visit.signals.view.update(|view| view.blind = true);
    visit
}

#[test]
fn a_blind_page_shows_no_word_that_tells() {
    let told = but(
        alpha(),
        json!({ "facts": [{ "key": "weights", "value": "open, says ALPHA" }, { "key": "licence", "value": "MIT" }] }),
    );
    let page = blind(Blind::On, &[told, beta()]).page();
    assert_eq!(page.one("h1").heard(), "Tool A vs Tool B");
    assert_eq!(heard(&page.all("h2")), ["Tool A", "Tool B"]);
    for word in ["Alpha", "ALPHA", "Beta", "75%", "Does one thing", "Skeptic", "MIT"] {
        assert_eq!(page.heard().contains(word), word == "MIT", "{word}: {}", page.heard());
    }
    assert_eq!(page.all("a").len(), 0);
    assert!(buttons(&page).contains(&"Ship Tool A".to_owned()), "{:?}", buttons(&page));
    assert_eq!(page.one("[role=switch]").get("aria-checked").as_deref(), Some("true"));
}

#[test]
fn after_both_votes_the_page_says_which_was_which_beside_what_the_panel_said() {
    let visit = blind(Blind::Over, &[alpha(), beta()]);
    visit.signals.ballots.update(|ballots| {
        ballots.reader_chose(&tool_id("alpha"), Some(Choice::Ship), "2026-11-02T12:00:00Z");
    });
    let page = visit.page();
    assert_eq!(page.one("h1").heard(), "Alpha vs Beta");
    let revealed = page.the("section", "Revealed").heard();
    assert!(revealed.contains("is Alpha: you voted ship; the panel, 3–1, The Founder dissents."), "{revealed}");
}

#[test]
fn three_tools_are_never_blind() {
    assert_eq!(live(&three()).page().all("[role=switch]").len(), 0);
    assert_eq!(live(&[alpha(), beta()]).page().all("[role=switch]").len(), 1);
}

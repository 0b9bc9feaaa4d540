//! What the contract promises to people, assistive technology and tests: names and words, exactly.

use crate::{
    markup::{Element, heard},
    visit::{Visit, alpha, bare, beta, but, compare, comparison, matchup, read_site, site, tool_id},
};
use leptos::prelude::Update;
use serde_json::{Value, json};
use shipside::{
    model::{Choice, LoadError, Matchup, Scope, Trouble},
    view::{Links, chrome, compare_page, failed_page},
};

/// A whole page, frame and all.
fn whole() -> Visit {
    Visit::to(|session| {
        let (site, matchup) = (read_site(&site()), matchup(comparison(), &[alpha(), beta()]));
        let page = compare_page(&matchup, &site, &Links::below("/"), session);
        chrome(move || Some(site.clone()), &Links::below("/"), session, page)
    })
}

/// A page with Alpha on it, whose snapshot holds these `[ship, skip]` votes, and this reader's own ballot.
fn voted(snapshot: Option<[u64; 2]>, own: Option<Choice>) -> Element {
    let community = snapshot.map(|[ship, skip]| json!({ "ship": ship, "skip": skip, "as_of": "2026-11-01" }));
    let visit = compare(&[but(alpha(), json!({ "community": community })), beta()]);
    visit.signals.ballots.update(|ballots| ballots.reader_chose(&tool_id("alpha"), own, "2026-11-02T12:00:00Z"));
    visit.page()
}

/// What the page says of the votes on Alpha: the share, and how sure it is.
fn community(page: &Element) -> [String; 2] {
    let card = page.the("article", "Alpha");
    [card.all("dd")[1].heard(), card.one(".count").heard()]
}

fn figures(card: &Element) -> Vec<(String, String)> {
    let list = card.one("dl");
    heard(&list.all("dt")).into_iter().zip(heard(&list.all("dd"))).collect()
}

fn pairs<const N: usize>(expected: [(&str, &str); N]) -> Vec<(String, String)> {
    expected.map(|(term, figure)| (term.to_owned(), figure.to_owned())).to_vec()
}

#[test]
fn a_page_has_one_main_and_one_h1_and_begins_with_the_way_past_its_head() {
    let page = whole().page();
    assert_eq!(page.one("main").one("h1").heard(), page.one("h1").heard());
    let first = page.all("a")[0];
    assert_eq!((first.heard().as_str(), first.get("href")), ("Skip to content", Some("#main".to_owned())));
    assert!(page.one("main").is("[id=main]") && page.one("main").is("[tabindex=-1]"));
    assert!(page.children().next().unwrap().is("a"), "nothing comes before it");
}

#[test]
fn the_title_is_the_editors_or_names_the_tools() {
    let title = |title: Value| {
        let matchup = matchup(but(comparison(), json!({ "title": title })), &[alpha(), beta(), bare("Gamma")]);
        Visit::to(|reader| compare_page(&matchup, &read_site(&site()), &Links::below("/"), reader))
            .page()
            .one("h1")
            .heard()
    };
    assert_eq!(title(Value::Null), "Alpha vs Beta vs Gamma");
    assert_eq!(title(json!("Which of three?")), "Which of three?");
}

/// What stands above the cards, but for the kind of tool.
fn above(comparison: Value, from: Option<&str>) -> String {
    let from = from.map(str::to_owned);
    let matchup = Matchup { from, ..matchup(comparison, &[alpha(), beta()]) };
    let page = Visit::to(|reader| compare_page(&matchup, &read_site(&site()), &Links::below("/"), reader)).page();
    let above: Vec<_> = page.one(".title").children().skip(1).map(Element::heard).collect();
    above.join(" | ")
}

#[test]
fn above_the_cards_stand_the_editors_words_and_whence_they_are() {
    let words = "Alpha vs Beta | One thing or another.";
    assert_eq!(above(comparison(), None), format!("{words} | Published 2026-11-01, updated 2026-11-02"));
    let dated = |published: Value, updated: Value| {
        above(but(comparison(), json!({ "published": published, "updated": updated, "lede": null })), None)
    };
    assert_eq!(dated(json!("2026-11-01"), json!("2026-11-01")), "Alpha vs Beta | Published 2026-11-01");
    assert_eq!(dated(Value::Null, json!("2026-11-01")), "Alpha vs Beta | Updated 2026-11-01");
    assert_eq!(dated(Value::Null, Value::Null), "Alpha vs Beta");
    let told = above(comparison(), Some("tools.example"));
    assert!(
        told.ends_with(
            "This comparison was written elsewhere, and loaded from tools.example. This site has not checked it."
        ),
        "{told}"
    );
}

#[test]
fn each_tool_is_an_article_labelled_by_its_name_with_three_figures() {
    let page = whole().page();
    assert_eq!(page.all("article").len(), 2);
    let alpha = page.the("article", "Alpha");
    assert_eq!(alpha.one("h2").get("id"), alpha.get("aria-labelledby"));
    assert_eq!(figures(alpha), pairs([("Panel ship", "75%"), ("Community", "67%"), ("Entry", "Paid")]));
    assert!(alpha.heard().contains("Does one thing"), "{alpha}");
    assert!(alpha.heard().contains("Run alpha and it does the one thing."), "{alpha}");
    let beta = page.the("article", "Beta");
    assert_eq!(figures(beta), pairs([("Panel ship", "0%"), ("Community", "—"), ("Entry", "—")]));
}

#[test]
fn the_way_in_is_one_word() {
    for (entry, word) in [("free", "Free"), ("freemium", "Freemium"), ("paid", "Paid"), ("unknown", "—")] {
        let page = compare(&[but(alpha(), json!({ "price": { "entry": entry } })), beta()]).page();
        assert_eq!(page.the("article", "Alpha").all("dd")[2].heard(), word);
    }
}

#[test]
fn the_split_names_who_dissents() {
    let page = whole().page();
    assert_eq!(page.the("article", "Alpha").one(".verdict").heard(), "3–1, The Founder dissents");
    let marks = heard(&page.the("article", "Alpha").all("ul")[0].all("li"));
    assert_eq!(marks, ["The Builder: Ship", "The Skeptic: Ship", "The Founder: Skip", "Ada: Ship"]);
}

#[test]
fn the_scorecard_is_a_section_of_that_name_and_says_every_verdict_in_words() {
    let page = whole().page();
    let scorecard = page.the("section", "Reviewer scorecard");
    let reviewers = scorecard.all(".reviewer");
    assert_eq!(heard(&scorecard.all("h3")), ["The Builder", "The Skeptic", "The Founder", "Ada"]);
    assert_eq!(reviewers[0].one("header").heard(), "The Builder Show me. AI reviewer");
    assert_eq!(
        heard(&reviewers[0].all(".review")),
        ["Alpha Ship 2026-11-02 alpha works.", "Beta Skip It does not start."]
    );
    assert_eq!(heard(&reviewers[2].all(".review")), ["Alpha Skip Nobody pays.", "Beta No review."]);
}

#[test]
fn who_is_no_ai_is_not_called_one() {
    let page = whole().page();
    let tags: Vec<_> = page.all(".reviewer").iter().map(|it| heard(&it.all(".tag")).join(", ")).collect();
    assert_eq!(tags, ["AI reviewer", "AI reviewer", "AI reviewer", ""]);
}

#[test]
fn every_card_has_two_buttons_that_say_what_they_do_and_whether_they_are_pressed() {
    for (own, pressed) in
        [(None, ["false", "false"]), (Some(Choice::Ship), ["true", "false"]), (Some(Choice::Skip), ["false", "true"])]
    {
        let page = voted(None, own);
        let ballot = page.the("[role=group]", "Your vote on Alpha");
        assert_eq!(heard(&ballot.all("button")), ["Ship Alpha", "Skip Alpha"]);
        let states: Vec<_> = ballot.all("button").iter().filter_map(|button| button.get("aria-pressed")).collect();
        assert_eq!(states, pressed);
    }
}

#[test]
fn beside_every_count_is_whose_votes_it_holds() {
    let scope = |snapshot, own| voted(snapshot, own).the("article", "Alpha").one("[data-scope]").heard();
    assert_eq!(scope(None, None), "This browser only");
    assert_eq!(scope(Some([2, 1]), None), "3 votes as of 2026-11-01, yours in this browser only");
    assert_eq!(scope(Some([1, 0]), Some(Choice::Ship)), "1 vote as of 2026-11-01, yours in this browser only");
}

#[test]
fn a_shared_count_says_how_many_votes_it_holds() {
    let matchup = matchup(comparison(), &[alpha(), beta()]);
    let visit = Visit::counting(Scope::Shared, |reader| {
        compare_page(&matchup, &read_site(&site()), &Links::below("/"), reader)
    });
    assert_eq!(visit.page().the("article", "Alpha").one("[data-scope]").heard(), "3 votes");
    visit
        .signals
        .ballots
        .update(|ballots| ballots.reader_chose(&tool_id("alpha"), Some(Choice::Ship), "2026-11-02T12:00:00Z"));
    assert_eq!(visit.page().the("article", "Alpha").one("[data-scope]").heard(), "4 votes");
}

#[test]
fn no_votes_are_never_zero_percent() {
    for none in [None, Some([0, 0])] {
        assert_eq!(community(&voted(none, None)), ["—", "No votes yet"]);
    }
}

#[test]
fn a_few_votes_say_how_little_they_say() {
    let ship = Some(Choice::Ship);
    for (snapshot, own, share, count) in [
        (None, ship, "100%", "Early: 1 vote, so the true ship share is probably between 21 % and 100 %"),
        (Some([1, 0]), None, "100%", "Early: 1 vote, so the true ship share is probably between 21 % and 100 %"),
        (Some([0, 1]), None, "0%", "Early: 1 vote, so the true ship share is probably between 0 % and 79 %"),
        (Some([2, 1]), ship, "75%", "Early: 4 votes, so the true ship share is probably between 30 % and 95 %"),
        (Some([1, 28]), None, "3%", "Early: 29 votes, so the true ship share is probably between 1 % and 17 %"),
        (Some([1, 28]), ship, "7%", "30 votes, so the true ship share is probably between 2 % and 21 %"),
        (Some([15, 15]), None, "50%", "30 votes, so the true ship share is probably between 33 % and 67 %"),
    ] {
        assert_eq!(community(&voted(snapshot, own)), [share, count], "{snapshot:?} and {own:?}");
    }
}

#[test]
fn votes_that_will_not_last_say_so() {
    let visit = whole();
    assert_eq!(visit.page().all(".trouble").len(), 0);
    for trouble in [Trouble::Blocked, Trouble::Full] {
        visit.signals.outcome.update(|outcome| outcome.trouble = Some(trouble));
        let said = visit.page().the("article", "Beta").one(".trouble").heard();
        assert!(said.ends_with("will not be remembered."), "{said}");
    }
}

#[test]
fn your_panel_has_one_checkbox_a_reviewer_all_counted() {
    let page = whole().page();
    let panel = page.the("fieldset", "Your panel");
    for reviewer in ["The Builder", "The Skeptic", "The Founder", "Ada"] {
        assert!(panel.the("input", reviewer).is("[type=checkbox]") && panel.the("input", reviewer).is("[checked]"));
    }
    assert_eq!(panel.all("input").len(), 4);
}

#[test]
fn rows_are_a_choice_of_all_or_differences() {
    let page = whole().page();
    let rows = page.the("fieldset", "Rows");
    assert!(rows.is("[role=radiogroup]"));
    assert!(rows.the("input", "All").is("[type=radio]") && rows.the("input", "All").is("[checked]"));
    assert!(rows.the("input", "Differences").is("[type=radio]") && !rows.the("input", "Differences").is("[checked]"));
    let names: Vec<_> = rows.all("input").iter().filter_map(|input| input.get("name")).collect();
    assert_eq!(names, ["rows"; 2]);
}

#[test]
fn a_failure_is_an_alert_with_a_way_on() {
    let failed = |error: LoadError| Visit::to(|reader| failed_page(&error, &Links::below("/"), reader)).page();
    let offline = failed(LoadError::Offline);
    assert!(offline.one("[role=alert]").heard().starts_with("The site could not be reached."));
    assert_eq!(offline.one("button").heard(), "Try again");
    assert_eq!(offline.one("a").get("href").as_deref(), Some("/"));
    let missing = failed(LoadError::NotFound("there is no tool called “x” here".into()));
    assert_eq!(missing.one("[role=alert]").heard(), "Not found: there is no tool called “x” here.");
    assert_eq!(missing.all("button").len(), 0, "trying again cannot help");
    assert_eq!(missing.one("a").heard(), "All comparisons");
}

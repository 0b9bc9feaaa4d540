//! What the contract promises to people, assistive technology and tests: names and words, exactly.

use crate::{
    markup::{Element, heard},
    visit::{Visit, alpha, bare, beta, but, compare, compare_on, comparison, matchup, read_site, site, tool_id},
};
use leptos::prelude::Update;
use serde_json::{Value, json};
use shipside::{
    model::{Choice, LoadError, Matchup, Server, Tally, Trouble},
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
fn a_row_has_a_button_that_opens_its_definition_and_one_that_hides_it() {
    let page = compare(&[alpha(), beta()]).page();
    let rows = page.one(".facts").one("tbody").all("tr");
    let buttons = |row: &Element| row.all("button").into_iter().map(|it| page.name_of(it)).collect::<Vec<_>>();
    assert_eq!(buttons(rows[0]), ["Context window", "Hide Context window"]);
    let definition = rows[0].one("[popover]");
    assert_eq!(definition.get("id"), rows[0].one("[popovertarget]").get("popovertarget"));
    assert_eq!(definition.heard(), "How much it reads. In tokens.");
    assert_eq!(buttons(rows[1]), ["Hide Weights"], "without a definition there is nothing to open");
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

/// What stands under the title, and all that stands around the cards.
fn around(comparison: Value, from: Option<&str>) -> [String; 2] {
    let from = from.map(str::to_owned);
    let matchup = Matchup { from, ..matchup(comparison, &[alpha(), beta()]) };
    let page = Visit::to(|reader| compare_page(&matchup, &read_site(&site()), &Links::below("/"), reader)).page();
    let others = page
        .one(".comparison")
        .children()
        .filter(|it| ![".cards", ".below", ".desk"].iter().any(|part| it.is(part)))
        .map(Element::heard);
    [page.one(".about").heard(), others.collect::<Vec<_>>().join(" | ")]
}

#[test]
fn around_the_cards_stand_the_editors_words_and_whence_they_are() {
    let kinds = "Developer Tools, Images";
    let [about, whole] = around(comparison(), None);
    assert_eq!(about, format!("{kinds} · Updated 2 Nov 2026 · Published 1 Nov 2026"));
    assert!(whole.starts_with(&format!("Alpha vs Beta {about} | The panel ")), "{whole}");
    let editors = " Take the one. | One thing or another.";
    assert!(whole.ends_with(editors), "the conclusion follows the answer, the opening the cards: {whole}");
    let dated = |published: Value, updated: Value| {
        around(but(comparison(), json!({ "published": published, "updated": updated })), None)[0].clone()
    };
    let same = dated(json!("2026-11-01"), json!("2026-11-01"));
    assert_eq!(same, format!("{kinds} · Published 1 Nov 2026"), "one day is said once");
    assert_eq!(dated(Value::Null, json!("2026-11-01")), format!("{kinds} · Updated 1 Nov 2026"));
    assert_eq!(dated(Value::Null, Value::Null), kinds);
    let [_, told] = around(comparison(), Some("tools.example"));
    let whence =
        "This comparison was written elsewhere, and loaded from tools.example. This site has not checked it. | ";
    assert!(told.contains(whence), "{told}");
}

#[test]
fn days_are_machine_readable_too() {
    let times: Vec<_> = whole().page().all("time").iter().map(|it| (it.get("datetime").unwrap(), it.heard())).collect();
    assert!(times.contains(&("2026-11-02".to_owned(), "2 Nov 2026".to_owned())), "{times:?}");
}

#[test]
fn an_index_leads_to_the_parts_of_the_page() {
    let page = whole().page();
    let links = page.the("[role=navigation]", "On this page").all("a");
    assert_eq!(heard(&links), ["Answer", "Facts", "Prices", "Reviews"]);
    for link in links {
        let id = link.get("href").unwrap();
        assert_eq!(page.all(&format!("[id={}]", &id[1..])).len(), 1, "{id}");
    }
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
    let picture = page.the("svg", "The Builder: Ship; The Skeptic: Ship; The Founder: Skip; Ada: Ship");
    assert_eq!(picture.all("rect").len(), 4);
}

#[test]
fn the_scorecard_is_a_section_of_that_name_and_says_every_verdict_in_words() {
    let page = whole().page();
    let scorecard = page.the("section", "Reviewer scorecard");
    let reviewers = scorecard.all(".reviewer");
    assert_eq!(heard(&scorecard.all("h3")), ["The Builder", "The Skeptic", "The Founder", "Ada"]);
    assert_eq!(reviewers[0].one("header").heard(), "The Builder AI reviewer Show me.");
    assert_eq!(
        heard(&reviewers[0].all(".review")),
        ["Alpha Ship 2 Nov 2026 alpha works.", "Beta Skip It does not start."]
    );
    assert_eq!(heard(&reviewers[2].all(".review")), ["Alpha Skip Nobody pays.", "Beta No review."]);
}

#[test]
fn the_scorecard_begins_with_a_grid_whose_cells_lead_to_quotes_and_say_who_dissents() {
    let page = whole().page();
    let grid = page.the("section", "Reviewer scorecard").the("table", "Verdicts");
    let row = |at: usize| heard(&grid.one("tbody").all("tr")[at].all("td"));
    assert_eq!(heard(&grid.all("th")), ["Alpha", "Beta", "The Builder", "The Skeptic", "The Founder", "Ada"]);
    assert_eq!(row(0), ["Ship", "Skip"]);
    assert_eq!(row(2), ["Skip dissents", "No review"]);
    for link in grid.all("a") {
        let quote = page.one(&format!("[id={}]", &link.get("href").unwrap()[1..]));
        assert!(quote.heard().contains(&link.heard()), "{quote}");
    }
    assert_eq!(grid.all("a").len(), page.all("blockquote").len());
}

#[test]
fn of_two_reviewers_of_one_name_only_the_one_who_dissents_does() {
    let mut site = site();
    for member in site["panel"].as_array_mut().unwrap() {
        member["name"] = json!("Sam");
    }
    let page = compare_on(site, &[alpha(), beta()]).page();
    let grid = page.the("section", "Reviewer scorecard").the("table", "Verdicts");
    let rows: Vec<String> = grid.one("tbody").all("tr").iter().map(|row| row.all("td")[0].heard()).collect();
    assert_eq!(rows, ["Ship", "Ship", "Skip dissents", "Ship"]);
}

#[test]
fn one_day_of_all_that_a_reviewer_said_is_said_once() {
    let dated = |mut tool: Value| {
        tool["reviews"].as_array_mut().unwrap().iter_mut().for_each(|it| it["date"] = json!("2026-11-03"));
        tool
    };
    let page = compare(&[dated(alpha()), dated(beta())]).page();
    let reviewer = page.all(".reviewer")[0];
    assert_eq!(reviewer.one("header").heard(), "The Builder AI reviewer Show me. 3 Nov 2026");
    assert_eq!(reviewer.all(".quotes")[0].all("time").len(), 0);
}

#[test]
fn the_first_sentence_of_a_quote_is_apart() {
    let review = json!([{ "reviewer": "builder", "verdict": "ship", "quote": "It `runs`. The rest." }]);
    let page = compare(&[but(alpha(), json!({ "reviews": review })), beta()]).page();
    let quote = page.all("blockquote")[0];
    assert_eq!((quote.one("b").heard().as_str(), quote.heard().as_str()), ("It runs.", "It runs. The rest."));
}

#[test]
fn a_tool_is_described_before_votes_are_asked_and_has_a_link_to_its_home() {
    let page = whole().page();
    let card = page.the("article", "Alpha");
    let place = |what: &str| card.children().position(|it| !it.all(what).is_empty() || it.is(what)).unwrap();
    assert!(place(".tagline") < place(".ballot"));
    let visit = card.one(".maker").one("a");
    assert_eq!(
        (visit.heard().as_str(), visit.get("href").as_deref()),
        ("Visit alpha.example", Some("https://www.alpha.example/"))
    );
}

#[test]
fn the_better_value_is_marked_with_a_word() {
    let facts = |number: &str| json!([{ "key": "context-window", "value": number, "number": number }]);
    let page = compare(&[
        but(alpha(), json!({ "facts": facts("8") })),
        but(beta(), json!({ "facts": facts("32") })),
        bare("Gamma"),
    ]);
    let cells = heard(&page.page().one(".facts").one("tbody").all("td"));
    assert_eq!(cells, ["8", "32 highest known", "unknown"]);
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
    let visit = compare(&[alpha(), but(beta(), json!({ "community": null }))]);
    let scope = || visit.page().the("article", "Alpha").one("[data-scope]").heard();
    let answered = |minutes, ship, skip| {
        visit.signals.community.update(|community| {
            community.server = Server::Answered(minutes);
            community.others = vec![(tool_id("alpha"), Tally { ship, skip })];
        });
    };
    answered(0, 3, 1);
    assert_eq!(scope(), "4 votes");
    visit
        .signals
        .ballots
        .update(|ballots| ballots.reader_chose(&tool_id("alpha"), Some(Choice::Ship), "2026-11-02T12:00:00Z"));
    assert_eq!(scope(), "5 votes");
    visit.signals.community.update(|community| community.waiting = vec![tool_id("alpha")]);
    assert_eq!(scope(), "5 votes, waiting for a connection");
    visit.signals.community.update(|community| community.waiting.clear());
    answered(3, 3, 1);
    assert_eq!(scope(), "5 votes, 3 minutes ago");
    assert_eq!(visit.page().the("article", "Beta").one("[data-scope]").heard(), "This browser only");
}

#[test]
fn votes_that_are_not_known_are_not_called_none() {
    let visit = compare(&[but(alpha(), json!({ "community": null })), beta()]);
    for (server, words) in
        [(Server::Asked, "Votes are being asked for."), (Server::Away, "Everybody’s votes cannot be had now.")]
    {
        visit.signals.community.update(|community| community.server = server);
        assert_eq!(community(&visit.page()), ["—", words]);
    }
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
    let sure = |low: u8, high: u8| format!("of all, between {low} % and {high} % would probably ship it.");
    let early = |votes: &str| format!("Early: {votes}, too few to tell.");
    for (snapshot, own, share, count) in [
        (None, ship, "100%", early("1 vote, yours")),
        (Some([1, 0]), None, "100%", early("1 vote")),
        (Some([0, 1]), None, "0%", early("1 vote")),
        (Some([2, 1]), ship, "75%", early("4 votes, one of them yours")),
        (Some([3, 1]), ship, "80%", format!("Early: 5 votes, one of them yours; {}", sure(38, 96))),
        (Some([1, 28]), None, "3%", format!("Early: 29 votes; {}", sure(1, 17))),
        (Some([1, 28]), ship, "7%", format!("30 votes, one of them yours; {}", sure(2, 21))),
        (Some([15, 15]), None, "50%", format!("30 votes; {}", sure(33, 67))),
    ] {
        assert_eq!(community(&voted(snapshot, own)), [share, &count], "{snapshot:?} and {own:?}");
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
    let ways: Vec<_> = offline.all("a").iter().filter_map(|way| way.get("href")).collect();
    assert_eq!(ways, ["/", "/compare/", "/tools/"]);
    let missing = failed(LoadError::NotFound("there is no tool called “x” here".into()));
    assert_eq!(missing.one("[role=alert]").heard(), "Not found: there is no tool called “x” here.");
    assert_eq!(missing.all("button").len(), 0, "trying again cannot help");
    assert_eq!(heard(&missing.all("a")), ["Home", "All comparisons", "All tools"]);
}

//! What the reader does is told, and what they chose is followed.

use crate::{
    markup::Element,
    visit::{Visit, alpha, beta, but, compare, matchup, read_site, reviewer_id, site, tool_id},
};
use elements::Event;
use leptos::prelude::{Get, Memo, Set, Update};
use serde_json::json;
use shipside::{
    model::{Choice, FactKey, LoadError, Rows, Theme},
    view::{Act, Cast, Links, chrome, compare_page, failed_page},
};

fn two() -> Visit {
    compare(&[alpha(), beta()])
}

fn vote(choice: Option<Choice>) -> Cast {
    Cast { tool: tool_id("alpha"), choice }
}

/// What the app does with a vote.
fn count(visit: &Visit, cast: Cast) {
    visit.signals.ballots.update(|ballots| ballots.reader_chose(&cast.tool, cast.choice, "2026-11-02T12:00:00Z"));
    visit.signals.outcome.update(|outcome| outcome.last = Some(cast));
}

#[test]
fn a_vote_is_cast_changed_and_withdrawn_by_the_same_two_buttons() {
    let visit = two();
    for (button, pressed, told, said, share) in [
        ("Ship Alpha", Choice::Ship, Some(Choice::Ship), "You voted ship.", "75%"),
        ("Skip Alpha", Choice::Skip, Some(Choice::Skip), "You voted skip.", "50%"),
        ("Skip Alpha", Choice::Skip, None, "You withdrew your vote.", "67%"),
    ] {
        assert_eq!(visit.press(button), Act::Press(tool_id("alpha"), pressed));
        count(&visit, vote(told));
        let page = visit.page();
        let pressed = page.all("[aria-pressed=true]");
        assert_eq!(pressed.iter().map(|it| it.heard()).collect::<Vec<_>>(), told.map(|_| button).as_slice());
        assert_eq!(page.the("article", "Alpha").one("[role=status]").heard(), said);
        assert_eq!(page.the("article", "Beta").one("[role=status]").heard(), "", "nothing happened there");
        assert_eq!(page.the("article", "Alpha").all("dd")[1].heard(), share);
    }
}

#[test]
fn muting_a_reviewer_moves_figure_split_marks_and_bar() {
    let visit = two();
    for (muted, figure, split, marks) in [
        (vec![], "75%", "3–1, The Founder dissents", 4),
        (vec!["founder"], "100%", "3–0, unanimous", 3),
        (vec!["builder", "ada"], "50%", "1–1, split", 2),
        (vec!["builder", "skeptic", "founder", "ada"], "—", "No review counted", 0),
    ] {
        visit.signals.view.update(|view| view.muted = muted.iter().map(|id| reviewer_id(id)).collect());
        let page = visit.page();
        let card = page.the("article", "Alpha");
        assert_eq!(card.all("dd")[0].heard(), figure);
        let picture = card.one("svg.split");
        let left_out = picture.all("rect.out");
        let name = picture.get("aria-label").unwrap();
        assert_eq!(name.matches(", not counted").count(), left_out.len(), "{name}");
        let counted = picture.all("rect").len() - left_out.len();
        assert_eq!((card.one(".verdict").heard().as_str(), counted), (split, marks));
        assert_eq!(page.one(".bar").children().next().unwrap().seen(), format!("Alpha {figure}"));
        let struck = page.one(".panel").all("tr.out").len();
        let told = page.all(".tag").into_iter().filter(|tag| tag.heard() == "Not counted").count();
        assert_eq!((struck, told, left_out.len()), (muted.len(), muted.len(), muted.len()));
        assert_eq!(page.all(".reviewer").len(), 4, "what was said stays");
    }
}

#[test]
fn differences_hide_rows_that_are_equal_and_no_others() {
    let licence = |value: &str| json!([{ "key": "weights", "value": "open" }, { "key": "licence", "value": value }]);
    let (a, b) = (but(alpha(), json!({ "facts": licence("MIT") })), but(beta(), json!({ "facts": licence("BSD") })));
    let visit = compare(&[a, b]);
    assert_eq!(visit.on("change", "Differences", Event::default()), Act::ShowRows(Rows::Differences));
    let seen = |visit: &Visit| {
        let page = visit.page();
        let rows = page.one(".facts").one("tbody").all("tr");
        let shown = rows.iter().filter(|row| row.get("hidden").is_none()).map(|row| label(row));
        (shown.collect::<Vec<_>>().join(", "), page.one(".facts").one("[role=status]").heard())
    };
    assert_eq!(seen(&visit), ("Weights, licence".to_owned(), "2 rows".to_owned()));
    visit.signals.view.update(|view| view.rows = Rows::Differences);
    assert_eq!([visit.property("checked", "All"), visit.property("checked", "Differences")], [[false], [true]]);
    assert_eq!(seen(&visit), ("licence".to_owned(), "1 of 2 rows differ or may differ".to_owned()));
}

/// A row's name, without its definition and its button.
fn label(row: &Element) -> String {
    let hide = row.one("[name=hide]").get("aria-label").unwrap();
    hide.strip_prefix("Hide ").unwrap().to_owned()
}

#[test]
fn a_row_can_be_hidden_and_all_come_back() {
    let visit = two();
    let key = FactKey::parse("weights").unwrap();
    assert_eq!(visit.press("Hide Weights"), Act::HideRow(key.clone()));
    let seen = |visit: &Visit| {
        let page = visit.page();
        let rows = page.one(".facts").one("tbody").all("tr");
        let shown: Vec<_> = rows.iter().filter(|row| row.get("hidden").is_none()).map(|row| label(row)).collect();
        let way_back = page.one(".choices").all("button").iter().map(|it| it.heard()).collect::<String>();
        (shown.join(", "), page.one(".facts").one("[role=status]").heard(), way_back)
    };
    let all = ("Context window, Weights, licence".to_owned(), "3 rows".to_owned(), String::new());
    assert_eq!(seen(&visit), all);
    let elsewhere = FactKey::parse("of-another-page").unwrap();
    visit.signals.view.update(|view| view.hidden = vec![key, elsewhere]);
    let (rows, said, way_back) = seen(&visit);
    assert_eq!((rows.as_str(), said.as_str()), ("Context window, licence", "2 of 3 rows"));
    assert_eq!(way_back, "Show 1 hidden row");
    assert_eq!(visit.press("Show 1 hidden row"), Act::ShowHiddenRows);
    visit.signals.view.update(|view| view.hidden.clear());
    assert_eq!(seen(&visit), all);
}

#[test]
fn who_is_left_out_is_said_first_with_a_way_to_count_all() {
    let visit = two();
    assert_eq!(visit.page().one(".answer").all("button").len(), 0);
    for (muted, panel) in [(vec!["founder"], "3 of 4"), (vec!["builder", "skeptic", "founder", "ada"], "0 of 4")] {
        visit.signals.view.update(|view| view.muted = muted.iter().map(|id| reviewer_id(id)).collect());
        let said = visit.page().one(".answer").heard();
        assert!(said.contains(&format!("Your panel: {panel} reviewers Count all")), "{said}");
        assert_eq!(visit.press("Count all"), Act::CountAll);
    }
}

#[test]
fn the_theme_and_another_try_are_told() {
    let links = Links::below("/");
    let visit =
        Visit::to(|session| chrome(|| None, &links, session, failed_page(&LoadError::Offline, &links, session)));
    assert_eq!(visit.press("Try again"), Act::Retry);
    let dark = Event::default().with_value("dark");
    assert_eq!(visit.on("change", "Theme", dark), Act::SetTheme(Theme::Dark));
    visit.signals.theme.set(Theme::Dark);
    assert_eq!(visit.property("selected", "Theme"), [false, false, true], "automatic, light, dark");
}

#[test]
fn a_checkbox_tells_whether_its_reviewer_counts_and_keeps_to_it() {
    let visit = two();
    for counted in [false, true] {
        let told = visit.on("change", "The Founder", Event::default().with_checked(counted));
        assert_eq!(told, Act::Count(reviewer_id("founder"), counted));
        visit.signals.view.update(|view| view.muted = (!counted).then(|| reviewer_id("founder")).into_iter().collect());
        assert_eq!(visit.property("checked", "The Founder"), [counted]);
        assert_eq!(visit.property("checked", "Ada"), [true]);
    }
}

/// The types forbid it; this shows that they do. Otherwise the whole page would be drawn anew at every vote.
#[test]
fn drawing_a_page_reads_nothing_that_the_reader_can_change() {
    let visit = Visit::to(|_| ());
    let (matchup, site, session) =
        (matchup(json!({ "schema": 1, "slug": "a" }), &[alpha(), beta()]), read_site(&site()), visit.session.clone());
    let drawn = visit.owner.with(|| {
        Memo::new(move |times: Option<&u32>| {
            let shared = Some(site.clone());
            chrome(
                move || shared.clone(),
                &Links::below("/"),
                &session,
                compare_page(&matchup, &site, &Links::below("/"), &session),
            );
            times.map_or(1, |times| times + 1)
        })
    });
    assert_eq!(drawn.get(), 1);
    count(&visit, vote(Some(Choice::Ship)));
    visit.signals.view.update(|view| view.muted = vec![reviewer_id("founder")]);
    assert_eq!(drawn.get(), 1, "drawn anew");
}

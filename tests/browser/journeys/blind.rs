//! Judging two tools without their names.

use super::{
    Journey, Reader,
    access::{audit, serves_axe},
    journeys,
    keyboard::tabs_to,
};
use crate::page::{COMPARISON, COMPARISON_TITLE, MISTRAL, SMOL};
use fantoccini::key::Key;
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    names_come_back_after_both_votes_by_keyboard_alone,
    an_address_that_asks_for_it_shows_no_name_at_any_time,
    the_switch_is_on_comparisons_of_two_and_back_leaves_it,
    axe_finds_nothing_on_a_blind_page,
];

/// What can be read of the page, and what the tab is called.
fn readable(reader: &Reader) -> String {
    let seen = "getComputedStyle(document.querySelector('main')).visibility === 'visible' ? document.querySelector('main').innerText : ''";
    reader.text(&format!("document.title + ' ' + ({seen})"))
}

/// Whether the only switch stands above the cards.
fn comes_first(reader: &Reader) -> bool {
    reader.number(
        "document.querySelector('[role=switch]').compareDocumentPosition(document.querySelector('article')) & 4",
    ) > 0.0
}

fn tells_nothing(reader: &Reader) {
    let text = readable(reader).to_lowercase();
    for word in ["smol", "mistral", "hugging"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    assert_eq!(reader.number("document.querySelectorAll('main a').length"), 0.0, "links tell");
}

fn names_come_back_after_both_votes_by_keyboard_alone(reader: &Reader) {
    reader.opens(COMPARISON);
    tabs_to(reader, "button Blind mode");
    reader.types(' ');
    reader.sees("other names", || reader.heading(), "Tool A vs Tool B");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?blind=1"));
    reader.sees("focus on the switch", || reader.focus(), "button Blind mode");
    reader.sees_its_focus();
    assert_eq!(reader.title(), "Tool A vs Tool B · Shipside");
    tells_nothing(reader);
    assert!(comes_first(reader), "the switch is where a reader finds it first");
    reader.js("document.querySelector('h1').focus()", &[]);
    tabs_to(reader, "button Ship Tool A");
    reader.types(Key::Enter);
    reader.sees("the vote", || reader.pressed(), ["Ship Tool A"]);
    tells_nothing(reader);
    tabs_to(reader, "button Skip Tool B");
    reader.js("scrollTo(0, 300)", &[]);
    reader.types(Key::Enter);
    reader.sees("the names", || reader.heading(), COMPARISON_TITLE);
    let told = "document.querySelector('[aria-label=Revealed]').getBoundingClientRect()";
    reader.sees("where they are told", || reader.number(&format!("{told}.top")) >= 0.0, true);
    assert_eq!(reader.scrolled(), 0.0);
    reader.sees("focus where it is told", || reader.focus(), "section Revealed");
    reader.sees("the title", || reader.title(), format!("{COMPARISON_TITLE} · Shipside"));
    let revealed = reader.text("document.querySelector('[aria-label=Revealed]').innerText");
    for part in
        ["Tool A is ", "Tool B is ", "you voted ship; the panel, ", "you voted skip; the panel, ", SMOL, MISTRAL]
    {
        assert!(revealed.contains(part), "{part} is not in {revealed}");
    }
    assert_eq!(reader.pressed().len(), 2);
    assert!(comes_first(reader), "so it is after both votes");
    assert_eq!(reader.names("switch"), ["Blind mode"]);
    reader.clicks("switch", "Blind mode");
    reader.sees("the address", || reader.address(), COMPARISON);
    reader.sees("focus on the switch", || reader.focus(), "button Blind mode");
    reader.sees_its_focus();
    assert!(!comes_first(reader), "where nothing is hidden, it is with what else can be done");
}

fn an_address_that_asks_for_it_shows_no_name_at_any_time(reader: &Reader) {
    reader.site.holds(&reader.app());
    reader.goes_to(&format!("{COMPARISON}?blind=1"));
    reader.sees("no content", || reader.text("getComputedStyle(document.querySelector('main')).visibility"), "hidden");
    // What the page shows from now on, at every change of it.
    reader.js(
        "window.shown = []; new MutationObserver(() => {
           const main = document.querySelector('main');
           if (main && getComputedStyle(main).visibility === 'visible') requestAnimationFrame(() => shown.push(main.innerText));
         }).observe(document, { attributes: true, childList: true, subtree: true })",
        &[],
    );
    reader.site.releases(&reader.app());
    reader.sees("other names", || reader.heading(), "Tool A vs Tool B");
    tells_nothing(reader);
    reader.sees("a frame", || reader.number("shown.length") > 0.0, true);
    assert_eq!(reader.number("shown.filter(it => /smol|mistral/i.test(it)).length"), 0.0);
    reader.reloads();
    reader.sees("other names after reload", || reader.heading(), "Tool A vs Tool B");
}

fn the_switch_is_on_comparisons_of_two_and_back_leaves_it(reader: &Reader) {
    reader.opens("/compare/?tools=aider,cline,cursor&blind=1");
    reader.sees("three", || reader.names("article").len(), 3);
    assert_eq!(reader.names("switch"), [""; 0]);
    reader.opens("/compare/?tools=aider,cline&blind=1");
    reader.sees("other names", || reader.names("article"), ["Tool A", "Tool B"]);
    reader.clicks("switch", "Blind mode");
    reader.sees("names", || reader.names("article"), ["Aider", "Cline"]);
    assert_eq!(reader.address(), "/compare/?tools=aider,cline");
}

fn axe_finds_nothing_on_a_blind_page(reader: &Reader) {
    serves_axe(reader);
    reader.opens(&format!("{COMPARISON}?blind=1"));
    reader.sees("other names", || reader.heading(), "Tool A vs Tool B");
    let found = audit(reader);
    assert_eq!(found["violations"], json!([]), "{found:#}");
}

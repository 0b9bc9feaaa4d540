//! “Your panel” and “Rows”: how the reader looks at a comparison, kept in its address.

use super::{Journey, Reader, journeys};
use crate::page::{COMPARISON, COMPARISON_TITLE, MISTRAL, SMOL};

pub const ALL: &[Journey] = journeys![
    the_panels_figures_follow_who_is_counted,
    who_is_counted_is_part_of_the_address_but_no_step_back,
    differences_hide_what_is_equal_and_nothing_else,
];

fn the_panels_figures_follow_who_is_counted(reader: &Reader) {
    reader.opens(COMPARISON);
    let figure = || reader.figure(MISTRAL, "Panel ship");
    assert_eq!(reader.names("checkbox"), ["The Builder", "The Skeptic", "The Futurist", "The Founder"]);
    reader.sees("the whole panel", figure, "75%");
    assert!(reader.article(MISTRAL).contains("3–1, The Founder dissents"), "{}", reader.article(MISTRAL));
    reader.clicks("checkbox", "The Founder");
    reader.sees("the panel without the dissenter", figure, "100%");
    assert!(reader.article(MISTRAL).contains("3–0, unanimous"), "{}", reader.article(MISTRAL));
    assert!(!reader.article(MISTRAL).contains("dissents"));
    let uncounted = || reader.text("document.querySelector('#reviewer-founder').innerText").contains("Not counted");
    reader.sees("the note in the scorecard", uncounted, true);
    for reviewer in ["The Builder", "The Skeptic", "The Futurist"] {
        reader.clicks("checkbox", reviewer);
    }
    reader.sees("nobody counted", figure, "—");
    assert!(reader.article(MISTRAL).contains("No review counted"));
    reader.clicks("checkbox", "The Founder");
    reader.sees("the dissenter alone", figure, "0%");
    assert_eq!(reader.figure(SMOL, "Panel ship"), "100%");
}

fn who_is_counted_is_part_of_the_address_but_no_step_back(reader: &Reader) {
    reader.opens("/");
    let home = reader.heading();
    reader.follows(COMPARISON_TITLE);
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    reader.marks_the_document();
    let steps = reader.number("history.length");
    reader.clicks("checkbox", "The Founder");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?mute=founder"));
    reader.clicks("checkbox", "The Skeptic");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?mute=founder,skeptic"));
    reader.clicks("radio", "Differences");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?rows=differences&mute=founder,skeptic"));
    reader.clicks("checkbox", "The Founder");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?rows=differences&mute=skeptic"));
    assert_eq!(reader.number("history.length"), steps);
    assert!(reader.is_the_marked_document());
    reader.reloads();
    let unchecked = || reader.texts("named('checkbox').filter(([, box]) => !box.checked).map(([name]) => name)");
    reader.sees("the reviewer left out", unchecked, ["The Skeptic"]);
    reader.sees("the figure without them", || reader.figure(MISTRAL, "Panel ship"), "67%");
    assert_eq!(reader.texts("named('radio').filter(([, it]) => it.checked).map(([name]) => name)"), ["Differences"]);
    reader.goes_back();
    reader.sees("the page before", || reader.heading(), home.as_str());
    reader.asks("Forward", reader.client.forward());
    reader.sees("the comparison, seen as before", unchecked, ["The Skeptic"]);
    assert_eq!(reader.address(), format!("{COMPARISON}?rows=differences&mute=skeptic"));
}

fn differences_hide_what_is_equal_and_nothing_else(reader: &Reader) {
    reader.opens_with_facts();
    let rows = || {
        reader.texts("[...document.querySelectorAll('.facts tbody tr')].filter(seen).map(row => row.querySelector('th').ariaLabel)")
    };
    reader.sees("all rows", rows, ["Parameters", "Weights", "Inputs"]);
    assert_eq!(reader.names("radiogroup"), ["Rows"]);
    reader.clicks("radio", "Differences");
    // What is missing on one side is not equal.
    reader.sees("the rows that differ or may", rows, ["Parameters", "Inputs"]);
    assert_eq!(reader.address(), format!("{COMPARISON}?rows=differences"));
    reader.reloads();
    reader.sees("the same rows after reload", rows, ["Parameters", "Inputs"]);
    reader.clicks("radio", "All");
    reader.sees("all rows again", rows, ["Parameters", "Weights", "Inputs"]);
    assert_eq!(reader.address(), COMPARISON);
}

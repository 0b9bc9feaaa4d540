//! Searching, filtering and sorting on the home page and among the tools.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    page::{APP, COMPARISON},
};
use fantoccini::key::Key;
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    a_search_narrows_the_list_as_it_is_typed_and_marks_what_it_found,
    the_index_is_fetched_when_it_is_wanted_and_what_was_typed_meanwhile_counts,
    a_slash_leads_to_the_search_and_escape_empties_it,
    a_slash_that_is_turned_off_leads_nowhere_until_it_is_turned_on,
    filters_and_sorts_live_in_the_address_and_back_undoes_them,
    an_address_says_what_is_looked_for,
    where_nothing_is_found_the_page_says_what_to_relax,
    tools_are_searched_too,
    without_an_index_the_page_says_so_and_tries_again,
    an_index_for_a_newer_app_takes_a_reload,
    focus_stays_near_a_button_that_goes,
    whoever_comes_back_finds_as_much_of_a_list_as_they_left,
    whoever_goes_back_within_a_list_is_where_they_left_it,
    tools_by_name_are_their_usual_order,
];

/// Titles of what is listed.
fn listed(reader: &Reader) -> Vec<String> {
    reader.texts("[...document.querySelectorAll('main .comparisons > li > :is(h2, h3)')].map(it => it.innerText)")
}

fn status(reader: &Reader) -> String {
    reader.text("document.querySelector('main .found').innerText")
}

fn types_text(reader: &Reader, text: &str) {
    for letter in text.chars() {
        reader.types(letter);
    }
}

fn requests(reader: &Reader) -> f64 {
    reader.number("performance.getEntriesByType('resource').filter(it => it.name.endsWith('/data/index.json')).length")
}

/// WebKit's Back passes over what a page adds to the history while nobody touches it, so a key is pressed first.
fn chooses(reader: &Reader, label: &str, value: &str) {
    reader.types(Key::Tab);
    reader.js(
        "const list = named('combobox').find(([name]) => name === arguments[0])[1];
         list.value = arguments[1]; list.dispatchEvent(new Event('change', { bubbles: true }))",
        &[label.into(), value.into()],
    );
}

fn a_search_narrows_the_list_as_it_is_typed_and_marks_what_it_found(reader: &Reader) {
    reader.opens("/");
    let all = status(reader);
    reader.clicks("searchbox", "Search");
    types_text(reader, "copilot vs cusor");
    reader.sees("the comparison", || listed(reader).first().cloned(), Some("Cursor vs GitHub Copilot".to_owned()));
    reader.sees("the address", || reader.address(), "/?q=copilot%20vs%20cusor");
    assert!(status(reader).ends_with(&format!("of {all}")), "{} and {all}", status(reader));
    let marks = reader.texts("[...document.querySelectorAll('main li')][0] && [...document.querySelectorAll('main .comparisons > li:first-child h3 mark')].map(it => it.innerText)");
    assert_eq!(marks, ["Cursor", "Copilot"]);
    assert_eq!(reader.focus(), "input Search", "the list changed, and the reader still types");
    reader.reloads();
    reader.sees("the same search", || listed(reader).first().cloned(), Some("Cursor vs GitHub Copilot".to_owned()));
    assert_eq!(reader.text("document.querySelector('input[type=search]').value"), "copilot vs cusor");
}

fn the_index_is_fetched_when_it_is_wanted_and_what_was_typed_meanwhile_counts(reader: &Reader) {
    reader.opens("/");
    assert_eq!(requests(reader), 0.0, "nobody has searched yet");
    // All at once, before any answer can have come.
    reader.js(
        "const field = document.querySelector('input[type=search]'); field.focus();
         for (const part of ['whi', 'whisper', 'whisper.cpp']) { field.value = part; field.dispatchEvent(new Event('input', { bubbles: true })) }",
        &[],
    );
    reader.sees("what was typed last", || listed(reader).first().is_some_and(|it| it.contains("whisper.cpp")), true);
    assert_eq!(requests(reader), 1.0);
}

fn a_slash_leads_to_the_search_and_escape_empties_it(reader: &Reader) {
    reader.opens("/");
    let newest = listed(reader);
    reader.types('/');
    reader.sees("focus in the search", || reader.focus(), "input Search");
    types_text(reader, "zzzzz/");
    reader.sees("nothing", || listed(reader).len(), 0);
    assert_eq!(reader.text("document.querySelector('input[type=search]').value"), "zzzzz/");
    reader.types(Key::Escape);
    reader.sees("everything again", || listed(reader), newest);
    reader.sees("an address without it", || reader.address(), "/");
    assert_eq!(reader.focus(), "input Search");
}

fn a_slash_that_is_turned_off_leads_nowhere_until_it_is_turned_on(reader: &Reader) {
    let (switch, search) = ("The key / leads to the search", "input Search");
    let slash = || {
        reader.js("document.activeElement.blur()", &[]);
        reader.types('/');
    };
    // Pressed before the app is there, too.
    reader.site.holds(&reader.app());
    reader.goes_to("/tools/");
    reader.clicks("checkbox", switch);
    reader.site.releases(&reader.app());
    reader.sees("the app", || reader.text(APP), "on");
    slash();
    assert_ne!(reader.focus(), search);
    reader.opens("/");
    reader.sees(
        "it is off on other pages",
        || reader.js("return document.querySelector('[name=slash]').checked", &[]),
        json!(false),
    );
    slash();
    assert_ne!(reader.focus(), search);
    assert_eq!(
        reader.js("return document.querySelector('[type=search]').hasAttribute('aria-keyshortcuts')", &[]),
        json!(false)
    );
    reader.clicks("checkbox", switch);
    // Nothing is typed into a box.
    assert_eq!(reader.focus(), format!("input {switch}"));
    reader.types('/');
    reader.sees("focus in the search", || reader.focus(), search);
}

fn filters_and_sorts_live_in_the_address_and_back_undoes_them(reader: &Reader) {
    reader.opens("/");
    let (newest, steps) = (listed(reader), reader.number("history.length"));
    chooses(reader, "Category", "Vector Databases");
    reader.sees("a filtered list", || listed(reader).len() < newest.len(), true);
    reader.sees("the address", || reader.address(), "/?category=Vector%20Databases");
    let filtered = listed(reader);
    std::thread::sleep(std::time::Duration::from_millis(1_200));
    chooses(reader, "Sort by", "name");
    reader.sees("the address", || reader.address(), "/?category=Vector%20Databases&sort=name");
    let mut by_name = filtered.clone();
    by_name.sort_by_key(|title| title.to_lowercase());
    reader.sees("the list by name", || listed(reader), by_name);
    assert_eq!(reader.number("history.length"), steps + 2.0, "each was at rest before the next");
    reader.goes_back();
    reader.sees("the filter alone", || listed(reader), filtered);
    reader.goes_back();
    reader.sees("everything", || listed(reader), newest);
    assert_eq!(reader.address(), "/");
}

fn an_address_says_what_is_looked_for(reader: &Reader) {
    reader.opens("/?q=CAF%C3%89%20qdrant&entry=paid&sort=panel&mute=skeptic");
    reader.sees("an answer", || status(reader).starts_with("0 of"), true);
    assert_eq!(reader.text("document.querySelector('select[name=entry]').value"), "paid");
    assert_eq!(reader.text("document.querySelector('select[name=sort]').value"), "panel");
    reader.presses("Clear filters");
    reader.sees("everything", || listed(reader).is_empty(), false);
    reader.sees("the panel stays as it was", || reader.address(), "/?mute=skeptic");
    for list in ["/", "/tools/"] {
        reader.opens(&format!("{list}?category=vector%20DATABASES"));
        reader.sees(
            "tools of that category",
            || listed(reader).is_empty() || status(reader).starts_with("0 of"),
            false,
        );
        reader.sees("a part of all", || status(reader).contains(" of "), true);
        assert_eq!(reader.text("document.querySelector('select[name=category]').value"), "Vector Databases");
    }
}

fn where_nothing_is_found_the_page_says_what_to_relax(reader: &Reader) {
    reader.opens("/?q=qdrant&category=Coding%20Assistants");
    let advice = || reader.text("document.querySelector('main').innerText");
    let words = "No comparison fits “qdrant” and “Coding Assistants”. Leave something out, or write it in another way.";
    reader.sees("what to relax", || advice().contains(words), true);
    reader.presses("Clear filters");
    reader.sees("everything", || reader.address(), "/");
}

fn tools_are_searched_too(reader: &Reader) {
    reader.opens("/tools/");
    let all = listed(reader).len();
    reader.types('/');
    types_text(reader, "anysphere");
    reader.sees("the tool", || listed(reader), vec!["Cursor".to_owned()]);
    reader.sees("the count", || status(reader), format!("1 of {all} tools"));
    reader.sees("the address", || reader.address(), "/tools/?q=anysphere");
    reader.follows("Cursor");
    reader.sees("another page", || reader.address(), "/tools/cursor/");
    reader.goes_back();
    reader.sees("the search again", || listed(reader), vec!["Cursor".to_owned()]);
}

fn without_an_index_the_page_says_so_and_tries_again(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.opens("/");
    let before = listed(reader);
    reader.site.answers("/data/index.json", Answer::status(500));
    reader.clicks("searchbox", "Search");
    types_text(reader, "c");
    reader.finds("button", "Try again");
    std::thread::sleep(std::time::Duration::from_millis(300));
    let asked = requests(reader);
    reader.js("window.alerted = document.querySelector('main [role=alert]')", &[]);
    types_text(reader, "ursor");
    assert_eq!(reader.number("Number(alerted.isConnected)"), 1.0, "it is told once, and not with each letter");
    assert_eq!(requests(reader), asked);
    assert_eq!(listed(reader), before, "the list stays");
    // Whoever begins another search may have a connection by now.
    reader.types(Key::Escape);
    reader.sees("no alert", || reader.names("alert").len(), 0);
    types_text(reader, "cursor");
    reader.finds("button", "Try again");
    // Browsers list a request a moment after its answer.
    reader.sees("one request more", || requests(reader), asked + 1.0);
    let order = "['.found', '[role=alert]', '.comparisons'].map(it => document.querySelector('main ' + it).getBoundingClientRect().top)";
    let [status, alert, list] = [0, 1, 2].map(|i| reader.number(&format!("{order}[{i}]")));
    assert!(status <= alert && alert < list, "the alert stands between search and list: {status}, {alert}, {list}");
    reader.presses("Try again");
    reader.sees("focus in the search", || reader.focus(), "input Search");
    reader.finds("button", "Try again");
    reader.site.mends("/data/index.json");
    reader.presses("Try again");
    reader.sees("what was typed", || listed(reader).first().is_some_and(|it| it.contains("Cursor")), true);
    assert_eq!(reader.focus(), "input Search");
    assert_eq!(reader.names("alert"), [""; 0]);
}

/// Only another version of the app can read it, so “Try again” does what the sentence says.
fn an_index_for_a_newer_app_takes_a_reload(reader: &Reader) {
    reader.failures_expected.set(true);
    let index = "/data/index.json";
    let newer = reader.site.file(index).replacen("\"schema\":1", "\"schema\":2", 1);
    let said = "index.json was written for a newer version of this page (schema 2). Reload to get that version.";
    reader.site.answers(index, Answer::json(&newer));
    reader.opens("/");
    reader.clicks("searchbox", "Search");
    types_text(reader, "cursor");
    reader.sees("the reason", || reader.alert(), said);
    reader.marks_the_document();
    reader.types(Key::Escape);
    types_text(reader, "aider");
    reader.sees("the reason again", || reader.alert(), said);
    assert!(reader.is_the_marked_document(), "nobody asked for another page");
    reader.site.mends(index);
    reader.presses("Try again");
    reader.sees("another document", || reader.is_the_marked_document(), false);
    reader.sees("what was typed", || listed(reader).first().is_some_and(|it| it.contains("Aider")), true);
    reader.site.answers(index, Answer::json(&newer));
    reader.opens(COMPARISON);
    reader.clicks("combobox", "Add a tool");
    reader.sees("the reason", || reader.alert(), format!("The tools could not be loaded. {said}"));
    reader.marks_the_document();
    reader.presses("Try again");
    reader.sees("another document", || reader.is_the_marked_document(), false);
}

fn focus_stays_near_a_button_that_goes(reader: &Reader) {
    reader.opens("/tools/?sort=panel");
    reader.sees("a part", || listed(reader).len(), 24);
    let next = || {
        let at = "document.activeElement.closest('.comparisons > li')";
        reader.text(&format!("[...document.querySelectorAll('.comparisons > li')].indexOf({at}) + ''"))
    };
    reader.presses("Show more");
    reader.sees("all", || !reader.names("button").contains(&"Show more".to_owned()), true);
    reader.sees("focus on the first that came", next, "24");
    assert!(reader.focus().starts_with("a "), "{}", reader.focus());
    reader.opens("/?q=zzzzzz");
    reader.presses("Clear filters");
    reader.sees("everything", || listed(reader).is_empty(), false);
    reader.sees("focus in the search", || reader.focus(), "input Search");
    for (step, found) in [("back", 0), ("forward", 24)] {
        reader.js(&format!("history.{step}()"), &[]);
        reader.sees(step, || listed(reader).len(), found);
        assert_eq!(reader.focus(), "input Search", "{step} within a list");
    }
}

fn whoever_comes_back_finds_as_much_of_a_list_as_they_left(reader: &Reader) {
    reader.opens("/?q=vs");
    reader.sees("the best", || listed(reader).len(), 10);
    let entries = reader.number("history.length");
    reader.presses("Show more");
    reader.sees("more", || listed(reader).len(), 20);
    reader.sees("the address", || reader.address(), "/?q=vs&more=1");
    assert_eq!(reader.number("history.length"), entries, "it is the same list");
    let all = listed(reader);
    reader.js("document.querySelectorAll('.comparisons > li')[15].scrollIntoView()", &[]);
    let left = reader.number("scrollY");
    reader.js("document.querySelectorAll('.comparisons > li a')[15].click()", &[]);
    reader.sees("the comparison", || reader.address().starts_with("/compare/"), true);
    reader.goes_back();
    reader.sees("the same", || listed(reader), all.clone());
    reader.sees("where it was left", || (reader.number("scrollY") - left).abs() < 2.0, true);
    reader.reloads();
    reader.sees("the same", || listed(reader), all);
    // Something else begins at its beginning.
    reader.finds("searchbox", "Search");
    reader.js("document.querySelector('[type=search]').select()", &[]);
    types_text(reader, "v");
    reader.sees("the best", || listed(reader).len(), 10);
    reader.sees("the address", || reader.address(), "/?q=v");
}

fn whoever_goes_back_within_a_list_is_where_they_left_it(reader: &Reader) {
    reader.opens("/tools/");
    reader.finds("searchbox", "Search");
    reader.js("document.querySelector('[type=search]').focus()", &[]);
    types_text(reader, "zzzz");
    reader.sees("nothing", || listed(reader).len(), 0);
    reader.goes_back();
    reader.sees("all", || listed(reader).len() > 20, true);
    reader.js("const link = [...document.querySelectorAll('main li a')][20]; link.scrollIntoView(); link.focus()", &[]);
    let (left, focus) = (reader.scrolled(), reader.focus());
    assert!(left > 500.0, "{left}");
    reader.js("history.forward()", &[]);
    reader.sees("nothing", || listed(reader).len(), 0);
    reader.goes_back();
    reader.sees("all", || listed(reader).len() > 20, true);
    reader.sees("where it was left", || (reader.scrolled() - left).abs() < 2.0, true);
    assert_eq!(reader.focus(), focus);
}

fn tools_by_name_are_their_usual_order(reader: &Reader) {
    reader.opens("/tools/");
    let all = listed(reader);
    reader.opens("/tools/?sort=name");
    reader.sees("all of them", || listed(reader), all);
    assert_eq!(reader.text("document.querySelector('[name=sort]').selectedOptions[0].innerText"), "A to Z");
    // What is searched for comes by how well it fits, if not by name.
    reader.opens("/tools/?q=code");
    reader.sees("the best first", || listed(reader), ["Claude Code", "OpenAI Codex CLI", "Cursor", "n8n"]);
    reader.opens("/tools/?q=code&sort=name");
    reader.sees("by name", || listed(reader), ["Claude Code", "Cursor", "n8n", "OpenAI Codex CLI"]);
    assert_eq!(reader.text("document.querySelector('[name=sort]').value"), "name");
}

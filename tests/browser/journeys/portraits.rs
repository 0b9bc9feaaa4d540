//! Pages of tools and reviewers: the ways between them, and what they say.

use super::{Journey, Reader, journeys};
use crate::page::{COMPARISON, MISTRAL};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub const ALL: &[Journey] = journeys![
    tools_reviewers_and_comparisons_lead_to_each_other,
    reviewers_stay_left_out_from_page_to_page_until_all_count,
    verdicts_are_filtered_by_keyboard_and_the_address_says_so,
    agreement_is_what_the_reviews_say,
    what_is_not_there_is_named,
    what_changed_since_the_last_visit_is_marked_once,
    a_page_that_cannot_remember_visits_is_whole,
    pages_have_their_style_wherever_the_reader_comes_from,
];

const TOOL: &str = "/tools/mistral-medium-3/";

/// What stands where a picture of the whole panel does not.
const INSTEAD: &str = "This picture counts the whole panel. It is hidden while you leave reviewers out.";

fn tools_reviewers_and_comparisons_lead_to_each_other(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.marks_the_document();
    reader.follows(MISTRAL);
    reader.sees("the tool", || reader.address(), TOOL);
    reader.sees("focus on its heading", || reader.focus(), format!("h1 {MISTRAL}"));
    assert_eq!(reader.title(), format!("{MISTRAL} · Shipside"));
    assert_eq!(reader.names("article"), [MISTRAL]);
    let sections = reader.names("region");
    for wanted in ["Panel", "Facts", "Pricing", "Comparisons", "Alternatives"] {
        assert!(sections.iter().any(|name| name == wanted), "no {wanted} among {sections:?}");
    }
    assert_eq!(reader.number("document.querySelectorAll('blockquote').length"), 4.0);
    reader.follows("The Founder");
    reader.sees("the reviewer", || reader.address(), "/panel/founder/");
    reader.sees("the heading", || reader.heading(), "The Founder");
    reader.follows("Ollama");
    reader.sees("another tool", || reader.heading(), "Ollama");
    reader.follows("Ollama vs vLLM");
    reader.sees("a comparison that it is in", || reader.names("article"), ["Ollama", "vLLM"]);
    reader.follows("Panel");
    reader.sees("the panel", || reader.heading(), "The panel");
    assert_eq!(reader.title(), "The panel · Shipside");
    assert!(reader.is_the_marked_document(), "the page was reloaded on the way");
    reader.goes_back();
    reader.sees("the comparison again", || reader.names("article"), ["Ollama", "vLLM"]);
}

fn reviewers_stay_left_out_from_page_to_page_until_all_count(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.clicks("checkbox", "The Founder");
    reader.sees("the panel without them", || reader.figure(MISTRAL, "Panel ship"), "100%");
    reader.follows("Tools");
    reader.sees("all tools", || reader.address(), "/tools/?mute=founder");
    let notice = || reader.text("document.querySelector('.counted')?.firstChild?.data");
    reader.sees("whom the reader counts", notice, "Your panel: 3 of 4 reviewers");
    reader.follows(MISTRAL);
    reader.sees("the tool", || reader.address(), format!("{TOOL}?mute=founder"));
    reader.sees("the panel without them", || reader.figure(MISTRAL, "Panel ship"), "100%");
    assert_eq!(notice(), "Your panel: 3 of 4 reviewers");
    // It shows the whole panel.
    let picture =
        || reader.texts("[...document.querySelectorAll('.of-panel svg')].filter(seen).map(it => it.ariaLabel)");
    assert_eq!(picture(), [""; 0]);
    let instead = || reader.texts("[...document.querySelectorAll('.instead')].filter(seen).map(it => it.innerText)");
    assert_eq!(instead(), [INSTEAD]);
    reader.reloads();
    reader.sees("the same after reload", notice, "Your panel: 3 of 4 reviewers");
    reader.presses("Count all");
    reader.sees("the whole panel", || reader.figure(MISTRAL, "Panel ship"), "75%");
    reader.sees("the address", || reader.address(), TOOL);
    assert_eq!(notice(), "");
    assert_eq!(picture(), ["The panel: 3 of 4 would ship it, 75%"]);
    assert_eq!(instead(), [""; 0]);
    for list in ["/", "/tools/"] {
        reader.opens(&format!("{list}?mute=founder,skeptic"));
        reader.sees("the same in lists", notice, "Your panel: 2 of 4 reviewers");
        assert_eq!((picture().len(), instead()), (0, vec![INSTEAD.to_owned()]), "{list}");
    }
}

fn verdicts_are_filtered_by_keyboard_and_the_address_says_so(reader: &Reader) {
    reader.opens("/panel/founder/");
    let steps = reader.number("history.length");
    let verdicts = || {
        reader.texts("[...document.querySelectorAll('ol > li')].filter(seen).map(it => tidy(it.querySelector('.stamp').textContent))")
    };
    let all = verdicts().len();
    assert_eq!(all, tools(reader).values().filter(|said| said.contains_key("founder")).count());
    let shown = |word: &str| verdicts().iter().all(|it| it.ends_with(word)) && !verdicts().is_empty();
    reader.js("document.querySelector('input[name=verdict]').focus()", &[]);
    reader.types(Key::Down);
    reader.sees("focus on the filter", || reader.focus(), "input Ship");
    reader.sees("ships only", || shown("Ship"), true);
    reader.sees("the address", || reader.address(), "/panel/founder/?verdict=ship");
    let ships = verdicts().len();
    reader.types(Key::Down);
    reader.sees("skips only", || shown("Skip"), true);
    reader.sees("the address", || reader.address(), "/panel/founder/?verdict=skip");
    assert_eq!(ships + verdicts().len(), all);
    assert_eq!(reader.number("history.length"), steps);
    reader.reloads();
    reader.sees("skips only after reload", || shown("Skip"), true);
    reader.clicks("radio", "All");
    reader.sees("everything", || verdicts().len(), all);
    reader.sees("the address", || reader.address(), "/panel/founder/");
}

/// For each tool, who said what of it: read from the content, not from what the build made of it.
fn tools(reader: &Reader) -> BTreeMap<String, BTreeMap<String, String>> {
    let json = |path: &str| serde_json::from_str::<Value>(&reader.site.file(path)).unwrap();
    let index = json("/data/index.json");
    let ids = index["tools"].as_array().unwrap().iter().map(|tool| tool["id"].as_str().unwrap().to_owned());
    ids.map(|id| {
        let tool = json(&format!("/data/tools/{id}.json"));
        let word = |review: &Value, name: &str| review[name].as_str().unwrap().to_owned();
        let said = tool["reviews"].as_array().unwrap().iter().map(|it| (word(it, "reviewer"), word(it, "verdict")));
        (id, said.collect())
    })
    .collect()
}

fn agreement_is_what_the_reviews_say(reader: &Reader) {
    reader.opens("/panel/");
    let said = tools(reader);
    let panel = ["builder", "skeptic", "futurist", "founder"];
    let names = ["The Builder", "The Skeptic", "The Futurist", "The Founder"];
    let rows = reader.texts("[...document.querySelectorAll('table tbody tr')].map(row => [...row.cells].map(it => tidy(it.innerText)).join(' | '))");
    for (row, (own, name)) in rows.iter().zip(panel.iter().zip(names)) {
        let cells = panel.map(|other| {
            let both: Vec<_> = said.values().filter_map(|it| Some((it.get(*own)?, it.get(other)?))).collect();
            let same = both.iter().filter(|(a, b)| a == b).count();
            let percent = (same as f64 * 100.0 / both.len() as f64).round();
            if other == *own { String::new() } else { format!("{percent}% {same} of {}", both.len()) }
        });
        assert_eq!(*row, format!("{name} | {}", cells.join(" | ")));
        let reviews: Vec<_> = said.values().filter_map(|it| it.get(*own)).collect();
        let ships = reviews.iter().filter(|verdict| **verdict == "ship").count();
        let told = reader.text(&format!("document.querySelector('section[aria-labelledby=reviewer-{own}]').innerText"));
        assert!(told.contains(&format!("ships {ships} of {} tools", reviews.len())), "{told}");
    }
    assert_eq!(rows.len(), 4);
}

fn what_is_not_there_is_named(reader: &Reader) {
    reader.failures_expected.set(true);
    for (path, words) in [
        ("/tools/nope/", "Not found: there is no tool called “nope” here."),
        ("/panel/nope/", "Not found: there is no reviewer called “nope” here."),
    ] {
        reader.opens(path);
        reader.sees("what was asked for", || reader.alert(), words);
        reader.opens("/");
        reader.js("const link = document.createElement('a'); link.href = arguments[0]; document.querySelector('main').append(link); link.click()", &[path.into()]);
        reader.sees("the same without a reload", || reader.alert(), words);
        assert_eq!(reader.address(), path);
        reader.follows("Home");
        reader.sees("the way home", || reader.address(), "/");
    }
}

const FILE: &str = "/data/tools/mistral-medium-3.json";

/// The tool has this history, the latest change first.
fn has_changed(reader: &Reader, changes: &[&str]) {
    let all = changes.iter().map(|change| json!({ "date": "2026-10-01", "change": change })).collect::<Vec<_>>();
    reader.edits(FILE, |tool| tool["history"] = all.into());
    // As the build would draw it.
    let slot = |name: &str, of: usize| json!(["slot", { "name": name, "of": of.to_string() }]);
    let entry = |(place, change): (usize, &&str)| json!(["li", {}, change, slot("new", changes.len() - place)]);
    let entries: Vec<Value> = changes.iter().enumerate().map(entry).collect();
    let list = [vec![json!("ul"), json!({})], entries].concat();
    let parts = json!([slot("card", 0), slot("since", changes.len()), ["section", { "class": "history" }, list]]);
    reader.edits("/data/portraits/mistral-medium-3.json", |page| page["parts"] = parts);
}

fn comes_again(reader: &Reader) {
    reader.opens("/panel/founder/");
    reader.follows(MISTRAL);
    reader.sees("the tool", || reader.heading(), MISTRAL);
}

fn what_changed_since_the_last_visit_is_marked_once(reader: &Reader) {
    has_changed(reader, &["First."]);
    let news = || reader.text("document.querySelector('.since').innerText");
    let entries = || reader.texts("[...document.querySelectorAll('.history li')].map(it => tidy(it.innerText))");
    comes_again(reader);
    reader.sees("its history", entries, ["First."]);
    assert_eq!(news(), "", "a first visit");
    has_changed(reader, &["Second.", "First."]);
    comes_again(reader);
    reader.sees("the news", news, "● Changed since your last visit");
    assert_eq!(entries(), ["Second. New", "First."]);
    comes_again(reader);
    reader.sees("nothing new", entries, ["Second.", "First."]);
    assert_eq!(news(), "");
}

fn a_page_that_cannot_remember_visits_is_whole(reader: &Reader) {
    has_changed(reader, &["First."]);
    reader.opens("/panel/founder/");
    reader.js("for (const call of ['getItem', 'setItem']) Storage.prototype[call] = () => { throw new DOMException('no', 'SecurityError') }", &[]);
    reader.follows(MISTRAL);
    reader.sees("the tool", || reader.heading(), MISTRAL);
    assert_eq!(reader.text("document.querySelector('.history li').innerText"), "First.");
    reader.presses("Ship Mistral Medium 3");
    reader.sees("a vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
}

/// Each kind of page comes with its own style, and the app goes on to pages of other kinds.
fn pages_have_their_style_wherever_the_reader_comes_from(reader: &Reader) {
    let looks = || {
        reader.texts("[...document.querySelectorAll('main, main *')].filter(seen).map(el => {
        const style = getComputedStyle(el);
        return [el.tagName, style.display, style.fontSize, style.color, style.padding, style.gridTemplateColumns, Math.round(el.getBoundingClientRect().width)].join(' ');
    })")
    };
    for (path, link) in [(TOOL, MISTRAL), ("/tools/", "Tools"), ("/panel/", "Panel")] {
        reader.opens(path);
        reader.js("document.activeElement.blur()", &[]);
        let own = looks();
        reader.opens(COMPARISON);
        reader.follows(link);
        reader.sees("the page", || reader.address(), path);
        reader.sees("its own style", || looks() == own, true);
    }
}

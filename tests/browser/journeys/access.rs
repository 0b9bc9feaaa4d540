//! Pages that anyone can read: axe-core, narrow windows.

use super::{
    Journey, Reader, journeys,
    looks::{frames, inside},
};
use crate::{answer::Answer, html::renamed, page::COMPARISON};
use fantoccini::Locator;
use serde_json::{Value, json};
use std::{env, fs};

pub const ALL: &[Journey] = journeys![
    axe_finds_nothing_in_light,
    axe_finds_nothing_in_dark,
    nothing_scrolls_sideways_at_any_width,
    a_reviewer_of_one_long_word_makes_nothing_scroll_sideways,
    texts_of_one_long_word_make_nothing_scroll_sideways,
    names_of_one_long_word_make_no_drawn_page_scroll_sideways,
    facts_that_are_drawn_as_blocks_are_still_a_table,
];

/// Pages of every kind, and a part of what each one says.
const PAGES: [(&str, &str); 10] = [
    ("/", "Coding assistants, five ways"),
    (COMPARISON, "Reviewer scorecard"),
    ("/compare/coding-assistants-five-ways/", "Reviewer scorecard"),
    (ODD, "Reviewer scorecard"),
    ("/compare/llama-cpp-vs-ollama/", "This page could not be loaded"),
    ("/nowhere/", "Not found"),
    ("/tools/", "All tools"),
    ("/tools/cursor/?mute=founder", "Alternatives"),
    ("/panel/", "How often they agree"),
    ("/panel/founder/", "Verdicts"),
];

const ODD: &str = "/compare/odd/";

/// A failing page, and one whose tools are as odd as content may be.
fn prepares(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.answers("/data/comparisons/llama-cpp-vs-ollama.json", Answer::status(500));
    let long = "A quote that goes on and on. ".repeat(50);
    let review = |reviewer: &str, verdict: &str, quote: &str| json!({ "reviewer": reviewer, "verdict": verdict, "quote": quote });
    let tool = |id: &str, name: &str, reviews: Value| {
        json!({
            "id": id, "name": name, "maker": "", "category": "Odd", "reviews": reviews, "price": { "entry": "unknown" },
            "tagline": "`a_very_long_name_of_a_function_that_cannot_be_broken_anywhere_at_all()`",
            "description": "https://example.org/a/very/long/address/that/is/one/word/and/wider/than/any/narrow/window",
            "facts": [{ "key": "weights", "value": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(2) }],
        })
    };
    let tools = [
        tool("unbroken", "Supercalifragilisticexpialidocious-Multimodal-Turbo-Preview-3", json!([])),
        tool("hebrew", "כלי השוואה לבינה מלאכותית", json!([review("builder", "ship", "מצוין, אבל יקר.")])),
        tool("wordy", "Wordy", json!([review("skeptic", "skip", &long), review("stranger", "ship", "Hello.")])),
        tool("tiny", "X", json!([review("futurist", "skip", &"unbroken".repeat(40))])),
    ];
    let odd = json!({ "schema": 1, "slug": "odd", "lede": long, "tools": tools });
    reader.site.answers("/data/comparisons/odd.json", Answer::json(&odd.to_string()));
}

fn axe_finds_nothing_in_light(reader: &Reader) {
    axe_finds_nothing(reader, "light");
}

fn axe_finds_nothing_in_dark(reader: &Reader) {
    axe_finds_nothing(reader, "dark");
}

fn axe_finds_nothing(reader: &Reader, theme: &str) {
    serves_axe(reader);
    prepares(reader);
    reader.opens("/");
    reader.js("localStorage.setItem('shipside:theme', arguments[0])", &[theme.into()]);
    for (path, part) in PAGES {
        reader.opens(path);
        reader.sees(
            "the page",
            || reader.text("document.body.innerText").to_lowercase().contains(&part.to_lowercase()),
            true,
        );
        // Pressed buttons and a message have colours of their own.
        if path == COMPARISON {
            reader.presses("Ship SmolVLM2 Turbo");
            reader.presses("Skip Mistral Medium 3");
            reader.sees("both votes", || reader.pressed(), ["Ship SmolVLM2 Turbo", "Skip Mistral Medium 3"]);
            reader.presses("Context window");
            reader.js("document.activeElement.blur()", &[]);
            reader.comes_to_rest();
        }
        assert_eq!(reader.text("document.documentElement.dataset.theme"), theme);
        let found = audit(reader);
        assert_eq!(found["violations"], json!([]), "{path} in {theme}: {found:#}");
        let definitions = reader.number("[...document.querySelectorAll('[popover]')].filter(seen).length");
        assert_eq!(definitions == 1.0, path == COMPARISON, "definitions in sight on {path}: {definitions}");
        assert_eq!(found["contrast"], true, "the contrast of {path} was not looked at");
    }
}

pub(super) fn serves_axe(reader: &Reader) {
    let axe = fs::read(env::var("SHIPSIDE_AXE").unwrap()).unwrap();
    reader.site.answers("/axe.js", Answer::of(200, "text/javascript", axe));
}

/// What axe-core finds wrong: rules, and the elements that break them.
pub(super) fn audit(reader: &Reader) -> Value {
    let script = "
        const done = arguments[arguments.length - 1];
        const script = document.createElement('script');
        script.src = '/axe.js';
        script.onerror = () => done('axe-core did not load');
        script.onload = async () => {
            // Colours on their way from one to another are nobody's.
            document.getAnimations().forEach(it => it.finish());
            const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
            const where = nodes => nodes.map(node => node.target.join(' ') + ': ' + node.failureSummary);
            done({
                violations: violations.map(({ id, help, nodes }) => ({ id, help, where: where(nodes) })),
                contrast: passes.some(({ id }) => id === 'color-contrast'),
            });
        };
        document.head.append(script);";
    reader.asks("axe-core", reader.client.execute_async(script, Vec::new()))
}

fn nothing_scrolls_sideways_at_any_width(reader: &Reader) {
    prepares(reader);
    for (path, part) in PAGES {
        fits(reader, path, part);
    }
}

fn a_reviewer_of_one_long_word_makes_nothing_scroll_sideways(reader: &Reader) {
    reader.edits("/data/site.json", |site| {
        for member in site["panel"].as_array_mut().unwrap() {
            member["name"] = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentnerin1".into();
        }
    });
    fits(reader, COMPARISON, "Donaudampfschifffahrtsgesellschaft");
}

fn texts_of_one_long_word_make_nothing_scroll_sideways(reader: &Reader) {
    let word = "W".repeat(60);
    reader.edits("/data/tools/aider.json", |tool| {
        let plan = json!({ "name": word, "amount": "1", "currency": "USD", "per": word });
        for field in ["name", "maker", "category", "tagline", "description"] {
            tool[field] = word.as_str().into();
        }
        tool["price"] = json!({ "entry": "paid", "plans": [plan] });
        tool["facts"] = json!([{ "key": "licence", "value": word }]);
        tool["reviews"] = json!([{ "reviewer": "builder", "verdict": "ship", "quote": word }]);
    });
    fits(reader, "/compare/?tools=aider,cline", &word);
    fits(reader, "/compare/?tools=cursor,aider,cline,zed,gemini-cli", &word);
}

fn names_of_one_long_word_make_no_drawn_page_scroll_sideways(reader: &Reader) {
    let word = "W".repeat(60);
    let home = "Newest comparisons";
    for (path, name, part) in [
        ("/panel/", "The Skeptic", "How often they agree"),
        ("/tools/aider/", "Aider", "Alternatives"),
        ("/", "Coding Assistants", home),
        ("/", "Shipside", home),
    ] {
        let html = renamed(&reader.site.file(&format!("{path}index.html")), name, &word);
        assert!(html.contains(&word), "{name} on {path}");
        reader.site.answers(path, Answer::html(&html));
        fits(reader, path, part);
        reader.site.mends(path);
    }
    // What is said of a pick.
    frames(reader, "/tools/", 320, 800);
    let script = format!(
        "const status = page.querySelector('.tray [role=status]');
         status.textContent = '{word} is picked.';
         return [page.documentElement.scrollWidth, page.documentElement.clientWidth]"
    );
    let found = inside(reader, &script);
    assert_eq!(found[0], found[1]);
}

/// No width makes a page scroll sideways. `part` is in its text once it is there.
#[track_caller]
fn fits(reader: &Reader, path: &str, part: &str) {
    let frame = "document.querySelector('iframe')";
    let script = format!(
        "const page = {frame}.contentDocument, root = page.documentElement, edge = el => el.getBoundingClientRect().right;
         {frame}.style.width = arguments[0] + 'px';
         const wide = [...page.querySelectorAll('body *')].filter(el => edge(el) > root.clientWidth + 1);
         const names = wide.map(el => `${{el.tagName}} ${{el.className}} to ${{Math.round(edge(el))}} px`);
         return [root.scrollWidth, root.clientWidth, names.slice(0, 8)]"
    );
    // A frame can have any width; windows cannot.
    reader.site.answers(
        "/frame.html",
        Answer::html("<!doctype html><title>Frame</title><iframe style='border: 0; height: 900px'></iframe>"),
    );
    reader.goes_to("/frame.html");
    reader.js(&format!("{frame}.src = arguments[0]"), &[path.into()]);
    let text = || reader.text(&format!("{frame}.contentDocument?.body?.innerText")).to_lowercase();
    reader.sees(path, || text().contains(&part.to_lowercase()), true);
    for width in [320, 375, 600, 768, 1024, 1440] {
        let found = reader.js(&script, &[width.into()]);
        let [scroll, client] = [0, 1].map(|i| found[i].as_f64().unwrap());
        assert!(client >= f64::from(width) - 20.0, "the frame is {client} px wide, not {width}");
        assert!(scroll <= client, "{path} at {width} px is {scroll} px wide: {}", found[2]);
    }
}

/// Browsers used to forget what a table is as soon as it was displayed as something else.
fn facts_that_are_drawn_as_blocks_are_still_a_table(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.asks("a narrow window", reader.client.set_window_size(600, 900));
    reader.sees(
        "blocks",
        || reader.text("getComputedStyle(document.querySelector('[aria-labelledby=facts] tbody tr')).display"),
        "grid",
    );
    for (part, role) in [
        ("table", "table"),
        ("thead tr", "row"),
        ("thead th", "columnheader"),
        ("tbody tr", "row"),
        ("tbody th", "rowheader"),
        ("tbody td", "cell"),
    ] {
        let found = reader.asks(part, reader.client.find(Locator::Css(&format!("[aria-labelledby=facts] {part}"))));
        assert_eq!(reader.computed("role", &found), role, "{part}");
    }
    reader.asks("a wide window", reader.client.set_window_size(1280, 900));
}

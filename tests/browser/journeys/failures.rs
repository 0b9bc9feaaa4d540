//! Everything that can go wrong on the way of a page's content, and trying again.

use super::{Journey, Reader, journeys};
use crate::{
    answer::{Answer, How},
    engine::Kind,
    page::{COMPARISON, COMPARISON_FILE, COMPARISON_TITLE, MISTRAL, MISTRAL_FILE},
};
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    each_failure_is_told_apart_and_trying_again_helps,
    a_failure_of_what_all_pages_share_can_be_tried_again,
    a_failing_home_page_can_be_tried_again,
    what_the_browser_keeps_of_a_failure_is_not_tried_again,
    a_page_whose_file_is_gone_says_which_and_can_be_tried_again,
    what_does_not_arrive_in_ten_seconds_is_given_up,
    what_is_too_large_is_not_read,
    what_newer_content_adds_is_ignored_and_said_on_the_console,
];

const OFFLINE: &str = "The site could not be reached. Check your connection, then try again.";

/// What a host answers, and what the page says of it.
fn failures(reader: &Reader) -> Vec<(Answer, &'static str)> {
    let good = reader.site.file(COMPARISON_FILE);
    let changed = |field: &str, value: serde_json::Value| {
        let mut comparison: serde_json::Value = serde_json::from_str(&good).unwrap();
        comparison[field] = value;
        Answer::json(&comparison.to_string())
    };
    vec![
        (Answer::never(How::Cut), OFFLINE),
        // WebKitGTK takes what has arrived for the whole.
        (
            Answer::json(&good).arriving(How::Breaks),
            if reader.engine == Kind::Webkit { "FILE is not JSON (" } else { OFFLINE },
        ),
        (
            Answer::status(500),
            "The server answered FILE with an error (500). It is not your fault; try again in a moment.",
        ),
        (
            Answer::status(403),
            "The server answered FILE with an error (403). It is not your fault; try again in a moment.",
        ),
        (
            Answer::html("<!doctype html><title>Sign in to the network</title>"),
            "FILE is not JSON (it is a web page). The site may be misconfigured: its owner can look at that address.",
        ),
        (Answer::json(&good[..good.len() / 2]), "FILE is not JSON ("),
        (Answer::json(""), "FILE is not JSON ("),
        (Answer::of(200, "application/json", b"{\"schema\":1,\"slug\":\"\xff\"}".to_vec()), "FILE is not JSON ("),
        (
            changed("tools", json!(["mistral-medium-3"])),
            "FILE has mistakes, so it cannot be shown: tools: a comparison has 2 to 5 tools, and this one has 1",
        ),
        (changed("published", json!("yesterday")), "FILE has mistakes, so it cannot be shown: published: "),
        (
            changed("schema", json!(2)),
            "FILE was written for a newer version of this page (schema 2). Reload to get that version.",
        ),
    ]
}

fn each_failure_is_told_apart_and_trying_again_helps(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.opens("/");
    reader.marks_the_document();
    for (answer, sentence) in failures(reader) {
        let sentence = sentence.replace("FILE", "comparisons/smolvlm2-turbo-vs-mistral-medium-3.json");
        reader.site.answers(COMPARISON_FILE, answer);
        reader.follows(COMPARISON_TITLE);
        reader.waits_for("an alert", || (!reader.alert().is_empty()).then_some(()));
        assert!(reader.alert().starts_with(&sentence), "expected “{sentence}”, found “{}”", reader.alert());
        assert_eq!(reader.title(), "This page could not be loaded · Shipside");
        assert_eq!(reader.address(), COMPARISON);
        reader.sees("focus on the heading", || reader.focus(), "h1 This page could not be loaded");
        // Still broken: trying again says so again.
        let before = reader.site.asked(COMPARISON_FILE);
        reader.js("window.told = document.querySelector('[role=alert]')", &[]);
        reader.presses("Try again");
        reader.sees("another request", || reader.site.asked(COMPARISON_FILE) > before, true);
        // What is said stays until it is said again: a button that is pressed at that moment is gone before it is let go.
        reader.sees("another alert", || reader.js("return !window.told?.isConnected", &[]), json!(true));
        reader.waits_for("an alert", || (!reader.alert().is_empty()).then_some(()));
        reader.site.mends(COMPARISON_FILE);
        reader.presses("Try again");
        reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
        assert_eq!(reader.alert(), "");
        // A newer schema takes a newer app, so there the page itself was loaded again.
        if reader.is_the_marked_document() {
            reader.sees("focus on the heading", || reader.focus(), format!("h1 {COMPARISON_TITLE}"));
        }
        assert_eq!(reader.is_the_marked_document(), !sentence.contains("newer version"));
        assert_eq!(reader.title(), format!("{COMPARISON_TITLE} · Shipside"));
        reader.follows("Shipside");
        reader.sees("the home page", || reader.address(), "/");
    }
}

fn a_failure_of_what_all_pages_share_can_be_tried_again(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.answers("/data/site.json", Answer::status(503));
    reader.opens(COMPARISON);
    let sentence = "The server answered site.json with an error (503). It is not your fault; try again in a moment.";
    reader.sees("the reason", || reader.alert(), sentence);
    assert_eq!(
        reader.names("link"),
        ["Skip to content", "Shipside", "Comparisons", "Tools", "Panel", "Home", "All comparisons", "All tools"]
    );
    reader.site.mends("/data/site.json");
    reader.presses("Try again");
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    assert_eq!(reader.names("button").last().unwrap(), "Subscribe", "the frame has the site's words now");
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.status(MISTRAL), "You voted ship.");
}

fn a_failing_home_page_can_be_tried_again(reader: &Reader) {
    reader.failures_expected.set(true);
    // A link to the page itself tries again as well.
    for again in ["button", "link"] {
        reader.site.answers("/data/home.json", Answer::never(How::Cut));
        reader.opens("/");
        reader.sees("the reason", || reader.alert(), OFFLINE);
        reader.site.mends("/data/home.json");
        reader.clicks(again, if again == "button" { "Try again" } else { "Home" });
        reader.finds("link", COMPARISON_TITLE);
        assert_eq!(reader.alert(), "");
    }
}

fn a_page_whose_file_is_gone_says_which_and_can_be_tried_again(reader: &Reader) {
    reader.failures_expected.set(true);
    for (path, file) in [("/", "/data/home.json"), ("/tools/", "/data/tools.json"), ("/panel/", "/data/panel.json")] {
        reader.opens("/compare/ollama-vs-vllm/");
        reader.site.answers(file, Answer::status(404));
        reader.js(
            "const link = document.createElement('a'); link.href = arguments[0]; document.querySelector('main').append(link); link.click()",
            &[path.into()],
        );
        // The page itself is there: it can be opened.
        let file_name = file.trim_start_matches("/data/");
        let told = format!(
            "The server answered {file_name} with an error (404). It is not your fault; try again in a moment."
        );
        reader.sees("which file is not there", || reader.alert(), told);
        assert_eq!(reader.heading(), "This page could not be loaded");
        reader.site.mends(file);
        reader.presses("Try again");
        reader.sees("the page", || reader.alert(), "");
        assert_eq!(reader.address(), path);
    }
}

fn what_does_not_arrive_in_ten_seconds_is_given_up(reader: &Reader) {
    let vllm = "/data/tools/vllm.json";
    let begun = Answer::json(&reader.site.file(vllm)).arriving(How::Stalls);
    let cases = [
        (COMPARISON, COMPARISON_FILE, MISTRAL, Answer::never(How::Hangs)),
        // One that begins and does not go on is no better.
        ("/compare/?tools=ollama,vllm", vllm, "vLLM", begun),
    ];
    // Both wait at the same time, each in a tab.
    let mut tabs = vec![reader.asks("this tab", reader.client.window())];
    tabs.push(reader.asks("open a tab", reader.client.new_window(true)).handle);
    for ((path, file, _, answer), tab) in cases.iter().zip(&tabs) {
        reader.site.answers(file, answer.clone());
        reader.asks("look at the tab", reader.client.switch_to_window(tab.clone()));
        reader.goes_to(path);
    }
    for ((_, file, tool, _), tab) in cases.iter().zip(&tabs) {
        reader.asks("look at the tab", reader.client.switch_to_window(tab.clone()));
        let name = file.trim_start_matches("/data/");
        let sentence = format!("{name} did not arrive within 10 seconds. The connection may be slow; try again.");
        reader.sees("the reason", || reader.alert(), sentence);
        let request = format!("performance.getEntriesByType('resource').find(it => it.name.endsWith('{file}'))");
        let waited = reader.number(&format!("performance.now() - ({request})?.startTime"));
        // Not every browser counts what it has given up, and the two clocks differ by some milliseconds.
        assert!(waited.is_nan() || waited >= 9_900.0, "given up after {waited} ms");
        reader.site.mends(file);
        reader.presses("Try again");
        reader.sees("the tool", || reader.names("article").iter().any(|name| name == tool), true);
    }
}

fn what_is_too_large_is_not_read(reader: &Reader) {
    let good = reader.site.file(MISTRAL_FILE);
    let sized = |bytes: usize| Answer::json(&format!("{good}{}", " ".repeat(bytes - good.len())));
    let page = "/compare/?tools=ollama,mistral-medium-3";
    let sentence = "tools/mistral-medium-3.json is larger than 5 MB, so it was not read. Whoever publishes it can make it smaller.";
    reader.site.answers(MISTRAL_FILE, sized(5_000_001));
    reader.opens(page);
    reader.sees("the reason", || reader.alert(), sentence);
    assert!(!reader.names("button").contains(&"Try again".to_owned()), "trying again cannot help");
    // Of what has no end, it does not wait for the end.
    reader.site.answers(MISTRAL_FILE, Answer::json(&good).arriving(How::Endless));
    let answered = reader.site.answered(MISTRAL_FILE);
    reader.opens(page);
    reader.sees("the reason", || reader.alert(), sentence);
    // WebKit's network process goes on reading for a while after the page has let go.
    if reader.engine != Kind::Webkit {
        assert_eq!(reader.site.answered(MISTRAL_FILE), answered, "it was read to the end");
    }
    // The limit itself is allowed.
    reader.site.answers(MISTRAL_FILE, sized(5_000_000));
    reader.opens(page);
    reader.sees("the tools", || reader.names("article"), ["Ollama", MISTRAL]);
}

fn what_newer_content_adds_is_ignored_and_said_on_the_console(reader: &Reader) {
    reader.site.runs_first("window.warnings = []; console.warn = text => warnings.push(text)");
    reader.edits(MISTRAL_FILE, |tool| tool["tag_line"] = json!("from the future"));
    reader.opens(COMPARISON);
    assert_eq!(reader.names("article").len(), 2);
    let warnings = reader.texts("window.warnings");
    let about = "Shipside: tools/mistral-medium-3.json: tag_line: ";
    assert!(warnings.len() == 1 && warnings[0].starts_with(about), "{warnings:?}");
}

fn what_the_browser_keeps_of_a_failure_is_not_tried_again(reader: &Reader) {
    reader.failures_expected.set(true);
    let half_way = || Answer::html("<!doctype html><title>Soon</title>").with_headers("Cache-Control: max-age=600\r\n");
    for file in [COMPARISON_FILE, MISTRAL_FILE] {
        reader.opens("/");
        reader.site.answers(file, half_way());
        reader.follows(COMPARISON_TITLE);
        reader.sees("the failure", || reader.alert().contains("it is a web page"), true);
        reader.site.mends(file);
        reader.presses("Try again");
        reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    }
    let index = "/data/index.json";
    reader.site.answers(index, half_way());
    reader.opens("/?q=ollama");
    reader.sees("the failure", || reader.alert().contains("it is a web page"), true);
    reader.site.mends(index);
    reader.presses("Try again");
    reader.sees("what is found", || reader.text("document.querySelector('.found').textContent").contains(" of "), true);
}

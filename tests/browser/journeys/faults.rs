//! An app that does not arrive, or not whole: the page stays readable, and says why voting is off.

use super::{Journey, Reader, journeys};
use crate::{
    answer::{Answer, How},
    page::{APP, COMPARISON, COMPARISON_TITLE, MISTRAL, SMOL},
};

pub const ALL: &[Journey] = journeys![
    wherever_the_app_fails_the_page_can_be_read_and_says_that_voting_is_off,
    trying_again_brings_the_app_and_what_was_noted,
    without_webassembly_the_page_can_be_read,
    an_app_that_stalls_is_given_up_and_taken_when_it_comes_after_all,
    webassembly_under_another_name_is_taken,
    a_comparison_of_the_readers_own_choice_says_that_it_needs_the_app,
    where_search_and_choices_are_off_the_page_says_so,
    what_the_browser_keeps_of_a_failure_is_mended_by_trying_again,
];

const OFF: &str = "Voting is off: the app did not load. Check your connection.";

/// Everything that can be read without the app is there; nothing that needs it pretends to work.
fn can_be_read_but_not_voted_on(reader: &Reader, fault: &str, why: &str) {
    reader.sees(&format!("that the app is off: {fault}"), || reader.text(APP), "off");
    assert_eq!(reader.heading(), COMPARISON_TITLE, "{fault}");
    assert_eq!(reader.title(), format!("{COMPARISON_TITLE} · Shipside"));
    assert_eq!(reader.figures(SMOL), ["Panel ship: 100%", "Community: —", "Entry: Free"], "{fault}");
    assert_eq!(reader.number("document.querySelectorAll('blockquote').length"), 8.0, "{fault}");
    assert!(reader.alert().starts_with(why), "{fault}: {}", reader.alert());
    assert!(reader.status(MISTRAL).starts_with(why), "{fault}: {}", reader.status(MISTRAL));
    let live = "[...document.querySelectorAll('[aria-pressed], main input')]
        .filter(el => el.ariaDisabled !== 'true' && !el.matches(':disabled')).map(nameOf)";
    assert_eq!(reader.texts(live), [""; 0], "{fault}");
    reader.presses("Ship Mistral Medium 3");
    assert_eq!(reader.pressed(), [""; 0], "{fault}");
}

fn wherever_the_app_fails_the_page_can_be_read_and_says_that_voting_is_off(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.complaints_expected.borrow_mut().extend(["Failed to load module script", "Uncaught"]);
    let (app, glue) = (reader.app(), reader.glue());
    let whole = reader.site.files().get(&app).unwrap().clone();
    let wasm = |bytes: &[u8]| Answer::of(200, "application/wasm", bytes);
    let script = |text: &str| Answer::of(200, "text/javascript", text);
    let page = Answer::html("<!doctype html><title>Hello</title><h1>Sign in to this network</h1>");
    // What the script gives is in the name of its build.
    let ours = reader.site.file(&glue);
    let (before, rest) = ours.split_once("return{__proto__:null,").expect("the script looks different now");
    let (_, rest) = rest.split_once(':').unwrap();
    let other = format!("{before}return{{__proto__:null,another:{rest}");
    let faults = [
        // These first: WebKit keeps a script that has once arrived whole.
        ("the script is missing", &glue, Answer::status(404)),
        ("the script is a web page", &glue, page.clone()),
        ("the script breaks off", &glue, script(&other[..other.len() / 2])),
        ("the script is of another deployment", &glue, script(&other)),
        ("the app is missing", &app, Answer::status(404)),
        ("the host fails", &app, Answer::status(500)),
        ("the connection is cut", &app, Answer::never(How::Cut)),
        ("the app breaks off", &app, wasm(&whole).arriving(How::Breaks)),
        ("the app is a web page", &app, page),
        ("the app is half of itself", &app, wasm(&whole[..whole.len() / 2])),
        ("the app is nothing", &app, wasm(&[])),
    ];
    for (fault, path, answer) in faults {
        reader.site.answers(path, answer);
        reader.goes_to(COMPARISON);
        can_be_read_but_not_voted_on(reader, fault, OFF);
        assert_eq!(reader.names("button").iter().filter(|name| *name == "Try again").count(), 1, "{fault}");
        reader.site.mends(path);
    }
    // Links work as they do on any page.
    reader.follows("Shipside");
    reader.sees("the home page", || reader.address(), "/");
}

fn trying_again_brings_the_app_and_what_was_noted(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.holds(&reader.app());
    reader.site.answers(&reader.app(), Answer::status(404));
    reader.goes_to(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    assert_eq!(reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.site.releases(&reader.app());
    can_be_read_but_not_voted_on(reader, "the app is missing", OFF);
    reader.site.mends(&reader.app());
    reader.presses("Try again");
    reader.sees("the vote", || reader.status(MISTRAL), "You voted ship.");
    assert_eq!(reader.pressed(), ["Ship Mistral Medium 3"]);
    assert_eq!(reader.alert(), "");
    assert_eq!(reader.ballots()["ballots"]["mistral-medium-3"]["seq"], 1);
}

fn without_webassembly_the_page_can_be_read(reader: &Reader) {
    reader.site.runs_first("delete window.WebAssembly;");
    reader.goes_to(COMPARISON);
    can_be_read_but_not_voted_on(reader, "no WebAssembly", "Voting is off: this browser does not run WebAssembly.");
    assert!(!reader.names("button").contains(&"Try again".to_owned()), "trying again cannot help");
    reader.follows("Shipside");
    reader.sees("the home page", || reader.address(), "/");
    reader.follows("Ollama vs vLLM");
    reader.sees("another comparison", || reader.names("article"), ["Ollama", "vLLM"]);
}

fn an_app_that_stalls_is_given_up_and_taken_when_it_comes_after_all(reader: &Reader) {
    reader.site.holds(&reader.app());
    let begun = std::time::Instant::now();
    reader.goes_to(COMPARISON);
    can_be_read_but_not_voted_on(reader, "the app stalls", OFF);
    // Timers may be late, but not early.
    assert!(begun.elapsed().as_secs() >= 14, "given up after {:?}", begun.elapsed());
    reader.site.releases(&reader.app());
    reader.sees("the app", || reader.text(APP), "on");
    reader.presses("Ship SmolVLM2 Turbo");
    reader.sees("the vote", || reader.status(SMOL), "You voted ship.");
    assert_eq!(reader.alert(), "");
    reader.clicks("checkbox", "The Founder");
    reader.sees("the figure without the Founder", || reader.figure(MISTRAL, "Panel ship"), "100%");
    // A page without votes, which is turned off in the same way.
    reader.site.holds(&reader.app());
    reader.goes_to("/tools/");
    reader.js("document.documentElement.shipside.disable()", &[]);
    let is_off = || reader.texts("[...document.querySelectorAll(':disabled, [aria-disabled=true]')].map(nameOf)");
    assert_ne!(is_off(), [""; 0], "nothing is turned off, and this shows nothing");
    reader.site.releases(&reader.app());
    reader.sees("the app", || reader.text(APP), "on");
    reader.sees("nothing turned off", is_off, [""; 0]);
}

fn webassembly_under_another_name_is_taken(reader: &Reader) {
    let bytes = reader.site.files().get(&reader.app()).unwrap().clone();
    for kind in ["application/octet-stream", "text/plain; charset=utf-8"] {
        reader.site.answers(&reader.app(), Answer::of(200, kind, bytes.clone()));
        reader.opens(COMPARISON);
        reader.clicks("checkbox", "The Founder");
        reader.sees("the figure without the Founder", || reader.figure(MISTRAL, "Panel ship"), "100%");
    }
}

fn a_comparison_of_the_readers_own_choice_says_that_it_needs_the_app(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.answers(&reader.app(), Answer::status(404));
    reader.goes_to("/compare/?tools=ollama,vllm");
    reader.sees("the reason", || reader.heading(), "This page could not be loaded");
    let why = "Sorry: the app did not load. Check your connection.";
    assert!(reader.alert().starts_with(why), "{}", reader.alert());
    reader.site.mends(&reader.app());
    reader.presses("Try again");
    reader.sees("the tools", || reader.names("article"), ["Ollama", "vLLM"]);
}

fn where_search_and_choices_are_off_the_page_says_so(reader: &Reader) {
    reader.failures_expected.set(true);
    let off = || reader.number("document.querySelectorAll(':disabled').length");
    for (path, told) in [
        ("/", "Sorry: the app did not load. Check your connection."),
        ("/tools/", "Sorry: the app did not load. Check your connection."),
        ("/panel/builder/", "Sorry: the app did not load. Check your connection."),
        // Nothing there needs the app.
        ("/panel/", ""),
        ("/compare/", ""),
    ] {
        reader.site.answers(&reader.app(), Answer::status(404));
        reader.goes_to(path);
        reader.sees("that the app is off", || reader.text(APP), "off");
        assert_eq!(
            (reader.alert().starts_with(told), off() > 0.0),
            (true, !told.is_empty()),
            "{path}: {}",
            reader.alert()
        );
        if told.is_empty() {
            assert_eq!(reader.alert(), "", "{path}");
            continue;
        }
        reader.site.mends(&reader.app());
        reader.presses("Try again");
        reader.sees("the app", || reader.text(APP), "on");
        assert_eq!((reader.alert(), off()), (String::new(), 0.0), "{path}");
    }
}

/// How hosts tell browsers to keep what is at an address for ever, whatever it is.
const FOR_EVER: &str = "Cache-Control: public, max-age=31536000, immutable\r\n";

fn what_the_browser_keeps_of_a_failure_is_mended_by_trying_again(reader: &Reader) {
    reader.failures_expected.set(true);
    for path in [reader.glue(), reader.app()] {
        reader.site.answers(&path, Answer::status(404).with_headers(FOR_EVER));
        reader.goes_to(COMPARISON);
        can_be_read_but_not_voted_on(reader, "the host said that it is missing", OFF);
        reader.site.mends(&path);
        // The script is asked for again by the page that misses it, and there for the one after.
        for _ in 0..2 {
            reader.marks_the_document();
            reader.presses("Try again");
            reader.sees("another document", || reader.is_the_marked_document(), false);
            reader.waits_for("an end", || (!reader.text(APP).is_empty()).then_some(()));
            if reader.text(APP) == "on" {
                break;
            }
        }
        reader.sees("the app", || reader.text(APP), "on");
        assert_eq!(reader.alert(), "");
    }
}

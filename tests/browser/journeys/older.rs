//! Browsers that lack something: one thing at a time is taken away before any script of the page runs. The page can be read, and
//! its votes count, or are off for a reason in words. Nothing is loaded again.

use super::{Journey, Reader, journeys};
use crate::page::{APP, COMPARISON, COMPARISON_TITLE, MISTRAL, SMOL};

pub const ALL: &[Journey] = journeys![
    what_the_app_cannot_do_without_is_named_and_voting_is_off,
    where_voting_is_off_nothing_is_stored_and_nothing_is_noted,
    what_the_app_can_do_without_is_not_missed,
    an_embed_can_do_without_observers,
];

/// Takes a property away, wherever on the chain of prototypes it stands.
fn takes_away(property: &str) -> String {
    format!(
        "{{ const path = '{property}'.split('.'), last = path.pop();
           const on = path.reduce((it, part) => it?.[part], window);
           for (let it = on; it; it = Object.getPrototypeOf(it)) delete it[last];
           if (on && last in on) throw new Error('{property} stays'); }}"
    )
}

/// Opens the comparison in a browser without that property, by a script in the page.
fn opens_without(reader: &Reader, script: &str) -> crate::server::Server {
    let site = reader.site.another();
    site.runs_first(&format!("window.broken = []; {script}"));
    reader.asks("open the comparison", reader.client.goto(&site.url(COMPARISON)));
    site
}

fn can_be_read(reader: &Reader, without: &str) {
    assert_eq!(reader.heading(), COMPARISON_TITLE, "without {without}");
    assert_eq!(reader.figures(SMOL), ["Panel ship: 100%", "Community: —", "Entry: Free"], "without {without}");
    assert_eq!(reader.number("document.querySelectorAll('blockquote').length"), 8.0, "without {without}");
}

fn what_the_app_cannot_do_without_is_named_and_voting_is_off(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.complaints_expected.borrow_mut().extend(["Uncaught", "not defined", "undefined"]);
    let old = "WebAssembly.validate = () => false;";
    for (without, script, verb) in [
        ("WebAssembly", takes_away("WebAssembly"), "run"),
        ("today’s WebAssembly", old.to_owned(), "have"),
        ("fetch", takes_away("fetch"), "have"),
        ("AbortController", takes_away("AbortController"), "have"),
        ("ReadableStream", takes_away("ReadableStream"), "have"),
        ("URL", takes_away("URL"), "have"),
        ("URLSearchParams", takes_away("URLSearchParams"), "have"),
        ("TextDecoder", takes_away("TextDecoder"), "have"),
        ("TextEncoder", takes_away("TextEncoder"), "have"),
        ("crypto", takes_away("crypto"), "have"),
    ] {
        let site = opens_without(reader, &script);
        reader.sees(&format!("that the app is off without {without}"), || reader.text(APP), "off");
        can_be_read(reader, without);
        let why = format!("Voting is off: this browser does not {verb} {without}.");
        assert_eq!(reader.alert(), why);
        assert_eq!(reader.status(MISTRAL), why);
        reader.presses("Ship Mistral Medium 3");
        assert_eq!(reader.pressed(), [""; 0], "without {without}");
        assert!(!reader.names("button").contains(&"Try again".to_owned()), "trying again cannot help");
        assert_eq!(site.asked(COMPARISON), 1, "without {without}, the page is loaded again");
    }
}

fn where_voting_is_off_nothing_is_stored_and_nothing_is_noted(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.complaints_expected.borrow_mut().extend(["Uncaught", "not defined", "undefined"]);
    // A vote of the page before, which the app never came for.
    let noted = "sessionStorage['shipside:early1'] = JSON.stringify(['/', [['vote', 'mistral-medium-3', 'ship']]]);";
    let _site = opens_without(reader, &(takes_away("WebAssembly") + noted));
    let why = "Voting is off: this browser does not run WebAssembly.";
    reader.sees("why voting is off", || reader.status(MISTRAL), why);
    reader.sees("that the app is off", || reader.text(APP), "off");
    assert_eq!((reader.alert().as_str(), reader.pressed()), (why, Vec::<String>::new()));
    assert_eq!(reader.number("document.querySelectorAll('[aria-busy=true]').length"), 0.0);
    assert_eq!(reader.text("localStorage['shipside:ballots:v1']"), "");
}

fn what_the_app_can_do_without_is_not_missed(reader: &Reader) {
    reader.failures_expected.set(true);
    for without in [
        "WebAssembly.instantiateStreaming",
        "AbortSignal.timeout",
        "structuredClone",
        "crypto.randomUUID",
        "localStorage",
        "sessionStorage",
        "history.replaceState",
        "history.pushState",
        "history.scrollRestoration",
        "CustomEvent",
        "StorageEvent",
        "IntersectionObserver",
        "ResizeObserver",
        "MutationObserver",
        "customElements",
        "matchMedia",
        "navigator.locks",
        "Promise.any",
        "Promise.allSettled",
        "Array.prototype.at",
        "Array.prototype.findLast",
        "String.prototype.replaceAll",
        "queueMicrotask",
        "requestIdleCallback",
        "FinalizationRegistry",
        "BigInt64Array",
        "TextEncoder.prototype.encodeInto",
    ] {
        let site = opens_without(reader, &takes_away(without));
        reader.sees(&format!("the app without {without}"), || reader.text(APP), "on");
        can_be_read(reader, without);
        reader.presses("Ship Mistral Medium 3");
        reader.sees(
            &format!("the vote without {without}"),
            || reader.status(MISTRAL).starts_with("You voted ship."),
            true,
        );
        reader.clicks("checkbox", "The Founder");
        reader.sees(
            &format!("the figure without the Founder and {without}"),
            || reader.figure(MISTRAL, "Panel ship"),
            "100%",
        );
        assert_eq!(site.asked(COMPARISON), 1, "without {without}, the page is loaded again");
        reader.follows("Shipside");
        reader.sees(
            &format!("the home page without {without}"),
            || reader.heading(),
            "AI tools, side by side, before you waste an afternoon",
        );
        // Without a history of the app's, the browser loads that page: WebKit keeps to it where it is sent elsewhere meanwhile.
        reader.sees(&format!("the app there without {without}"), || reader.text(APP), "on");
        reader.sees("that page, whole", || reader.text("document.readyState"), "complete");
    }
}

fn an_embed_can_do_without_observers(reader: &Reader) {
    for without in ["IntersectionObserver", "ResizeObserver"] {
        let site = reader.site.another();
        site.runs_first(&format!("window.broken = []; {}", takes_away(without)));
        let embed = COMPARISON.replace("/compare/", "/embed/");
        reader.asks("open the embed", reader.client.goto(&site.url(&embed)));
        reader.sees(&format!("the app without {without}"), || reader.text(APP), "on");
        reader.presses("Ship Mistral Medium 3");
        reader.sees(&format!("the vote without {without}"), || reader.status(MISTRAL), "You voted ship.");
    }
}

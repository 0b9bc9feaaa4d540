//! Readers without JavaScript.

use super::{Journey, Reader, journeys};
use crate::page::{COMPARISON, COMPARISON_TITLE, MISTRAL, SMOL};

pub const ALL: &[Journey] = journeys![every_page_can_be_read_without_javascript];

fn every_page_can_be_read_without_javascript(reader: &Reader) {
    reader.failures_expected.set(true);
    // Turns off every script of the page in any engine; what drivers run is not the page's.
    reader.site.adds_header("Content-Security-Policy: sandbox allow-same-origin");
    reader.complaints_expected.borrow_mut().push("Blocked script execution");
    for (path, heading) in [
        ("/", "AI tools, side by side"),
        (COMPARISON, COMPARISON_TITLE),
        ("/compare/coding-assistants-five-ways/", "Coding assistants, five ways"),
        ("/nowhere/", "Not found"),
        ("/tools/", "All tools"),
        ("/tools/cursor/", "Cursor"),
        ("/panel/", "The panel"),
        ("/panel/founder/?verdict=skip", "The Founder"),
        ("/compare/?tools=ollama,vllm", "All comparisons"),
    ] {
        reader.goes_to(path);
        assert_eq!(reader.js("return window.broken === undefined && !document.documentElement.dataset.app", &[]), true);
        let said = reader.text("document.body.innerText");
        assert!(!said.contains("Loading"), "{path} says that it is loading: {said}");
        assert!(reader.heading().contains(heading), "{path}: {}", reader.heading());
        assert!(said.len() > 100, "{path}: {said}");
        if path == "/nowhere/" {
            let room =
                reader.number("parseFloat(getComputedStyle(document.querySelector('.failed')).paddingBlockStart)");
            assert!(room > 10.0, "it has its style: {room} px");
        }
        // Whatever can be seen and does nothing without scripts.
        let controls = "[...document.querySelectorAll('button:not([popovertarget]), input, select')]
            .filter(el => seen(el) && !el.form).map(nameOf)";
        assert_eq!(reader.texts(controls), [""; 0], "{path} has controls that do nothing");
    }
    reader.goes_to(COMPARISON);
    assert_eq!(reader.figures(SMOL), ["Panel ship: 100%", "Community: —", "Entry: Free"]);
    assert_eq!(reader.figures(MISTRAL), ["Panel ship: 75%", "Community: —", "Entry: Paid"]);
    assert_eq!(reader.number("document.querySelectorAll('blockquote').length"), 8.0);
    let hint =
        "getComputedStyle(article('Mistral Medium 3').querySelector('[data-scope]').parentElement, '::after').content";
    assert!(reader.text(hint).contains("Voting needs JavaScript."), "{}", reader.text(hint));
    assert!(reader.names("region").iter().any(|name| name == "Reviewer scorecard"));
    assert_eq!(reader.number("document.querySelector('.desk').offsetHeight"), 0.0, "there is nothing for it to hold");
    assert!(reader.names("table").iter().any(|name| name == "Facts"));
    let definitions = || reader.texts("[...document.querySelectorAll('[popover]')].filter(seen).map(words)").concat();
    assert_eq!(definitions(), "");
    reader.presses("Inputs");
    reader.sees("a definition", definitions, "What it accepts: text, images, audio…");
    reader.follows("Shipside");
    reader.sees("the home page", || reader.address(), "/");
    reader.follows("Ollama vs vLLM");
    reader.sees("another comparison", || reader.names("article"), ["Ollama", "vLLM"]);
    reader.goes_to("/compare/?tools=ollama,vllm");
    let said = reader.text("document.querySelector('main').innerText");
    assert!(said.contains("Comparing tools of your own choice needs JavaScript."), "{said}");
}

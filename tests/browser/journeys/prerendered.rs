//! Pages that are there before the app is.

use super::{Journey, Reader, journeys};
use crate::{
    answer::{Answer, How},
    page::{COMPARISON, COMPARISON_TITLE, MISTRAL, MISTRAL_FILE, SMOL},
};
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    a_page_can_be_read_where_the_app_never_arrives,
    the_app_takes_the_page_over_as_it_stands,
    what_the_reader_does_before_the_app_is_there_counts,
    what_the_browser_remembers_appears_with_the_app,
    only_the_sites_own_scripts_run,
];

const APP: &str = "document.documentElement.dataset.app ?? ''";

/// Where the app is served.
fn app(reader: &Reader) -> String {
    let page = reader.site.file("/index.html");
    let end = page.find(".wasm").expect("a page names the app") + ".wasm".len();
    page[page[..end].rfind('"').unwrap() + 1..end].to_owned()
}

fn a_page_can_be_read_where_the_app_never_arrives(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.answers(&app(reader), Answer::status(500));
    reader.goes_to(COMPARISON);
    assert_eq!(reader.heading(), COMPARISON_TITLE);
    assert_eq!(reader.title(), format!("{COMPARISON_TITLE} · Shipside"));
    assert_eq!(reader.figures(SMOL), ["Panel ship: 100%", "Community: —", "Entry: Free"]);
    assert_eq!(reader.number("document.querySelectorAll('blockquote').length"), 8.0);
    reader.sees(
        "that voting is off",
        || reader.status(MISTRAL).starts_with("Voting is off: the app did not load."),
        true,
    );
    reader.follows("Comparisons");
    reader.sees("the home page, opened by the browser", || reader.address(), "/");
    reader.follows("Ollama vs vLLM");
    reader.sees("another comparison", || reader.names("article"), ["Ollama", "vLLM"]);
    // An app that breaks off on its way is no better.
    reader.site.answers(&app(reader), Answer::never(How::Cut));
    reader.goes_to(COMPARISON);
    reader.sees("that voting is off", || reader.text(APP), "off");
    reader.site.mends(&app(reader));
    reader.reloads();
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.status(MISTRAL), "You voted ship.");
}

fn the_app_takes_the_page_over_as_it_stands(reader: &Reader) {
    for path in ["/", COMPARISON, "/compare/coding-assistants-five-ways/"] {
        reader.site.delays(&app(reader), 1500);
        reader.goes_to(path);
        reader.js(
            "window.all = () => [...document.body.querySelectorAll('*')];
             window.looks = () => all().map(el => {
                 const { x, y, width, height } = el.getBoundingClientRect();
                 return [el.tagName, x, y, width, height, el.textContent].join();
             });
             window.before = [all(), looks()];",
            &[],
        );
        assert_eq!(reader.text(APP), "", "the app is already there");
        reader.sees("the app", || reader.text(APP), "on");
        let moved = reader.texts("looks().filter((look, i) => look !== before[1][i])");
        assert_eq!(moved, [""; 0], "{path} does not look as it did");
        // The marks of the panel are drawn anew with every change of what the reader chose, the first one included.
        let drawn =
            reader.texts("before[0].filter(el => !el.isConnected && !el.closest('.split')).map(el => el.outerHTML)");
        assert_eq!(drawn, [""; 0], "{path} has been drawn again");
        assert_eq!(reader.site.asked("/data/site.json"), 0, "the page came with all that it needs");
    }
}

fn what_the_reader_does_before_the_app_is_there_counts(reader: &Reader) {
    reader.site.delays(&app(reader), 4000);
    reader.goes_to(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    assert_eq!(reader.pressed(), ["Ship Mistral Medium 3"]);
    assert_eq!(reader.status(MISTRAL), "Noted: it counts as soon as the page is ready.");
    // Second thoughts count too.
    reader.presses("Ship SmolVLM2 Turbo");
    reader.presses("Skip SmolVLM2 Turbo");
    reader.clicks("checkbox", "The Founder");
    reader.clicks("radio", "Differences");
    assert_eq!(reader.text(APP), "", "the app is already there, and this shows nothing");
    reader.sees("the app", || reader.text(APP), "on");
    let both = ["Skip SmolVLM2 Turbo", "Ship Mistral Medium 3"];
    reader.sees("both votes", || reader.pressed(), both);
    reader.sees("a status", || reader.status(SMOL), "You voted skip.");
    assert_eq!(reader.figure(MISTRAL, "Community"), "100%");
    assert_eq!(reader.figure(MISTRAL, "Panel ship"), "100%");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?rows=differences&mute=founder"));
    assert_eq!(reader.ballots()["ballots"]["mistral-medium-3"]["choice"], "ship");
    assert_eq!(reader.ballots()["ballots"]["smolvlm2-turbo"]["choice"], "skip");
    reader.site.mends(&app(reader));
    reader.reloads();
    reader.sees("both votes after reload", || reader.pressed(), both);
}

fn what_the_browser_remembers_appears_with_the_app(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.site.delays(&app(reader), 1500);
    reader.goes_to(&format!("{COMPARISON}?mute=founder"));
    assert_eq!(reader.figure(MISTRAL, "Panel ship"), "75%", "as everybody sees it");
    reader.sees("the page as this reader left it", || reader.pressed(), ["Ship Mistral Medium 3"]);
    assert_eq!(reader.figure(MISTRAL, "Panel ship"), "100%");
    assert_eq!(reader.figure(MISTRAL, "Community"), "100%");
    assert_eq!(reader.status(MISTRAL), "", "nothing has happened in this visit");
    // A page whose content has changed since it was written shows the change once it is asked for.
    reader.edits(MISTRAL_FILE, |tool| tool["name"] = json!("Mistral Medium 4"));
    reader.opens("/compare/?tools=ollama,mistral-medium-3");
    reader.sees("the changed name", || reader.names("article"), ["Ollama", "Mistral Medium 4"]);
}

fn only_the_sites_own_scripts_run(reader: &Reader) {
    for path in ["/", COMPARISON, "/compare/"] {
        reader.opens(path);
        reader.complaints_expected.borrow_mut().push("Content Security Policy directive");
        reader.js(
            "const script = document.createElement('script');
             script.textContent = 'window.taken = true';
             document.body.append(script);
             const link = document.createElement('a');
             link.setAttribute('onclick', 'window.taken = true');
             document.body.append(link);
             link.click();",
            &[],
        );
        assert_eq!(
            reader.js("return window.taken === undefined", &[]),
            true,
            "a script from nowhere has run in {path}"
        );
        reader.sees(
            "that both were refused",
            || reader.texts("broken.map(it => it.split(' ')[0])"),
            ["script-src-elem", "script-src-attr"],
        );
        reader.js("broken.length = 0", &[]);
    }
}

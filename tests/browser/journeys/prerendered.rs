//! Pages that are there before the app is.

use super::{Journey, Reader, journeys};
use crate::page::{APP, COMPARISON, MISTRAL, MISTRAL_FILE, SMOL};
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    the_app_takes_the_page_over_as_it_stands,
    what_the_reader_does_before_the_app_is_there_counts,
    what_the_browser_remembers_appears_with_the_app,
    what_a_head_says_is_of_the_page_that_is_shown,
];

fn the_app_takes_the_page_over_as_it_stands(reader: &Reader) {
    for path in [
        "/",
        COMPARISON,
        "/compare/coding-assistants-five-ways/",
        "/compare/",
        "/tools/",
        "/tools/cursor/",
        "/panel/",
        "/panel/founder/",
    ] {
        reader.site.delays(&reader.app(), 1500);
        reader.goes_to(path);
        reader.js(
            "window.all = () => [...document.body.querySelectorAll('*')];
             window.looks = () => (window.before?.[0] ?? all()).map(el => {
                 const { x, y, width, height } = el.getBoundingClientRect();
                 const own = [...el.childNodes].filter(it => it.nodeType === 3).map(it => it.data);
                 return [el.tagName, el.className, x, y, width, height, own.join('')].join();
             });
             window.before = [all(), looks()];",
            &[],
        );
        assert_eq!(reader.text(APP), "", "the app is already there");
        reader.sees("the app", || reader.text(APP), "on");
        let moved = reader.texts(
            "looks().map((look, i) => look === before[1][i] ? '' : `${before[1][i]} became ${look}`).filter(it => it)",
        );
        assert_eq!(moved, [""; 0], "{path} does not look as it did");
        // The marks of the panel are drawn anew with every change of what the reader chose, the first one included.
        let drawn =
            reader.texts("before[0].filter(el => !el.isConnected && !el.closest('.split')).map(el => el.outerHTML)");
        assert_eq!(drawn, [""; 0], "{path} has been drawn again");
        assert_eq!(reader.site.asked("/data/site.json"), 0, "the page came with all that it needs");
    }
}

fn what_the_reader_does_before_the_app_is_there_counts(reader: &Reader) {
    reader.site.delays(&reader.app(), 4000);
    reader.goes_to(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    assert_eq!(reader.pressed(), ["Ship Mistral Medium 3"]);
    assert_eq!(reader.status(MISTRAL), "Noted: it counts once the page is ready.");
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
    reader.site.mends(&reader.app());
    reader.reloads();
    reader.sees("both votes after reload", || reader.pressed(), both);
}

fn what_the_browser_remembers_appears_with_the_app(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.site.delays(&reader.app(), 1500);
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

fn what_a_head_says_is_of_the_page_that_is_shown(reader: &Reader) {
    let said = "[...document.head.querySelectorAll('title, script[type*=ld], meta[property^=og], meta[name^=twitter]')]
        .map(it => it.textContent || it.content)";
    reader.opens(COMPARISON);
    let own = reader.texts(said);
    assert!(own.len() > 10 && own.iter().any(|it| it.contains("ItemList")), "{own:?}");
    reader.follows(MISTRAL);
    reader.sees("the tool", || reader.heading(), MISTRAL);
    let others = reader.texts(said).into_iter().filter(|it| it.contains(SMOL) || it.contains("ItemList"));
    assert_eq!(others.collect::<Vec<_>>(), [""; 0]);
    reader.failures_expected.set(true);
    reader.goes_to("/compare/?tools=aider,no-such-tool");
    reader.sees("not found", || reader.alert().starts_with("Not found"), true);
    assert_eq!(reader.text("document.querySelector('meta[name=robots]').content"), "noindex");
}

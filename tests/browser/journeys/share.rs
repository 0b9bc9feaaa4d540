//! Handing a comparison on.

use super::{Journey, Reader, journeys, keyboard::tabs_to};
use crate::page::{COMPARISON, COMPARISON_TITLE};
use fantoccini::key::Key;

pub const ALL: &[Journey] = journeys![
    what_is_selected_has_the_names_of_facts_and_no_controls,
    the_exact_view_is_copied_by_keyboard,
    what_is_copied_twice_is_said_twice,
    a_comparison_is_copied_as_markdown_and_as_text,
    where_the_clipboard_refuses_the_text_is_there_to_be_copied_by_hand,
    the_share_sheet_is_offered_where_there_is_one,
];

/// A clipboard that takes everything, whatever the engine allows its driver.
const TAKES: &str =
    "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text } } });
    Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });";

fn status(reader: &Reader) -> String {
    reader.text("document.querySelector('.tray [role=status]')?.textContent")
}

fn copied(reader: &Reader) -> String {
    reader.js("return window.copied ?? ''", &[]).as_str().unwrap_or_default().to_owned()
}

fn the_exact_view_is_copied_by_keyboard(reader: &Reader) {
    reader.site.runs_first(TAKES);
    reader.opens(&format!("{COMPARISON}?mute=founder"));
    tabs_to(reader, "input The Skeptic");
    reader.types(' ');
    tabs_to(reader, "button Copy link");
    reader.types(Key::Enter);
    reader.sees("what happened", || status(reader), "Link copied.");
    assert_eq!(copied(reader), reader.site.url(&format!("{COMPARISON}?mute=founder,skeptic")));
    assert_eq!(reader.focus(), "button Copy link");
    assert!(!reader.names("button").contains(&"Share…".to_owned()), "there is no share sheet");
}

fn what_is_copied_twice_is_said_twice(reader: &Reader) {
    reader.site.runs_first(TAKES);
    reader.opens(COMPARISON);
    reader.presses("Copy link");
    reader.sees("what happened", || status(reader), "Link copied.");
    reader.js(
        "window.said = [];
        new MutationObserver(() => said.push(document.querySelector('.tray [role=status]').textContent))
            .observe(document.querySelector('.tray'), { childList: true, characterData: true, subtree: true })",
        &[],
    );
    reader.presses("Copy link");
    reader.sees("it said again", || reader.texts("said").last().cloned(), Some("Link copied.".to_owned()));
    assert!(reader.texts("said").contains(&String::new()), "{:?}", reader.texts("said"));
}

fn a_comparison_is_copied_as_markdown_and_as_text(reader: &Reader) {
    reader.site.runs_first(TAKES);
    reader.edits(crate::page::SMOL_FILE, |tool| tool["name"] = "Smol | <b>x</b>".into());
    reader.opens(COMPARISON);
    reader.presses("Copy as Markdown");
    reader.sees("what happened", || status(reader), "Copied as Markdown.");
    let text = copied(reader);
    assert!(text.contains("|  | Smol"), "{text}");
    assert!(text.contains("| Panel ship | "), "{text}");
    assert!(text.ends_with(&format!("<{}>\n", reader.site.url(COMPARISON))), "{text}");
    reader.presses("Copy as text");
    reader.sees("what happened", || status(reader), "Copied as text.");
    assert!(copied(reader).contains("\nPanel ship | "), "{}", copied(reader));
}

fn where_the_clipboard_refuses_the_text_is_there_to_be_copied_by_hand(reader: &Reader) {
    for clipboard in [
        "undefined",
        "{ writeText: () => Promise.reject(new Error('no')) }",
        "{ writeText() { throw new Error('no') } }",
    ] {
        reader.opens(COMPARISON);
        reader.js(&format!("Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }})"), &[]);
        reader.presses("Copy link");
        reader.sees("what to do", || status(reader).contains("copy it with Ctrl+C or ⌘C"), true);
        reader.sees("the field", || reader.text("document.activeElement.id"), "by-hand");
        let selected = "(it => it.value.slice(it.selectionStart, it.selectionEnd))(document.activeElement)";
        reader.sees("the text selected", || reader.text(selected), reader.site.url(COMPARISON));
    }
}

fn the_share_sheet_is_offered_where_there_is_one(reader: &Reader) {
    reader.site.runs_first(
        "Object.defineProperty(navigator, 'share', { value: async what => { window.copied = what.title + ' ' + what.url }, configurable: true })",
    );
    reader.opens(COMPARISON);
    reader.presses("Share…");
    reader.sees("what was shared", || copied(reader), format!("{COMPARISON_TITLE} {}", reader.site.url(COMPARISON)));
}

fn what_is_selected_has_the_names_of_facts_and_no_controls(reader: &Reader) {
    reader.opens(COMPARISON);
    // The style of what can be pressed comes with the app.
    reader.sees(
        "the style",
        || {
            reader.text(
                "(it => it.userSelect || it.webkitUserSelect)(getComputedStyle(document.querySelector('.index')))",
            )
        },
        "none",
    );
    reader.js("getSelection().selectAllChildren(document.querySelector('main'))", &[]);
    let text = reader.text("getSelection().toString()");
    for word in ["Context window", "128K", "Reviewer scorecard", "SmolVLM2 Turbo"] {
        assert!(text.contains(word), "{word} is not in: {text}");
    }
    for word in ["Hide", "Remove", "Compare SmolVLM2", "Move "] {
        assert!(!text.contains(word), "{word} is in: {text}");
    }
}

//! Definitions of facts: opened where they are wanted, in nobody's way.

use super::{Journey, Reader, journeys, keyboard::tabs_to, looks};
use crate::page::{APP, COMPARISON, COMPARISON_TITLE};
use fantoccini::{
    actions::{InputSource, MOUSE_BUTTON_LEFT, PointerAction, TouchActions},
    key::Key,
};
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    a_definition_is_opened_and_closed_by_keyboard_and_moves_nothing,
    a_definition_opens_under_a_finger_and_closes_when_something_else_is_touched,
    a_definition_that_was_opened_before_the_app_came_stays_open,
    a_definition_that_is_open_closes_before_paper,
    a_definition_does_not_outlive_its_page,
    a_definition_stands_in_the_middle_of_the_window,
    a_row_with_a_definition_is_called_by_its_label_alone,
];

const TERM: &str = "Context window";
const MEANS: &str = "How much text the model can take into account at once. In tokens.";
const TOOL: &str = "/tools/mistral-medium-3/";

/// Definitions that are in sight.
fn open(reader: &Reader) -> Vec<String> {
    reader.texts("[...document.querySelectorAll('[popover]')].filter(seen).map(words)")
}

fn a_definition_is_opened_and_closed_by_keyboard_and_moves_nothing(reader: &Reader) {
    let embed = "/embed/smolvlm2-turbo-vs-mistral-medium-3/?view=full";
    for path in [COMPARISON, TOOL, "/compare/?tools=mistral-medium-3,smolvlm2-turbo", embed] {
        reader.opens(path);
        assert_eq!(open(reader), [""; 0], "{path}");
        tabs_to(reader, &format!("button {TERM}"));
        let height = reader.number("document.documentElement.scrollHeight");
        for key in [char::from(Key::Enter), ' '] {
            reader.types(key);
            reader.sees(&format!("the definition on {path}"), || open(reader), [MEANS]);
            assert_eq!(reader.focus(), format!("button {TERM}"), "focus stays on the term");
            assert_eq!(reader.number("document.documentElement.scrollHeight"), height, "{path} has moved");
            reader.types(Key::Escape);
            reader.sees("it closed", || open(reader), [""; 0]);
            assert_eq!(reader.focus(), format!("button {TERM}"));
        }
        // The same key closes it too.
        reader.types(Key::Enter);
        reader.sees("it open", || open(reader).len(), 1);
        reader.types(Key::Enter);
        reader.sees("it closed", || open(reader), [""; 0]);
    }
}

fn a_definition_opens_under_a_finger_and_closes_when_something_else_is_touched(reader: &Reader) {
    reader.opens(COMPARISON);
    let touches = |role: &str, name: &str| {
        let element = reader.finds(role, name);
        let same = json!(element);
        reader.js("arguments[0].scrollIntoView()", &[same]);
        let finger = TouchActions::new("finger".to_owned())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        reader.asks("touch", reader.client.perform_actions(finger));
    };
    touches("button", TERM);
    reader.sees("the definition", || open(reader), [MEANS]);
    let high =
        reader.number("named('button').find(([name]) => name === 'Context window')[1].getBoundingClientRect().height");
    assert!(high >= 24.0, "a finger has {high} px");
    touches("button", "Weights");
    reader.sees("another definition alone", || open(reader).join("").starts_with("Open:"), true);
    touches("heading", "Facts");
    reader.sees("it closed", || open(reader), [""; 0]);
}

fn a_definition_that_was_opened_before_the_app_came_stays_open(reader: &Reader) {
    for path in [COMPARISON, TOOL] {
        reader.site.delays(&reader.app(), 4000);
        reader.goes_to(path);
        reader.presses(TERM);
        assert_eq!(open(reader), [MEANS]);
        reader.js("window.before = document.querySelector(':popover-open')", &[]);
        assert_eq!(reader.text(APP), "", "the app is already there, and this shows nothing");
        reader.sees("the app", || reader.text(APP), "on");
        // What the reader changed before has been carried out by then.
        reader.sees("all of it", || reader.js("return document.readyState", &[]), "complete");
        assert_eq!(open(reader), [MEANS], "{path}");
        assert_eq!(reader.js("return before === document.querySelector(':popover-open')", &[]), true, "drawn again");
        reader.types(Key::Escape);
        reader.sees("it closed", || open(reader), [""; 0]);
        reader.presses(TERM);
        reader.sees("it open", || open(reader), [MEANS]);
    }
}

fn a_definition_that_is_open_closes_before_paper(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses(TERM);
    reader.sees("the definition", || open(reader), [MEANS]);
    reader.js("dispatchEvent(new Event('beforeprint'))", &[]);
    assert_eq!(open(reader), [""; 0], "it would lie over other rows");
}

fn a_definition_does_not_outlive_its_page(reader: &Reader) {
    reader.opens("/compare/ollama-vs-vllm/");
    reader.marks_the_document();
    reader.js("document.querySelector('a[href=\"/\"]').click()", &[]);
    reader.sees("home", || reader.address(), "/");
    reader.follows(COMPARISON_TITLE);
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    reader.presses(TERM);
    reader.sees("the definition", || open(reader), [MEANS]);
    reader.js("history.go(-2)", &[]);
    reader.sees("the comparison before", || reader.heading(), "Ollama vs vLLM");
    assert!(reader.is_the_marked_document(), "the page was reloaded on the way");
    assert_eq!(open(reader), [""; 0]);
}

fn a_definition_stands_in_the_middle_of_the_window(reader: &Reader) {
    for (path, width) in [(COMPARISON, 320), (COMPARISON, 1440), (TOOL, 320), (TOOL, 1440)] {
        looks::frames(reader, path, width, 600);
        for direction in ["ltr", "rtl"] {
            let script = format!(
                "page.documentElement.dir = '{direction}';
                 const term = [...page.querySelectorAll('[popovertarget]')].find(it => it.textContent === '{TERM}'), it = term.popoverTargetElement;
                 term.scrollIntoView({{ block: 'end' }});
                 it.hidePopover();
                 term.click();
                 return new Promise(done => page.defaultView.requestAnimationFrame(() => setTimeout(() => {{
                     const {{ left, right, top, bottom, width }} = it.getBoundingClientRect();
                     const off = [left + right - {width}, top + bottom - 600].map(Math.abs);
                     done([off[0] < 32, off[1] < 32, left >= 0 && right <= {width}, width > 200, page.documentElement.scrollWidth <= {width}]);
                 }})))"
            );
            let found = looks::inside(reader, &script);
            assert_eq!(found, json!([true, true, true, true, true]), "{path} at {width} px, {direction}");
        }
    }
}

fn a_row_with_a_definition_is_called_by_its_label_alone(reader: &Reader) {
    for path in [COMPARISON, TOOL] {
        reader.opens(path);
        for is_open in [false, true] {
            if is_open {
                reader.presses(TERM);
                reader.sees("the definition", || open(reader), [MEANS]);
            }
            let header = reader
                .asks("the row", reader.client.find(fantoccini::Locator::XPath("//th[button[.='Context window']]")));
            assert_eq!(reader.computed("label", &header), TERM, "{path}");
            assert_eq!(reader.computed("role", &header), "rowheader", "{path}");
        }
    }
}

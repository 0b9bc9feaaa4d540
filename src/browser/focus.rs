//! What has focus, and giving it back.

use super::dom::{document, field, first, put_focus, text};
use crate::scripts::hooks;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, NodeList};

/// What leads on, and what changes a comparison.
const WAYS: &str = "a[href],[aria-labelledby=change] button,#add-tool";
/// What is typed, and the app knows nothing of.
const TYPED: &str = "form input";
/// Attributes by which a control is known again: others may have put theirs beside it.
const MARKS: [&str; 4] = [hooks::VOTE, "popovertarget", "name", "href"];

/// Which of the page's links, and of what changes a comparison, has focus, by its number in the page.
pub(super) fn link_in_focus() -> Option<u32> {
    number_in_focus(WAYS)
}

/// Moves focus to the one of that number, without scrolling; false if there is none.
pub fn focus_link(number: Option<u32>) -> bool {
    focus_number(WAYS, number)
}

/// What the reader has in hand: focus, and what they typed. What it answers gives both back to a page that has been drawn anew.
pub fn in_hand() -> impl FnOnce() {
    let typed = first(TYPED).map(|field| text(&field, "value"));
    let active: Element = field(&document(), "activeElement").unchecked_into();
    let mut kind = String::new();
    for mark in MARKS {
        if let Some(value) = active.get_attribute(mark) {
            kind = format!("[{mark}=\"{value}\"]");
            break;
        }
    }
    let number = number_in_focus(&kind);
    move || {
        focus_number(&kind, number);
        if let (Some(field), Some(typed)) = (first(TYPED), typed) {
            let _ = Reflect::set(&field, &"value".into(), &typed.into());
        }
    }
}

fn number_in_focus(selector: &str) -> Option<u32> {
    let active = field(&document(), "activeElement");
    let all = all(selector)?;
    (0..all.length()).find(|at| all.get(*at).is_some_and(|it| JsValue::from(it) == active))
}

fn focus_number(selector: &str, number: Option<u32>) -> bool {
    let found = number.and_then(|number| all(selector)?.get(number));
    found.is_some_and(|it| put_focus(&it.unchecked_into()))
}

fn all(selector: &str) -> Option<NodeList> {
    document().query_selector_all(selector).ok()
}

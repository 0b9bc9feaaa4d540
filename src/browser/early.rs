//! What the reader did before the app was there. A script in the page's head (`site/boot.js`) noted it.

use super::dom::document;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// One choice: what was chosen (`vote`, or a control's name), for or with which value, and how.
pub struct Early {
    /// `vote`, `panel`, `rows` or `theme`.
    pub what: String,
    /// A tool's id, or the control's value.
    pub value: String,
    /// `ship`, `skip` or nothing for a vote.
    pub choice: String,
    /// Whether a checkbox was checked.
    pub checked: bool,
}

/// Takes over from the script: says that the app is there, and hands out what was noted, once, in order.
pub fn take_early() -> Vec<Early> {
    let Some(root) = document().document_element() else { return Vec::new() };
    let _ = root.set_attribute("data-app", "on");
    let get = |name: &str| Reflect::get(&root, &name.into()).unwrap_or(JsValue::UNDEFINED);
    if let Ok(note) = get("note").dyn_into::<Function>() {
        for event in ["click", "change"] {
            let _ = document().remove_event_listener_with_callback(event, &note);
        }
    }
    if let Ok(busy) = document().query_selector_all("[aria-busy]") {
        for i in 0..busy.length() {
            if let Some(Ok(element)) = busy.get(i).map(|node| node.dyn_into::<web_sys::Element>()) {
                let _ = element.remove_attribute("aria-busy");
            }
        }
    }
    let Ok(noted) = get("early").dyn_into::<Array>() else { return Vec::new() };
    let _ = Reflect::set(&root, &"early".into(), &Array::new());
    let entry = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        let text = |i| entry.get(i).as_string().unwrap_or_default();
        Early { what: text(0), value: text(1), choice: text(2), checked: entry.get(2).is_truthy() }
    };
    noted.iter().map(entry).collect()
}

//! What the reader did before the app was there. A script in the page's head (`scripts/boot.js`) noted it.

use super::dom::{document, field};
use crate::scripts::{hooks, page, states};
use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};

/// One choice: what was chosen, for or with which value, and how.
pub struct Early {
    /// One of `scripts::choices`.
    pub what: String,
    /// A tool's id, or the control's value.
    pub value: String,
    /// `ship`, `skip` or nothing for a vote.
    pub choice: String,
    /// Whether a checkbox was checked.
    pub checked: bool,
}

/// Says that the app is there, and takes over from the scripts: what was noted, once, in order.
pub fn take_early() -> Vec<Early> {
    let Some(root) = document().document_element() else { return Vec::new() };
    let _ = root.set_attribute(hooks::APP, states::ON);
    // Development builds have no such scripts.
    let Ok(take_over) = field(&field(&root, page::SHARED), page::TAKE_OVER).dyn_into::<Function>() else {
        return Vec::new();
    };
    let Some(noted) = take_over.call0(&JsValue::UNDEFINED).ok().and_then(|noted| noted.dyn_into::<Array>().ok()) else {
        return Vec::new();
    };
    let mut early = Vec::new();
    for at in 0..noted.length() {
        let entry: Array = noted.get(at).unchecked_into();
        let text = |i| entry.get(i).as_string().unwrap_or_default();
        early.push(Early { what: text(0), value: text(1), choice: text(2), checked: entry.get(2).is_truthy() });
    }
    early
}

//! Keeping focus, caret and selection where nodes are moved: browsers take them from whatever leaves the page, if only for a moment.

use super::document;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement};

/// Runs `change`, and gives focus back to the element that had it, if that is still in the page and lost it.
pub(super) fn keeping_focus(change: impl FnOnce()) {
    let focused = document().active_element();
    let selection =
        focused.as_ref().map(|it| ["selectionStart", "selectionEnd", "selectionDirection"].map(|name| field(it, name)));
    change();
    let now = document().active_element();
    if let Some(lost) = focused.filter(|it| now.as_ref() != Some(it) && it.is_connected()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let element: HtmlElement = lost.unchecked_into();
        let _ = element.focus_with_options(&options);
        if let (Ok(set), Some([start, end, direction])) =
            (field(&element, "setSelectionRange").dyn_into::<js_sys::Function>(), selection)
            && start.as_f64().is_some()
        {
            let _ = set.apply(&element, &[start, end, direction].iter().collect());
        }
    }
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

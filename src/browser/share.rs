//! Handing something on: to the clipboard, or to the system's share sheet. Either may be missing, and may refuse.

use super::{
    dom::{call, document, field, text, window},
    request::object,
};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

fn navigator() -> JsValue {
    field(&window(), "navigator")
}

/// Whether there is a share sheet.
pub fn can_share() -> bool {
    field(&navigator(), "share").is_function()
}

/// What was begun; nothing where it could not be.
pub type Begun = Option<JsFuture>;

/// Waits for what was begun. True once it is done, or the reader changed their mind.
pub async fn is_done(begun: Begun) -> bool {
    match begun {
        Some(begun) => begun.await.err().is_none_or(|error| text(&error, "name") == "AbortError"),
        None => false,
    }
}

fn begin(of: &JsValue, name: &str, what: JsValue) -> Begun {
    call(of, name, &[what]).ok().map(|promise| JsFuture::from(promise.unchecked_into::<Promise>()))
}

/// Begins to copy a text, at once: browsers let a page copy only while the reader presses something.
pub fn copy(text: &str) -> Begun {
    begin(&field(&navigator(), "clipboard"), "writeText", text.into())
}

/// Opens the share sheet for an address.
pub fn share(title: &str, address: &str) -> Begun {
    begin(&navigator(), "share", object(&[("title", title.into()), ("url", address.into())]))
}

/// Selects all the text of the field of that id, which gives it focus.
pub fn select(id: &str) {
    if let Some(it) = document().get_element_by_id(id) {
        let _ = call(&it, "focus", &[]);
        let _ = call(&it, "select", &[]);
    }
}

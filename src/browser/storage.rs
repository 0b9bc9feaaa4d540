//! The browser's storage, which may be missing, blocked or full at any call.

use super::dom::{field, on, window};
use crate::model::Trouble;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

/// One of the window's storages; nothing where it is missing or blocked.
pub(super) fn open(name: &str) -> Option<Storage> {
    Some(field(&window(), name)).filter(JsValue::is_object).map(JsCast::unchecked_into)
}

fn local() -> Result<Storage, Trouble> {
    open("localStorage").ok_or(Trouble::Blocked)
}

/// What is stored under a key; nothing if nothing is.
pub(super) fn get(key: &str) -> Result<Option<String>, Trouble> {
    local()?.get_item(key).map_err(|_| Trouble::Blocked)
}

/// Stores under a key.
pub(super) fn set(key: &str, value: &str) -> Result<(), Trouble> {
    local()?.set_item(key, value).map_err(|_| Trouble::Full)
}

/// Removes what is stored under a key.
pub(super) fn remove(key: &str) -> Result<(), Trouble> {
    local()?.remove_item(key).map_err(|_| Trouble::Blocked)
}

/// Calls `listener` with the key whenever another tab changes what is stored; with nothing when it clears everything.
pub fn on_change(listener: impl Fn(Option<String>) + 'static) {
    on(&window(), "storage", move |event| listener(field(&event, "key").as_string()));
}

//! The browser's storage, which may be missing, blocked or full at any call.

use super::dom::{call, field, on, window};
use crate::model::Trouble;
use wasm_bindgen::JsValue;

/// One of the window's storages; nothing where it is missing or blocked.
fn open(name: &str) -> Result<JsValue, Trouble> {
    Some(field(&window(), name)).filter(JsValue::is_object).ok_or(Trouble::Blocked)
}

fn read(storage: &str, key: &str) -> Result<Option<String>, Trouble> {
    let stored = call(&open(storage)?, "getItem", &[key.into()]).map_err(|_| Trouble::Blocked)?;
    Ok(stored.as_string())
}

fn write(storage: &str, key: &str, value: &str) -> Result<(), Trouble> {
    call(&open(storage)?, "setItem", &[key.into(), value.into()]).map_err(|_| Trouble::Full)?;
    Ok(())
}

/// What is stored under a key; nothing if nothing is.
pub(super) fn get(key: &str) -> Result<Option<String>, Trouble> {
    read("localStorage", key)
}

/// Stores under a key.
pub(super) fn set(key: &str, value: &str) -> Result<(), Trouble> {
    write("localStorage", key, value)
}

/// The same for this tab alone, and for as long as it is open.
pub(super) fn get_for_tab(key: &str) -> Option<String> {
    read("sessionStorage", key).ok().flatten()
}

/// Stores for this tab alone, where that is possible.
pub(super) fn set_for_tab(key: &str, value: &str) {
    let _ = write("sessionStorage", key, value);
}

/// Removes what is stored under a key.
pub(super) fn remove(key: &str) -> Result<(), Trouble> {
    call(&open("localStorage")?, "removeItem", &[key.into()]).map_err(|_| Trouble::Blocked)?;
    Ok(())
}

/// Calls `listener` with the key whenever another tab changes what is stored; with nothing when it clears everything.
pub fn on_change(listener: impl Fn(Option<String>) + 'static) {
    on(&window(), "storage", move |event| listener(field(&event, "key").as_string()));
}

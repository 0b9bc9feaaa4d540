//! The key `/`, which leads to the search.

use super::{
    dom::{call, document, field, first, is_any, on, search, text},
    storage,
};
use crate::scripts::keys;
use web_sys::FocusOptions;

/// Whether the reader turned it off in an earlier visit.
pub fn is_off() -> bool {
    matches!(storage::get(keys::NO_SLASH), Ok(Some(_)))
}

/// Remembers whether it leads there, where that is possible.
pub fn store(leads: bool) {
    let _ = if leads { storage::remove(keys::NO_SLASH) } else { storage::set(keys::NO_SLASH, "1") };
}

/// A slash that is not typed into anything leads to the page's search.
pub fn on_key() {
    on(&document(), "keydown", |event| {
        let typed_in = "input:not([type=checkbox],[type=radio]),select,textarea,[contenteditable]".into();
        let is_typed = call(&field(&event, "target"), "matches", &[typed_in]).is_ok_and(|it| it.is_truthy());
        if text(&event, "key") == "/"
            && !is_typed
            && !is_any(&event, &["defaultPrevented", "ctrlKey", "metaKey", "altKey"])
            && first("[name=slash]:checked").is_some()
            && let Some(search) = search()
        {
            event.prevent_default();
            let _ = search.focus_with_options(&FocusOptions::new());
        }
    });
}

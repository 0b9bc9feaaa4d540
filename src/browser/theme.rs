//! Remembering and applying the theme. A script of the page (`scripts/boot.js`) applies the remembered one before first paint.

use super::{dom::document, storage};
use crate::{
    model::Theme,
    scripts::{hooks, keys},
};

/// The theme that was chosen last, in whichever visit or tab; nothing where the browser keeps none.
pub fn stored() -> Option<Theme> {
    storage::get(keys::THEME).ok().map(|key| Theme::of(&key.unwrap_or_default()))
}

/// Lights the page.
pub fn light(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(hooks::THEME, theme.key());
    }
}

/// Remembers what the reader chose, where that is possible.
pub fn store(theme: Theme) {
    let _ = storage::set(keys::THEME, theme.key());
}

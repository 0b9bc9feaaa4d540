//! Remembering and applying the theme. `index.html` applies the remembered one before first paint.

use super::{dom::document, storage};
use crate::model::Theme;

/// Where the theme is remembered.
pub const KEY: &str = crate::scripts::keys::THEME;

/// The theme chosen in an earlier visit.
pub fn stored() -> Theme {
    storage::get(KEY).ok().flatten().map(|key| Theme::of(&key)).unwrap_or_default()
}

/// Lights the page, and remembers it where that is possible.
pub fn apply(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme.key());
    }
    let _ = storage::set(KEY, theme.key());
}

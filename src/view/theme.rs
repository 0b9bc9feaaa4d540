//! The choice of light, dark or automatic.

use super::Reader;
use crate::model::Theme;
use leptos::prelude::*;

/// A labelled list: three words, one of them chosen.
#[component]
pub(super) fn ThemePicker(
    /// Whose theme it is.
    reader: Reader,
) -> impl IntoView {
    view! {
        <label class="theme">
            "Theme "
            <select
                prop:value=move || reader.theme.get().key()
                on:change=move |event| reader.on_theme.run(Theme::of(&event_target_value(&event)))
            >
                {Theme::ALL.map(|theme| view! { <option value=theme.key()>{theme.word()}</option> }).collect_view()}
            </select>
        </label>
    }
}

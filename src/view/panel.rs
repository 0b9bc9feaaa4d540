//! “Your panel”: whose reviews count.

use super::Reader;
use crate::model::{Reviewer, Site};
use leptos::prelude::*;

/// One checkbox a reviewer; unchecked ones are left out of every panel figure.
#[component]
pub(super) fn YourPanel<'a>(
    /// Whose panel it is.
    site: &'a Site,
    /// Who chooses.
    reader: Reader,
) -> impl IntoView + use<> {
    let boxes = site.panel.iter().map(|member| checkbox(member, reader)).collect_view();
    view! {
        <fieldset class="choices">
            <legend>"Your panel"</legend>
            {boxes}
            <p class="hint">"Leave a reviewer out, and the panel’s figures and split follow."</p>
        </fieldset>
    }
}

fn checkbox(member: &Reviewer, reader: Reader) -> impl IntoView + use<> {
    let (shown, changed) = (member.id.clone(), member.id.clone());
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=move || !reader.muted.read().contains(&shown)
                checked=true
                on:change=move |event| reader.on_count.run((changed.clone(), event_target_checked(&event)))
            />
            {member.name.clone()}
        </label>
    }
}

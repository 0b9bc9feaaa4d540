//! Pages that are not there yet, or never will be.

use super::Links;
use crate::model::{LoadError, Route};
use leptos::prelude::*;

/// The reader has waited long enough to be told.
#[component]
pub fn WaitingPage() -> impl IntoView {
    view! { <p class="waiting" role="status">"Loading…"</p> }
}

/// What went wrong, and what to do next.
#[component]
pub fn FailedPage(
    /// What went wrong.
    error: LoadError,
    /// How this deployment writes addresses.
    links: Links,
    /// The reader wants to try again.
    on_retry: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="failed stack">
            <h1 tabindex="-1">{error.heading()}</h1>
            <p role="alert">{error.to_string()}</p>
            <p class="ways">
                {error.can_retry().then(|| view! { <button type="button" on:click=move |_| on_retry.run(())>"Try again"</button> })}
                <a href=links.to(&Route::Home)>"All comparisons"</a>
            </p>
        </div>
    }
}

//! Pages that are not there yet, or never will be.

use super::{
    Links,
    html::el,
    reader::{Act, Reader},
};
use crate::model::{LoadError, Route};
use leptos::prelude::AnyView;

/// The reader has waited long enough to be told.
pub fn waiting_page() -> AnyView {
    el("p").class("waiting").fixed("role", "status").child("Loading…").done()
}

/// What went wrong, and what to do next.
pub fn failed_page(error: &LoadError, links: &Links, reader: Reader) -> AnyView {
    let again = || el("button").fixed("type", "button").on("click", move |_| reader.did(Act::Retry)).child("Try again");
    el("div")
        .class("failed stack")
        .child(el("h1").fixed("tabindex", "-1").child(error.heading()))
        .child(el("p").fixed("role", "alert").child(error.to_string()))
        .child(
            el("p")
                .class("ways")
                .child(error.can_retry().then(again))
                .child(el("a").attr("href", links.to(&Route::Home)).child("All comparisons")),
        )
        .done()
}

//! Pages that are not there yet, or never will be.

use super::{
    Links,
    reader::{Act, Reader},
};
use crate::html::{Node, el, many};
use crate::model::{LoadError, Route};
use crate::scripts::hooks;

/// The reader has waited long enough to be told.
pub fn waiting_page() -> Vec<Node> {
    many(
        el("div")
            .class("waiting")
            .fixed(hooks::WAITING, "")
            .fixed("role", "status")
            .child(el("h1").fixed("tabindex", "-1").child("Loading…")),
    )
}

/// What went wrong, and what to do next.
pub fn failed_page(error: &LoadError, links: &Links, reader: Reader) -> Vec<Node> {
    let again = || el("button").fixed("type", "button").on("click", move |_| reader.did(Act::Retry)).child("Try again");
    let page = el("div")
        .class("failed stack")
        .child(el("h1").fixed("tabindex", "-1").child(error.heading()))
        .child(el("p").fixed("role", "alert").child(error.to_string()))
        .child(
            el("p")
                .class("ways")
                .child(error.can_retry().then(|| (again(), " ")))
                .child(el("a").attr("href", links.to(&Route::Home)).child("All comparisons")),
        );
    many(page)
}

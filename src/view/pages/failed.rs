//! Pages that are not there yet, or never will be.

use crate::{
    model::{LoadError, Route},
    scripts::hooks,
    view::{Act, Links, Session, parts::text::act_button},
};
use elements::{
    El,
    html::{a, div, h1, p},
};

/// The reader has waited long enough to be told.
pub fn waiting_page() -> El {
    div()
        .class("waiting")
        .attr(hooks::WAITING, "")
        .attr("role", "status")
        .child(h1().attr("tabindex", "-1").child("Loading…"))
}

/// What went wrong, and what to do next.
pub fn failed_page(error: &LoadError, links: &Links, session: &Session) -> El {
    let again = || act_button(session, Act::Retry).child("Try again");
    div()
        .class("failed stack")
        .child(h1().attr("tabindex", "-1").child(error.heading()))
        .child(p().attr("role", "alert").child(error.to_string()))
        .child(
            p().class("ways")
                .child(error.can_retry().then(|| (again(), " ")))
                .child(a().attr("href", links.to(&Route::Home)).child("All comparisons"))
                .child(" ")
                .child(a().attr("href", links.to(&Route::Tools)).child("All tools")),
        )
}

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
    let way = |route, words| a().attr("href", links.to(route)).child(words);
    let again = || act_button(session, Act::Retry).child("Try again");
    div()
        .class("failed stack")
        .child(h1().attr("tabindex", "-1").child(error.heading()))
        .child(p().attr("role", "alert").child(error.to_string()))
        .child(
            p().class("ways")
                .child(error.can_retry().then(|| (again(), " ")))
                .child(way(&Route::Home, "Home"))
                .child(" ")
                .child(way(&Route::Comparisons, "All comparisons"))
                .child(" ")
                .child(way(&Route::Tools, "All tools")),
        )
}

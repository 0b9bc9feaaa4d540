//! The choice of light, dark or automatic.

use crate::{
    model::Theme,
    scripts::choices,
    view::{Act, Session},
};
use elements::{
    El, ev,
    html::{label, option, select, span},
};

/// A labelled list of three words, one of them chosen.
pub fn theme_picker(session: &Session) -> El {
    let choice = |theme: Theme| {
        option()
            .attr("value", theme.key())
            .prop("selected", session.theme(move |now| *now == theme))
            .child(theme.word())
    };
    let inner = session.clone();
    let list = select()
        .attr("name", choices::THEME)
        .on(ev::change, move |event| inner.did(&Act::SetTheme(Theme::of(&event.value()))))
        .child(Theme::ALL.map(choice));
    label().class("theme").child(span().child("Theme")).child(list)
}

//! The choice of light, dark or automatic.

use super::reader::{Act, Reader};
use crate::html::{El, el};
use crate::model::Theme;
use crate::scripts::choices;

/// A labelled list of three words, one of them chosen.
pub(super) fn theme_picker(reader: Reader) -> El {
    let option = |theme: Theme| {
        el("option")
            .attr("value", theme.key())
            .live_prop("selected", move || reader.now().theme == theme)
            .child(theme.word())
    };
    let select = el("select")
        .fixed("name", choices::THEME)
        .on("change", move |event| reader.did(Act::Light(Theme::of(&event.value))))
        .child(Theme::ALL.map(option).into_iter().collect::<Vec<_>>());
    el("label").class("theme").child(el("span").child("Theme")).child(select)
}

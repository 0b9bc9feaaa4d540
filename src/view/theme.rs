//! The choice of light, dark or automatic.

use super::{
    html::{El, el},
    reader::{Act, Reader},
};
use crate::model::Theme;
use leptos::prelude::event_target_value;

/// A labelled list of three words, one of them chosen.
pub(super) fn theme_picker(reader: Reader) -> El {
    let option = |theme: Theme| {
        el("option")
            .attr("value", theme.key())
            .live_prop("selected", move || reader.now().theme == theme)
            .child(theme.word())
    };
    let select = el("select")
        .on("change", move |event| reader.did(Act::Light(Theme::of(&event_target_value(&event)))))
        .child(Theme::ALL.map(option).into_iter().collect::<Vec<_>>());
    el("label").class("theme").child(el("span").child("Theme")).child(select)
}

//! “Your panel”: whose reviews count.

use super::reader::{Act, Reader};
use crate::html::{El, el};
use crate::model::{Reviewer, Site};

/// One checkbox a reviewer; unchecked ones are left out of every panel figure.
pub(super) fn your_panel(site: &Site, reader: Reader) -> El {
    el("fieldset")
        .class("choices")
        .child(el("legend").child("Your panel"))
        .child(site.panel.iter().map(|member| checkbox(member, reader)).collect::<Vec<_>>())
        .child(el("p").class("hint").child("Leave a reviewer out, and the panel’s figures and split follow."))
}

fn checkbox(member: &Reviewer, reader: Reader) -> El {
    let (shown, changed) = (member.id.clone(), member.id.clone());
    let input = el("input")
        .fixed("type", "checkbox")
        .fixed("name", "panel")
        .attr("value", member.id.as_str())
        .fixed("checked", "")
        .live_prop("checked", move || !reader.now().muted.contains(&shown))
        .on("change", move |event| reader.did(Act::Count(changed.clone(), event.checked)));
    el("label").child(input).child(member.name.as_str())
}

//! “Your panel”: whose reviews count.

use super::{
    reader::{Act, Reader},
    scorecard::speakers,
    split::Judged,
};
use crate::html::{El, el};
use crate::model::{ReviewerId, Site};
use crate::scripts::choices;

/// One checkbox a reviewer, strangers to the panel included; unchecked ones are left out of every panel figure.
pub(super) fn your_panel(tools: &[Judged], site: &Site, reader: Reader) -> El {
    let members = site.panel.iter().map(|member| (&member.id, member.name.clone()));
    let strangers = speakers(tools, site);
    let strangers = strangers.iter().filter(|id| site.reviewer(id).is_none()).map(|id| (id, id.to_string()));
    let boxes: Vec<El> = members.chain(strangers).map(|(id, name)| checkbox(id, &name, reader)).collect();
    el("fieldset")
        .class("choices")
        .child(el("legend").child("Your panel"))
        .child(boxes)
        .child(el("p").class("hint").child("Leave a reviewer out, and the panel’s figures and split follow."))
}

fn checkbox(id: &ReviewerId, name: &str, reader: Reader) -> El {
    let (shown, changed) = (id.clone(), id.clone());
    let input = el("input")
        .fixed("type", "checkbox")
        .fixed("name", choices::PANEL)
        .attr("value", id.as_str())
        .fixed("checked", "")
        .live_prop("checked", move || !reader.now().muted.contains(&shown))
        .on("change", move |event| reader.did(Act::Count(changed.clone(), event.checked)));
    el("label").child(input).child(name)
}

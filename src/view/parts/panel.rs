//! “Your panel”: whose reviews count.

use super::{scorecard::speakers, split::Judged};
use crate::{
    model::{ReviewerId, Site},
    scripts::choices,
    view::{Act, Session},
};
use elements::{
    El, ev,
    html::{fieldset, input, label, legend, p},
};

/// One checkbox a reviewer, strangers to the panel included; unchecked ones are left out of every panel figure.
pub fn your_panel(tools: &[Judged], site: &Site, session: &Session) -> El {
    let members = site.panel.iter().map(|member| (&member.id, member.name.clone()));
    let strangers = speakers(tools, site);
    let strangers = strangers.iter().filter(|id| site.reviewer(id).is_none()).map(|id| (id, id.to_string()));
    let boxes: Vec<El> = members.chain(strangers).map(|(id, name)| checkbox(id, &name, session)).collect();
    fieldset().class("choices").child((
        legend().child("Your panel"),
        boxes,
        p().class("hint").child("Leave a reviewer out, and the panel’s figures and split follow."),
    ))
}

fn checkbox(id: &ReviewerId, name: &str, session: &Session) -> El {
    let (changed, told) = (id.clone(), session.clone());
    let counted = input()
        .attr("type", "checkbox")
        .attr("name", choices::PANEL)
        .attr("value", id.as_str())
        .attr("checked", true)
        .prop("checked", session.is_muted(id).map(|muted| !muted))
        .on(ev::change, move |event| told.did(Act::Count(changed.clone(), event.checked())));
    label().child((counted, name))
}

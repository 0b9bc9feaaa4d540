//! The button that picks a tool to compare.

use super::text::unseen;
use crate::{
    model::{Pick, ToolId},
    view::{Act, Session},
};
use elements::{AnyView, IntoView, ev, html::button};

/// “Compare NAME”, pressed while the tool is picked. It is there once it works, so there is none without scripts and in embeds.
pub fn pick_button(tool: &ToolId, name: &str, session: &Session) -> AnyView {
    let (pick, told) = (Pick { id: tool.clone(), name: name.to_owned() }, session.clone());
    let there = session.here().map(move |here| {
        here.map(|_| {
            let (id, pick, did) = (pick.id.clone(), pick.clone(), told.clone());
            let words = unseen(format!(" {}", pick.name));
            button()
                .class("pick")
                .attr("type", "button")
                .attr("aria-pressed", told.picks().map(move |picks| picks.has(&id).to_string()))
                .on(ev::click, move |_| did.did(Act::Pick(pick.clone())))
                .child(("Compare", words))
        })
    });
    there.into_any()
}

//! Comparing other tools, or the same in another order.

use super::{
    adding::add_tool,
    pick::{ids, pick_button},
    text::{act_button, named, unseen},
};
use crate::{
    model::{Adding, MAX_TOOLS, MIN_TOOLS, Pick, ToolId},
    scripts::places,
    view::{Act, Lineup, Session},
};
use elements::{
    El,
    html::{h2, li, ol, p, section, span},
};

/// Each tool with what can be done with it, and the field that adds one.
pub fn change(tools: &[Pick], adding: &Adding, session: &Session) -> El {
    let mut list = ol();
    for at in 0..tools.len() {
        list = list.child(entry(at, tools, session));
    }
    let add = if tools.len() < MAX_TOOLS {
        add_tool(tools, adding, session)
    } else {
        p().class("soft").child("No more than five tools fit side by side.")
    };
    section()
        .class("change stack")
        .attr("aria-labelledby", places::CHANGE)
        .child(h2().id(places::CHANGE).attr("tabindex", "-1").child("Change this comparison"))
        .child(list)
        .child(add)
}

fn entry(at: usize, tools: &[Pick], session: &Session) -> Option<El> {
    let tool = tools.get(at)?;
    let name = &tool.name;
    let press = |tools: Vec<ToolId>, words: String, focus: String| {
        act_button(session, Act::Compare(Lineup { tools, words, focus }))
    };
    // To the place before, or to that behind.
    let moved = |with: usize, words: &'static str, said: &'static str| {
        let mut other = ids(tools);
        if with >= other.len() || at >= other.len() {
            return None;
        }
        other.swap(at, with);
        let focus = format!("{said}-{}", tool.id);
        let button = press(other, format!("{name} moved {said}."), focus.clone()).id(focus);
        Some(button.child(unseen(format!("Move {name} "))).child(words))
    };
    let without = || {
        let mut other = ids(tools);
        other.retain(|id| *id != tool.id);
        press(other, format!("{name} removed."), places::ADD.to_owned())
            .child("Remove")
            .child(unseen(format!(" {name}")))
    };
    Some(
        li().child(named(span(), name))
            .child(moved(at.wrapping_sub(1), "Earlier", "earlier"))
            .child(moved(at + 1, "Later", "later"))
            .child((tools.len() > MIN_TOOLS).then(without))
            .child(pick_button(tool, session)),
    )
}

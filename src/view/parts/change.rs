//! Comparing other tools, or the same in another order.

use super::{
    combobox::add_tool,
    pick::pick_button,
    text::{named, unseen},
};
use crate::{
    model::{MAX_TOOLS, MIN_TOOLS, Matchup, Route, Summary, Tool, ToolId},
    scripts::places,
    view::{Act, Change, Links, Session},
};
use elements::{
    AnyView, El, IntoView, ev,
    html::{a, button, h2, li, ol, p, section, span},
};
use std::sync::Arc;

/// Each tool with what can be done with it, and the field that adds one.
pub fn change(matchup: &Matchup, session: &Session) -> El {
    let tools = &matchup.tools;
    let ids: Vec<ToolId> = tools.iter().map(|tool| tool.id.clone()).collect();
    let entries: Vec<El> = (0..tools.len()).filter_map(|at| entry(at, tools, &ids, session)).collect();
    let add = if ids.len() < MAX_TOOLS {
        add_tool(ids, session)
    } else {
        p().class("soft").child("No more than five tools fit side by side.").into_any()
    };
    section().class("change stack").attr("aria-labelledby", places::CHANGE).child((
        h2().id(places::CHANGE).attr("tabindex", "-1").child("Change this comparison"),
        ol().child(entries),
        add,
    ))
}

fn entry(at: usize, tools: &[Arc<Tool>], ids: &[ToolId], session: &Session) -> Option<El> {
    let tool = tools.get(at)?;
    let name = &tool.name;
    let swapped = |with: usize, words: &'static str| {
        let mut other = ids.to_vec();
        if with < other.len() && at < other.len() {
            other.swap(at, with);
        }
        let focus = format!("{words}-{}", tool.id);
        let change = Change { tools: other, words: format!("{name} moved {words}."), focus: focus.clone() };
        press(change, session).id(focus).child((unseen(format!("Move {name} ")), words))
    };
    let without = || {
        let other = ids.iter().filter(|id| **id != tool.id).cloned().collect();
        let change = Change { tools: other, words: format!("{name} removed."), focus: places::ADD.to_owned() };
        press(change, session).child(("Remove", unseen(format!(" {name}"))))
    };
    Some(li().child((
        named(span(), name),
        (at > 0).then(|| swapped(at.saturating_sub(1), "earlier")),
        (at + 1 < tools.len()).then(|| swapped(at + 1, "later")),
        (tools.len() > MIN_TOOLS).then(without),
        pick_button(&tool.id, name, session),
    )))
}

fn press(change: Change, session: &Session) -> El {
    let told = session.clone();
    button().attr("type", "button").on(ev::click, move |_| told.did(Act::Compare(change.clone())))
}

/// What stands above a comparison of the reader's own: what is missing from it, and where it was written about.
pub fn before(matchup: &Matchup, links: &Links, session: &Session) -> AnyView {
    let missing =
        |id: &ToolId| p().class("from").child(format!("There is no tool called “{id}” here; the others are shown."));
    let missing: Vec<El> = matchup.unknown.iter().map(missing).collect();
    let authored = matchup.is_own.then(|| {
        let links = links.clone();
        let ids = matchup.tools.iter().map(|tool| tool.id.clone()).collect();
        session.authored(ids).map(move |summary| summary.map(|summary| authored(&summary, &links)))
    });
    (missing, authored).into_any()
}

fn authored(summary: &Summary, links: &Links) -> El {
    let link = a().attr("href", links.to(&Route::comparison(&summary.slug)));
    p().class("from").child(("These tools were compared here: ", named(link, &summary.title), "."))
}

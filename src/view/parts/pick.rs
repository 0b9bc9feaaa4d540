//! Picking tools to compare: the button, and what was picked, which follows the reader from page to page.

use super::text::{act_button, named, unseen};
use crate::{
    model::{MIN_TOOLS, Pick, Picks, Route, ToolId, Which},
    scripts::{choices, places},
    view::{Act, Followed, Links, Session},
};
use elements::{
    El,
    html::{a, div, li, p, section, span, ul},
};

/// “Compare NAME”, pressed while the tool is picked. Before the app is there, a script notes what is pressed by name and value.
pub fn pick_button(pick: &Pick, session: &Session) -> El {
    let id = pick.id.clone();
    act_button(session, Act::Pick(pick.clone()))
        .class("pick")
        .attr("name", choices::PICK)
        .attr("value", pick.line())
        .attr("aria-pressed", session.desk(move |desk| desk.picks.has(&id).to_string()))
        .child("Compare")
        .child(unseen(format!(" {}", pick.name)))
}

/// What was picked, and the status that says what became of whatever was done last. It is there before anything is said in it, so
/// that it is heard.
pub fn tray(links: &Links, session: &Session) -> Followed<Option<El>> {
    let (links, inner) = (links.clone(), session.clone());
    session.desk(move |desk| {
        let status = p().attr("role", "status").child(desk.told.as_str());
        desk.is_here.then(|| div().class("tray").child(status).child(picked(&desk.picks, &links, &inner)))
    })
}

fn picked(picks: &Picks, links: &Links, session: &Session) -> Option<El> {
    let (mut list, mut ids) = (ul(), Vec::<ToolId>::new());
    for pick in picks.all() {
        let remove =
            act_button(session, Act::Unpick(pick.clone())).child("Remove").child(unseen(format!(" {}", pick.name)));
        list = list.child(li().child(named(span(), &pick.name)).child(" ").child(remove));
        ids.push(pick.id.clone());
    }
    let count = ids.len();
    let compare = (count >= MIN_TOOLS).then(|| {
        a().attr("href", links.to(&Route::Compare(Which::Tools(ids)))).child(format!("Compare {count} tools"))
    });
    let region = || section().id(places::PICKED).attr("tabindex", "-1").attr("aria-label", "Picked");
    (count > 0).then(|| region().child(list).child(compare))
}

/// Which tools these are.
pub fn ids(tools: &[Pick]) -> Vec<ToolId> {
    let mut ids = Vec::new();
    for tool in tools {
        ids.push(tool.id.clone());
    }
    ids
}

//! What the reader picked, on the way from page to page, and what became of the last change.

use super::text::{named, unseen};
use crate::{
    model::{MIN_TOOLS, Pick, Picks, Route, ToolId, Which},
    scripts::places,
    view::{Act, Links, Session},
};
use elements::{
    AnyView, El, IntoView, ev,
    html::{a, button, div, li, p, section, span, ul},
};

/// The tray. Its status is there before anything is said in it, so that it is heard.
pub fn picked_tray(links: &Links, session: &Session) -> AnyView {
    let (links, session) = (links.clone(), session.clone());
    let here = session.here();
    here.map(move |here| {
        let (links, inner) = (links.clone(), session.clone());
        here.map(|_| {
            let picked = session.picks().map(move |picks| picked(&picks, &links, &inner));
            div().class("tray").child((p().attr("role", "status").child(session.told()), picked))
        })
    })
    .into_any()
}

fn picked(picks: &Picks, links: &Links, session: &Session) -> Option<El> {
    let picks = picks.all();
    let ids: Vec<ToolId> = picks.iter().map(|pick| pick.id.clone()).collect();
    let compare = (picks.len() >= MIN_TOOLS).then(|| {
        let words = format!("Compare {} tools", picks.len());
        a().attr("href", links.to(&Route::Compare(Which::Tools(ids)))).child(words)
    });
    let entry = |pick: &Pick| li().child((named(span(), &pick.name), " ", remove(pick, session)));
    (!picks.is_empty()).then(|| {
        let list = ul().child(picks.iter().map(entry).collect::<Vec<_>>());
        section().id(places::PICKED).attr("tabindex", "-1").attr("aria-label", "Picked").child((list, compare))
    })
}

fn remove(pick: &Pick, session: &Session) -> El {
    let (session, removed) = (session.clone(), pick.clone());
    button()
        .attr("type", "button")
        .on(ev::click, move |_| session.did(Act::Pick(removed.clone())))
        .child(("Remove", unseen(format!(" {}", pick.name))))
}

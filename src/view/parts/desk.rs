//! What a reader can do about a comparison once the app is there. Nothing of it is in any file, so no page is longer for it; style
//! keeps its room, so that nothing moves when it comes.

use super::{blind::blind_switch, change::change, share::share, text::named};
use crate::{
    model::{Matchup, Pick, Route, ToolId},
    view::{Links, Session},
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, p},
};

/// Blind mode, other tools, and ways to hand it on.
pub fn desk(matchup: &Matchup, session: &Session) -> El {
    let mut tools = Vec::new();
    for tool in &matchup.tools {
        tools.push(Pick { id: tool.id.clone(), name: tool.name.clone() });
    }
    let (can_change, inner) = (matchup.pageless.is_empty(), session.clone());
    let parts = session.desk(move |desk| {
        desk.is_here.then(|| {
            let switch = (tools.len() == 2).then(|| blind_switch(false, &inner));
            let change = can_change.then(|| change(&tools, &desk.adding, &inner));
            (switch, change, share(desk, &inner))
        })
    });
    div().class("desk").child(parts)
}

/// What is missing from a comparison of the reader's own, and where somebody wrote about what is there.
pub fn of_their_own(matchup: &Matchup, links: &Links, session: &Session) -> AnyView {
    let missing =
        |id: &ToolId| p().class("soft").child(format!("There is no tool called “{id}” here; the others are shown."));
    let missing: Vec<El> = matchup.unknown.iter().map(missing).collect();
    let links = links.clone();
    let authored = session.desk(move |desk| {
        desk.authored.as_ref().map(|(slug, title)| {
            let link = named(a(), title).attr("href", links.to(&Route::comparison(slug)));
            p().class("soft").child("These tools were compared here: ").child(link).child(".")
        })
    });
    (missing, authored).into_any()
}

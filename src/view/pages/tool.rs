//! Everything about one tool.

use crate::{
    model::{Portrait, ReviewerId, Route, Site, Sketch, Tool},
    view::{
        Links, Session,
        parts::{
            cards::tool_card,
            counted::counted_notice,
            known::{part, since},
            panel::your_panel,
            sketched::sketched,
            split::Judged,
            text::named,
        },
    },
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, h1, li, p, span, ul},
};
use std::{slice, sync::Arc};

/// The page of one tool: its card, what follows the reader's panel and votes, and the rest as it was drawn.
pub fn tool_page(tool: &Arc<Tool>, portrait: &Portrait, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let judged = Judged::new(tool, site, session);
    let way = a().attr("href", links.to(&Route::Tools)).child("All tools");
    let changes = portrait.history.len();
    let history =
        (changes > 0).then(|| part("history", "History").class("history").child(history(portrait, links, session)));
    let below = div().class("below").child((
        panel(&judged, portrait, site, links, session),
        sketched(&portrait.known, links),
        history,
        sketched(&portrait.onward, links),
    ));
    let page = div().class("tool").child((
        p().class("eyebrow").child((way, " · ", named(span(), &tool.category))),
        tool_card(named(h1().attr("tabindex", "-1"), &tool.name), &judged, session),
        since(changes, session),
        counted_notice(site, session),
        below,
    ));
    page.into_any()
}

/// How the panel and the community divided, who counts, and every review whole.
fn panel(judged: &Judged, portrait: &Portrait, site: &Arc<Site>, links: &Links, session: &Session) -> El {
    let tool = &judged.tool;
    let none = "Nobody on the panel has reviewed it yet.";
    let none = portrait.reviews.is_empty().then(|| p().class("soft").child(none));
    let reviews: Vec<El> = portrait.reviews.iter().map(|(id, said)| review(id, said, tool, links, session)).collect();
    part("panel", "Panel").class("verdicts").child((
        div().class("side-by-side").child(sketched(&portrait.pictures, links)),
        your_panel(slice::from_ref(judged), site, session),
        none,
        reviews,
    ))
}

fn review(id: &ReviewerId, said: &[Sketch], tool: &Tool, links: &Links, session: &Session) -> El {
    let left_out = session.is_muted(id).map(|muted| muted.then(|| span().class("tag").child("Not counted")));
    div().class("said-of").id(format!("{id}.{}", tool.id)).child((sketched(said, links), left_out))
}

/// What changed, the latest first; what is new since the reader's last visit says so.
fn history(portrait: &Portrait, links: &Links, session: &Session) -> El {
    let count = portrait.history.len();
    let entry = |(place, change): (usize, &Vec<Sketch>)| {
        let is_new = session.seen().map(move |seen| seen.is_some_and(|seen| place + seen < count));
        let tag = is_new.map(|is_new| is_new.then(|| (" ", span().class("tag").child("New"))));
        li().child((sketched(change, links), tag))
    };
    ul().child(portrait.history.iter().enumerate().map(entry).collect::<Vec<_>>())
}

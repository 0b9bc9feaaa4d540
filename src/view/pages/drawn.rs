//! Pages that were drawn when the site was built: of tools and reviewers. Here stands what their slots hold, which follows a reader.

use crate::{
    model::{Drawn, Pick, ReviewerId, Site, Tool, Verdict, number},
    scripts::choices,
    view::{
        Act, Links, Session,
        parts::{
            cards::tool_card,
            counted::counted_notice,
            panel::your_panel,
            pick::pick_button,
            sketched::{sketched, slots},
            split::Judged,
            text::{named, unheard},
        },
    },
};
use elements::{
    AnyView, IntoView, ev,
    html::{a, h1, input, label, li, p, span},
};
use std::{slice, sync::Arc};

/// The page of the panel, or of one reviewer.
pub fn reviewers_page(page: &Drawn, links: &Links, session: &Session) -> AnyView {
    sketched(&page.parts, links, &|name, of, inside| follows(name, of, inside, session))
}

/// The page of one tool.
pub fn tool_page(tool: &Arc<Tool>, page: &Drawn, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let judged = Judged::new(tool, site, session);
    sketched(&page.parts, links, &|name, of, inside| match name {
        slots::CARD => tool_card(named(h1().attr("tabindex", "-1"), &tool.name), &judged, session).into_any(),
        slots::COUNTED => counted_notice(site, session).into_any(),
        slots::PANEL => your_panel(slice::from_ref(&judged), site, session).into_any(),
        _ => follows(name, of, inside, session),
    })
}

/// What follows a reader whatever the page is about.
fn follows(name: &str, of: &str, inside: AnyView, session: &Session) -> AnyView {
    let verdict = Verdict::parse(of).ok();
    let changes = number(of).unwrap_or(0) as usize;
    let is_new = session.seen(move |seen| seen.is_some_and(|seen| seen < changes));
    match name {
        slots::SINCE => {
            let news = || a().attr("href", "#history").child(unheard("● ")).child("Changed since your last visit");
            p().class("since").attr("role", "status").child(is_new.map(move |it| it.then(news))).into_any()
        }
        slots::PICK => Pick::parse(of).map(|tool| pick_button(&tool, session)).into_any(),
        slots::NEW => is_new.map(|it| it.then(|| (" ", span().class("tag").child("New")))).into_any(),
        slots::OUT => {
            let Ok(id) = ReviewerId::parse(of) else { return inside };
            session.muted(&id, |it| it.then(|| (" ", span().class("tag").child("Not counted")))).into_any()
        }
        slots::CHOICE => {
            let inner = session.clone();
            let choice = input()
                .attr("type", "radio")
                .attr("name", choices::VERDICT)
                .attr("value", of)
                .attr("checked", verdict.is_none())
                .prop("checked", session.viewed(move |view| view.verdict == verdict))
                .on(ev::change, move |_| inner.did(&Act::ShowVerdicts(verdict)));
            label().child(choice).child(inside).into_any()
        }
        slots::ONLY => {
            span().attr("hidden", session.viewed(move |view| view.verdict != verdict)).child(inside).into_any()
        }
        slots::ENTRY => {
            let hidden = session.viewed(move |view| view.verdict.is_some() && view.verdict != verdict);
            li().attr("hidden", hidden).child(inside).into_any()
        }
        _ => inside,
    }
}

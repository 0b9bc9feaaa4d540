//! A comparison with what a reader can do about it. What needs the app is drawn by the app alone: no page is longer for it.

use super::compare::compare_page;
use crate::{
    model::{Matchup, Site},
    view::{
        Here, Links, Session,
        parts::{
            blind::{blind_page, blind_switch, revealed},
            change::{before, change},
            share::share,
        },
    },
};
use elements::{AnyView, IntoView, html::p, keyed};
use std::sync::Arc;

/// The whole page.
pub fn comparison_page(matchup: &Arc<Matchup>, site: &Arc<Site>, links: &Links, session: &Session) -> AnyView {
    let are_two = matchup.tools.len() == 2;
    // A vote draws nothing anew but where it ends blindness.
    let judged = session.wants_blind().and(&session.has_judged(&matchup.tools));
    let state = judged.map(move |(wants, judged)| (are_two && wants, are_two && wants && judged)).memo();
    let (matchup, site, links, session) = (matchup.clone(), site.clone(), links.clone(), session.clone());
    state
        .map(move |(wants, judged)| {
            let is_blind = wants && !judged;
            let page = if is_blind {
                blind_page(&matchup, &site, &session)
            } else {
                (
                    judged.then(|| revealed(&matchup, &site, &session)),
                    before(&matchup, &links, &session),
                    compare_page(&matchup, &site, &session),
                )
                    .into_any()
            };
            let (matchup, inner) = (matchup.clone(), session.clone());
            let after = session.here().map(move |here| here.map(|here| after(is_blind, here, &matchup, &inner)));
            keyed(is_blind.into(), (page, after))
        })
        .into_any()
}

fn after(is_blind: bool, here: Here, matchup: &Matchup, session: &Session) -> AnyView {
    let switch = (matchup.tools.len() == 2).then(|| p().child(blind_switch(session)));
    let can_change = !is_blind && matchup.pageless.is_empty();
    let rest = can_change.then(|| change(matchup, session));
    (switch, rest, (!is_blind).then(|| share(here, session))).into_any()
}

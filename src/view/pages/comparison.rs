//! A comparison with what a reader can do about it. What needs the app is drawn by the app alone: no page is longer for it.

use super::compare::compare_page;
use crate::{
    model::{Matchup, Site},
    view::{
        Links, Session,
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
    let whole = {
        let (matchup, site, session) = (matchup.clone(), site.clone(), session.clone());
        move || compare_page(&matchup, &site, &session)
    };
    let after = {
        let (matchup, session) = (matchup.clone(), session.clone());
        move |is_blind: bool| {
            let (matchup, session) = (matchup.clone(), session.clone());
            session.here().map(move |here| {
                here.map(|here| {
                    let switch = (matchup.tools.len() == 2).then(|| p().child(blind_switch(&session)));
                    let rest = (!is_blind).then(|| {
                        (matchup.pageless.is_empty().then(|| change(&matchup, &session)), share(here, &session))
                            .into_any()
                    });
                    (switch, rest).into_any()
                })
            })
        }
    };
    if matchup.tools.len() != 2 {
        return (before(matchup, links, session), whole(), after(false)).into_any();
    }
    let (wants, judged) = (session.wants_blind(), session.has_judged(&matchup.tools));
    let (matchup, site, links, session) = (matchup.clone(), site.clone(), links.clone(), session.clone());
    // A vote draws nothing anew but where it ends blindness.
    let state = wants.and(&judged).map(|(wants, judged)| (wants, wants && judged)).memo();
    state
        .map(move |(wants, judged)| {
            if wants && !judged {
                return keyed(1, (blind_page(&matchup, &site, &session), after(true)));
            }
            let told = wants.then(|| revealed(&matchup, &site, &session));
            keyed(0, (told, before(&matchup, &links, &session), whole(), after(false)))
        })
        .into_any()
}

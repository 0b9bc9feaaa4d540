//! “Your panel: 3 of 4 reviewers”: said wherever there are figures of the panel, while somebody is left out.

use super::text::act_button;
use crate::{
    model::Site,
    view::{Act, Session},
};
use elements::{El, html::p};
use std::sync::Arc;

/// How many of the panel this reader counts, and the way back to all of them; nothing while that is everybody.
pub fn counted_notice(site: &Arc<Site>, session: &Session) -> El {
    let (site, inner) = (site.clone(), session.clone());
    let notice = session.viewed(move |view| {
        let all = site.panel.len();
        let counted = site.panel.iter().filter(|member| !view.muted.contains(&member.id)).count();
        (counted < all).then(|| {
            let back = act_button(&inner, Act::CountAll).child("Count all");
            (format!("Your panel: {counted} of {all} reviewers "), back)
        })
    });
    p().class("counted").attr("role", "status").child(notice)
}

//! The answer that a comparison begins with, and the price that cards show.

use super::{
    panel::reviewers,
    split::Judged,
    text::{act_button, rich},
};
use crate::{
    model::{Matchup, Phrase, Site, Tool, answer, counted},
    view::{Act, Followed, Session},
};
use elements::{
    El, IntoView,
    html::{bdi, p, section, span},
};
use std::sync::Arc;

/// Whom the panel prefers, in a sentence or two; who of the panel counts, where not all do; then the editor's conclusion.
pub fn answer_region(matchup: &Matchup, judged: &[Judged], site: &Arc<Site>, session: &Session) -> El {
    let (tools, panel) = (matchup.tools.clone(), site.clone());
    let said = session.viewed(move |view| {
        let mut said = Vec::new();
        for phrase in answer(&tools, &panel, &view.muted) {
            said.push(match phrase {
                Phrase::Words(words) => words.into_any(),
                Phrase::Authored(text) => bdi().child(text).into_any(),
            });
        }
        said
    });
    let bottom_line = matchup.bottom_line.as_ref().map(|words| rich(p().class("bottom-line"), words));
    // Heard again, as a whole, when somebody is left out: what changes may be far from what was pressed.
    let said = p().attr("aria-live", "polite").attr("aria-atomic", "true").child(said);
    // Reader modes leave out what they take for no content, and know it by its class.
    let region = section().class("answer content").id("answer").attr("aria-label", "Answer");
    region.child(said).child(left_out(judged, site, session)).child(bottom_line)
}

/// How many of the panel this reader counts, where that is not all, and the way back to all.
fn left_out(judged: &[Judged], site: &Site, session: &Session) -> Followed<Option<El>> {
    let (panel, inner) = (reviewers(judged, site), session.clone());
    session.viewed(move |view| {
        let counts = panel.iter().filter(|(id, _)| !view.muted.contains(id)).count();
        let words = format!("Your panel: {counts} of {} ", counted(panel.len() as u64, "reviewer"));
        let all = || act_button(&inner, Act::CountAll).child("Count all");
        (counts < panel.len()).then(|| p().class("soft").child(words).child(all()))
    })
}

/// The lowest price, or how one gets in.
pub fn price_from(tool: &Tool) -> El {
    let label = span().class("soft").child("Price: ");
    p().class("price-from").child(label).child(rich(span(), &tool.price.from()))
}

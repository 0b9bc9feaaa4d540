//! The reviewer scorecard: who decided what, then every quote whole.

use super::{
    panel::{quote_id, reviewers, your_panel},
    reviewer::{kind_tag, motto, reviewer_link},
    split::{Judged, stamp},
    text::{day, lead, named},
};
use crate::{
    model::{Date, Review, ReviewerId, Site},
    view::{Links, Session},
};
use elements::{
    El,
    html::{blockquote, div, h2, h3, header, p, section, span},
};

/// All reviews of the tools, by reviewer.
pub fn scorecard(tools: &[Judged], site: &Site, links: &Links, session: &Session) -> El {
    let mut speakers = reviewers(tools, site);
    speakers.retain(|(id, _)| tools.iter().any(|judged| judged.tool.review_by(id).is_some()));
    let scorecard = section()
        .class("scorecard")
        .attr("aria-labelledby", "scorecard")
        .child(h2().id("scorecard").child("Reviewer scorecard"));
    if speakers.is_empty() {
        return scorecard.child(p().class("soft").child("Nobody on the panel has reviewed these tools yet."));
    }
    let rows = speakers.iter().map(|(id, _)| row(id, tools, site, links, session));
    scorecard.child(your_panel(tools, site, session)).children(rows)
}

fn row(id: &ReviewerId, tools: &[Judged], site: &Site, links: &Links, session: &Session) -> El {
    // One day of all quotes is said once.
    let mut days = tools.iter().filter_map(|judged| judged.tool.review_by(id)).map(|review| review.date);
    let first = days.next().flatten();
    let common = first.filter(|_| days.all(|day| day == first));
    let quotes = tools.iter().map(|judged| quote(id, judged, common));
    let left_out = session.muted(id, |muted| muted.then(|| (" ", span().class("tag").child("Not counted"))));
    let header = header()
        .child(h3().child(reviewer_link(id, site, links)))
        .child(kind_tag(id, site).map(|tag| (" ", tag)))
        .child(left_out)
        .child(motto(id, site).map(|motto| (" ", motto)))
        .child(common.map(|date| (" ", day(date))));
    div().class("reviewer").id(format!("reviewer-{id}")).child(header).child(div().class("quotes").children(quotes))
}

fn quote(id: &ReviewerId, judged: &Judged, common: Option<Date>) -> El {
    let heading = p().class("heading").child(named(span().class("whose"), &judged.tool.name));
    let Some(Review { verdict, quote, date, .. }) = judged.tool.review_by(id) else {
        return div().class("review").child(heading).child(p().class("soft").child("No review."));
    };
    let date = date.filter(|_| common.is_none()).map(|date| (" ", day(date)));
    let heading = heading.child(" ").child(stamp(span(), *verdict)).child(date);
    div().class("review").id(quote_id(id, &judged.tool.id)).child(heading).child(lead(blockquote(), quote))
}

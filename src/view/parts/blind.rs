//! Two tools without their names, until the reader has voted on both.

use super::{
    text::{named, rich},
    vote::vote_box,
};
use crate::{
    model::{BlindTool, Choice, Matchup, Site, blind},
    scripts::places,
    view::{Act, Session},
};
use elements::{
    AnyView, El, IntoView, ev,
    html::{article, button, dd, div, dl, dt, h1, h2, p, section, span},
};
use std::sync::Arc;

/// The page of two tools that go by other names.
pub fn blind_page(matchup: &Matchup, site: &Site, session: &Session) -> AnyView {
    let cards: Vec<El> = blind(&matchup.tools, site).iter().map(|it| card(it, session)).collect();
    let title = div().class("title stack").child((
        h1().attr("tabindex", "-1").child("Tool A vs Tool B"),
        p().class("lede").child("What they are, without their names. Vote on both, and the page says which is which."),
    ));
    (title, div().class("side-by-side").child(cards)).into_any()
}

fn card(it: &BlindTool, session: &Session) -> El {
    let choice = session.choice(&it.shown.id);
    let tally = session.tally(&it.shown, &choice);
    let facts = it.facts.iter().map(|(label, value)| div().child((dt().child(label.as_str()), " ", rich(dd(), value))));
    let heading = if it.shown.name == "Tool A" { "tool-a" } else { "tool-b" };
    article().class("card").attr("aria-labelledby", heading).child((
        h2().id(heading).child(it.shown.name.as_str()),
        dl().class("stack").child(facts.collect::<Vec<_>>()),
        vote_box(&it.shown, &choice, &tally, session),
    ))
}

/// The switch.
pub fn blind_switch(session: &Session) -> El {
    let (told, now) = (session.clone(), session.wants_blind());
    button()
        .attr("type", "button")
        .id(places::BLIND)
        .attr("role", "switch")
        .attr("aria-checked", now.map(|now| now.to_string()))
        .on(ev::click, move |_| told.did(Act::GoBlind))
        .child("Blind mode")
}

/// Which was which, beside what the panel said.
pub fn revealed(matchup: &Matchup, site: &Arc<Site>, session: &Session) -> El {
    let line = |it: BlindTool| {
        let voted = session.choice(&it.tool.id).map(|choice| match choice {
            Some(Choice::Ship) => ": you voted ship; the panel, ",
            Some(Choice::Skip) => ": you voted skip; the panel, ",
            None => ": the panel, ",
        });
        let panel =
            session.split(&it.tool, site).map(|split| split.sentence().unwrap_or_else(|| "no review".to_owned()));
        p().child((it.shown.name.as_str(), " is ", named(span(), &it.tool.name), voted, panel, "."))
    };
    let lines: Vec<El> = blind(&matchup.tools, site).into_iter().map(line).collect();
    section().class("from").attr("aria-label", "Revealed").child(lines)
}

//! Two tools without their names, until the reader has voted on both.

use super::{
    split::Judged,
    text::{act_button, named, rich},
    vote::{Voting, vote_box},
};
use crate::{
    model::{Choice, Fold, Matchup, Site, blind_facts, blind_names, fact_rows},
    scripts::places,
    view::{Act, Followed, Session},
};
use elements::{
    El,
    html::{article, dd, div, dl, dt, h1, h2, p, section, span},
};
use std::sync::Arc;

/// What a reader is told to do.
const LEDE: &str = "What they are, without their names. Vote on both, and the page says which is which.";

/// The page of two tools that go by other names.
pub fn blind_page(matchup: &Matchup, site: &Site, session: &Session, fold: Fold) -> El {
    let rows = fact_rows(&matchup.tools, site, session.same_words());
    let mut cards = Vec::new();
    for (name, at) in blind_names(&matchup.tools) {
        let mut facts = dl().class("stack");
        for (label, value) in blind_facts(at, &matchup.tools, &rows, fold) {
            facts = facts.child(div().child(dt().child(label)).child(" ").child(rich(dd(), &value)));
        }
        let vote =
            matchup.tools.get(at).map(|tool| vote_box(&tool.id, name, &Voting::on(&tool.id, None, session), session));
        let heading = format!("blind-{at}");
        let article = article().attr("aria-labelledby", heading.as_str());
        cards.push(article.child(h2().id(heading).child(name)).child(facts).child(vote));
    }
    let title = div()
        .class("title stack")
        .child(h1().attr("tabindex", "-1").child("Tool A vs Tool B"))
        .child(p().class("lede").child(LEDE))
        .child(blind_switch(true, session));
    div().child(title).child(div().class("blind").child(cards))
}

/// The switch, while blind mode is as said: above what it hides or has told, and in the desk as long as it hides nothing.
pub fn blind_switch(is_on: bool, session: &Session) -> Followed<Option<El>> {
    let inner = session.clone();
    session.viewed(move |view| {
        let switch = || act_button(&inner, Act::GoBlind).id(places::BLIND).attr("role", "switch");
        (view.blind == is_on).then(|| p().child(switch().attr("aria-checked", is_on.to_string()).child("Blind mode")))
    })
}

/// Which was which, beside what the panel said, and the way out.
pub fn revealed(matchup: &Matchup, site: &Arc<Site>, session: &Session) -> El {
    let mut lines = Vec::new();
    for (name, at) in blind_names(&matchup.tools) {
        let Some(tool) = matchup.tools.get(at) else { continue };
        let voted = session.choice(&tool.id).map(|choice| match choice {
            Some(Choice::Ship) => ": you voted ship; the panel, ",
            Some(Choice::Skip) => ": you voted skip; the panel, ",
            None => ": the panel, ",
        });
        let panel = Judged::new(tool, site, session).sentence();
        lines.push(p().child(name).child(" is ").child(named(span(), &tool.name)).child(voted).child(panel).child("."));
    }
    section()
        .class("answer")
        .id(places::REVEALED)
        .attr("tabindex", "-1")
        .attr("aria-label", "Revealed")
        .child(lines)
        .child(blind_switch(true, session))
}

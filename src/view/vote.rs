//! The vote widget: two buttons, the count, its scope, and what happened.

use super::{
    reader::{Act, Cast, Reader},
    text::{unheard, unseen},
};
use crate::html::{El, el, live, many};
use crate::model::{Choice, EARLY_BELOW, Tally, Tool};
use crate::scripts::hooks;
use std::sync::Arc;

/// The community's votes on a tool with this reader's own among them, once; follows the reader.
#[inline(never)]
pub(super) fn tally(tool: &Tool, reader: Reader) -> Tally {
    let snapshot = tool.community.map(|snapshot| snapshot.tally).unwrap_or_default();
    snapshot.with(reader.now().ballots.choice(&tool.id))
}

/// Votes on one tool.
pub(super) fn vote_box(tool: &Arc<Tool>, reader: Reader) -> El {
    let (counted, scoped, heard) = (tool.clone(), tool.clone(), tool.id.clone());
    // What happened and whether it will last are heard as one; the latter stands below for the eye, too.
    let said = move || match (&reader.now().last, reader.now().trouble) {
        (Some(cast), Some(trouble)) if cast.tool == heard => format!("{} {trouble}", said(cast)),
        (Some(cast), None) if cast.tool == heard => said(cast),
        _ => String::new(),
    };
    let trouble = move || many(reader.now().trouble.map(|trouble| el("p").class("trouble").child(trouble.to_string())));
    let buttons: Vec<El> = Choice::ALL.into_iter().map(|choice| vote_button(choice, tool, reader)).collect();
    el("div")
        .class("vote")
        .child(
            el("div")
                .class("ballot")
                .fixed("role", "group")
                .attr("aria-label", format!("Your vote on {}", tool.name))
                .child(buttons),
        )
        .child(
            el("p")
                .class("scope")
                .fixed(hooks::SCOPE, "")
                .live_text(move || reader.scope.words(scoped.community, tally(&scoped, reader))),
        )
        .child(el("p").class("count").live_text(move || count(tally(&counted, reader))))
        .child(el("p").class("said").fixed(hooks::SAID, "").fixed("role", "status").live_text(said))
        .child(live(trouble))
}

fn vote_button(choice: Choice, tool: &Arc<Tool>, reader: Reader) -> El {
    let glyph = match choice {
        Choice::Ship => "✓ ",
        Choice::Skip => "✕ ",
    };
    let (shown, pressed) = (tool.id.clone(), tool.id.clone());
    let is_pressed = move || Some((reader.now().ballots.choice(&shown) == Some(choice)).to_string());
    let press = move |_| {
        let choice = choice.pressed(reader.now().ballots.choice(&pressed));
        reader.did(Act::Vote(Cast { tool: pressed.clone(), choice }));
    };
    el("button")
        .fixed("type", "button")
        .fixed(hooks::VOTE, choice.key())
        .live_attr("aria-pressed", is_pressed)
        .on("click", press)
        .child(unheard(glyph))
        .child(choice.word())
        .child(unseen(format!(" {}", tool.name)))
}

fn said(cast: &Cast) -> String {
    match cast.choice {
        Some(Choice::Ship) => "You voted ship.",
        Some(Choice::Skip) => "You voted skip.",
        None => "You withdrew your vote.",
    }
    .to_owned()
}

/// How sure the count is, in words.
fn count(tally: Tally) -> String {
    let Some((low, high)) = tally.interval() else { return "No votes yet".to_owned() };
    let votes = tally.votes();
    let early = if votes < EARLY_BELOW { "Early: " } else { "" };
    let s = if votes == 1 { "" } else { "s" };
    format!("{early}{votes} vote{s}, so the true ship share is probably between {} % and {} %", low.0, high.0)
}

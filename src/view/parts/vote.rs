//! The vote widget: two buttons, the count, its scope, and what happened.

use super::text::{act_button, unheard, unseen};
use crate::{
    model::{Choice, EARLY_BELOW, Snapshot, TELLING_FROM, Tally, ToolId, counted},
    scripts::hooks,
    view::{Act, Followed, Outcome, Session},
};
use elements::{
    El,
    html::{div, p, span},
};

/// Votes on one tool, which the page calls `name`: `choice` is this reader's, `tally` all that are counted, `snapshot` those that were
/// counted elsewhere.
pub fn vote_box(
    tool: &ToolId,
    name: &str,
    snapshot: Option<Snapshot>,
    choice: &Followed<Option<Choice>>,
    tally: &Followed<Tally>,
    session: &Session,
) -> El {
    let scope = session.scope();
    let outcome = session.outcome();
    let trouble = outcome.map(|outcome| outcome.trouble.map(|why| p().class("trouble").child(why.to_string())));
    let voted = tool.clone();
    let said = outcome.map(move |outcome| said(outcome, &voted));
    let ballot = div()
        .class("ballot")
        .attr("role", "group")
        .attr("aria-label", format!("Your vote on {name}"))
        .child(Choice::ALL.map(|button| vote_button(button, tool, name, choice, session)));
    let before = snapshot.map(|snapshot| snapshot.tally).unwrap_or_default();
    let count = choice.map(move |choice| count(choice.is_some(), before.with(choice)));
    div().class("vote").child((
        ballot,
        p().class("tally").child((
            span().class("scope").attr(hooks::SCOPE, "").child(tally.map(move |tally| scope.words(snapshot, tally))),
            ". ",
            span().class("count").child(count),
        )),
        p().class("said").attr(hooks::SAID, "").attr("role", "status").child(said),
        trouble,
    ))
}

fn vote_button(
    button_of: Choice,
    tool: &ToolId,
    name: &str,
    choice: &Followed<Option<Choice>>,
    session: &Session,
) -> El {
    let glyph = match button_of {
        Choice::Ship => "✓ ",
        Choice::Skip => "✕ ",
    };
    act_button(session, Act::Press(tool.clone(), button_of))
        .attr(hooks::VOTE, button_of.key())
        .attr("aria-pressed", choice.map(move |choice| (choice == Some(button_of)).to_string()))
        .child((unheard(glyph), button_of.word(), unseen(format!(" {name}"))))
}

/// What happened and whether it will last, heard as one; the latter stands below for the eye, too.
fn said(outcome: Outcome, tool: &ToolId) -> String {
    let Some(cast) = outcome.last.filter(|cast| cast.tool == *tool) else { return String::new() };
    let happened = match cast.choice {
        Some(Choice::Ship) => "You voted ship.",
        Some(Choice::Skip) => "You voted skip.",
        None => "You withdrew your vote.",
    };
    outcome.trouble.map_or_else(|| happened.to_owned(), |trouble| format!("{happened} {trouble}"))
}

/// How sure the count is, in words. `own` is whether this reader's vote is among them.
fn count(own: bool, tally: Tally) -> String {
    let Some((low, high)) = tally.interval() else { return "No votes yet".to_owned() };
    let votes = tally.votes();
    let early = if votes < EARLY_BELOW { "Early: " } else { "" };
    let own = match (own, votes) {
        (false, _) => "",
        (true, 1) => ", yours",
        (true, _) => ", one of them yours",
    };
    let said = counted(votes as usize, "vote");
    match votes < TELLING_FROM {
        true => format!("{early}{said}{own}, too few to tell."),
        false => format!("{early}{said}{own}; of all, between {} % and {} % would probably ship it.", low.0, high.0),
    }
}

//! The vote widget: two buttons, the count, its scope, and what happened.

use super::{Cast, Reader};
use crate::model::{Choice, EARLY_BELOW, Tally, Tool, ToolId};
use leptos::prelude::*;
use std::sync::Arc;

/// Votes on one tool.
#[component]
pub(super) fn VoteBox(
    /// The tool being judged.
    tool: Arc<Tool>,
    /// The community's votes with this reader's own among them, once.
    tally: Memo<Tally>,
    /// Who votes.
    reader: Reader,
) -> impl IntoView {
    let scope = reader.scope.words(tool.community, tally.get_untracked());
    let id = tool.id.clone();
    let said = move || reader.last.get().filter(|cast| cast.tool == id).map(|cast| said(&cast)).unwrap_or_default();
    let name = tool.name.clone();
    view! {
        <div class="vote">
            <div class="ballot" role="group" aria-label=format!("Your vote on {name}")>
                {Choice::ALL.map(|choice| view! { <VoteButton choice tool=tool.id.clone() name=name.clone() reader/> }).collect_view()}
            </div>
            <p class="scope">{scope}</p>
            <p class="count">{move || count(tally.get())}</p>
            <p class="said" role="status">{said}</p>
            {move || reader.trouble.get().map(|trouble| view! { <p class="trouble">{trouble.to_string()}</p> })}
        </div>
    }
}

#[component]
fn VoteButton(choice: Choice, tool: ToolId, name: String, reader: Reader) -> impl IntoView {
    let glyph = match choice {
        Choice::Ship => "✓ ",
        Choice::Skip => "✕ ",
    };
    let pressing = tool.clone();
    let current = move || reader.ballots.read().choice(&tool);
    let press = move |_| {
        let current = reader.ballots.read_untracked().choice(&pressing);
        reader.on_vote.run(Cast { tool: pressing.clone(), choice: choice.pressed(current) });
    };
    view! {
        <button type="button" class=choice.key() aria-pressed=move || if current() == Some(choice) { "true" } else { "false" } on:click=press>
            <span aria-hidden="true">{glyph}</span>
            {choice.word()}
            <span class="sr">" " {name}</span>
        </button>
    }
}

fn said(cast: &Cast) -> String {
    match cast.choice {
        Some(choice) => format!("You voted {}.", choice.word().to_lowercase()),
        None => "You withdrew your vote.".to_owned(),
    }
}

/// How sure the count is, in words.
fn count(tally: Tally) -> String {
    let Some((low, high)) = tally.interval() else { return "No votes yet".to_owned() };
    let votes = tally.votes();
    let between = format!("between {} % and {} %", low.0, high.0);
    match votes {
        1 => format!("Early: 1 vote, so the true share is {between}"),
        _ if votes < EARLY_BELOW => format!("Early: {votes} votes, so the true share is {between}"),
        _ => format!("{votes} votes, so the true share is {between}"),
    }
}

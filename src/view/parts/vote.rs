//! The vote widget: two buttons, the count, its scope, and what happened.

use super::text::{SHIPS, SKIPS, act_button, unheard, unseen};
use crate::{
    model::{Choice, EARLY_BELOW, Fate, Percent, Snapshot, Standing, TELLING_FROM, Tally, ToolId, counted},
    scripts::hooks,
    view::{Act, Followed, Outcome, Session},
};
use elements::{
    El,
    html::{div, p, span},
};

/// Votes on one tool: what the reader chose, and what is known of everybody's.
pub struct Voting {
    choice: Followed<Option<Choice>>,
    standing: Followed<Standing>,
    both: Followed<(Standing, Option<Choice>)>,
    snapshot: Option<Snapshot>,
}

impl Voting {
    /// Votes on a tool; `snapshot` is what the content carries of them.
    pub fn on(tool: &ToolId, snapshot: Option<Snapshot>, session: &Session) -> Self {
        let (choice, standing) = (session.choice(tool), session.standing(tool));
        Self { both: standing.and(&choice), choice, standing, snapshot }
    }

    /// What follows from what is known, the reader's own vote where it has to be added, and the community's votes with it among them once.
    pub fn map<T: 'static>(
        &self,
        then: impl Fn(&Standing, Option<Choice>, Tally) -> T + Send + Sync + 'static,
    ) -> Followed<T> {
        let snapshot = self.snapshot;
        self.both.map(move |(standing, choice)| {
            let own = choice.filter(|_| standing.adds_own(snapshot));
            then(&standing, own, standing.others(snapshot).with(own))
        })
    }
}

/// The widget for votes on one tool, which the page calls `name`.
pub fn vote_box(tool: &ToolId, name: &str, voting: &Voting, session: &Session) -> El {
    let Voting { choice, standing, snapshot, .. } = voting;
    let (scope, snapshot) = (session.scope(), *snapshot);
    let voted = tool.clone();
    let trouble = session.outcome(move |outcome| {
        // Where it was voted, that is told with what happened.
        let told = said(outcome, &voted);
        outcome.trouble.filter(|_| told.is_empty()).map(|why| p().class("trouble").child(why.to_string()))
    });
    let voted = tool.clone();
    let said = session.outcome(move |outcome| said(outcome, &voted));
    let voted = tool.clone();
    let fate = session.outcome(move |outcome| fate(outcome, &voted));
    let ballot = div()
        .class("ballot")
        .attr("role", "group")
        .attr("aria-label", format!("Your vote on {name}"))
        .child(Choice::ALL.map(|button| vote_button(button, tool, name, choice, session)));
    let words = voting.map(move |standing, _, tally| standing.words(scope, snapshot, tally));
    let count = voting.map(|standing, choice, tally| count(choice.is_some(), standing, tally));
    div()
        .class("vote")
        .child(ballot)
        .child(
            p().class("tally")
                .class(standing.map(|standing| if standing.is_shared() { "shared" } else { "" }))
                .child(span().class("scope").attr(hooks::SCOPE, "").child(words))
                .child(span().child(". "))
                .child(span().class("count").child(count)),
        )
        .child(
            p().class("said")
                .attr(hooks::SAID, "")
                .attr("role", "status")
                .attr("aria-atomic", "false")
                .child(said)
                .child(fate),
        )
        .child(trouble)
}

fn vote_button(
    button_of: Choice,
    tool: &ToolId,
    name: &str,
    choice: &Followed<Option<Choice>>,
    session: &Session,
) -> El {
    let glyph = match button_of {
        Choice::Ship => SHIPS,
        Choice::Skip => SKIPS,
    };
    act_button(session, Act::Press(tool.clone(), button_of))
        .attr(hooks::VOTE, button_of.key())
        .attr("aria-pressed", choice.map(move |choice| (choice == Some(button_of)).to_string()))
        .child(unheard(glyph))
        .child(button_of.word())
        .child(unseen(format!(" {name}")))
}

/// What happened and whether it will last, heard as one.
fn said(outcome: &Outcome, tool: &ToolId) -> String {
    let Some(cast) = outcome.last.as_ref().filter(|cast| cast.tool == *tool) else { return String::new() };
    let happened = match cast.choice {
        Some(Choice::Ship) => "You voted ship.",
        Some(Choice::Skip) => "You voted skip.",
        None => "You withdrew your vote.",
    };
    if let Some(Fate::Refused(_)) = outcome.fate {
        return String::new();
    }
    outcome.trouble.map_or_else(|| happened.to_owned(), |trouble| format!("{happened} {trouble}"))
}

/// What became of it at the server: said after what happened, and not with it again.
fn fate(outcome: &Outcome, tool: &ToolId) -> String {
    let is_here = outcome.last.as_ref().is_some_and(|cast| cast.tool == *tool);
    match outcome.fate.as_ref().filter(|_| is_here) {
        Some(fate @ Fate::Refused(_)) => fate.words(),
        Some(fate) => format!(" {}", fate.words()),
        None => String::new(),
    }
}

/// How sure the count is, in words. `own` is whether this reader's vote is among them.
fn count(own: bool, standing: &Standing, tally: Tally) -> String {
    let Some((low, high)) = tally.interval() else { return standing.unknown().unwrap_or("No votes yet").to_owned() };
    let votes = tally.votes();
    let early = if votes < EARLY_BELOW { "Early: " } else { "" };
    let own = match (own, votes) {
        (false, _) => "",
        (true, 1) => ", yours",
        (true, _) => ", one of them yours",
    };
    let said = counted(votes, "vote");
    let percent = |share: Percent| u32::from(share.0);
    match votes < TELLING_FROM {
        true => format!("{early}{said}{own}, too few to tell."),
        false => format!(
            "{early}{said}{own}; of all, between {} % and {} % would probably ship it.",
            percent(low),
            percent(high)
        ),
    }
}

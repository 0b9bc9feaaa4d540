//! What the person in front of the page chose so far, and where new choices go.

use crate::model::{Ballots, Choice, ReviewerId, Rows, Scope, Theme, ToolId, Trouble};
use leptos::prelude::{Callable, Callback, Get, Signal};
use std::sync::Arc;

/// Everything that a reader can change about a page. One value behind one signal: each further type of signal is a
/// kilobyte of every reader's download, and drawing again what one vote touches costs microseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Every ballot of this reader.
    pub ballots: Ballots,
    /// Why ballots will not be remembered, if so.
    pub trouble: Option<Trouble>,
    /// The last vote of this visit.
    pub last: Option<Cast>,
    /// Which rows of the facts table are shown.
    pub rows: Rows,
    /// Reviewers whom the panel's figures leave out.
    pub muted: Vec<ReviewerId>,
    /// How the page is lit.
    pub theme: Theme,
}

impl Reading {
    /// A reader with these ballots who has touched nothing else: how every page is prerendered, with nobody's ballots.
    pub fn untouched(ballots: Ballots) -> Self {
        Self { ballots, trouble: None, last: None, rows: Rows::All, muted: Vec::new(), theme: Theme::Auto }
    }
}

/// One vote: which tool, and what was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// The tool.
    pub tool: ToolId,
    /// The choice; `None` withdraws.
    pub choice: Option<Choice>,
}

/// What the reader did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Voted, changed a vote or withdrew it.
    Vote(Cast),
    /// Chose which rows to see.
    Show(Rows),
    /// Chose whether to count a reviewer.
    Count(ReviewerId, bool),
    /// Chose how the page is lit.
    Light(Theme),
    /// Wants to try again what failed.
    Retry,
}

/// The reader, as views know one: a state to read, and somewhere to tell of acts. `app` owns both; prerendering passes a
/// reader who chose nothing.
#[derive(Clone, Copy)]
pub struct Reader {
    state: Signal<Arc<Reading>>,
    act: Callback<Act>,
    /// Whose votes the counts hold.
    pub scope: Scope,
}

impl Reader {
    /// A reader whose state is `state`, and whose acts go to `act`.
    pub fn new(state: Signal<Arc<Reading>>, act: Callback<Act>, scope: Scope) -> Self {
        Self { state, act, scope }
    }

    /// The state now; whoever asks while being drawn is drawn again when it changes.
    #[inline(never)]
    pub(super) fn now(self) -> Arc<Reading> {
        self.state.get()
    }

    /// Tells what the reader did.
    #[inline(never)]
    pub(super) fn did(self, act: Act) {
        self.act.run(act);
    }
}

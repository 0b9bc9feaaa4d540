//! What the person in front of the page chose so far, and where new choices go.

use crate::model::{Ballots, Choice, ReviewerId, Rows, Scope, Theme, ToolId, Trouble};
use leptos::prelude::{Callback, Signal};

/// The reader's state, read-only, and the ways to change it. `app` owns it; prerendering passes a reader who chose nothing.
#[derive(Clone, Copy)]
pub struct Reader {
    /// Every ballot of this reader.
    pub ballots: Signal<Ballots>,
    /// Whose votes the counts hold.
    pub scope: Scope,
    /// Why ballots will not be remembered, if so.
    pub trouble: Signal<Option<Trouble>>,
    /// The last vote of this visit.
    pub last: Signal<Option<Cast>>,
    /// Which rows of the facts table are shown.
    pub rows: Signal<Rows>,
    /// Reviewers whom the panel's figures leave out.
    pub muted: Signal<Vec<ReviewerId>>,
    /// How the page is lit.
    pub theme: Signal<Theme>,
    /// Receives a new choice for a tool; `None` withdraws it.
    pub on_vote: Callback<Cast>,
    /// Receives the rows that shall be shown.
    pub on_rows: Callback<Rows>,
    /// Receives a reviewer, and whether to count that reviewer.
    pub on_count: Callback<(ReviewerId, bool)>,
    /// Receives the theme.
    pub on_theme: Callback<Theme>,
}

/// One vote: which tool, and what was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// The tool.
    pub tool: ToolId,
    /// The choice; `None` withdraws.
    pub choice: Option<Choice>,
}

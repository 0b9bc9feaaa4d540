//! What the person in front of the page chose so far, and where new choices go.

use super::Followed;
use crate::model::{
    Ballots, Choice, FactKey, ReviewerId, Rows, Scope, Site, Split, Tally, Theme, Tool, ToolId, Trouble, ViewState,
};
use leptos::prelude::{ArcRwSignal, Get, With};
use std::sync::Arc;

/// Everything that a reader can change about a page: a signal for each thing, written by one owner only.
#[derive(Debug, Clone)]
pub struct Signals {
    /// Every ballot of this reader.
    pub ballots: ArcRwSignal<Ballots>,
    /// What became of votes.
    pub outcome: ArcRwSignal<Outcome>,
    /// How a comparison is viewed: its only home. The address is written from it.
    pub view: ArcRwSignal<ViewState>,
    /// How the page is lit.
    pub theme: ArcRwSignal<Theme>,
}

impl Signals {
    /// A reader with these ballots who has touched nothing else: how every page is prerendered, with nobody's ballots.
    pub fn untouched(ballots: Ballots) -> Self {
        Self {
            ballots: ArcRwSignal::new(ballots),
            outcome: ArcRwSignal::new(Outcome::default()),
            view: ArcRwSignal::new(ViewState::default()),
            theme: ArcRwSignal::new(Theme::Auto),
        }
    }
}

/// What became of votes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The last vote on this page.
    pub last: Option<Cast>,
    /// Why ballots will not be remembered, if so.
    pub trouble: Option<Trouble>,
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
    /// Pressed a vote button: pressed again, it withdraws.
    Press(ToolId, Choice),
    /// Voted, changed a vote or withdrew it.
    Vote(Cast),
    /// Chose which rows to see.
    ShowRows(Rows),
    /// Hid a row of the facts table.
    HideRow(FactKey),
    /// Wants to see the rows again that they hid.
    ShowHiddenRows,
    /// Chose whether to count a reviewer.
    Count(ReviewerId, bool),
    /// Wants every reviewer to count.
    CountAll,
    /// Chose how the page is lit.
    SetTheme(Theme),
    /// Wants to try again what failed.
    Retry,
}

/// The reader's session, as views know it: what they chose, to be followed, and somewhere to tell of acts. `app` owns both;
/// prerendering passes the session of a reader who chose nothing.
#[derive(Clone)]
pub struct Session(Arc<Inner>);

struct Inner {
    signals: Signals,
    act: Box<dyn Fn(Act) + Send + Sync>,
    scope: Scope,
}

impl Session {
    /// A session whose state is in `signals`, whose acts go to `act`, and whose counts hold the votes of `scope`.
    pub fn new(signals: Signals, act: impl Fn(Act) + Send + Sync + 'static, scope: Scope) -> Self {
        Self(Arc::new(Inner { signals, act: Box::new(act), scope }))
    }

    /// Tells what the reader did.
    pub(super) fn did(&self, act: Act) {
        (self.0.act)(act);
    }

    /// Whose votes the counts hold.
    pub(super) fn scope(&self) -> Scope {
        self.0.scope
    }

    /// This reader's ballot on a tool.
    pub(super) fn choice(&self, tool: &ToolId) -> Followed<Option<Choice>> {
        let (ballots, tool) = (self.0.signals.ballots.clone(), tool.clone());
        Followed::new(move || ballots.with(|ballots| ballots.choice(&tool))).memo()
    }

    /// The community's votes on a tool, with this reader's own ballot, `choice`, among them once.
    pub(super) fn tally(&self, tool: &Tool, choice: &Followed<Option<Choice>>) -> Followed<Tally> {
        let snapshot = tool.community.map(|snapshot| snapshot.tally).unwrap_or_default();
        choice.map(move |choice| snapshot.with(choice))
    }

    /// How the reviewers that this reader counts divided over a tool.
    pub(super) fn split(&self, tool: &Arc<Tool>, site: &Arc<Site>) -> Followed<Arc<Split>> {
        let (tool, site) = (tool.clone(), site.clone());
        self.viewed(move |view| Arc::new(Split::of(&tool, &site, &view.muted))).memo()
    }

    /// What follows from how the reader views the comparison.
    pub(super) fn viewed<T: 'static>(&self, then: impl Fn(&ViewState) -> T + Send + Sync + 'static) -> Followed<T> {
        let view = self.0.signals.view.clone();
        Followed::new(move || view.with(&then))
    }

    /// Whether the reader left this reviewer out.
    pub(super) fn is_muted(&self, reviewer: &ReviewerId) -> Followed<bool> {
        let reviewer = reviewer.clone();
        self.viewed(move |view| view.muted.contains(&reviewer))
    }

    /// What became of votes.
    pub(super) fn outcome(&self) -> Followed<Outcome> {
        let outcome = self.0.signals.outcome.clone();
        Followed::new(move || outcome.get())
    }

    /// How the page is lit.
    pub(super) fn theme(&self) -> Followed<Theme> {
        let theme = self.0.signals.theme.clone();
        Followed::new(move || theme.get())
    }
}

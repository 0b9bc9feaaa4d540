//! What the person in front of the page chose so far, and where new choices go.

use super::Followed;
use crate::model::{Ballots, Choice, ReviewerId, Rows, Scope, Site, Split, Tally, Theme, Tool, ToolId, Trouble};
use leptos::prelude::{ArcRwSignal, Get, With};
use std::sync::Arc;

/// Everything that a reader can change about a page: a signal for each thing, written by one owner only.
#[derive(Debug, Clone)]
pub struct Signals {
    /// Every ballot of this reader.
    pub ballots: ArcRwSignal<Ballots>,
    /// Why ballots will not be remembered, if so.
    pub trouble: ArcRwSignal<Option<Trouble>>,
    /// The last vote on this page.
    pub last: ArcRwSignal<Option<Cast>>,
    /// Which rows of the facts table are shown.
    pub rows: ArcRwSignal<Rows>,
    /// Reviewers whom the panel's figures leave out.
    pub muted: ArcRwSignal<Vec<ReviewerId>>,
    /// How the page is lit.
    pub theme: ArcRwSignal<Theme>,
}

impl Signals {
    /// A reader with these ballots who has touched nothing else: how every page is prerendered, with nobody's ballots.
    pub fn untouched(ballots: Ballots) -> Self {
        Self {
            ballots: ArcRwSignal::new(ballots),
            trouble: ArcRwSignal::new(None),
            last: ArcRwSignal::new(None),
            rows: ArcRwSignal::new(Rows::All),
            muted: ArcRwSignal::new(Vec::new()),
            theme: ArcRwSignal::new(Theme::Auto),
        }
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
    /// Pressed a vote button: pressed again, it withdraws.
    Press(ToolId, Choice),
    /// Voted, changed a vote or withdrew it.
    Vote(Cast),
    /// Chose which rows to see.
    ShowRows(Rows),
    /// Chose whether to count a reviewer.
    Count(ReviewerId, bool),
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
    pub(super) fn split(&self, tool: &Arc<Tool>, site: &Arc<Site>) -> Followed<Split> {
        let (muted, tool, site) = (self.0.signals.muted.clone(), tool.clone(), site.clone());
        Followed::new(move || muted.with(|muted| Split::of(&tool, &site, muted))).memo()
    }

    /// Whom the reader left out.
    pub(super) fn muted(&self) -> Followed<Vec<ReviewerId>> {
        let muted = self.0.signals.muted.clone();
        Followed::new(move || muted.get())
    }

    /// Whether the reader left this reviewer out.
    pub(super) fn is_muted(&self, reviewer: &ReviewerId) -> Followed<bool> {
        let (muted, reviewer) = (self.0.signals.muted.clone(), reviewer.clone());
        Followed::new(move || muted.with(|muted| muted.contains(&reviewer)))
    }

    /// What became of the last vote, if it was on this tool; and why votes will not be remembered, if so.
    pub(super) fn outcome(&self, tool: &ToolId) -> Followed<(Option<Cast>, Option<Trouble>)> {
        let (last, trouble, tool) = (self.0.signals.last.clone(), self.0.signals.trouble.clone(), tool.clone());
        Followed::new(move || {
            let cast = last.with(|last| last.clone().filter(|cast| cast.tool == tool));
            // Where nothing was said, nothing about it changes.
            let trouble = if cast.is_some() { trouble.get() } else { None };
            (cast, trouble)
        })
    }

    /// Why votes will not be remembered, if so.
    pub(super) fn trouble(&self) -> Followed<Option<Trouble>> {
        let trouble = self.0.signals.trouble.clone();
        Followed::new(move || trouble.get())
    }

    /// Which rows of the facts table are shown.
    pub(super) fn rows(&self) -> Followed<Rows> {
        let rows = self.0.signals.rows.clone();
        Followed::new(move || rows.get())
    }

    /// How the page is lit.
    pub(super) fn theme(&self) -> Followed<Theme> {
        let theme = self.0.signals.theme.clone();
        Followed::new(move || theme.get())
    }
}

//! What the person in front of the page chose so far, and where new choices go.

mod desk;

pub use desk::{Desk, Lineup, Share};

use super::{
    Followed,
    followed::{Shared, held_by},
};
use crate::model::{
    Ballots, Choice, Community, Explore, FactKey, Fate, Index, Of, Pick, ReviewerId, Rows, SameWords, Scope, Site,
    Sought, Split, Standing, Step, Theme, Tool, ToolId, Trouble, Verdict, ViewState, Wish,
};
use leptos::prelude::ArcRwSignal;
use std::sync::Arc;

/// Everything that a reader can change about a page: a signal for each thing, written by one owner only.
#[derive(Debug, Clone)]
pub struct Signals {
    /// Every ballot of this reader.
    pub ballots: ArcRwSignal<Ballots>,
    /// What became of votes.
    pub outcome: ArcRwSignal<Outcome>,
    /// Everybody's votes.
    pub community: ArcRwSignal<Community>,
    /// How a comparison is viewed: its only home. The address is written from it.
    pub view: ArcRwSignal<ViewState>,
    /// What the reader looks for in a list.
    pub explore: ArcRwSignal<Explore>,
    /// What can be searched.
    pub index: ArcRwSignal<Index>,
    /// What the reader has at hand once the app is there.
    pub desk: ArcRwSignal<Desk>,
    /// How the page is lit.
    pub theme: ArcRwSignal<Theme>,
    /// How many changes of the tool that is shown the reader had seen before; nothing at their first visit.
    pub seen: ArcRwSignal<Option<usize>>,
}

impl Signals {
    /// A reader with these ballots who has touched nothing else: how every page is prerendered, with nobody's ballots.
    pub fn untouched(ballots: Ballots) -> Self {
        Self {
            ballots: ArcRwSignal::new(ballots),
            outcome: ArcRwSignal::new(Outcome::default()),
            community: ArcRwSignal::default(),
            view: ArcRwSignal::new(ViewState::default()),
            explore: ArcRwSignal::default(),
            index: ArcRwSignal::default(),
            desk: ArcRwSignal::default(),
            theme: ArcRwSignal::new(Theme::Auto),
            seen: ArcRwSignal::new(None),
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
    /// What became of the last vote at the server, once that is known.
    pub fate: Option<Fate>,
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
    /// Counts every reviewer again.
    CountAll,
    /// Chose which verdicts of a reviewer to see; nothing is all.
    ShowVerdicts(Option<Verdict>),
    /// Looks for something in a list.
    Wish(Wish),
    /// Picked a tool to compare, or took the pick back.
    Pick(Pick),
    /// Took a pick back where the picks are listed.
    Unpick(Pick),
    /// Goes about adding a tool.
    Add(Step),
    /// Wants to compare other tools.
    Compare(Lineup),
    /// Hands the comparison on.
    Share(Share),
    /// Turned blind mode on or off.
    GoBlind,
    /// Chose how the page is lit.
    SetTheme(Theme),
    /// Chose whether the key `/` leads to the search.
    SetSlash(bool),
    /// Wants to try again what failed.
    Retry,
}

/// The reader's session, as views know it: what they chose, to be followed, and somewhere to tell of acts. `app` owns both;
/// prerendering passes the session of a reader who chose nothing.
pub struct Session(Arc<Inner>);

/// Not inlined: nearly every view does this, and counting is longer than a call.
impl Clone for Session {
    #[inline(never)]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

struct Inner {
    signals: Signals,
    act: Box<dyn Fn(&Act) + Send + Sync>,
    scope: Scope,
    same_words: SameWords,
}

impl Session {
    /// A session whose state is in `signals`, whose acts go to `act`, and whose counts hold the votes of `scope`. What are the same
    /// words, `same_words` says.
    pub fn new(
        signals: Signals,
        act: impl Fn(&Act) + Send + Sync + 'static,
        scope: Scope,
        same_words: SameWords,
    ) -> Self {
        Self(Arc::new(Inner { signals, act: Box::new(act), scope, same_words }))
    }

    /// Tells what the reader did.
    pub(super) fn did(&self, act: &Act) {
        (self.0.act)(act);
    }

    /// Whose votes the counts hold.
    pub(super) fn scope(&self) -> Scope {
        self.0.scope
    }

    /// How authors' words are compared here.
    pub(super) fn same_words(&self) -> SameWords {
        self.0.same_words
    }

    /// What `read` reads from one of the signals. It holds the session, which is one thing to count; a signal is two.
    fn follow<S: Send + Sync + 'static, T: 'static>(
        &self,
        which: impl Fn(&Signals) -> &ArcRwSignal<S> + Send + Sync + 'static,
        read: impl Fn(&S) -> T + Send + Sync + 'static,
    ) -> Followed<T> {
        let session = self.clone();
        Followed::new(move || read(&held_by(which(&session.0.signals))))
    }

    /// This reader's ballot on a tool.
    pub(super) fn choice(&self, tool: &ToolId) -> Followed<Option<Choice>> {
        let tool = tool.clone();
        self.follow(|signals| &signals.ballots, move |ballots| ballots.choice(&tool)).memo()
    }

    /// What is known of everybody's votes on a tool.
    pub(super) fn standing(&self, tool: &ToolId) -> Followed<Standing> {
        let tool = tool.clone();
        self.follow(|signals| &signals.community, move |community| community.standing(&tool)).memo()
    }

    /// How the reviewers that this reader counts divided over a tool.
    pub(super) fn split(&self, tool: &Arc<Tool>, site: &Arc<Site>) -> Followed<Arc<Split>> {
        let (tool, site) = (tool.clone(), site.clone());
        self.viewed(move |view| Arc::new(Split::of(&tool, &site, &view.muted))).memo()
    }

    /// What follows from how the reader views the comparison.
    pub(super) fn viewed<T: 'static>(&self, then: impl Fn(&ViewState) -> T + Send + Sync + 'static) -> Followed<T> {
        self.follow(|signals| &signals.view, then)
    }

    /// What follows from whether the reader left this reviewer out.
    pub(super) fn muted<T: 'static>(
        &self,
        reviewer: &ReviewerId,
        then: impl Fn(bool) -> T + Send + Sync + 'static,
    ) -> Followed<T> {
        let reviewer = reviewer.clone();
        self.viewed(move |view| then(view.muted.contains(&reviewer)))
    }

    /// What follows from what the reader looks for.
    pub(super) fn explored<T: 'static>(&self, then: impl Fn(&Explore) -> T + Send + Sync + 'static) -> Followed<T> {
        self.follow(|signals| &signals.explore, then)
    }

    /// What a list shows of what the reader looks for.
    pub(super) fn sought(&self, of: Of) -> Followed<Shared<Sought>> {
        let session = self.clone();
        let sought = move || {
            let Signals { explore, index, view, .. } = &session.0.signals;
            of.sought(&held_by(explore), &held_by(index), &held_by(view).muted)
        };
        Followed::new(sought).shared()
    }

    /// What follows from how many changes of the tool that is shown the reader had seen before.
    pub(super) fn seen<T: 'static>(&self, then: impl Fn(&Option<usize>) -> T + Send + Sync + 'static) -> Followed<T> {
        self.follow(|signals| &signals.seen, then)
    }

    /// What follows from what became of votes.
    pub(super) fn outcome<T: 'static>(&self, then: impl Fn(&Outcome) -> T + Send + Sync + 'static) -> Followed<T> {
        self.follow(|signals| &signals.outcome, then)
    }

    /// What follows from how the page is lit.
    pub(super) fn theme<T: 'static>(&self, then: impl Fn(&Theme) -> T + Send + Sync + 'static) -> Followed<T> {
        self.follow(|signals| &signals.theme, then)
    }
}

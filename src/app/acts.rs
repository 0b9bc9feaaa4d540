//! What follows from what the reader does.

use super::{App, screen::Screen};
use crate::{
    browser::{self, Early, Move},
    model::{
        Choice, FactKey, Index, LoadError, Loaded, Pick, Receipt, ReviewerId, Rows, Step, Theme, ToolId, Verdict, Wish,
    },
    scripts::choices,
    view::{Act, Cast, Outcome},
};
use leptos::prelude::*;
use std::rc::Rc;

impl App {
    pub(super) fn reader_did(self: &Rc<Self>, act: &Act) {
        match act {
            Act::Press(tool, button) => {
                let choice = button.pressed(self.signals.ballots.read_untracked().choice(tool));
                self.vote(Cast { tool: tool.clone(), choice });
            }
            Act::Vote(cast) => self.vote(cast.clone()),
            Act::Wish(wish) => self.wish(wish.clone()),
            Act::Pick(pick) => {
                self.pick(pick);
                // What is said of it may lie over what was pressed.
                browser::keep_in_sight(None, None);
            }
            Act::Unpick(pick) => {
                self.pick(pick);
                // Whoever removed the last one stood on what is no longer there.
                browser::focus_soon("#main");
                browser::focus_soon("#picked");
            }
            Act::Add(step) => self.add(step),
            Act::Compare(lineup) => self.compare(lineup),
            Act::Share(share) => self.share(*share),
            Act::GoBlind => {
                self.change_view(&mut |view| view.blind = !view.blind);
                self.settle_blind();
                // It stands above what it hides, and below all of what it shows.
                browser::scroll_to(0);
                browser::focus_soon("#blind");
                browser::keep_in_sight(None, None);
            }
            Act::SetTheme(theme) => {
                browser::light(*theme);
                browser::store_theme(*theme);
                self.signals.theme.set(*theme);
            }
            Act::SetSlash(leads) => {
                browser::store_slash(*leads);
                self.change_desk(&mut |desk| desk.no_slash = !leads);
            }
            Act::ShowRows(rows) => self.change_view(&mut |view| view.rows = *rows),
            // What had focus goes with what is hidden, or with the button that was pressed.
            Act::HideRow(key) => {
                self.change_view(&mut |view| {
                    view.hidden.retain(|hidden| hidden != key);
                    view.hidden.push(key.clone());
                });
                browser::focus_soon("fieldset>button");
            }
            Act::ShowHiddenRows => {
                self.change_view(&mut |view| view.hidden.clear());
                browser::focus_soon("[name=rows]:checked");
            }
            Act::CountAll => {
                self.change_view(&mut |view| view.muted.clear());
                browser::focus_soon("h1");
            }
            Act::Count(reviewer, counted) => self.change_view(&mut |view| {
                view.muted.retain(|muted| muted != reviewer);
                if !*counted {
                    view.muted.push(reviewer.clone());
                }
            }),
            Act::ShowVerdicts(verdict) => self.change_view(&mut |view| view.verdict = *verdict),
            Act::Retry => self.retry(),
        }
    }

    /// Tries again what could not be had: the page, or else the index, which the reader searches or adds tools from.
    fn retry(self: &Rc<Self>) {
        let is_newer = |error: &LoadError| matches!(error, LoadError::NewerSchema { .. });
        // Whether the page could not be had, and whether a newer app is what it takes.
        let (has_failed, takes_newer) = match self.screen.read_untracked().as_deref() {
            Some(Screen { state: Loaded::Failed(error), .. }) => (true, is_newer(error)),
            _ => (false, matches!(&*self.signals.index.read_untracked(), Index::Failed(error) if is_newer(error))),
        };
        if takes_newer {
            // Only a reload brings the version that can read it.
            browser::reload();
        } else if has_failed {
            // The button goes, and focus with it: it is put somewhere, as where a link was followed.
            if matches!(self.arrival.borrow().how, Move::Arrived) {
                self.arrival.borrow_mut().how = Move::Followed;
            }
            self.show();
        } else if self.has_list() {
            self.wish(Wish::Soon);
        } else {
            self.add(&Step::Open);
        }
    }

    fn vote(self: &Rc<Self>, cast: Cast) {
        let Receipt { ballots, trouble } = self.votes.cast(&cast);
        self.signals.ballots.set(ballots);
        self.signals.outcome.set(Outcome { last: Some(cast), trouble, fate: None });
        self.end_blindness();
        // The page is changed first: what sending reads and writes would stand before it. Where the page is left meanwhile, `leave` sends.
        let app = self.clone();
        browser::after(0, move || app.send_votes());
    }

    /// The reader's ballots are these now, whoever changed them.
    pub(super) fn take(self: &Rc<Self>, Receipt { ballots, trouble }: Receipt) {
        self.signals.outcome.update(|outcome| {
            outcome.trouble = trouble;
            // Of what another tab has changed since, nothing is said any more.
            outcome.last.take_if(|last| ballots.choice(&last.tool) != last.choice);
        });
        self.signals.ballots.set(ballots);
        self.end_blindness();
    }

    /// Votes may end a blind test: what was blind is told above the title.
    fn end_blindness(self: &Rc<Self>) {
        if self.settle_blind() {
            browser::scroll_to(0);
            browser::focus_soon("#revealed,h1");
        }
    }
}

/// What an early choice means. It is what the reader saw and wanted, so a vote is what was pressed, not a change of it.
pub(super) fn act_of(early: &Early) -> Option<Act> {
    match early.what.as_str() {
        choices::VOTE => {
            let choice = Choice::ALL.into_iter().find(|choice| choice.key() == early.choice);
            Some(Act::Vote(Cast { tool: ToolId::parse(&early.value).ok()?, choice }))
        }
        choices::PANEL => Some(Act::Count(ReviewerId::parse(&early.value).ok()?, early.checked)),
        choices::ROWS => Some(Act::ShowRows(Rows::of(&early.value))),
        choices::QUERY => Some(Act::Wish(Wish::Query(early.value.clone()))),
        choices::CATEGORY => Some(Act::Wish(Wish::Category(early.value.clone()))),
        choices::ENTRY => Some(Act::Wish(Wish::Entry(early.value.clone()))),
        choices::SORT => Some(Act::Wish(Wish::Sort(early.value.clone()))),
        choices::VERDICT => Some(Act::ShowVerdicts(Verdict::parse(&early.value).ok())),
        choices::HIDE => Some(Act::HideRow(FactKey::parse(&early.value).ok()?)),
        choices::PICK => Some(Act::Pick(Pick::parse(&early.value)?)),
        choices::SLASH => Some(Act::SetSlash(early.checked)),
        choices::THEME => Some(Act::SetTheme(Theme::of(&early.value))),
        _ => None,
    }
}

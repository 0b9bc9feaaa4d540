//! What follows from what the reader does.

use super::App;
use crate::{
    browser::{self, Early, Move},
    model::{Choice, Comparing, LoadError, Loaded, ReviewerId, Route, Rows, Theme, ToolId},
    scripts::choices,
    view::{Act, Cast, Reading},
};
use leptos::prelude::*;
use std::{rc::Rc, sync::Arc};

impl App {
    pub(super) fn change(&self, change: impl FnOnce(&mut Reading)) {
        let mut reading = Reading::clone(&self.reading.read_untracked());
        change(&mut reading);
        self.reading.set(Arc::new(reading));
    }

    pub(super) fn reader_did(self: &Rc<Self>, act: Act) {
        match act {
            Act::Vote(cast) => {
                let app = self.clone();
                let answer = self.votes.cast(&cast);
                browser::spawn(async move {
                    let receipt = answer.await;
                    app.change(|reading| {
                        reading.ballots = receipt.ballots;
                        reading.trouble = receipt.trouble;
                        reading.last = Some(cast);
                    });
                });
            }
            Act::Light(theme) => {
                browser::apply_theme(theme);
                self.change(|reading| reading.theme = theme);
            }
            Act::Show(rows) => self.look(|comparing| comparing.rows = rows),
            Act::Count(reviewer, counted) => self.look(|comparing| {
                comparing.mute.retain(|muted| *muted != reviewer);
                if !counted {
                    comparing.mute.push(reviewer);
                }
            }),
            Act::Retry => match &*self.page.read_untracked() {
                // Only a reload brings the version that can read it.
                Some(Loaded::Failed(LoadError::NewerSchema { .. })) => browser::reload(),
                _ => self.show(Move::Followed, ""),
            },
        }
    }

    /// The reader looks at the same comparison in another way: the address follows, the history does not grow.
    pub(super) fn look(&self, change: impl FnOnce(&mut Comparing)) {
        if let Route::Compare(comparing) = &mut *self.route.borrow_mut() {
            change(comparing);
        }
        // An embed's address says how the page around it wants it to look.
        if !self.embedded {
            self.history.replace(&self.links.to(&self.route.borrow()));
        }
        self.take_look();
    }

    /// The page is looked at as its address says.
    pub(super) fn take_look(&self) {
        let (rows, muted) = look_of(&self.route.borrow());
        self.change(|reading| {
            reading.rows = rows;
            reading.muted = muted;
        });
    }
}

/// How an address says that its page is looked at.
pub(super) fn look_of(route: &Route) -> (Rows, Vec<ReviewerId>) {
    match route {
        Route::Compare(comparing) => (comparing.rows, comparing.mute.clone()),
        _ => (Rows::All, Vec::new()),
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
        choices::ROWS => Some(Act::Show(Rows::of(&early.value))),
        choices::THEME => Some(Act::Light(Theme::of(&early.value))),
        _ => None,
    }
}

//! How a comparison is viewed: it lives in signals, and the address is written from them.

use super::App;
use crate::{
    browser::{self, Address},
    model::{Explore, Loaded, ReviewerId, ViewState},
};
use leptos::prelude::{ReadUntracked, Set};
use std::{cell::Cell, rc::Rc};

/// Milliseconds between two writings of the address, at least: browsers take long over each, and refuse a hundred in a row.
const WRITE_EVERY_MS: i32 = 150;

/// When the address was written, and whether it has to be again.
#[derive(Default)]
pub(super) struct Pace {
    resting: Cell<bool>,
    is_due: Cell<bool>,
}

impl Pace {
    /// The entry that was to be written is no longer the present one.
    pub fn forget(&self) {
        self.is_due.set(false);
    }
}

impl App {
    /// The page is viewed as an address says.
    pub(super) fn take_view_state(self: &Rc<Self>, address: &Address) {
        let view = ViewState::parse(&address.query);
        if *self.signals.view.read_untracked() != view {
            self.signals.view.set(view);
        }
        let mut explore = if self.has_list() { Explore::parse(&address.query) } else { Explore::default() };
        self.by_usual_order(&mut explore);
        if !explore.is_everything() {
            self.want_index(false);
        }
        if *self.signals.explore.read_untracked() != explore {
            self.signals.explore.set(explore);
        }
    }

    /// The reader views the same comparison in another way. Reviewers that the address named and this page lacks are dropped.
    pub(super) fn change_view(self: &Rc<Self>, change: &mut dyn FnMut(&mut ViewState)) {
        let mut view = self.signals.view.read_untracked().clone();
        view.muted.retain(|muted| self.knows(muted));
        change(&mut view);
        self.signals.view.set(view);
        self.view_changed();
    }

    /// The address follows, and the history does not grow.
    pub(super) fn view_changed(self: &Rc<Self>) {
        self.pace.is_due.set(true);
        if !self.pace.resting.replace(true) {
            self.write_address_now();
            let app = self.clone();
            browser::after(WRITE_EVERY_MS, move || {
                app.pace.resting.set(false);
                if app.pace.is_due.get() {
                    app.view_changed();
                }
            });
        }
    }

    /// Writes what is still to be written.
    pub(super) fn write_address_now(&self) {
        // An embed's address says how the page around it wants it to look.
        if self.pace.is_due.take() && !self.embedded {
            self.history.replace(&self.address());
        }
    }

    /// The address of the page as it is viewed.
    pub(super) fn address(&self) -> String {
        let path = self.signals.view.read_untracked().within(&self.route.borrow().to_path());
        self.signals.explore.read_untracked().within(&path)
    }

    /// Whether a reviewer can be muted here: one of the panel, or of those who reviewed a tool on this page.
    fn knows(&self, reviewer: &ReviewerId) -> bool {
        match self.screen.read_untracked().as_deref().map(|screen| &screen.state) {
            Some(Loaded::Ready(ready)) => {
                ready.site.reviewer(reviewer).is_some() || ready.page.is_reviewed_by(reviewer)
            }
            _ => true,
        }
    }
}

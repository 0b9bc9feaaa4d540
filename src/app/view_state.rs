//! How a comparison is viewed: it lives in signals, and the address is written from them.

use super::App;
use crate::{
    browser::{self, Address},
    model::{Explore, Loaded, ReviewerId, ViewState},
};
use leptos::prelude::{ReadUntracked, Set};
use std::rc::Rc;

/// Milliseconds between two writings of the address, at least: browsers take long over each, and some refuse more than a hundred in half a
/// minute.
const WRITE_EVERY_MS: i32 = 300;

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
        self.address_is_due.set(true);
        if !self.address_is_paced.replace(true) {
            // Behind what the reader did, which does not wait for it.
            self.write_address_after(0);
        }
    }

    fn write_address_after(self: &Rc<Self>, milliseconds: i32) {
        let app = self.clone();
        browser::after(milliseconds, move || {
            if app.address_is_due.get() {
                app.write_address_now();
                app.write_address_after(WRITE_EVERY_MS);
            } else {
                app.address_is_paced.set(false);
            }
        });
    }

    /// Writes what is still to be written.
    pub(super) fn write_address_now(&self) {
        // An embed's address says how the page around it wants it to look.
        if self.address_is_due.take() && !self.embedded {
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

//! Tools that the reader picks: they live in a signal, follow them from page to page, and are stored where that is possible.

use super::App;
use crate::{browser, model::Pick, view::Desk};
use leptos::prelude::Update;

impl App {
    /// Changes what the reader has at hand.
    pub(super) fn change_desk(&self, change: &mut dyn FnMut(&mut Desk)) {
        self.signals.desk.update(|desk| change(desk));
    }

    /// The picks are those that are stored now, whichever tab stored them.
    pub(super) fn take_picks(&self) {
        if let Some(picks) = browser::stored_picks() {
            self.change_desk(&mut |desk| desk.picks = picks.clone());
        }
    }

    pub(super) fn pick(&self, pick: &Pick) {
        self.change_desk(&mut |desk| {
            desk.told = desk.picks.toggle(pick.clone());
            browser::store_picks(&desk.picks);
        });
    }
}

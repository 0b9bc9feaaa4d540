//! Tools that the reader picks: they live in a signal, follow them from page to page, and are stored where that is possible.

use super::App;
use crate::{browser, model::Pick, scripts::places};
use leptos::prelude::{ReadUntracked, Set};

impl App {
    /// The picks are those that are stored now, whichever tab stored them.
    pub(super) fn take_picks(&self) {
        if let Some(picks) = browser::stored_picks() {
            self.signals.picks.set(picks);
        }
    }

    pub(super) fn pick(&self, pick: Pick) {
        // Other tabs may have picked while this one slept. Where nothing could be stored, what this tab knows counts.
        let known = self.signals.picks.read_untracked().clone();
        let stored = if self.picks_are_stored.get() { browser::stored_picks() } else { None };
        let mut picks = stored.unwrap_or(known);
        let name = pick.name.clone();
        let id = pick.id.clone();
        let words = if !picks.toggle(pick) {
            format!("A comparison has at most five tools. Remove one, then pick {name}.")
        } else if picks.has(&id) {
            format!("{name} is picked.")
        } else {
            format!("{name} is no longer picked.")
        };
        self.picks_are_stored.set(browser::store_picks(&picks));
        self.signals.picks.set(picks);
        self.signals.told.set(words);
        // Whoever removed the last one stood on what is no longer there.
        browser::spawn(async {
            if browser::has_lost_focus() && !browser::focus(places::PICKED) {
                browser::focus(places::MAIN);
            }
        });
    }
}

//! Blind mode: what the page is called while the tools go without their names, and where its reader is once they have them.

use super::{App, screen::Screen};
use crate::model::{Loaded, Matchup, Page};
use leptos::prelude::ReadUntracked;

impl App {
    /// What is shown, if that is a page.
    pub(super) fn shown_page(&self) -> Option<Page> {
        match self.screen.read_untracked().as_deref() {
            Some(Screen { state: Loaded::Ready(ready), .. }) => Some(ready.page.clone()),
            _ => None,
        }
    }

    /// Whether the tools of this comparison go without their names now.
    pub(super) fn blinds(&self, matchup: &Matchup) -> bool {
        let ballots = self.signals.ballots.read_untracked();
        !self.embedded
            && matchup.tools.len() == 2
            && self.signals.view.read_untracked().blind
            && matchup.tools.iter().any(|tool| ballots.choice(&tool.id).is_none())
    }

    /// The page gets the name that goes with what it shows. True where that changed.
    pub(super) fn settle_blind(&self) -> bool {
        let Some(screen) = self.screen.read_untracked().clone() else { return false };
        let Loaded::Ready(ready) = &screen.state else { return false };
        let was_blind = self.is_blind.get();
        let is_blind = matches!(&ready.page, Page::Compare(matchup) if self.blinds(matchup));
        if is_blind != was_blind {
            self.name_page(&self.route.borrow(), Ok(ready));
        }
        is_blind != was_blind
    }
}

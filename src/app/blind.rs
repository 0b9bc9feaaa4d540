//! Blind mode: whether the page goes without names, and what it is called meanwhile.

use super::{App, screen::Ready};
use crate::model::{Blind, Loaded, Page};
use leptos::prelude::ReadUntracked;
use std::{rc::Rc, sync::Arc};

impl App {
    /// What is shown, if that is a page.
    pub(super) fn shown_page(&self) -> Option<Arc<Ready>> {
        self.screen.read_untracked().as_ref()?.ready().cloned()
    }

    /// Whether the tools of a page go without their names now.
    pub(super) fn blindness(&self, page: &Page) -> Blind {
        match page {
            Page::Compare(matchup)
                if matchup.tools.len() == 2 && !self.embedded && self.signals.view.read_untracked().blind =>
            {
                let ballots = self.signals.ballots.read_untracked();
                let has_judged = matchup.tools.iter().all(|tool| ballots.choice(&tool.id).is_some());
                if has_judged { Blind::Over } else { Blind::On }
            }
            _ => Blind::Off,
        }
    }

    /// The page that is shown goes without names, or with them, as the reader wants and votes. True where that changed.
    pub(super) fn settle_blind(self: &Rc<Self>) -> bool {
        let Some(ready) = self.shown_page() else { return false };
        let blind = self.blindness(&ready.page);
        let has_changed = self.blind.replace(blind) != blind;
        if has_changed {
            let route = self.route.borrow().clone();
            self.name_page(&route, Ok(&ready));
            self.draw(Loaded::Ready(ready));
        }
        has_changed
    }
}

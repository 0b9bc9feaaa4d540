//! Where focus and scroll go once a page is there.

use super::App;
use crate::{
    browser::{self, Move},
    scripts::places,
    view::Lineup,
};
use std::rc::Rc;

/// How the reader came to a page.
pub(super) struct Arrival {
    pub how: Move,
    /// The part of the page that the address names; empty where it names none.
    pub fragment: String,
    /// What they changed of a comparison to come here.
    pub lineup: Option<Lineup>,
    /// Whether the page was there already, and only its view changes.
    pub same_page: bool,
}

impl App {
    /// Puts focus and scroll where a reader who came this way expects them, once the page is drawn: the effects that draw it are queued
    /// already, and this runs after them.
    pub(super) fn settle(self: &Rc<Self>) {
        let app = self.clone();
        browser::spawn(async move { app.settle_now() });
    }

    fn settle_now(&self) {
        let Arrival { how, fragment, lineup, same_page } = &*self.arrival.borrow();
        self.history.note_drawn();
        if let Some(lineup) = lineup {
            browser::reveal(places::CHANGE, false);
            for id in [places::CHANGE, &lineup.focus] {
                browser::focus(&format!("#{id}"));
            }
            return;
        }
        match (*how, self.history.position()) {
            (Move::Returned { y, link }, _) => {
                // On the same page focus stays where it is, but for who left by a link.
                if !browser::focus_link(link) && !same_page {
                    browser::focus("h1");
                }
                browser::scroll_to(y);
            }
            // Not where the reader has begun to scroll meanwhile.
            (Move::Arrived, Some(y)) if browser::scrolled() == 0 => browser::scroll_to(y),
            _ if !fragment.is_empty() && browser::reveal(fragment, *how == Move::Followed) => {}
            (Move::Followed, _) => {
                browser::focus("h1");
                browser::scroll_to(0);
            }
            (Move::Arrived, _) => {}
        }
    }
}

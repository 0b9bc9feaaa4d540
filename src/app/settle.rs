//! Where focus and scroll go once a page is there.

use super::App;
use crate::{
    browser::{self, Move},
    scripts::places,
    view::Lineup,
};
use std::rc::Rc;

/// How the reader came to what is about to be drawn.
pub(super) struct Arrival {
    pub how: Move,
    /// The part of the page that the address names; empty where it names none.
    pub fragment: String,
    /// What they changed of a comparison to come here.
    pub lineup: Option<Lineup>,
    /// Whether the page was there already, and only its view changes.
    pub same_page: bool,
}

impl Arrival {
    /// At another page, without having changed a comparison.
    pub fn by(how: Move, fragment: String) -> Self {
        Self { how, fragment, lineup: None, same_page: false }
    }
}

impl App {
    /// Puts focus and scroll where a reader who came this way expects them, once the page is drawn: the effects that draw it are queued
    /// already, and this runs after them.
    pub(super) fn settle(self: &Rc<Self>, arrival: Arrival) {
        let app = self.clone();
        browser::spawn(async move { app.settle_now(&arrival) });
    }

    fn settle_now(&self, Arrival { how, fragment, lineup, same_page }: &Arrival) {
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

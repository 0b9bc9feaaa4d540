//! Where focus and scroll go once a page is there.

use super::App;
use crate::browser::{self, Move};

impl App {
    /// Puts focus and scroll where a reader who came this way expects them.
    pub(super) fn settle(&self, how: Move, fragment: &str) {
        self.history.note_drawn();
        if self.settle_change() {
            return;
        }
        match (how, self.history.position()) {
            (Move::Returned { y, link }, _) => {
                if !browser::focus_link(link) {
                    browser::focus("h1");
                }
                browser::scroll_to(y);
            }
            // Not where the reader has begun to scroll meanwhile.
            (Move::Arrived, Some(y)) if browser::scrolled() == 0 => browser::scroll_to(y),
            _ if !fragment.is_empty() && browser::reveal(fragment, how == Move::Followed) => {}
            (Move::Followed, _) => {
                browser::focus("h1");
                browser::scroll_to(0);
            }
            (Move::Arrived, _) => {}
        }
    }
}

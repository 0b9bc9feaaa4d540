//! Comparing other tools: the address is the state, and what is shown follows it as it follows a link.

use super::App;
use crate::{
    browser::{self, Move},
    model::{Adding, Index, Offers, Page, Route, Step, ToolId, Which},
    scripts::places,
    view::{Change, Shared},
};
use leptos::prelude::{ReadUntracked, Set, Update};
use std::rc::Rc;

impl App {
    pub(super) fn add(self: &Rc<Self>, step: Step) {
        if step != Step::Close {
            self.want_index();
        }
        let count = self.offers().shown.len();
        self.signals.adding.update(|adding| adding.take(step, count));
    }

    pub(super) fn add_active(self: &Rc<Self>) {
        let active = self.signals.adding.read_untracked().active;
        match active {
            Some(at) => self.add_offer(at),
            None => self.add(Step::Next),
        }
    }

    pub(super) fn add_offer(self: &Rc<Self>, at: usize) {
        let offers = self.offers();
        let Some(offer) = offers.shown.get(at) else { return };
        let mut tools = self.compared();
        tools.push(offer.id.clone());
        self.compare(Change { tools, words: format!("{} added.", offer.name), focus: places::ADD.to_owned() });
    }

    /// Goes to the comparison of these tools.
    pub(super) fn compare(self: &Rc<Self>, change: Change) {
        let route = Route::Compare(Which::Tools(change.tools.clone()));
        self.write_address_now();
        let href = self.signals.view.read_untracked().carried_to(&self.links.to(&route));
        *self.changed.borrow_mut() = Some(change);
        if self.history.push(&href) {
            self.arrive(&self.history.address(), Move::Followed);
        } else {
            browser::open(&href);
        }
    }

    /// Another page begins: what belonged to the one before is forgotten.
    pub(super) fn forget_page(self: &Rc<Self>) {
        self.signals.adding.set(Adding::default());
        self.signals.shared.set(Shared::default());
        let words = self.changed.borrow().as_ref().map(|change| change.words.clone());
        self.signals.told.set(words.unwrap_or_default());
        if matches!(&*self.route.borrow(), Route::Compare(Which::Tools(_))) {
            // Has somebody written about these?
            self.want_index();
        }
    }

    /// Puts focus where a reader who changed the comparison goes on. True if that is so.
    pub(super) fn settle_change(&self) -> bool {
        let change = self.changed.borrow_mut().take();
        change.is_some_and(|change| browser::focus(&change.focus) || browser::focus(places::CHANGE))
    }

    fn offers(&self) -> Offers {
        let adding = self.signals.adding.read_untracked();
        let index: &Index = &self.signals.index.read_untracked();
        Offers::of(index, &adding.query, &self.compared())
    }

    fn compared(&self) -> Vec<ToolId> {
        match self.shown_page() {
            Some(Page::Compare(matchup)) => matchup.tools.iter().map(|tool| tool.id.clone()).collect(),
            _ => Vec::new(),
        }
    }
}

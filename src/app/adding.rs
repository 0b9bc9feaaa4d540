//! Comparing other tools: the address is the state, and what is shown follows it as it follows a link.

use super::App;
use crate::{
    browser::{self, Move},
    model::{Adding, Index, Page, Route, Step, ToolId, ViewState, Which},
    view::Lineup,
};
use leptos::prelude::ReadUntracked;
use std::rc::Rc;

impl App {
    pub(super) fn add(self: &Rc<Self>, step: &Step) {
        if *step != Step::Close {
            self.want_index(matches!(step, Step::Type(_)));
        }
        if *step == Step::Open {
            // “Try again” goes, and focus with it.
            browser::focus_soon("#add-tool");
        }
        self.offer(step);
    }

    /// Offers what fits now, or says why nothing is offered.
    fn offer(&self, step: &Step) {
        let (index, compared) = (self.signals.index.read_untracked(), self.compared());
        self.change_desk(&mut |desk| desk.told = desk.adding.take(step, &index, &compared));
        if let Step::Open | Step::Next | Step::Previous | Step::Type(_) = step {
            browser::keep_in_sight(Some(".combobox ul"), Some(".combobox [aria-selected=true]"));
        }
    }

    /// Goes to the comparison of these tools.
    pub(super) fn compare(self: &Rc<Self>, lineup: &Lineup) {
        let route = Route::Compare(Which::Tools(lineup.tools.clone()));
        // The same rows of the same panel: only a blind test ends with other tools.
        let view = ViewState { blind: false, ..self.signals.view.read_untracked().clone() };
        let href = view.within(&self.links.to(&route));
        if !self.go(&href, Some(lineup.clone())) {
            browser::open(&href);
        }
    }

    /// Follows a link within the site. False where the browser does not let it be written down.
    pub(super) fn go(self: &Rc<Self>, href: &str, lineup: Option<Lineup>) -> bool {
        self.write_address_now();
        let href = self.signals.view.read_untracked().carried_to(href);
        let pushed = self.history.push(&href);
        if pushed {
            self.arrive(Move::Followed, lineup);
        }
        pushed
    }

    /// Another page begins: what belonged to the one before is forgotten. `lineup` is what the reader changed to come to it.
    pub(super) fn begin_page(self: &Rc<Self>, lineup: Option<&Lineup>) {
        let told = lineup.map_or_else(String::new, |lineup| lineup.words.clone());
        self.change_desk(&mut |desk| {
            desk.adding = Adding::default();
            desk.by_hand.clear();
            desk.authored = None;
            desk.told.clone_from(&told);
        });
        if matches!(&**self.route.borrow(), Route::Compare(Which::Tools(_))) {
            self.want_index(false);
            self.look_for_authored();
        }
    }

    /// The index is here, or is not to be had.
    pub(super) fn index_came(&self) {
        if self.signals.desk.read_untracked().adding.is_open {
            self.offer(&Step::Open);
        }
        self.look_for_authored();
    }

    /// Has somebody written about the tools that the reader chose?
    fn look_for_authored(&self) {
        if let (Index::Here(finder), Route::Compare(Which::Tools(_))) =
            (&*self.signals.index.read_untracked(), &**self.route.borrow())
            && let Some(summary) = finder.catalogue.comparison_of(&self.compared())
        {
            self.change_desk(&mut |desk| desk.authored = Some((summary.slug.clone(), summary.title.clone())));
        }
    }

    fn compared(&self) -> Vec<ToolId> {
        let mut ids = Vec::new();
        if let Some(ready) = self.shown_page()
            && let Page::Compare(matchup) = &ready.page
        {
            ids.extend(matchup.tools.iter().map(|tool| tool.id.clone()));
        }
        ids
    }
}

//! What the reader looks for in a list: it lives in a signal, the address follows, and the index is fetched when it is first wanted.

use super::App;
use crate::{
    browser::{self, fold},
    model::{Explore, Finder, Index, Route, Sort, Wish},
};
use leptos::prelude::{ReadUntracked, Set};
use std::{cell::Cell, rc::Rc, sync::Arc};

/// Milliseconds without a change after which a search is at rest: what comes then is another entry of the history.
const REST_MS: i32 = 1_000;

/// Whether a search is under way, and how many changes there have been.
#[derive(Default)]
pub(super) struct Search {
    changes: Cell<u32>,
    is_busy: Cell<bool>,
}

impl App {
    /// Whether the page has a list that can be searched.
    pub(super) fn has_list(&self) -> bool {
        matches!(&**self.route.borrow(), Route::Home | Route::Tools)
    }

    /// The usual order of tools that are not searched for is that by name.
    pub(super) fn by_usual_order(&self, explore: &mut Explore) {
        let is_usual = explore.sort == Sort::Name && explore.query.is_empty();
        if is_usual && matches!(&**self.route.borrow(), Route::Tools) {
            explore.sort = Sort::Usual;
        }
    }

    pub(super) fn wish(self: &Rc<Self>, wish: Wish) {
        let types_on = matches!(wish, Wish::Query(_)) && !self.signals.explore.read_untracked().query.is_empty();
        self.want_index(types_on);
        // A button that was pressed may go, and focus with it. Whoever types or chooses stays there.
        let next = match wish {
            Wish::Soon | Wish::Clear => Some("[type=search]"),
            Wish::More => {
                browser::focus(".comparisons>:last-child a");
                Some(".comparisons>:focus-within+* a")
            }
            _ => None,
        };
        let before = self.signals.explore.read_untracked().clone();
        let (mut after, is_more) = (before.clone(), wish == Wish::More);
        after.take(wish);
        self.by_usual_order(&mut after);
        if after != before {
            let is_elsewhere = after.within("") != before.within("");
            self.signals.explore.set(after);
            if is_more {
                // The same list, so no other entry of the history: whoever comes back to this one finds as much of it.
                self.view_changed();
            } else if is_elsewhere {
                self.search_changed();
            }
        }
        if let Some(next) = next {
            browser::focus_soon(next);
        }
    }

    /// A search that was at rest becomes another entry; one that is under way changes the present one.
    fn search_changed(self: &Rc<Self>) {
        if self.search.is_busy.replace(true) {
            self.view_changed();
        } else {
            self.pace.forget();
            self.history.push_query(&self.address());
        }
        let change = self.search.changes.get() + 1;
        self.search.changes.set(change);
        let app = self.clone();
        browser::after(REST_MS, move || {
            if app.search.changes.get() == change {
                app.search.is_busy.set(false);
            }
        });
    }

    /// Fetches the index, unless it is here or on its way. Whoever types on after it did not come has been told so, and not with each
    /// letter again.
    pub(super) fn want_index(self: &Rc<Self>, types_on: bool) {
        let has_failed = match &*self.signals.index.read_untracked() {
            Index::Coming | Index::Here(_) => return,
            Index::Failed(_) if types_on => return,
            Index::Failed(_) => true,
            Index::Unasked => false,
        };
        self.signals.index.set(Index::Coming);
        let app = self.clone();
        browser::spawn(async move {
            let index = match app.loader.index(has_failed).await {
                Ok(catalogue) => Index::Here(Arc::new(Finder::new(catalogue, fold))),
                Err(error) => Index::Failed(error),
            };
            app.signals.index.set(index);
            app.index_came();
        });
    }
}

//! Votes: from a press to the back end, and from there to every count on the page.

use crate::{
    browser::{LocalVotes, on_storage_change},
    model::{Ballots, Receipt, Scope, Trouble, VoteBackend},
    view::Cast,
};
use leptos::prelude::*;
use std::rc::Rc;

/// The signals of voting.
#[derive(Clone, Copy)]
pub(super) struct Votes {
    backend: StoredValue<Rc<dyn VoteBackend>, LocalStorage>,
    pub scope: Scope,
    pub ballots: RwSignal<Ballots>,
    pub trouble: RwSignal<Option<Trouble>>,
    pub last: RwSignal<Option<Cast>>,
}

impl Votes {
    /// Reads what is stored, and follows what other tabs do.
    pub fn start() -> Self {
        let local = Rc::new(LocalVotes::new());
        let Receipt { ballots, trouble } = local.load();
        let votes = Self {
            backend: StoredValue::new_local(local.clone()),
            scope: local.scope(),
            ballots: RwSignal::new(ballots),
            trouble: RwSignal::new(trouble),
            last: RwSignal::new(None),
        };
        on_storage_change(move |key| {
            if local.follow(key.as_deref()) {
                votes.receive(local.load());
            }
        });
        votes
    }

    /// Stores a vote, and says so when it is stored.
    pub fn on_vote(self) -> Callback<Cast> {
        Callback::new(move |cast: Cast| {
            let answer = self.backend.with_value(|backend| backend.cast(&cast.tool, cast.choice));
            wasm_bindgen_futures::spawn_local(async move {
                self.receive(answer.await);
                self.last.set(Some(cast));
            });
        })
    }

    fn receive(self, Receipt { ballots, trouble }: Receipt) {
        self.ballots.set(ballots);
        self.trouble.set(trouble);
    }
}

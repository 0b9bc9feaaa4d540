//! Which back end counts the votes.

use crate::{
    browser::LocalVotes,
    model::{Answer, Receipt, Scope, VoteBackend},
    view::Cast,
};
use std::rc::Rc;

/// The back end, and the local storage below it.
pub(super) struct Votes {
    local: Rc<LocalVotes>,
    backend: Rc<dyn VoteBackend>,
}

impl Votes {
    /// Votes in this browser.
    pub fn new() -> Self {
        let local = Rc::new(LocalVotes::new());
        Self { backend: local.clone(), local }
    }

    /// Whose votes are counted.
    pub fn scope(&self) -> Scope {
        self.backend.scope()
    }

    /// The reader's ballots as they are stored now.
    pub fn load(&self) -> Receipt {
        self.backend.load()
    }

    /// Stores a vote.
    pub fn cast(&self, cast: &Cast) -> Answer<Receipt> {
        self.backend.cast(&cast.tool, cast.choice)
    }

    /// Another tab changed what is stored under a key, or cleared everything (no key). True if that concerns ballots.
    pub fn follow(&self, key: Option<&str>) -> bool {
        self.local.follow(key)
    }
}

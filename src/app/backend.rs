//! Which back end counts the votes.

use crate::{
    browser::LocalVotes,
    model::{Receipt, ToolId, VoteBackend},
    view::Cast,
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// The back end, and the local storage below it.
pub(super) struct Votes {
    pub local: Rc<LocalVotes>,
    pub backend: RefCell<Rc<dyn VoteBackend>>,
    /// The tools of the present page.
    pub tools: RefCell<Vec<ToolId>>,
    /// When they were last asked about, and when there was an answer, in milliseconds since 1970; 0 is never.
    pub asked: Cell<u64>,
    pub answered: Cell<u64>,
    /// Whether a vote of this reader's was waiting when there was an answer: the server may have had it by then, and counted it, though its own
    /// answer was lost.
    pub unsure: Cell<bool>,
}

impl Votes {
    /// Votes in this browser.
    pub fn new() -> Self {
        let local = Rc::new(LocalVotes::new());
        Self {
            backend: RefCell::new(local.clone()),
            local,
            tools: RefCell::default(),
            asked: Cell::default(),
            answered: Cell::default(),
            unsure: Cell::default(),
        }
    }

    /// Whichever counts them.
    pub fn backend(&self) -> Rc<dyn VoteBackend> {
        self.backend.borrow().clone()
    }

    /// The reader's ballots as they are stored now.
    pub fn load(&self) -> Receipt {
        self.backend().load()
    }

    /// Stores a vote.
    pub fn cast(&self, cast: &Cast) -> Receipt {
        self.backend().cast(&cast.tool, cast.choice)
    }

    /// Another tab changed what is stored under a key, or cleared everything (no key). True if that concerns ballots.
    pub fn follow(&self, key: Option<&str>) -> bool {
        self.local.follow(key)
    }
}

//! Votes that a PostgREST server counts for everybody. Ballots are stored here first, as the local back end does, and sent behind.

use super::{
    LocalVotes,
    api::{Api, Reply},
    dom::{after, spawn},
    lock, storage,
};
use crate::{
    content::{self, tallies, write_ballots},
    model::{Answer, Ballot, Ballots, Choice, Fate, Receipt, Tally, Tell, ToolId, VoteBackend},
    scripts::keys,
};
use js_sys::{Function, Math, Promise};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The shared back end.
pub struct SharedVotes(Rc<Inner>);

struct Inner {
    api: Api,
    local: Rc<LocalVotes>,
    waiting: Pile,
    taken: Pile,
    /// The tool whose ballot is on its way.
    on_its_way: RefCell<Option<ToolId>>,
    /// Whether this tab sends, or waits for another tab to be done with it.
    sends: Cell<bool>,
    /// Ends the pause before the next attempt.
    wake: RefCell<Option<Function>>,
}

/// Some of this reader's ballots, in storage.
struct Pile {
    key: &'static str,
    /// What this tab knows: all there is where storage fails.
    known: RefCell<Ballots>,
}

impl Pile {
    fn new(key: &'static str) -> Self {
        Self { key, known: RefCell::new(Ballots::nobody()) }
    }

    fn read(&self) -> Ballots {
        if let Ok(text) = storage::get(self.key) {
            let stored = text.and_then(|text| super::json(&text).ok()).and_then(content::ballots);
            self.known.replace(stored.unwrap_or_else(Ballots::nobody));
        }
        self.known.borrow().clone()
    }

    fn write(&self, ballots: Ballots) {
        let _ = match ballots.cast() {
            [] => storage::remove(self.key),
            _ => storage::set(self.key, &write_ballots(&ballots)),
        };
        self.known.replace(ballots);
    }
}

impl SharedVotes {
    /// Votes at the server below `url`, which wants that key, if any. Ballots are stored by `local`.
    pub fn new(url: &str, key: Option<&str>, local: Rc<LocalVotes>) -> Self {
        Self(Rc::new(Inner {
            api: Api::new(url, key),
            local,
            waiting: Pile::new(keys::OUTBOX),
            taken: Pile::new(keys::TAKEN),
            on_its_way: RefCell::default(),
            sends: Cell::new(false),
            wake: RefCell::default(),
        }))
    }
}

impl VoteBackend for SharedVotes {
    fn load(&self) -> Receipt {
        self.0.local.load()
    }

    fn cast(&self, tool: &ToolId, choice: Option<Choice>) -> Receipt {
        let receipt = self.0.local.cast(tool, choice);
        let taken = self.0.taken.read().ballot(tool).map_or(0, |ballot| ballot.seq);
        if let Some(ballot) = receipt.ballots.ballot(tool).filter(|ballot| ballot.seq > taken) {
            let mut waiting = self.0.waiting.read();
            waiting.restore(tool.clone(), ballot.clone());
            self.0.waiting.write(waiting);
        }
        receipt
    }

    fn others(&self, tools: &[ToolId]) -> Answer<Option<Vec<(ToolId, Tally)>>> {
        let (inner, ids) = (self.0.clone(), tools.to_vec());
        Box::pin(async move {
            loop {
                // A ballot that arrives while the answer is on its way may be in it or not.
                let before = inner.taken.read();
                let Reply { status: 200, body, .. } = inner.api.tallies(&ids).await else { return None };
                let mut counted = tallies(&body?)?;
                if inner.taken.read() == before {
                    for (tool, tally) in &mut counted {
                        *tally = tally.without(before.choice(tool));
                    }
                    return Some(counted);
                }
            }
        })
    }

    fn waiting(&self) -> Vec<ToolId> {
        self.0.waiting.read().cast().iter().map(|(tool, _)| tool.clone()).collect()
    }

    fn send(&self, tell: Tell) {
        let inner = self.0.clone();
        if let Some(wake) = inner.wake.take() {
            let _ = wake.call0(&JsValue::UNDEFINED);
        }
        if !inner.sends.replace(true) {
            spawn(lock::alone(keys::OUTBOX, Box::new(move || Box::pin(inner.send_all(tell)))));
        }
    }

    fn leave(&self) {
        let waiting = self.0.waiting.read();
        for (tool, ballot) in waiting.cast() {
            if self.0.on_its_way.borrow().as_ref() != Some(tool) {
                let (inner, tool, ballot) = (self.0.clone(), tool.clone(), ballot.clone());
                spawn(async move { drop(inner.cast(&tool, &ballot).await) });
            }
        }
    }
}

impl Inner {
    async fn cast(&self, tool: &ToolId, ballot: &Ballot) -> Reply {
        let voter = self.local.load().ballots.voter().to_owned();
        self.on_its_way.replace(Some(tool.clone()));
        let reply = self.api.cast(tool, &voter, ballot).await;
        self.on_its_way.take();
        reply
    }

    async fn send_all(self: Rc<Self>, tell: Tell) {
        let mut failures = 0;
        while let Some((tool, ballot)) = self.waiting.read().cast().first().cloned() {
            let fate = fate_of(self.cast(&tool, &ballot).await);
            match &fate {
                Fate::Counted => {
                    self.note_taken(&tool, ballot);
                    failures = 0;
                }
                Fate::Refused(_) => self.take_back(&tool, &ballot),
                Fate::TooMany(_) | Fate::Unreached => {}
            }
            let pause = fate.pause(failures, Math::random());
            let waits = matches!(fate, Fate::TooMany(_) | Fate::Unreached);
            // Who votes again is not made to wait; who votes too much, is.
            let can_wake = fate == Fate::Unreached;
            tell(tool, fate);
            if waits {
                failures += 1;
                self.pause(pause, can_wake).await;
            }
        }
        self.sends.set(false);
    }

    fn note_taken(&self, tool: &ToolId, ballot: Ballot) {
        let mut waiting = self.waiting.read();
        waiting.forget(tool, ballot.seq);
        self.waiting.write(waiting);
        let mut taken = self.taken.read();
        taken.restore(tool.clone(), ballot);
        self.taken.write(taken);
    }

    /// What the server has stands again, unless the reader has chosen anew.
    fn take_back(&self, tool: &ToolId, refused: &Ballot) {
        let mut waiting = self.waiting.read();
        waiting.forget(tool, refused.seq);
        let is_last = waiting.ballot(tool).is_none();
        self.waiting.write(waiting);
        if is_last {
            let _ = self.local.cast(tool, self.taken.read().choice(tool));
        }
    }

    async fn pause(&self, milliseconds: i32, can_wake: bool) {
        lock::extend(milliseconds);
        let mut wait = |resolve: Function, _| {
            if can_wake {
                self.wake.replace(Some(resolve.clone()));
            }
            after(milliseconds, move || drop(resolve.call0(&JsValue::UNDEFINED)));
        };
        let _ = JsFuture::from(Promise::new(&mut wait)).await;
        self.wake.take();
    }
}

/// What an answer says of the ballot. A server that is not set up right will be one day: only what it says of the ballot itself is final.
fn fate_of(reply: Reply) -> Fate {
    match reply.status {
        200..=299 => Fate::Counted,
        429 => Fate::TooMany(reply.retry_after()),
        400 | 413 | 422 => Fate::Refused(reply.message()),
        403 if reply.said("code") == Some("challenge-failed") => Fate::Refused(reply.message()),
        _ => Fate::Unreached,
    }
}

//! Votes that a PostgREST server counts for everybody. Ballots are stored here first, as the local back end does, and sent behind.
//!
//! What waits is what is stored here and is later than what the server has taken: nothing else has to be remembered, so nothing can
//! disagree. The outbox in storage says the same to other tabs, and to whoever looks.

use super::{
    LocalVotes,
    api::{Api, Reply},
    dom::{after, now, spawn},
    lock, storage,
};
use crate::{
    content::{self, Json, tallies, write_ballots},
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

/// The longest pause without looking whether something else is to be done, in milliseconds: shorter than a lease lasts.
const SLICE_MS: u64 = 20_000;

/// The shared back end.
pub struct SharedVotes(Rc<Inner>);

struct Inner {
    api: Api,
    local: Rc<LocalVotes>,
    /// Where in storage stands what this server has taken.
    taken_key: String,
    /// The same, where storage had no room for it.
    unstored: RefCell<Option<Ballots>>,
    /// Tools that the server does not count: votes on them stay here.
    unknown: RefCell<Vec<ToolId>>,
    /// Ballots that were not taken: not before when to try again, in milliseconds since 1970, and whether a new vote may be sooner.
    later: RefCell<Vec<(ToolId, u64, bool)>>,
    /// The tool whose ballot is on its way.
    on_its_way: RefCell<Option<ToolId>>,
    /// Whether this tab sends, or waits for another tab to be done with it.
    sends: Cell<bool>,
    /// Ends the pause before the next attempt.
    wake: RefCell<Option<Function>>,
}

impl SharedVotes {
    /// Votes at the server below `url`, which wants that key, if any. Ballots are stored by `local`.
    pub fn new(url: &str, key: Option<&str>, local: Rc<LocalVotes>) -> Self {
        Self(Rc::new(Inner {
            api: Api::new(url, key),
            local,
            taken_key: format!("{}:{url}", keys::TAKEN),
            unstored: RefCell::default(),
            unknown: RefCell::default(),
            later: RefCell::default(),
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
        // Who votes again is not made to wait, but for a limit.
        self.0.later.borrow_mut().retain(|(id, _, sooner)| id != tool || !sooner);
        self.0.show_outbox();
        receipt
    }

    fn others(&self, tools: &[ToolId]) -> Answer<Option<Vec<(ToolId, Tally)>>> {
        let (inner, ids) = (self.0.clone(), tools.to_vec());
        Box::pin(async move {
            loop {
                // A ballot that arrives while the answer is on its way may be in it or not.
                let before = inner.taken();
                let Reply { status: 200, body } = inner.api.tallies(&ids).await else { return None };
                let mut counted = tallies(&body?)?;
                if inner.taken() == before {
                    let mut unknown = ids;
                    unknown.retain(|id| counted.iter().all(|(it, _)| it != id));
                    inner.unknown.replace(unknown);
                    for (tool, tally) in &mut counted {
                        *tally = tally.without(before.choice(tool));
                    }
                    return Some(counted);
                }
            }
        })
    }

    fn waiting(&self) -> Vec<ToolId> {
        self.0.waiting().cast().iter().map(|(tool, _)| tool.clone()).collect()
    }

    fn send(&self, tell: Tell) {
        let inner = self.0.clone();
        inner.later.borrow_mut().retain(|(_, _, sooner)| !sooner);
        if let Some(wake) = inner.wake.take() {
            let _ = wake.call0(&JsValue::UNDEFINED);
        }
        if !inner.waiting().cast().is_empty() && !inner.sends.replace(true) {
            spawn(lock::alone(keys::OUTBOX, Box::new(move || Box::pin(inner.send_all(tell)))));
        }
    }

    fn leave(&self) {
        for (tool, ballot) in self.0.waiting().cast() {
            if self.0.on_its_way.borrow().as_ref() != Some(tool) {
                let (inner, tool, ballot) = (self.0.clone(), tool.clone(), ballot.clone());
                spawn(async move { drop(inner.cast(&tool, &ballot).await) });
            }
        }
        lock::release();
    }
}

impl Inner {
    /// What the server has, of this voter.
    fn taken(&self) -> Ballots {
        let voter = self.local.load().ballots.voter().to_owned();
        let stored = storage::get(&self.taken_key).ok().flatten();
        let stored = stored.and_then(|text| super::json(&text).ok()).and_then(content::ballots);
        let known = stored.filter(|stored| stored.voter() == voter).or_else(|| Ballots::new(&voter).ok());
        let known = known.unwrap_or_else(Ballots::nobody);
        match &*self.unstored.borrow() {
            Some(unstored) if unstored.voter() == voter => unstored.clone().merged_into(known),
            _ => known,
        }
    }

    /// What is stored here and not there. What is not stored would be another voter's at the next visit: it is not sent.
    fn waiting(&self) -> Ballots {
        let stored = storage::get(keys::BALLOTS).ok().flatten();
        let stored = stored.and_then(|text| super::json(&text).ok()).and_then(content::ballots);
        let (mut waiting, taken) = (stored.unwrap_or_else(Ballots::nobody), self.taken());
        for (tool, ballot) in taken.cast() {
            waiting.forget(tool, ballot.seq);
        }
        for tool in &*self.unknown.borrow() {
            waiting.forget(tool, u64::MAX);
        }
        waiting
    }

    fn show_outbox(&self) {
        let waiting = self.waiting();
        let _ = match waiting.cast() {
            [] => storage::remove(keys::OUTBOX),
            _ => storage::set(keys::OUTBOX, &write_ballots(&waiting)),
        };
    }

    async fn send_all(self: Rc<Self>, tell: Tell) {
        let mut failures = 0;
        loop {
            let waiting = self.waiting();
            let is_late = |tool: &ToolId| self.later.borrow().iter().any(|(id, ..)| id == tool);
            self.later.borrow_mut().retain(|(_, until, _)| until.saturating_sub(now()) > 0);
            let Some((tool, ballot)) = waiting.cast().iter().find(|(tool, _)| !is_late(tool)).cloned() else {
                if waiting.cast().is_empty() {
                    break;
                }
                self.pause().await;
                continue;
            };
            lock::extend();
            let fate = self.cast(&tool, &ballot).await;
            failures = if fate == Fate::Unreached { failures + 1 } else { 0 };
            if let Fate::Unreached | Fate::TooMany(_) = fate {
                let until = now() + fate.pause(failures, Math::random());
                self.later.borrow_mut().push((tool.clone(), until, fate == Fate::Unreached));
            }
            tell(tool, ballot.seq, fate);
        }
        self.sends.set(false);
    }

    /// Sends a ballot, and keeps what became of it.
    async fn cast(&self, tool: &ToolId, ballot: &Ballot) -> Fate {
        let voter = self.local.load().ballots.voter().to_owned();
        self.on_its_way.replace(Some(tool.clone()));
        let reply = self.api.cast(tool, &voter, ballot).await;
        self.on_its_way.take();
        let fate = fate_of(&reply, ballot);
        match &fate {
            Fate::Counted => self.note_taken(tool, ballot.clone()),
            Fate::Refused(_) => self.take_back(tool, ballot),
            Fate::TooMany(_) | Fate::Unreached => {}
        }
        self.show_outbox();
        fate
    }

    fn note_taken(&self, tool: &ToolId, ballot: Ballot) {
        let mut taken = self.taken();
        taken.restore(tool.clone(), ballot);
        let stored = storage::set(&self.taken_key, &write_ballots(&taken));
        self.unstored.replace(stored.is_err().then_some(taken));
    }

    /// What the server has stands again, unless the reader has chosen anew. It is nothing that the server would have to be told.
    fn take_back(&self, tool: &ToolId, refused: &Ballot) {
        if self.local.load().ballots.ballot(tool).is_some_and(|last| last.seq <= refused.seq) {
            let Receipt { ballots, .. } = self.local.cast(tool, self.taken().choice(tool));
            if let Some(ballot) = ballots.ballot(tool) {
                self.note_taken(tool, ballot.clone());
            }
        }
    }

    /// Waits until something may be tried again, or is worth looking at.
    async fn pause(&self) {
        let soonest = self.later.borrow().iter().map(|(_, until, _)| until.saturating_sub(now())).min();
        let milliseconds = soonest.unwrap_or(1000).min(SLICE_MS) as i32;
        lock::extend();
        let mut wait = |resolve: Function, _| {
            self.wake.replace(Some(resolve.clone()));
            after(milliseconds, move || drop(resolve.call0(&JsValue::UNDEFINED)));
        };
        let _ = JsFuture::from(Promise::new(&mut wait)).await;
        self.wake.take();
    }
}

/// What an answer says of the ballot. Only what the server's own functions say of it is final: whatever else may stand in between
/// has not judged it.
fn fate_of(reply: &Reply, ballot: &Ballot) -> Fate {
    let seq = reply.body.as_ref().and_then(|body| body.field("seq"));
    match reply.status {
        // A later one of another tab's stands.
        200 if matches!(seq, Some(Json::Whole(seq)) if *seq >= ballot.seq) => Fate::Counted,
        429 => Fate::TooMany(reply.retry_after()),
        422 => Fate::Refused(reply.message()),
        403 if reply.said("code") == Some("challenge-failed") => Fate::Refused(reply.message()),
        _ => Fate::Unreached,
    }
}

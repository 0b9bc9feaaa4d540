//! Votes that a PostgREST server counts for everybody. Ballots are stored here first, as the local back end does, and sent behind.

use super::{
    LocalVotes,
    api::{Api, Reply},
    dom::{after, now, spawn},
    lock,
    outbox::Outbox,
};
use crate::{
    content::tallies,
    model::{Ballot, Choice, Fate, Pending, Receipt, Tally, Tell, ToolId, Trouble, VoteBackend},
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
    outbox: Outbox,
    /// Ballots that were not taken: not before when to try again, in milliseconds since 1970, and whether that is because the server was not
    /// reached. Then nothing else is tried before, but what the reader does now.
    later: RefCell<Vec<(ToolId, u64, bool)>>,
    /// The ballot that is on its way, by its tool and number.
    on_its_way: RefCell<Option<(ToolId, u64)>>,
    /// Whether this tab sends, or waits for another tab to be done with it.
    sends: Cell<bool>,
    /// How often in a row the server was not reached since it was last to be tried at once.
    failures: Cell<u32>,
    /// Ends the pause before the next attempt.
    wake: RefCell<Option<Function>>,
}

impl SharedVotes {
    /// Votes at the server below `url`, which wants that key, if any. Ballots are stored by `local`.
    pub fn new(url: &str, key: Option<&str>, local: Rc<LocalVotes>) -> Self {
        Self(Rc::new(Inner {
            api: Api::new(url, key),
            outbox: Outbox::new(url, local),
            later: RefCell::default(),
            on_its_way: RefCell::default(),
            sends: Cell::new(false),
            failures: Cell::default(),
            wake: RefCell::default(),
        }))
    }
}

impl VoteBackend for SharedVotes {
    fn load(&self) -> Receipt {
        unsent(self.0.outbox.local.load())
    }

    fn cast(&self, tool: &ToolId, choice: Option<Choice>) -> Receipt {
        // A server that was not reached is tried again at once. A limit is waited for, but not by who withdraws.
        self.0.try_again(choice.is_none().then_some(tool));
        let (receipt, inner) = (self.0.outbox.local.cast(tool, choice), self.0.clone());
        // What waits is worked out from what has just been stored; the reader need not wait for it to see their vote.
        after(0, move || inner.outbox.show());
        unsent(receipt)
    }

    fn others(&self, tools: &[ToolId]) -> Pending<Option<Vec<(ToolId, Tally)>>> {
        let (inner, ids) = (self.0.clone(), tools.to_vec());
        Box::pin(async move {
            loop {
                // A ballot that arrives while the answer is on its way may be in it or not.
                let before = inner.outbox.taken();
                let Reply { status: 200, body, .. } = inner.api.tallies(&ids).await else { return None };
                let mut counted = tallies(&body?)?;
                if inner.outbox.taken() == before {
                    inner.outbox.know(ids, &counted);
                    for (tool, tally) in &mut counted {
                        *tally = tally.without(before.choice(tool));
                    }
                    return Some(counted);
                }
            }
        })
    }

    fn waiting(&self) -> Vec<ToolId> {
        self.0.outbox.waiting().cast().iter().map(|(tool, _)| tool.clone()).collect()
    }

    fn taken(&self) -> Vec<ToolId> {
        let mut tools = Vec::new();
        for (tool, ballot) in self.0.outbox.taken().cast() {
            if ballot.choice.is_some() {
                tools.push(tool.clone());
            }
        }
        tools
    }

    fn send(&self, tell: Tell) {
        let inner = self.0.clone();
        inner.try_again(None);
        if let Some(wake) = inner.wake.take() {
            let _ = wake.call0(&JsValue::UNDEFINED);
        }
        if !inner.outbox.waiting().cast().is_empty() && !inner.sends.replace(true) {
            spawn(lock::alone(keys::OUTBOX, Box::new(move || Box::pin(inner.send_all(tell)))));
        }
    }

    fn leave(&self) {
        self.0.outbox.show();
        for (tool, ballot) in self.0.outbox.waiting().cast() {
            // What the server does not answer, or wants later, is not sent from every page that is left.
            let is_on_its_way = self.0.on_its_way.borrow().as_ref() == Some(&(tool.clone(), ballot.seq));
            if !is_on_its_way && !self.0.is_late(tool) {
                let (inner, tool, ballot) = (self.0.clone(), tool.clone(), ballot.clone());
                spawn(async move { drop(inner.cast(&tool, &ballot).await) });
            }
        }
        lock::release();
    }
}

impl Inner {
    /// A server that was not reached may be tried at once, and so may a ballot that withdraws.
    fn try_again(&self, withdrawn: Option<&ToolId>) {
        self.failures.set(0);
        self.later.borrow_mut().retain(|(tool, _, is_unreached)| !is_unreached && Some(tool) != withdrawn);
    }

    /// Whether this tool's ballot is to be tried later.
    fn is_late(&self, tool: &ToolId) -> bool {
        self.later.borrow().iter().any(|(id, _, is_unreached)| id == tool || *is_unreached)
    }

    async fn send_all(self: Rc<Self>, tell: Tell) {
        let mut last = None;
        loop {
            let waiting = self.outbox.waiting();
            // A pause that is longer than any was begun before a clock was set back.
            self.later
                .borrow_mut()
                .retain(|(_, until, _)| (1..=Fate::LONGEST_MS).contains(&until.saturating_sub(now())));
            // Behind the last one first: one that always fails is in nobody's way.
            let mut ready = Vec::new();
            for it in waiting.cast() {
                if !self.is_late(&it.0) {
                    ready.push(it);
                }
            }
            let next = ready.iter().find(|it| Some(&it.0) > last.as_ref()).or(ready.first());
            let Some((tool, ballot)) = next.map(|it| (*it).clone()) else {
                if waiting.cast().is_empty() {
                    break;
                }
                self.pause().await;
                continue;
            };
            lock::extend();
            let fate = self.cast(&tool, &ballot).await;
            self.failures.set(if fate == Fate::Unreached { self.failures.get() + 1 } else { 0 });
            let is_withdrawn = |it: &Ballot| it.seq != ballot.seq && it.choice.is_none();
            let is_put_off = match fate {
                Fate::Unreached => true,
                // What was withdrawn meanwhile is sent as it is now.
                Fate::TooMany(_) => !self.outbox.waiting().ballot(&tool).is_some_and(is_withdrawn),
                _ => false,
            };
            if is_put_off {
                let until = now() + fate.pause(self.failures.get(), Math::random());
                self.later.borrow_mut().push((tool.clone(), until, fate == Fate::Unreached));
            }
            last = Some(tool.clone());
            tell(tool, ballot.seq, fate);
        }
        self.sends.set(false);
    }

    /// Sends a ballot, and keeps what became of it.
    async fn cast(&self, tool: &ToolId, ballot: &Ballot) -> Fate {
        let whose = self.outbox.voter();
        self.on_its_way.replace(Some((tool.clone(), ballot.seq)));
        let reply = self.api.cast(tool, &whose, ballot).await;
        self.on_its_way.take();
        // Where storage was emptied meanwhile, this is another voter: what the server said is of nobody here.
        let judged = if self.outbox.voter() == whose { reply.judged(&ballot.at) } else { Err(Fate::Unreached) };
        self.outbox.judge(tool, ballot, judged)
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

/// Votes that are not stored are not sent.
fn unsent(receipt: Receipt) -> Receipt {
    Receipt { trouble: receipt.trouble.map(|_| Trouble::Unsent), ..receipt }
}

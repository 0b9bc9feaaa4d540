//! Which ballots a server has, and which it has not: what waits is what is stored here and is later than what the server has taken.
//! Votes on tools that the server does not count do not wait: that is known for as long as the page is open. The outbox in storage says the same to other tabs, and to whoever looks.

use super::{LocalVotes, storage};
use crate::{
    content::{self, write_ballots},
    model::{Ballot, Ballots, Fate, Receipt, Tally, ToolId, VoteBackend},
    scripts::keys,
};
use std::{cell::RefCell, rc::Rc};

/// What waits for one server.
pub(super) struct Outbox {
    /// Stores the ballots.
    pub local: Rc<LocalVotes>,
    /// Where in storage stands what this server has taken.
    taken_key: String,
    /// The same, where storage had no room for it.
    unstored: RefCell<Option<Ballots>>,
    /// Tools, and whether the server has counted them; it may take no more votes on those that it has. Votes on the others stay here.
    known: RefCell<Vec<(ToolId, bool)>>,
}

impl Outbox {
    /// What waits for the server at `url`. Ballots are stored by `local`.
    pub fn new(url: &str, local: Rc<LocalVotes>) -> Self {
        let taken_key = format!("{}:{url}", keys::TAKEN);
        Self { local, taken_key, unstored: RefCell::default(), known: RefCell::default() }
    }

    /// The secret of whoever votes in this browser.
    pub fn voter(&self) -> String {
        self.local.load().ballots.voter().to_owned()
    }

    /// What the server has, of this voter.
    pub fn taken(&self) -> Ballots {
        let voter = self.voter();
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
    pub fn waiting(&self) -> Ballots {
        let stored = storage::get(keys::BALLOTS).ok().flatten();
        let stored = stored.and_then(|text| super::json(&text).ok()).and_then(content::ballots);
        let (mut waiting, taken) = (stored.unwrap_or_else(Ballots::nobody), self.taken());
        for (tool, ballot) in taken.cast() {
            waiting.forget(tool, ballot.seq);
        }
        for (tool, is_counted) in &*self.known.borrow() {
            if !is_counted {
                waiting.forget(tool, u64::MAX);
            }
        }
        waiting
    }

    /// Writes down what waits.
    pub fn show(&self) {
        let waiting = self.waiting();
        let _ = match waiting.cast() {
            [] => storage::remove(keys::OUTBOX),
            _ => storage::set(keys::OUTBOX, &write_ballots(&waiting)),
        };
    }

    /// The server has this ballot. Where it is not the one that was sent, it is of another tab, or of a time that this browser's storage
    /// has lost: then the reader's choice goes on from there.
    fn note_standing(&self, tool: &ToolId, sent: &Ballot, stands: Ballot) -> Fate {
        self.note_taken(tool, stands.clone());
        if stands == *sent {
            return Fate::Counted;
        }
        let Receipt { ballots, .. } = self.local.change(&mut |ballots| ballots.catch_up(tool, &stands));
        // An older one than was sent is nothing that this server says.
        let is_counted = stands.seq >= sent.seq && ballots.choice(tool) == stands.choice;
        if is_counted { Fate::Counted } else { Fate::Unreached }
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

    /// What became of a ballot that was judged: which one stands, or why none does.
    pub fn judge(&self, tool: &ToolId, ballot: &Ballot, judged: Result<Ballot, Fate>) -> Fate {
        // What is closed was counted once, and is refused now. A vote on what never was, or of which nothing is known, stays here.
        let was_counted = || self.known.borrow().contains(&(tool.clone(), true)) || self.taken().ballot(tool).is_some();
        let fate = match judged {
            Ok(stands) => self.note_standing(tool, ballot, stands),
            Err(Fate::Uncounted(why)) if was_counted() => Fate::Refused(why),
            Err(fate) => fate,
        };
        match fate {
            Fate::Uncounted(_) => self.known.borrow_mut().push((tool.clone(), false)),
            Fate::Refused(_) => self.take_back(tool, ballot),
            _ => {}
        }
        self.show();
        fate
    }

    /// Of those tools that were asked for, the server has counted these. Of others, what was known stays known.
    pub fn know(&self, asked: Vec<ToolId>, counted: &[(ToolId, Tally)]) {
        let mut known = self.known.borrow_mut();
        known.retain(|(id, _)| !asked.contains(id));
        for id in asked {
            let is_counted = counted.iter().any(|(it, _)| *it == id);
            known.push((id, is_counted));
        }
    }
}

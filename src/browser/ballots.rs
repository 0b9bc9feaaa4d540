//! Ballots in this browser's storage.

use super::storage;
use crate::{
    content::{ballots, write_ballots},
    model::{Ballots, Choice, Pending, Receipt, Tally, Tell, ToolId, Trouble, VoteBackend},
    scripts::keys,
};
use std::{cell::RefCell, future::ready};
use wasm_bindgen::JsCast;
use web_sys::Crypto;

/// The local back end: ballots count in this browser only.
pub struct LocalVotes {
    /// What this tab knows; all there is where storage fails.
    known: RefCell<Ballots>,
}

impl LocalVotes {
    /// A new voter, until storage says otherwise.
    pub fn new() -> Self {
        Self { known: RefCell::new(nobody()) }
    }

    /// What is stored now, or this tab's own knowledge where nothing is or can be.
    fn read(&self) -> (Ballots, Option<Trouble>) {
        let known = || self.known.borrow().clone();
        match storage::get(keys::BALLOTS) {
            Err(trouble) => (known(), Some(trouble)),
            Ok(None) => (known(), None),
            Ok(Some(text)) => match super::json(&text).ok().and_then(ballots) {
                Some(stored) => (known().merged_into(stored), None),
                None => (known(), set_aside(&text).err()),
            },
        }
    }

    /// Changes the ballots, as they are stored now.
    pub(super) fn change(&self, change: &mut dyn FnMut(&mut Ballots)) -> Receipt {
        let (mut ballots, trouble) = self.read();
        change(&mut ballots);
        let trouble = trouble.or_else(|| storage::set(keys::BALLOTS, &write_ballots(&ballots)).err());
        self.known.replace(ballots.clone());
        Receipt { ballots, trouble }
    }

    /// Another tab changed what is stored under a key, or cleared everything (no key). True if that concerns ballots.
    pub fn follow(&self, key: Option<&str>) -> bool {
        if key.is_some_and(|key| key != keys::BALLOTS) {
            return false;
        }
        if storage::get(keys::BALLOTS) == Ok(None) {
            *self.known.borrow_mut() = nobody();
        }
        true
    }
}

impl Default for LocalVotes {
    fn default() -> Self {
        Self::new()
    }
}

impl VoteBackend for LocalVotes {
    fn load(&self) -> Receipt {
        let (ballots, trouble) = self.read();
        self.known.replace(ballots.clone());
        Receipt { ballots, trouble }
    }

    fn cast(&self, tool: &ToolId, choice: Option<Choice>) -> Receipt {
        self.change(&mut |ballots| ballots.reader_chose(tool, choice, &now()))
    }

    fn others(&self, _: &[ToolId]) -> Pending<Option<Vec<(ToolId, Tally)>>> {
        Box::pin(ready(Some(Vec::new())))
    }

    fn waiting(&self) -> Vec<ToolId> {
        Vec::new()
    }

    fn taken(&self) -> Vec<ToolId> {
        Vec::new()
    }

    fn send(&self, _: Tell) {}

    fn leave(&self) {}
}

/// Moves what cannot be read out of the way. Where there is no room for it, it stays where it is and nothing is stored.
fn set_aside(text: &str) -> Result<(), Trouble> {
    storage::set(keys::BALLOTS_CORRUPT, text)?;
    storage::remove(keys::BALLOTS)
}

/// The present UTC second, `YYYY-MM-DDTHH:MM:SSZ`.
fn now() -> String {
    let iso: String = js_sys::Date::new_0().to_iso_string().into();
    format!("{}Z", iso.get(..19).unwrap_or("1970-01-01T00:00:00"))
}

/// Ballots of a new voter: 128 random bits.
fn nobody() -> Ballots {
    let mut bits = [0u8; 16];
    let crypto: Crypto = super::dom::field(&super::dom::window(), "crypto").unchecked_into();
    let _ = crypto.get_random_values_with_u8_array(&mut bits);
    let hex: String = bits.iter().map(|byte| format!("{byte:02x}")).collect();
    Ballots::new(&hex).unwrap_or_else(|_| wasm_bindgen::throw_str("16 bytes are 32 hexadecimal digits"))
}

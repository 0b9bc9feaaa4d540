//! Remembering what the reader picked.

use super::storage;
use crate::{model::Picks, scripts::keys};

/// What is stored now, by whichever tab; nothing where storage cannot be read.
pub fn stored() -> Option<Picks> {
    storage::get(keys::PICKED).ok().map(|text| Picks::parse(&text.unwrap_or_default()))
}

/// Stores picks where that is possible; elsewhere they last for the visit.
pub fn store(picks: &Picks) {
    let _ = storage::set(keys::PICKED, &picks.to_text());
}

//! What the reader had seen of a tool when they last came.

use super::storage;
use crate::{
    model::{ToolId, number},
    scripts::keys,
};

/// How many changes of the tool the reader had seen before this visit; nothing at their first, and where nothing can be stored.
/// In this visit they see as many as `changes`.
pub fn seen_before(tool: &ToolId, changes: usize) -> Option<usize> {
    let key = format!("{}{tool}", keys::SEEN);
    let before = storage::get(&key).ok().flatten().and_then(|count| number(&count));
    let _ = storage::set(&key, &changes.to_string());
    before.map(|count| count as usize)
}

//! `related/<tool>.json`, which the build makes.

use super::{
    ContentError, Noted, Source,
    index::{BRIEF, SUMMARY, brief, summary},
    object::{Object, said},
    reader::read,
};
use crate::model::{Alternative, Related};

/// Reads what leads on from a tool.
pub fn related(source: impl Source) -> Result<Noted<Related>, ContentError> {
    read(source.json()?, &["schema", "comparisons", "alternatives"], |related| {
        let comparisons = related.list("comparisons", SUMMARY, summary);
        let alternatives = related.list("alternatives", &["tool", "why"], alternative);
        Some(Related { comparisons, alternatives })
    })
}

fn alternative(alternative: &Object<'_>) -> Option<Alternative> {
    let tool = alternative.object("tool", BRIEF, brief);
    let why = alternative.must("why", said);
    Some(Alternative { tool: tool?, why: why? })
}

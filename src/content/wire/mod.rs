//! The JSON's shapes, as authors write them. Every field may be missing here; `convert` says which must not.

mod comparison;
mod index;
mod site;
mod tool;

pub(super) use comparison::{WireComparison, WireContender};
pub(super) use index::{WireBrief, WireIndex, WireSummary};
pub(super) use site::{WireFactKind, WireNewsletter, WireReviewer, WireSite, WireVotes};
pub(super) use tool::{WireChange, WireCommunity, WireFact, WirePlan, WirePrice, WireReview, WireTool};

//! Native only: from a folder of content to what the build adds to it.

mod collect;

pub use collect::{CollectError, catalogue};

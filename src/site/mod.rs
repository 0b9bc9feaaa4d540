//! Native only: from a folder of content, and what Trunk built, to the site.

mod collect;
mod finish;
mod slim;

pub use collect::{CollectError, catalogue};
pub use finish::{FinishError, finish};
pub use slim::{SlimError, slim};

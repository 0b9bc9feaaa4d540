//! Native only: the two commands that speak to the server of shared votes. `snapshot` writes its tallies into the content, `sync` tells
//! it which tools there are. What the server is made of lies in votes/.

mod server;
mod snapshot;
mod sync;

pub use server::{Server, ServerError};
pub use snapshot::{Taken, snapshot};
pub use sync::{Synced, sync};

use crate::{
    editor::Unwritten,
    model::{Link, Site, VoteService},
    site::CollectError,
};

/// Why a command did nothing. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum VotesError {
    /// The content has mistakes.
    #[error("{0}\nNothing was done: mend the content first.")]
    Content(#[from] CollectError),
    /// The site keeps votes in each reader's browser.
    #[error(
        "site.json keeps votes in each reader’s browser. Write \"votes\": {{ \"backend\": \"postgrest\", \"url\": \"https://…\" }} into it; docs/VOTES.md says how to get a server."
    )]
    NotShared,
    /// The server did not do what was asked.
    #[error(transparent)]
    Server(#[from] ServerError),
    /// A file could not be written.
    #[error(transparent)]
    Unwritten(#[from] Unwritten),
}

/// The server that a site names, and its public key.
fn shared(site: &Site) -> Result<(&Link, Option<&str>), VotesError> {
    match &site.votes {
        VoteService::Postgrest { url, anon_key } => Ok((url, anon_key.as_deref())),
        VoteService::Local => Err(VotesError::NotShared),
    }
}

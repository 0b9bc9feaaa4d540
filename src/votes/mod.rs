//! Native only: the two commands that speak to the server of shared votes. `snapshot` writes its tallies into the content, `sync` tells
//! it which tools there are. What the server is made of lies in votes/.

mod server;
mod snapshot;
mod sync;

pub use server::{Server, ServerError};
pub use snapshot::{Taken, snapshot};
pub use sync::{Synced, sync};

use crate::{
    model::{Link, Site, VoteService},
    site::CollectError,
};
use std::io;

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
    /// A file could not be changed.
    #[error("{file} cannot be changed: {reason}. {written}")]
    Unwritten {
        /// Which, relative to the folder.
        file: String,
        /// Why.
        reason: String,
        /// What became of the others, in a sentence.
        written: Written,
    },
}

/// What became of the files when one could not be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// All are as they were.
    Nothing,
    /// Some have been changed, so the command is to be run again.
    Some,
}

impl std::fmt::Display for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Nothing => "Nothing was written.",
            Self::Some => "Others have been written: run this again.",
        })
    }
}

/// The server that a site names, and its public key.
fn shared(site: &Site) -> Result<(&Link, Option<&str>), VotesError> {
    match &site.votes {
        VoteService::Postgrest { url, anon_key } => Ok((url, anon_key.as_deref())),
        VoteService::Local => Err(VotesError::NotShared),
    }
}

fn unwritten(file: &str, written: Written) -> impl FnOnce(io::Error) -> VotesError {
    let file = file.to_owned();
    move |error| VotesError::Unwritten { file, reason: error.to_string(), written }
}

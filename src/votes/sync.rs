//! `shipside votes sync`: which tools there are, told to the server.

use super::{Server, VotesError, shared};
use crate::{model::ToolId, site::Folder};
use std::{collections::BTreeSet, path::Path};

/// What a synchronisation did.
#[derive(Debug, PartialEq, Eq)]
pub struct Synced {
    /// Tools that there are.
    pub tools: usize,
    /// Those that the server did not know.
    pub added: u64,
    /// Those that can be voted on again.
    pub reopened: u64,
    /// Those that can no longer be voted on; their votes stay.
    pub closed: u64,
}

/// Tells the server every tool of a folder, also those that comparisons describe themselves. `key` is the service key.
pub fn sync(dir: &Path, key: &str) -> Result<Synced, VotesError> {
    let folder = Folder::read(dir)?;
    let (url, _) = shared(&folder.site.value)?;
    let tools: BTreeSet<ToolId> = folder.every_tool().map(|tool| tool.id.clone()).collect();
    let [added, reopened, closed] = Server::secret(url, key)?.sync(&tools)?;
    Ok(Synced { tools: tools.len(), added, reopened, closed })
}

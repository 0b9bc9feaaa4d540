//! `shipside votes snapshot`: the server's tallies, written into the tools' files.

use super::{Server, VotesError, server::AT_ONCE, shared};
use crate::{
    content,
    editor::{Unwritten, with_field, write_all},
    model::{self, Date, Tally, ToolId},
    site::{Folder, read_content},
};
use std::{collections::BTreeMap, path::Path};

/// What a snapshot did.
#[derive(Debug, PartialEq, Eq)]
pub struct Taken {
    /// Tools that were asked about.
    pub tools: usize,
    /// All votes on them.
    pub votes: u64,
    /// Files that were changed, relative to the folder.
    pub files: Vec<String>,
}

/// Asks for the votes on every tool, and writes them into the tools' files, as counted on `today`. Only once every answer is there and right
/// is anything written. `told` is given a line now and then.
pub fn snapshot(dir: &Path, today: Date, mut told: impl FnMut(String)) -> Result<Taken, VotesError> {
    let folder = Folder::read(dir)?;
    let (url, key) = shared(&folder.site.value)?;
    let server = Server::public(url, key);
    let tools: Vec<&ToolId> = folder.tools.keys().collect();
    let mut tallies = BTreeMap::new();
    for some in tools.chunks(AT_ONCE) {
        tallies.extend(server.tallies(some)?);
        told(format!("tallies: {} of {}", tallies.len(), model::counted(tools.len() as u64, "tool")));
    }
    let votes = all_votes(tallies.values());
    let mut changed = Vec::new();
    for (tool, tally) in &tallies {
        let file = format!("tools/{tool}.json");
        let wrong = |reason: String| Unwritten { file: file.clone(), reason, written: Vec::new() };
        let before = read_content(&dir.join(&file)).map_err(|error| wrong(error.to_string()))?;
        if let Some(after) = counted(&before, *tally, today).map_err(wrong)? {
            changed.push((file, after));
        }
    }
    write_all(dir, &changed.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect::<Vec<_>>())?;
    Ok(Taken { tools: tools.len(), votes, files: changed.into_iter().map(|(file, _)| file).collect() })
}

/// All votes. What a server says of each tool is possible, and of all of them it may be more than can be counted.
fn all_votes<'a>(tallies: impl Iterator<Item = &'a Tally>) -> u64 {
    tallies.fold(0, |all, tally| all.saturating_add(tally.votes()))
}

/// A tool's file with its votes; nothing where that is the file as it is. A tool that nobody ever voted on gets no count.
fn counted(before: &str, tally: Tally, today: Date) -> Result<Option<String>, String> {
    let had = content::tool(before).map_err(|error| error.to_string())?.value.community;
    if had.is_none() && tally.votes() == 0 {
        return Ok(None);
    }
    let value = [("ship", tally.ship.to_string()), ("skip", tally.skip.to_string()), ("as_of", format!("\"{today}\""))];
    let after = with_field(before, "community", "reviews", &value).ok_or("there is no place for “community”")?;
    let now = content::tool(after.as_str()).map_err(|error| error.to_string())?.value.community;
    match now {
        Some(now) if now.tally == tally && now.as_of == today => Ok((after != before).then_some(after)),
        _ => Err("“community” would not be what was counted".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_votes_than_can_be_counted_stop_nothing() {
        let tally = |ship, skip| Tally { ship, skip };
        assert_eq!(all_votes([tally(3, 1), tally(0, 2)].iter()), 6);
        assert_eq!(all_votes([tally(content::LARGEST, content::LARGEST); 1_031].iter()), u64::MAX);
    }
}

//! Where ballots go: what a back end for votes must offer, whoever keeps the count.

use super::{Ballots, Choice, Snapshot, Tally, ToolId};
use std::{future::Future, pin::Pin};

/// Whose votes a count holds; readers are always told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// This reader's ballot only, and the snapshot that the content carries.
    ThisBrowser,
    /// The same, inside another site's page: there, browsers keep storage apart for each site, or refuse it.
    Within,
    /// Everybody's, as the shared back end counts them.
    Shared,
}

impl Scope {
    /// The words that stand beside a count of `tally`, which was a snapshot if `snapshot` says so.
    pub fn words(self, snapshot: Option<Snapshot>, shared: Tally) -> String {
        let votes = |n: u64| if n == 1 { "1 vote".to_owned() } else { format!("{n} votes") };
        match (self, snapshot) {
            (Self::Shared, _) => votes(shared.votes()),
            (_, snapshot) => {
                let mut words = match snapshot {
                    Some(Snapshot { tally, as_of }) => {
                        format!("{} as of {as_of}, yours in this browser only", votes(tally.votes()))
                    }
                    None => "This browser only".to_owned(),
                };
                if self == Self::Within {
                    words.push_str(", within the site around this");
                }
                words
            }
        }
    }
}

/// Why a ballot was counted, but may not last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The browser refuses storage.
    #[error("This browser does not let the site store anything, so your votes will not be remembered.")]
    Blocked,
    /// Storage has no room left.
    #[error("This browser’s storage is full, so your votes will not be remembered.")]
    Full,
}

/// The ballots after a change, and whether they will last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// All the reader's ballots now.
    pub ballots: Ballots,
    /// Why they will not be remembered, if so.
    pub trouble: Option<Trouble>,
}

/// The future of a back end's answer. Boxed, so that the trait can be used as an object.
pub type Answer<T> = Pin<Box<dyn Future<Output = T>>>;

/// A back end for votes. The local one answers at once; a shared one asks a server.
pub trait VoteBackend {
    /// Whose votes its counts hold.
    fn scope(&self) -> Scope;
    /// The reader's ballots as they are stored now.
    fn load(&self) -> Receipt;
    /// Stores that the reader chose, changed or (`None`) withdrew. Never loses what another tab stored meanwhile.
    fn cast(&self, tool: &ToolId, choice: Option<Choice>) -> Answer<Receipt>;
    /// Everybody's votes on a tool without this reader's; nothing where the back end does not share.
    fn tally(&self, tool: &ToolId) -> Answer<Option<Tally>>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    #[test]
    fn the_scope_of_a_count_is_said() {
        let snapshot =
            |ship, skip| Some(Snapshot { tally: Tally { ship, skip }, as_of: Date::parse("2026-11-01").unwrap() });
        let local = |s| Scope::ThisBrowser.words(s, Tally::default());
        assert_eq!(local(None), "This browser only");
        assert_eq!(local(snapshot(2, 1)), "3 votes as of 2026-11-01, yours in this browser only");
        assert_eq!(local(snapshot(0, 1)), "1 vote as of 2026-11-01, yours in this browser only");
        assert_eq!(
            Scope::Within.words(snapshot(0, 1), Tally::default()),
            "1 vote as of 2026-11-01, yours in this browser only, within the site around this"
        );
        assert_eq!(Scope::Within.words(None, Tally::default()), "This browser only, within the site around this");
        assert_eq!(Scope::Shared.words(None, Tally { ship: 40, skip: 2 }), "42 votes");
    }
}

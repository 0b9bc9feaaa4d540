//! Where ballots go: what a back end for votes must offer, whoever keeps the count.

use super::{Ballots, Choice, Tally, ToolId};
use std::{future::Future, pin::Pin, rc::Rc};

/// Where this reader's ballots are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In this browser.
    ThisBrowser,
    /// In this browser, inside another site's page: there, browsers keep storage apart for each site, or refuse it.
    Within,
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
    /// It cannot be stored, for whatever reason, where votes are shared.
    #[error("This browser does not let the site store your votes, so they are not sent and will not be remembered.")]
    Unsent,
}

/// The ballots after a change, and whether they will last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// All the reader's ballots now.
    pub ballots: Ballots,
    /// Why they will not be remembered, if so.
    pub trouble: Option<Trouble>,
}

/// What became of a ballot that was sent to a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// The server has it.
    Counted,
    /// The server will not have it, and says why; the ballot before it stands again.
    Refused(String),
    /// The server does not count this tool, and says so.
    Uncounted(String),
    /// Too many came from this network; it is sent again after so many seconds.
    TooMany(u32),
    /// The server was not reached.
    Unreached,
}

impl Fate {
    /// No pause before the next attempt is longer, in milliseconds.
    pub const LONGEST_MS: u64 = 7_260_000;

    /// What readers are told of it.
    pub fn words(&self) -> String {
        match self {
            Self::Counted => "It is counted.".to_owned(),
            Self::Refused(why) => format!("Your vote was refused, and what was before stands again. {why}"),
            Self::Uncounted(_) => "It stays in this browser: the server of votes does not count this tool.".to_owned(),
            Self::TooMany(_) => "Too many votes came from your network; it is kept here and sent later.".to_owned(),
            Self::Unreached => "It is kept here and sent once there is a connection.".to_owned(),
        }
    }

    /// How long to wait before the next attempt, in milliseconds, after so many that failed in a row, this one included. `chance`,
    /// from 0 to 1, keeps browsers that lost the server together from coming back together.
    pub fn pause(&self, failures: u32, chance: f64) -> u64 {
        let shortest = match self {
            Self::TooMany(seconds) => (*seconds).clamp(1, 7200) * 1000,
            _ => (500u32 << failures.min(10)).min(150_000),
        };
        // Whom a server sent away for a time comes back within a minute after it.
        let spread = shortest.min(60_000);
        u64::from(shortest) + (f64::from(spread) * chance) as u64
    }
}

/// Is told what became of a ballot on a tool: of which number it was, and what.
pub type Tell = Rc<dyn Fn(ToolId, u64, Fate)>;

/// The future of a back end's answer. Boxed, so that the trait can be used as an object.
pub type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// A back end for votes. The local one answers at once; a shared one asks a server.
pub trait VoteBackend {
    /// The reader's ballots as they are stored now.
    fn load(&self) -> Receipt;
    /// Stores that the reader chose, changed or (`None`) withdrew. Never loses what another tab stored meanwhile.
    fn cast(&self, tool: &ToolId, choice: Option<Choice>) -> Receipt;
    /// Everybody's votes on those of these tools that the server knows, without this reader's. Nothing if there was no answer; where
    /// votes are not shared, no tool is known.
    fn others(&self, tools: &[ToolId]) -> Pending<Option<Vec<(ToolId, Tally)>>>;
    /// Tools on which this reader's ballot has not reached the server.
    fn waiting(&self) -> Vec<ToolId>;
    /// Tools on which a server has a vote of this reader.
    fn taken(&self) -> Vec<ToolId>;
    /// Sends what waits, until nothing does, and tells what becomes of each. Where that is under way, tries at once.
    fn send(&self, tell: Tell);
    /// The page is being left: sends what waits without waiting for anything. What arrives twice counts once.
    fn leave(&self);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_grow_apart_and_are_never_far_apart() {
        let pauses: Vec<u64> = (1..13).map(|failures| Fate::Unreached.pause(failures, 0.0)).collect();
        assert_eq!(pauses[..4], [1000, 2000, 4000, 8000]);
        assert!(pauses.is_sorted() && pauses[11] == 150_000);
        assert_eq!(Fate::Unreached.pause(3, 1.0), 8000);
    }

    #[test]
    fn a_server_says_how_long_to_wait_and_nobody_comes_back_at_the_same_moment() {
        assert_eq!(Fate::TooMany(90).pause(0, 0.0), 90_000);
        assert_eq!(Fate::TooMany(90).pause(0, 0.5), 120_000);
        assert_eq!(Fate::TooMany(0).pause(5, 0.0), 1000);
        assert_eq!(Fate::TooMany(u32::MAX).pause(0, 0.0), 7_200_000);
        assert_eq!(Fate::TooMany(u32::MAX).pause(0, 1.0), Fate::LONGEST_MS);
    }
}

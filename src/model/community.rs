//! Everybody's votes, as far as a page knows them, and the words that say whose votes a count holds.

use super::{Scope, Snapshot, Tally, ToolId, counted};

/// How it stands with the server that counts everybody's votes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Server {
    /// There is none: votes stay in this browser.
    #[default]
    None,
    /// It has not answered yet.
    Asked,
    /// It answered so many minutes ago.
    Answered(u32),
    /// It was asked, and has never answered.
    Away,
}

/// Everybody's votes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Community {
    /// How it stands with the server.
    pub server: Server,
    /// The votes of everybody but this reader, on the tools that the server knows.
    pub others: Vec<(ToolId, Tally)>,
    /// Tools on which the server had a vote of this reader when the page was opened.
    pub taken: Vec<ToolId>,
    /// Tools on which this reader's vote has not reached the server.
    pub waiting: Vec<ToolId>,
    /// Those of them whose vote the server wants later.
    pub later: Vec<ToolId>,
}

impl Community {
    /// How it stands with one tool.
    pub fn standing(&self, tool: &ToolId) -> Standing {
        let others = self.others.iter().find(|(id, _)| id == tool).map(|(_, tally)| *tally);
        let waits = match (self.waiting.contains(tool), self.later.contains(tool)) {
            (_, true) => Some(Wait::Later),
            (true, _) => Some(Wait::Connection),
            _ => None,
        };
        Standing { server: self.server, others, waits, is_taken: self.taken.contains(tool) }
    }

    /// Notes that the server wants this reader's vote on a tool later.
    pub fn put_off(&mut self, tool: &ToolId) {
        if !self.later.contains(tool) {
            self.later.push(tool.clone());
        }
    }
}

/// What a vote waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wait {
    Connection,
    /// The server wants it later.
    Later,
}

/// What is known of the votes on one tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    server: Server,
    others: Option<Tally>,
    waits: Option<Wait>,
    is_taken: bool,
}

impl Standing {
    /// Whether a server counts everybody's votes.
    pub fn is_shared(self) -> bool {
        self.server != Server::None
    }

    /// The votes without this reader's: the server's, or those that the content carries.
    pub fn others(self, snapshot: Option<Snapshot>) -> Tally {
        self.others.or(snapshot.map(|snapshot| snapshot.tally)).unwrap_or_default()
    }

    /// Whether this reader's vote is to be added to [`others`](Self::others). What the server had when the page was opened is in the snapshot
    /// of its votes, or will be in the next.
    pub fn adds_own(self, snapshot: Option<Snapshot>) -> bool {
        snapshot.is_none() || self.others.is_some() || self.waits.is_some() || !self.is_taken
    }

    /// Why a count without votes says nothing of everybody's, if it does not.
    pub fn unknown(self) -> Option<&'static str> {
        match (self.server, self.others) {
            (Server::Asked, None) => Some("Votes are being asked for."),
            (Server::Away, None) => Some("Everybody’s votes cannot be had now."),
            _ => None,
        }
    }

    /// The words that stand beside a count of `tally`. `snapshot` is what the content carries; `scope` is where this reader's ballot
    /// is kept.
    pub fn words(self, scope: Scope, snapshot: Option<Snapshot>, tally: Tally) -> String {
        let votes = |tally: Tally| counted(tally.votes(), "vote");
        let mut words = match (self.server, self.others, snapshot) {
            (Server::Answered(0), Some(_), _) => votes(tally),
            (Server::Answered(minutes), Some(_), _) => format!("{}, {} ago", votes(tally), lasting(minutes)),
            // A server that is asked or away, and a tool that it does not know: what is here is shown as what it is.
            (Server::Asked, _, None) if tally.votes() == 0 => "Everybody’s votes".to_owned(),
            (_, _, Some(Snapshot { tally, as_of })) => {
                let is_elsewhere = self.is_taken || self.waits.is_some() || self.server == Server::Asked;
                let own = if is_elsewhere { "" } else { ", yours in this browser only" };
                format!("{} as of {as_of}{own}", votes(tally))
            }
            _ => "This browser only".to_owned(),
        };
        words.push_str(match (self.waits, self.server) {
            (Some(Wait::Connection), _) => ", waiting for a connection",
            (Some(Wait::Later), _) => ", yours to be sent later",
            (None, Server::Away) => ", because the server of votes does not answer",
            _ => "",
        });
        if scope == Scope::Within {
            words.push_str(if self.others.is_some() { ", yours kept" } else { "," });
            words.push_str(" within the site around this");
        }
        words
    }
}

fn lasting(minutes: u32) -> String {
    match minutes {
        0..60 => counted(minutes.into(), "minute"),
        _ => counted((minutes / 60).into(), "hour"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    fn of(ship: u64, skip: u64) -> Tally {
        Tally { ship, skip }
    }

    fn words(server: Server, others: Option<Tally>, waits: Option<Wait>, snapshot: Option<Tally>) -> String {
        let standing = Standing { server, others, waits, is_taken: false };
        let snapshot = snapshot.map(|tally| Snapshot { tally, as_of: Date::parse("2026-11-01").unwrap() });
        standing.words(Scope::ThisBrowser, snapshot, standing.others(snapshot))
    }

    #[test]
    fn the_scope_of_a_count_is_said() {
        assert_eq!(words(Server::None, None, None, None), "This browser only");
        assert_eq!(
            words(Server::None, None, None, Some(of(2, 1))),
            "3 votes as of 2026-11-01, yours in this browser only"
        );
        assert_eq!(
            words(Server::None, None, None, Some(of(0, 1))),
            "1 vote as of 2026-11-01, yours in this browser only"
        );
        assert_eq!(words(Server::Answered(0), Some(of(40, 2)), None, None), "42 votes");
        assert_eq!(words(Server::Answered(0), Some(of(40, 2)), None, Some(of(1, 1))), "42 votes");
    }

    #[test]
    fn a_count_has_an_age() {
        let after = |minutes| words(Server::Answered(minutes), Some(of(1, 0)), None, None);
        assert_eq!(after(1), "1 vote, 1 minute ago");
        assert_eq!(after(59), "1 vote, 59 minutes ago");
        assert_eq!(after(60), "1 vote, 1 hour ago");
        assert_eq!(after(150), "1 vote, 2 hours ago");
    }

    #[test]
    fn a_vote_that_waits_says_so() {
        assert_eq!(
            words(Server::Answered(0), Some(of(40, 2)), Some(Wait::Connection), None),
            "42 votes, waiting for a connection"
        );
        assert_eq!(
            words(Server::Away, None, Some(Wait::Connection), None),
            "This browser only, waiting for a connection"
        );
        assert_eq!(
            words(Server::Answered(0), Some(of(40, 2)), Some(Wait::Later), None),
            "42 votes, yours to be sent later"
        );
    }

    #[test]
    fn a_server_that_is_away_leaves_what_is_here() {
        assert_eq!(
            words(Server::Away, None, None, None),
            "This browser only, because the server of votes does not answer"
        );
        assert_eq!(
            words(Server::Away, None, None, Some(of(2, 1))),
            "3 votes as of 2026-11-01, yours in this browser only, because the server of votes does not answer"
        );
        assert_eq!(
            words(Server::Away, None, Some(Wait::Connection), Some(of(2, 1))),
            "3 votes as of 2026-11-01, waiting for a connection"
        );
        assert_eq!(words(Server::Asked, None, None, None), "Everybody’s votes");
        assert_eq!(words(Server::Asked, None, None, Some(of(2, 1))), "3 votes as of 2026-11-01");
        // The server does not know this tool.
        assert_eq!(words(Server::Answered(0), None, None, None), "This browser only");
        assert_eq!(
            words(Server::Answered(0), None, None, Some(of(2, 1))),
            "3 votes as of 2026-11-01, yours in this browser only"
        );
    }

    #[test]
    fn the_readers_own_vote_is_counted_once() {
        let snapshot = Some(Snapshot { tally: of(2, 1), as_of: Date::parse("2026-11-01").unwrap() });
        let taken = |server, others, waits| Standing { server, others, waits, is_taken: true };
        for server in [Server::Asked, Server::Away] {
            let standing = taken(server, None, None);
            assert!(!standing.adds_own(snapshot), "it is in the snapshot already");
            assert!(standing.adds_own(None), "there is no snapshot");
            assert!(!standing.words(Scope::ThisBrowser, snapshot, of(2, 1)).contains("only"));
            assert!(taken(server, None, Some(Wait::Connection)).adds_own(snapshot), "it has changed since");
            // Cast since the page was opened, not stored, or not counted by the server.
            assert!(Standing { is_taken: false, ..standing }.adds_own(snapshot));
        }
        assert!(taken(Server::Answered(0), Some(of(2, 1)), None).adds_own(snapshot), "others are without it");
    }

    #[test]
    fn nothing_is_said_to_be_none_before_it_was_counted() {
        let standing = |server, others| Standing { server, others, waits: None, is_taken: false }.unknown();
        assert_eq!(standing(Server::None, None), None);
        assert_eq!(standing(Server::Answered(0), Some(of(0, 0))), None);
        assert!(standing(Server::Asked, None).is_some() && standing(Server::Away, None).is_some());
        // One's own vote alone is not everybody's.
        let asked = Standing { server: Server::Asked, others: None, waits: None, is_taken: false };
        let words = |tally| asked.words(Scope::ThisBrowser, None, tally);
        assert_eq!([words(of(0, 0)), words(of(1, 0))], ["Everybody’s votes", "This browser only"]);
    }

    #[test]
    fn an_embed_says_where_the_readers_own_vote_is() {
        let within = |server, others| {
            Standing { server, others, waits: None, is_taken: false }.words(Scope::Within, None, of(3, 0))
        };
        assert_eq!(within(Server::None, None), "This browser only, within the site around this");
        assert_eq!(within(Server::Answered(0), Some(of(2, 0))), "3 votes, yours kept within the site around this");
    }
}

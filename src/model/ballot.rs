//! One reader's ballots, and everything that can happen to them. Pure: storage and clocks are the caller's.

use super::{Form, Invalid, ToolId};

/// What a reader would do with a tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Use it.
    Ship,
    /// Leave it.
    Skip,
}

impl Choice {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Ship, Self::Skip];

    /// The word that readers see.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ship => "Ship",
            Self::Skip => "Skip",
        }
    }

    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ship => "ship",
            Self::Skip => "skip",
        }
    }

    /// What pressing this choice's button means for a reader whose ballot is `current`: pressing again withdraws.
    pub fn pressed(self, current: Option<Self>) -> Option<Self> {
        (current != Some(self)).then_some(self)
    }
}

/// The highest number that a ballot can have: servers keep them in 32 bits.
pub const HIGHEST_SEQ: u64 = i32::MAX as u64;

/// Where one reader stands on one tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Nothing once it was withdrawn.
    pub choice: Option<Choice>,
    /// Grows by one with every change, up to [`HIGHEST_SEQ`].
    pub seq: u64,
    /// When it last changed: UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    pub at: String,
}

/// All ballots of one reader: at most one a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballots {
    voter: String,
    /// Sorted by tool.
    cast: Vec<(ToolId, Ballot)>,
}

impl Ballots {
    /// Nothing cast yet. `voter` is 128 random bits as 32 lower-case hexadecimal digits.
    pub fn new(voter: &str) -> Result<Self, Invalid> {
        if voter.len() == 32 && voter.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            Ok(Self { voter: voter.to_owned(), cast: Vec::new() })
        } else {
            Err(Invalid::new(Form::Id, "the voter is not 32 hexadecimal digits".to_owned(), ""))
        }
    }

    /// Ballots of nobody: for pages that are drawn before anybody reads them.
    pub fn nobody() -> Self {
        Self { voter: "0".repeat(32), cast: Vec::new() }
    }

    /// Who votes: random, and known to this browser only.
    pub fn voter(&self) -> &str {
        &self.voter
    }

    /// All ballots, withdrawn ones too, by tool.
    pub fn cast(&self) -> &[(ToolId, Ballot)] {
        &self.cast
    }

    /// The ballot on this tool, withdrawn or not.
    pub fn ballot(&self, tool: &ToolId) -> Option<&Ballot> {
        self.find(tool).ok().and_then(|at| self.cast.get(at)).map(|(_, ballot)| ballot)
    }

    /// What the reader chose for this tool; nothing if never, or withdrawn.
    pub fn choice(&self, tool: &ToolId) -> Option<Choice> {
        self.ballot(tool).and_then(|ballot| ballot.choice)
    }

    /// Forgets the ballot on this tool, if it is no later than that.
    pub fn forget(&mut self, tool: &ToolId, seq: u64) {
        self.cast.retain(|(id, ballot)| id != tool || ballot.seq > seq);
    }

    fn find(&self, tool: &ToolId) -> Result<usize, usize> {
        self.cast.binary_search_by(|(id, _)| id.cmp(tool))
    }

    /// The reader chose, changed or (`None`) withdrew, at this UTC time. The same choice again changes nothing.
    pub fn reader_chose(&mut self, tool: &ToolId, choice: Option<Choice>, at: &str) {
        match self.find(tool) {
            Ok(place) => {
                let ballot = &mut self.cast[place].1;
                if ballot.choice != choice {
                    *ballot = Ballot { choice, seq: (ballot.seq + 1).min(HIGHEST_SEQ), at: at.to_owned() };
                }
            }
            Err(_) if choice.is_none() => {}
            Err(place) => self.cast.insert(place, (tool.clone(), Ballot { choice, seq: 1, at: at.to_owned() })),
        }
    }

    /// A server has this ballot for that tool, of whatever tab or time. What the reader chose is the later change, where it is another choice.
    pub fn catch_up(&mut self, tool: &ToolId, stands: &Ballot) {
        if let Ok(place) = self.find(tool) {
            let own = &mut self.cast[place].1;
            let is_other = own.choice != stands.choice;
            own.seq = own.seq.max(stands.seq + u64::from(is_other)).min(HIGHEST_SEQ);
        }
    }

    /// Puts a stored ballot in its place; of two for one tool the later change stays.
    pub fn restore(&mut self, tool: ToolId, ballot: Ballot) {
        match self.find(&tool) {
            Ok(place) if (self.cast[place].1.seq, &self.cast[place].1.at) < (ballot.seq, &ballot.at) => {
                self.cast[place].1 = ballot;
            }
            Ok(_) => {}
            Err(place) => self.cast.insert(place, (tool, ballot)),
        }
    }

    /// These ballots and what another tab did meanwhile: per tool, the later change. The other's voter stays,
    /// because it is the one in storage.
    #[must_use]
    pub fn merged_into(self, mut stored: Self) -> Self {
        for (tool, ballot) in self.cast {
            stored.restore(tool, ballot);
        }
        stored
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VOTER: &str = "0123456789abcdef0123456789abcdef";

    fn tool(id: &str) -> ToolId {
        ToolId::parse(id).unwrap()
    }

    fn after(steps: &[Option<Choice>]) -> Ballots {
        let mut ballots = Ballots::new(VOTER).unwrap();
        for (step, choice) in steps.iter().enumerate() {
            ballots.reader_chose(&tool("a"), *choice, &format!("2026-11-01T12:00:{step:02}Z"));
        }
        ballots
    }

    #[test]
    fn a_ballot_is_changed_and_withdrawn_and_every_change_counts() {
        let ballots = after(&[Some(Choice::Ship), Some(Choice::Skip), None]);
        assert_eq!(ballots.choice(&tool("a")), None);
        assert_eq!(ballots.cast()[0].1, Ballot { choice: None, seq: 3, at: "2026-11-01T12:00:02Z".into() });
    }

    #[test]
    fn the_same_choice_again_is_no_change() {
        assert_eq!(after(&[Some(Choice::Ship), Some(Choice::Ship)]), after(&[Some(Choice::Ship)]));
        assert_eq!(after(&[None]), after(&[]));
    }

    #[test]
    fn pressing_the_pressed_button_withdraws() {
        assert_eq!(Choice::Ship.pressed(None), Some(Choice::Ship));
        assert_eq!(Choice::Ship.pressed(Some(Choice::Ship)), None);
        assert_eq!(Choice::Ship.pressed(Some(Choice::Skip)), Some(Choice::Ship));
    }

    #[test]
    fn of_two_tabs_the_later_change_stays() {
        let stored = after(&[Some(Choice::Ship), Some(Choice::Skip)]);
        let mut mine = after(&[Some(Choice::Ship)]);
        mine.reader_chose(&tool("b"), Some(Choice::Ship), "2026-11-01T12:00:00Z");
        let both = mine.clone().merged_into(stored.clone());
        assert_eq!(both.choice(&tool("a")), Some(Choice::Skip));
        assert_eq!(both.choice(&tool("b")), Some(Choice::Ship));
        assert_eq!(stored.merged_into(mine), both);
    }

    #[test]
    fn what_a_server_has_is_overtaken_only_by_another_choice() {
        let stands = |choice, seq| Ballot { choice, seq, at: "2026-11-01T12:00:00Z".into() };
        for (own, stands, seq) in [
            (Some(Choice::Ship), stands(Some(Choice::Ship), 7), 7),
            (Some(Choice::Ship), stands(Some(Choice::Skip), 7), 8),
            (None, stands(Some(Choice::Skip), 2), 3),
            (Some(Choice::Ship), stands(None, 1), 2),
        ] {
            let mut ballots = match own {
                None => after(&[Some(Choice::Ship), None]),
                own => after(&[own]),
            };
            ballots.catch_up(&tool("a"), &stands);
            assert_eq!((ballots.choice(&tool("a")), ballots.cast()[0].1.seq), (own, seq), "{stands:?}");
        }
        let mut none = after(&[]);
        none.catch_up(&tool("a"), &stands(None, 3));
        assert_eq!(none.cast(), []);
    }

    #[test]
    fn a_voter_is_128_bits() {
        for bad in ["", "0123", &VOTER.to_uppercase(), &format!("{VOTER}0"), "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"] {
            assert!(Ballots::new(bad).is_err(), "{bad}");
        }
    }
}

//! Counting votes, and saying how sure the count is.

use super::{Choice, Date};
use std::fmt;

/// Under so many votes a share is called “Early”.
pub const EARLY_BELOW: u64 = 30;

/// From so many votes on, where the true share lies is worth saying.
pub const TELLING_FROM: u64 = 5;

/// A whole percentage, 0 to 100, rounded half up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub u8);

impl Percent {
    /// `part` of `whole`; nothing when `whole` is 0, because a share of nothing is not 0 %.
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        // Halving keeps the products below within 64 bits; it moves no share of fewer than 2^55 votes.
        let spare = 9u32.saturating_sub(whole.leading_zeros());
        let (part, whole) = (part.min(whole) >> spare, whole >> spare);
        Some(Self(((part * 200 + whole) / (whole * 2)) as u8))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", u32::from(self.0))
    }
}

/// Votes for and against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Votes to ship.
    pub ship: u64,
    /// Votes to skip.
    pub skip: u64,
}

impl Tally {
    /// All votes.
    pub fn votes(self) -> u64 {
        self.ship.saturating_add(self.skip)
    }

    /// The share that would ship; nothing without votes.
    pub fn share(self) -> Option<Percent> {
        Percent::of(self.ship, self.votes())
    }

    /// The same tally with one more vote, if there is one.
    #[must_use]
    pub fn with(self, choice: Option<Choice>) -> Self {
        match choice {
            Some(Choice::Ship) => Self { ship: self.ship.saturating_add(1), ..self },
            Some(Choice::Skip) => Self { skip: self.skip.saturating_add(1), ..self },
            None => self,
        }
    }

    /// The same tally without one vote, if there is one.
    #[must_use]
    pub fn without(self, choice: Option<Choice>) -> Self {
        match choice {
            Some(Choice::Ship) => Self { ship: self.ship.saturating_sub(1), ..self },
            Some(Choice::Skip) => Self { skip: self.skip.saturating_sub(1), ..self },
            None => self,
        }
    }

    /// Where the true share lies with 95 % confidence: the Wilson score interval (E. B. Wilson, 1927), z = 1.96.
    /// Nothing without votes.
    pub fn interval(self) -> Option<(Percent, Percent)> {
        const Z: f64 = 1.959_963_984_540_054;
        if self.votes() == 0 {
            return None;
        }
        let n = self.votes() as f64;
        let p = self.ship as f64 / n;
        let centre = p + Z * Z / (2.0 * n);
        let reach = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + Z * Z / n;
        let percent = |x: f64| Percent((x / scale * 100.0 + 0.5).clamp(0.0, 100.0) as u8);
        Some((percent(centre - reach), percent(centre + reach)))
    }
}

/// A tally that was taken elsewhere, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snapshot {
    /// The votes then.
    pub tally: Tally,
    /// When they were counted.
    pub as_of: Date,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(ship: u64, skip: u64) -> (u8, u8) {
        let (low, high) = Tally { ship, skip }.interval().unwrap();
        (low.0, high.0)
    }

    #[test]
    fn shares_round_half_up() {
        assert_eq!(Percent::of(2, 3), Some(Percent(67)));
        assert_eq!(Percent::of(1, 3), Some(Percent(33)));
        assert_eq!(Percent::of(1, 8), Some(Percent(13)));
        assert_eq!(Percent::of(1, 200), Some(Percent(1)));
        assert_eq!(Percent::of(u64::MAX, u64::MAX), Some(Percent(100)));
    }

    #[test]
    fn a_share_of_nothing_is_not_zero() {
        assert_eq!(Percent::of(0, 0), None);
        assert_eq!(Tally::default().share(), None);
        assert_eq!(Tally::default().interval(), None);
    }

    /// Published values: R. G. Newcombe, “Two-sided confidence intervals for the single proportion” (1998), table I, method 3:
    /// 81/263: 0.2553 to 0.3662; 15/148: 0.0624 to 0.1605; 0/20: 0.0000 to 0.1611; 1/29: 0.0061 to 0.1718.
    #[test]
    fn the_interval_is_wilsons() {
        assert_eq!(interval(81, 263 - 81), (26, 37));
        assert_eq!(interval(15, 148 - 15), (6, 16));
        assert_eq!(interval(0, 20), (0, 16));
        assert_eq!(interval(1, 28), (1, 17));
        assert_eq!(interval(20, 0), (84, 100));
    }

    #[test]
    fn one_more_vote_counts_once() {
        let tally = Tally { ship: 2, skip: 1 };
        assert_eq!(tally.with(Some(Choice::Skip)), Tally { ship: 2, skip: 2 });
        assert_eq!(tally.with(Some(Choice::Ship)), Tally { ship: 3, skip: 1 });
        assert_eq!(tally.with(None), tally);
        for choice in [None, Some(Choice::Ship), Some(Choice::Skip)] {
            assert_eq!(tally.with(choice).without(choice), tally);
        }
        assert_eq!(Tally::default().without(Some(Choice::Ship)), Tally::default());
    }
}

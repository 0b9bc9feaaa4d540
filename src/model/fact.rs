//! What can be known of a tool.

use super::{Decimal, FactKey, Link};

/// One thing that can be known of a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactKind {
    /// What tools refer to.
    pub key: FactKey,
    /// What readers see.
    pub label: String,
    /// What its numbers count.
    pub unit: Option<String>,
    /// What it means, in a sentence; may be empty.
    pub definition: String,
    /// Whether more is better: `Some(true)` higher, `Some(false)` lower.
    pub higher_is_better: Option<bool>,
}

impl FactKind {
    /// The definition, with the unit where there is one.
    pub(super) fn explained(&self) -> String {
        match &self.unit {
            Some(unit) => format!("{} In {unit}.", self.definition).trim().to_owned(),
            None => self.definition.clone(),
        }
    }
}

/// One thing that is known of one tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Which of the site's fact kinds.
    pub key: FactKey,
    /// What readers see.
    pub value: String,
    /// The value as a number in the kind's unit.
    pub number: Option<Decimal>,
    /// Who says so.
    pub source: Option<Link>,
    /// Only the maker says so.
    pub claimed: bool,
}

/// Whether two texts are the same words, in whatever capitals and however their accents are encoded. Only tables of Unicode tell, and
/// every browser has them: so whoever draws a page hands this in.
pub type SameWords = fn(&str, &str) -> bool;

impl Fact {
    /// Whether two facts of one kind say the same: by number when both have one, else by their words. What stands between words, and whether
    /// it may break, means nothing.
    pub(super) fn says_as(&self, other: &Fact, same: SameWords) -> bool {
        match (self.number, other.number) {
            (Some(a), Some(b)) => a == b,
            _ => same(&spaced(&self.value), &spaced(&other.value)),
        }
    }
}

/// The words with one plain space between them.
pub fn spaced(value: &str) -> String {
    let mut last = ' ';
    let plain = value.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    plain.filter(|c| (*c, std::mem::replace(&mut last, *c)) != (' ', ' ')).collect()
}

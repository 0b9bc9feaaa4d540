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
            Some(unit) => format!("{} In {unit}.", self.definition).trim_start().to_owned(),
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

impl Fact {
    /// Whether two facts of one kind say the same: by number when both have one, else by their words.
    pub(super) fn says_as(&self, other: &Fact) -> bool {
        match (self.number, other.number) {
            (Some(a), Some(b)) => a == b,
            _ => letters(&self.value).eq(letters(&other.value)),
        }
    }
}

/// What is compared of a value: capitals of ASCII, and whether a space may break, mean nothing. Other capitals would cost every reader
/// 5 kB of Unicode's tables.
fn letters(value: &str) -> impl Iterator<Item = char> {
    let spaced = |c: char| if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c.to_ascii_lowercase() };
    value.trim().chars().map(spaced)
}

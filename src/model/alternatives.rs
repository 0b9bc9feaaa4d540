//! Which tools stand near each other, and the reason in words.

use super::{Fact, FactKey, Site, Tool, spaced};
use std::{cmp::Reverse, collections::BTreeMap};

/// Alternatives of one tool, at most.
const MANY: usize = 6;
/// Facts that tools of different categories share, at least, to stand near each other.
const IN_COMMON: usize = 3;
/// Facts that a reason names, at most.
const NAMED: usize = 3;

/// Tools by what they may have in common.
pub struct Neighbours<'a> {
    tools: Vec<&'a Tool>,
    categories: BTreeMap<&'a str, Vec<usize>>,
    facts: BTreeMap<(&'a FactKey, String), Vec<usize>>,
    letters: fn(&str) -> String,
}

impl<'a> Neighbours<'a> {
    /// All tools that can be alternatives of each other. Texts of equal `letters` are the same words.
    pub fn among(tools: Vec<&'a Tool>, letters: fn(&str) -> String) -> Self {
        let (mut categories, mut facts) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for (at, tool) in tools.iter().enumerate() {
            categories.entry(tool.category.as_str()).or_default().push(at);
            for fact in &tool.facts {
                facts.entry((&fact.key, meaning(fact, letters))).or_default().push(at);
            }
        }
        Self { tools, categories, facts, letters }
    }

    /// The nearest tools, each with its reason: those of the same category first, then by how many facts they share, then
    /// in the order that they were given in.
    pub fn of(&self, tool: &Tool, site: &Site) -> Vec<(&'a Tool, String)> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in self.categories.get(tool.category.as_str()).into_iter().flatten() {
            shared.entry(*at).or_default();
        }
        for fact in &tool.facts {
            for at in self.facts.get(&(&fact.key, meaning(fact, self.letters))).into_iter().flatten() {
                *shared.entry(*at).or_default() += 1;
            }
        }
        let mut near: Vec<(bool, usize, &Tool)> = shared
            .into_iter()
            .map(|(at, facts)| (self.tools[at].category != tool.category, facts, self.tools[at]))
            .filter(|(elsewhere, facts, other)| other.id != tool.id && (!elsewhere || *facts >= IN_COMMON))
            .collect();
        near.sort_by_key(|(elsewhere, facts, _)| (*elsewhere, Reverse(*facts)));
        near.truncate(MANY);
        near.into_iter().map(|(elsewhere, _, other)| (other, self.reason(tool, other, elsewhere, site))).collect()
    }

    /// “Also Vector Databases; same licence (Apache-2.0)”.
    fn reason(&self, tool: &Tool, other: &Tool, elsewhere: bool, site: &Site) -> String {
        let both = |fact: &&Fact| {
            other.facts.iter().any(|it| it.key == fact.key && meaning(it, self.letters) == meaning(fact, self.letters))
        };
        let mut facts: Vec<&Fact> = tool.facts.iter().filter(both).collect();
        let place = |fact: &&Fact| site.facts.iter().position(|kind| kind.key == fact.key).unwrap_or(usize::MAX);
        facts.sort_by_key(place);
        let named = |fact: &&Fact| {
            let kind = site.facts.iter().find(|kind| kind.key == fact.key);
            let label = kind.map_or_else(|| fact.key.to_string(), |kind| lowered(&kind.label));
            format!("{label} ({})", super::plain(&fact.value).trim())
        };
        let same: Vec<String> = facts.iter().take(NAMED).map(named).collect();
        match (elsewhere, same.is_empty()) {
            (true, _) => format!("Same {}", same.join(", ")),
            (false, true) => format!("Also {}", tool.category),
            (false, false) => format!("Also {}; same {}", tool.category, same.join(", ")),
        }
    }
}

/// A label within a sentence: “Licence” is “licence”, and “GPU” stays.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

/// What a fact says, for comparing: its number where it has one, else the letters of its words.
fn meaning(fact: &Fact, letters: fn(&str) -> String) -> String {
    match fact.number {
        // 128000 and 128000.0 are the same.
        Some(number) => {
            let digits = number.to_string();
            let short = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { &digits };
            format!("={short}")
        }
        None => letters(&spaced(&fact.value)),
    }
}

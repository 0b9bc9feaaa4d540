//! What is known of tools, side by side.

use super::{Decimal, Fact, FactKey, FactKind, SameWords, Site, Tool};
use std::sync::Arc;

/// One row of the facts table.
#[derive(Debug, Clone)]
pub struct FactRow {
    /// Which fact it is about.
    pub key: FactKey,
    /// The row's name.
    pub label: String,
    /// What the row means; may be empty.
    pub definition: String,
    /// One cell a tool, in the comparison's order; missing is not the same as anything.
    pub cells: Vec<Option<Fact>>,
    /// How its values are compared.
    pub same: SameWords,
    /// Whether more is better: `Some(true)` higher, `Some(false)` lower.
    pub higher_is_better: Option<bool>,
}

impl FactRow {
    /// Whether the tools differ here, or might: what is missing is never treated as equal.
    pub fn differs(&self) -> bool {
        match self.cells.split_first() {
            Some((Some(first), rest)) => {
                !rest.iter().all(|cell| cell.as_ref().is_some_and(|fact| fact.says_as(first, self.same)))
            }
            Some((None, _)) => true,
            None => false,
        }
    }

    /// Whether two values that are known differ.
    pub fn is_known_to_differ(&self) -> bool {
        let mut known = self.cells.iter().flatten();
        known.next().is_some_and(|first| known.any(|fact| !fact.says_as(first, self.same)))
    }

    /// The better number and the word for it, where the vocabulary says what is better and known numbers differ. What is missing is
    /// neither better nor worse: then the word says that it speaks of what is known.
    pub fn best(&self) -> Option<(Decimal, &'static str)> {
        let higher = self.higher_is_better?;
        let mut numbers = Vec::new();
        for cell in &self.cells {
            numbers.extend(cell.as_ref().and_then(|fact| fact.number));
        }
        let (low, high) = (*numbers.iter().min()?, *numbers.iter().max()?);
        let words = match (higher, numbers.len() == self.cells.len()) {
            (true, true) => "highest",
            (true, false) => "highest known",
            (false, true) => "lowest",
            (false, false) => "lowest known",
        };
        (low != high).then_some((if higher { high } else { low }, words))
    }
}

/// The facts of some tools: the vocabulary's order first, then what the vocabulary lacks; rows without any value left out.
pub fn fact_rows(tools: &[Arc<Tool>], site: &Site, same: SameWords) -> Vec<FactRow> {
    let mut keys: Vec<&FactKey> = site.facts.iter().map(|kind| &kind.key).collect();
    for tool in tools {
        for fact in &tool.facts {
            if !keys.contains(&&fact.key) {
                keys.push(&fact.key);
            }
        }
    }
    let mut rows = Vec::new();
    for key in keys {
        let cells: Vec<_> = tools.iter().map(|tool| tool.facts.iter().find(|fact| fact.key == *key).cloned()).collect();
        if cells.iter().all(Option::is_none) {
            continue;
        }
        let kind = site.facts.iter().find(|kind| kind.key == *key);
        rows.push(FactRow {
            key: key.clone(),
            label: kind.map_or_else(|| key.as_str().to_owned(), |kind| kind.label.clone()),
            definition: kind.map_or_else(String::new, FactKind::explained),
            cells,
            same,
            higher_is_better: kind.and_then(|kind| kind.higher_is_better),
        });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(value: &str, number: Option<&str>) -> Option<Fact> {
        Some(Fact {
            key: FactKey::parse("context-window").unwrap(),
            value: value.into(),
            number: number.map(|n| Decimal::parse(n).unwrap()),
            source: None,
            claimed: false,
        })
    }

    fn differs(cells: Vec<Option<Fact>>) -> bool {
        row(cells, None).differs()
    }

    fn row(cells: Vec<Option<Fact>>, higher_is_better: Option<bool>) -> FactRow {
        let key = FactKey::parse("context-window").unwrap();
        FactRow {
            key,
            label: String::new(),
            definition: String::new(),
            cells,
            same: str::eq_ignore_ascii_case,
            higher_is_better,
        }
    }

    fn best(numbers: &[&str], higher: Option<bool>) -> Option<(String, &'static str)> {
        let cell = |number: &&str| match *number {
            "" => None,
            "?" => fact("many", None),
            number => fact(number, Some(number)),
        };
        let best = row(numbers.iter().map(cell).collect(), higher).best();
        best.map(|(number, words)| (number.to_string(), words))
    }

    #[test]
    fn the_better_number_is_what_the_vocabulary_calls_better() {
        let said = |number: &str, words| Some((number.to_owned(), words));
        assert_eq!(best(&["8", "32"], Some(true)), said("32", "highest"));
        assert_eq!(best(&["8", "32", "8.0"], Some(false)), said("8", "lowest"));
        assert_eq!(best(&["8", "32"], None), None, "nobody says what is better");
        assert_eq!(best(&["8", "8.0"], Some(true)), None, "equal");
    }

    #[test]
    fn what_is_missing_is_neither_better_nor_worse() {
        let said = |number: &str, words| Some((number.to_owned(), words));
        assert_eq!(best(&["8", ""], Some(true)), None);
        assert_eq!(best(&["", "8", "?"], Some(false)), None);
        assert_eq!(best(&["8", "", "32"], Some(true)), said("32", "highest known"));
        assert_eq!(best(&["8", "?", "32"], Some(false)), said("8", "lowest known"));
    }

    #[test]
    fn only_what_is_known_is_known_to_differ() {
        let differ = |cells| row(cells, None).is_known_to_differ();
        assert!(differ(vec![None, fact("a", None), fact("b", None)]));
        assert!(!differ(vec![None, fact("a", None), fact("A", None)]));
        assert!(!differ(vec![fact("a", None), None]));
    }

    #[test]
    fn equal_numbers_and_equal_words_are_no_difference() {
        assert!(!differs(vec![fact("128K", Some("128000")), fact("128,000", Some("128000.0"))]));
        assert!(!differs(vec![fact("Open", None), fact("open ", None)]));
        assert!(differs(vec![fact("open", None), fact("closed", None)]));
        assert!(!differs(vec![fact("up to 5 GB", None), fact("UP to\u{a0}5\u{2009}gb\u{202f}", None)]));
        assert!(differs(vec![fact("up to 5 GB", None), fact("up to 5GB", None)]));
    }

    #[test]
    fn what_is_missing_is_never_treated_as_equal() {
        assert!(differs(vec![fact("open", None), None]));
        assert!(differs(vec![None, fact("open", None)]));
        assert!(differs(vec![None, None]));
        assert!(differs(vec![fact("a", None), fact("a", None), None]));
    }
}

//! What is known of tools, side by side.

use super::{Fact, FactKey, FactKind, SameWords, Site, Tool};
use std::sync::Arc;

/// One row of the facts table.
#[derive(Debug, Clone)]
pub struct FactRow {
    /// The row's name.
    pub label: String,
    /// What the row means; may be empty.
    pub definition: String,
    /// One cell a tool, in the comparison's order; missing is not the same as anything.
    pub cells: Vec<Option<Fact>>,
    /// How its values are compared.
    pub same: SameWords,
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
}

/// The facts of some tools: the vocabulary's order first, then what the vocabulary lacks; rows without any value left out.
pub fn fact_rows(tools: &[Arc<Tool>], site: &Site, same: SameWords) -> Vec<FactRow> {
    let mut keys: Vec<&FactKey> = site.facts.iter().map(|kind| &kind.key).collect();
    for fact in tools.iter().flat_map(|tool| &tool.facts) {
        if !keys.contains(&&fact.key) {
            keys.push(&fact.key);
        }
    }
    keys.into_iter()
        .filter_map(|key| {
            let cells: Vec<_> =
                tools.iter().map(|tool| tool.facts.iter().find(|fact| fact.key == *key).cloned()).collect();
            let kind = site.facts.iter().find(|kind| kind.key == *key);
            cells.iter().any(Option::is_some).then(|| FactRow {
                label: kind.map_or_else(|| key.to_string(), |kind| kind.label.clone()),
                definition: kind.map_or_else(String::new, FactKind::explained),
                cells,
                same,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decimal;

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
        FactRow { label: String::new(), definition: String::new(), cells, same: str::eq_ignore_ascii_case }.differs()
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

//! Two tools without what gives them away.

use super::{FactRow, Fold, Tool, letters::Letters};
use std::sync::Arc;

/// Whether two tools go without their names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Blind {
    /// Nobody wants that.
    #[default]
    Off,
    /// They do, until the reader has voted on both.
    On,
    /// The reader has.
    Over,
}

/// What the two are called, in the order in which they are shown. Their address does not tell that order.
pub fn blind_names(tools: &[Arc<Tool>]) -> Vec<(&'static str, usize)> {
    let mut weight = 0;
    for tool in tools {
        weight += tool.id.as_str().bytes().map(usize::from).sum::<usize>();
    }
    let first = weight % 2;
    vec![("Tool A", first), ("Tool B", 1 - first)]
}

/// What is known of the tool at a place and gives none of them away: pairs of what and value. What is not known is missing.
pub fn blind_facts(at: usize, tools: &[Arc<Tool>], rows: &[FactRow], fold: Fold) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut add = |label: &str, value: &str| {
        if !tools.iter().any(|tool| gives_away(tool, value, fold)) {
            facts.push((label.to_owned(), value.to_owned()));
        }
    };
    if let Some(tool) = tools.get(at) {
        add("Category", &tool.category);
        add("Price", &tool.price.from());
    }
    for row in rows {
        if let Some(Some(fact)) = row.cells.get(at) {
            add(&row.label, &fact.value);
        }
    }
    facts
}

/// Whether a text holds a word of the tool's or its maker's name. Short words are in too many others to tell anything.
fn gives_away(tool: &Tool, text: &str, fold: Fold) -> bool {
    let letters = |text: &str| Letters::of(text, fold);
    let text = letters(text);
    let names = letters(&format!("{} {} {}", tool.name, tool.maker, tool.id));
    // Where no spaces are written, two letters are a name; elsewhere a letter and a digit are.
    let is_short = |word: &[char]| match word {
        [a, b] => a.is_ascii_digit() == b.is_ascii_digit() && (*a).min(*b) < '\u{2e80}',
        _ => word.len() < 2,
    };
    names.words().iter().any(|word| !is_short(word) && text.find(word).is_some())
}

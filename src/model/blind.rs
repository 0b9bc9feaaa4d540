//! Two tools without what gives them away.

use super::{FactRow, Site, Tool, fact_rows};
use std::sync::Arc;

/// A tool that goes by another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlindTool {
    /// The tool as the page may show it: “Tool A”, with its id and nothing else that is its own.
    pub shown: Arc<Tool>,
    /// The tool.
    pub tool: Arc<Tool>,
    /// What is known of it and gives nothing away: pairs of what and value. What is not known is missing.
    pub facts: Vec<(String, String)>,
}

/// The two, in an order that their address does not tell.
pub fn blind(tools: &[Arc<Tool>], site: &Site) -> Vec<BlindTool> {
    let rows = fact_rows(tools, site);
    let weight: usize = tools.iter().flat_map(|tool| tool.id.as_str().bytes()).map(usize::from).sum();
    let names = ["Tool A", "Tool B"];
    let mut order: Vec<usize> = (0..tools.len()).collect();
    if weight % 2 == 1 {
        order.reverse();
    }
    let one = |(at, name): (usize, &str)| {
        let tool = tools.get(at)?;
        Some(BlindTool { shown: Arc::new(nameless(tool, name)), facts: facts(at, tools, &rows), tool: tool.clone() })
    };
    order.into_iter().zip(names).filter_map(one).collect()
}

fn nameless(tool: &Tool, name: &str) -> Tool {
    let (maker, category, tagline, description) = Default::default();
    let price = super::Price { source: None, plans: Vec::new(), ..tool.price.clone() };
    Tool {
        id: tool.id.clone(),
        name: name.to_owned(),
        maker,
        category,
        tagline,
        description,
        url: None,
        price,
        facts: Vec::new(),
        reviews: Vec::new(),
        community: None,
        released: None,
        updated: None,
        history: Vec::new(),
    }
}

fn facts(at: usize, tools: &[Arc<Tool>], rows: &[FactRow]) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut add = |label: &str, value: &str| {
        if !tools.iter().any(|tool| gives_away(tool, value)) {
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
fn gives_away(tool: &Tool, text: &str) -> bool {
    let text = letters(text);
    let names = letters(&format!("{} {} {}", tool.name, tool.maker, tool.id.as_str()));
    // Byte by byte: searching by the standard library would be a kilobyte more for every reader.
    let holds = |word: &str| text.as_bytes().windows(word.len()).any(|piece| piece == word.as_bytes());
    names.split(' ').any(|word| word.len() > 2 && holds(word))
}

/// Capitals of ASCII and signs mean nothing.
fn letters(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_punctuation() { ' ' } else { c.to_ascii_lowercase() }).collect()
}

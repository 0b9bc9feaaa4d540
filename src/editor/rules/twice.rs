//! Rules about what is there twice: the same tool under two names, the same comparison, the same words.

use crate::{
    editor::{
        essence::essence,
        rule::Said,
        told::{Described, Told},
    },
    model::{Date, Tool, spaced},
    site::letters,
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Characters of a sentence that two people would not write by chance.
const LONG: usize = 40;

pub(super) fn tool_described_twice(told: &Told, _: Date) -> Vec<(String, Said)> {
    let mut first: HashMap<&str, Described<'_>> = HashMap::new();
    let mut said = Vec::new();
    for described in told.described() {
        let id = described.tool.id.as_str();
        // A tool's file that is called otherwise is probably a copy whose id is still to be changed, and is told so.
        if described.at.is_empty() && described.file != format!("tools/{id}.json") {
            continue;
        }
        let Some(other) = first.get(id) else {
            first.insert(id, described);
            continue;
        };
        let but = differences(described.tool, other.tool);
        let message = format!("“{id}” is described in {} too{but}", other.file);
        let path = format!("{}id", described.at);
        said.push((described.file.to_owned(), Said::new(path, message, "refer to it by its id")));
    }
    said
}

pub(super) fn same_tool_twice(told: &Told, _: Date) -> Vec<(String, Said)> {
    let apart = compared(told);
    let (mut ids, mut groups) = (HashSet::new(), HashMap::<String, Vec<Described<'_>>>::new());
    let mut said = Vec::new();
    for described in told.described().filter(|described| ids.insert(described.tool.id.as_str())) {
        let group = groups.entry(essence(&described.tool.name, &described.tool.maker)).or_default();
        let id = described.tool.id.as_str();
        if let Some(other) = group.iter().find(|other| !apart.contains(&(id, other.tool.id.as_str()))) {
            let but = differences(described.tool, other.tool);
            let message = format!("this is probably “{}” of {} again{but}", other.tool.name, other.file);
            let path = format!("{}name", described.at);
            said.push((described.file.to_owned(), Said::new(path, message, "keep one of them")));
        }
        group.push(described);
    }
    said
}

pub(super) fn same_comparison_twice(told: &Told, _: Date) -> Vec<(String, Said)> {
    let mut first: HashMap<BTreeSet<&str>, &str> = HashMap::new();
    let mut said = Vec::new();
    for (file, comparison) in &told.comparisons {
        let ids = comparison.contenders.iter().map(|contender| contender.id().as_str()).collect();
        if let Some(other) = first.get(&ids) {
            let message = format!("{other} compares the same tools");
            said.push((file.clone(), Said::new("tools", message, "keep one of them")));
        } else {
            first.insert(ids, file);
        }
    }
    said
}

pub(super) fn same_category_twice(told: &Told, _: Date) -> Vec<(String, Said)> {
    let words = |category: &str| letters(&spaced(category));
    // Of each category its spellings, each with how many tools have it and the first of their files.
    let mut spellings: HashMap<String, Vec<(&str, usize, &str)>> = HashMap::new();
    for Described { file, tool, .. } in told.described() {
        let known = spellings.entry(words(&tool.category)).or_default();
        match known.iter_mut().find(|(category, ..)| *category == tool.category) {
            Some((_, tools, _)) => *tools += 1,
            None => known.push((&tool.category, 1, file)),
        }
    }
    let mut said = Vec::new();
    for Described { file, at, tool } in told.described() {
        // What most write is meant; of two that are as frequent, the first.
        let known = spellings.get(&words(&tool.category)).into_iter().flatten().rev();
        let Some((usual, _, usual_file)) = known.max_by_key(|(_, tools, _)| *tools) else { continue };
        if *usual != tool.category {
            let category = &tool.category;
            let message = match usual.to_lowercase() == category.to_lowercase() {
                true => format!("“{category}” is written “{usual}” in {usual_file}"),
                false => {
                    format!("“{category}” has other spaces, or accents that are encoded otherwise, in {usual_file}")
                }
            };
            said.push((file.to_owned(), Said::new(format!("{at}category"), message, "write both alike")));
        }
    }
    said
}

pub(super) fn repeated_sentence(told: &Told, _: Date) -> Vec<(String, Said)> {
    let mut first: HashMap<String, (&str, &str)> = HashMap::new();
    let mut said = Vec::new();
    for Described { file, at, tool } in told.described() {
        let id = tool.id.as_str();
        for (i, review) in tool.reviews.iter().enumerate() {
            let mut other = None;
            for sentence in sentences(&review.quote) {
                let (first_id, first_file) = *first.entry(sentence).or_insert((id, file));
                other = other.or((first_id != id).then_some(first_file));
            }
            said.extend(other.map(|other| {
                let message = format!("repeats a sentence of {other}");
                let path = format!("{at}reviews[{i}].quote");
                (file.to_owned(), Said::new(path, message, "say what holds for this tool"))
            }));
        }
    }
    said
}

/// Every two tools that a comparison sets side by side: those are told apart on purpose.
fn compared(told: &Told) -> HashSet<(&str, &str)> {
    let mut pairs = HashSet::new();
    for (_, comparison) in &told.comparisons {
        let ids: Vec<&str> = comparison.contenders.iter().map(|contender| contender.id().as_str()).collect();
        pairs.extend(ids.iter().flat_map(|a| ids.iter().map(move |b| (*a, *b))));
    }
    pairs
}

/// In what two descriptions of a tool differ, for people; nothing where they do not.
fn differences(a: &Tool, b: &Tool) -> String {
    let verdicts = a
        .reviews
        .iter()
        .any(|review| b.review_by(&review.reviewer).is_some_and(|other| other.verdict != review.verdict));
    let prices = a.price.entry != b.price.entry || a.price.plans != b.price.plans;
    let facts =
        a.facts.iter().any(|fact| b.facts.iter().any(|other| other.key == fact.key && other.value != fact.value));
    let all = [(verdicts, "verdicts"), (prices, "prices"), (facts, "facts")];
    let all: Vec<&str> = all.iter().filter(|(differ, _)| *differ).map(|(_, what)| *what).collect();
    if all.is_empty() { String::new() } else { format!(", with other {}", all.join(", ")) }
}

/// The long sentences of a text, without what only looks different.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    let plain = |sentence: &str| -> String {
        let words = sentence.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        words.collect::<Vec<_>>().join(" ").to_lowercase()
    };
    text.split(['.', '!', '?', '\n']).map(plain).filter(|sentence| sentence.chars().count() >= LONG)
}

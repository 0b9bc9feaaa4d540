//! Warnings about what is there twice: the same tool under two names, the same comparison, the same words.

use super::check::{Notes, Told};
use crate::model::{Comparison, Contender, Tool};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Words that tell editions of one tool apart, not tools.
const EDITIONS: [&str; 24] = [
    "ai",
    "api",
    "app",
    "base",
    "beta",
    "alpha",
    "chat",
    "cli",
    "desktop",
    "edition",
    "experimental",
    "hd",
    "instruct",
    "it",
    "latest",
    "lite",
    "mini",
    "new",
    "official",
    "preview",
    "pro",
    "release",
    "turbo",
    "version",
];
/// Characters of a sentence that two people would not write by chance.
const LONG: usize = 40;

/// A tool, and the file that describes it.
struct Described<'a> {
    file: &'a str,
    path: String,
    tool: &'a Tool,
}

pub(super) fn warn(told: &Told, notes: &mut Notes) {
    let tools = described(told);
    same_tools(&tools, told, notes);
    same_comparisons(&told.comparisons, notes);
    same_words(&tools, notes);
}

/// Every tool, also those that comparisons describe themselves.
fn described(told: &Told) -> Vec<Described<'_>> {
    let own = told.tools.iter().map(|(file, tool)| Described { file, path: String::new(), tool });
    let whole = told.comparisons.iter().flat_map(|(file, comparison)| {
        comparison.contenders.iter().enumerate().filter_map(move |(i, contender)| match contender {
            Contender::Whole(tool) => Some(Described { file, path: format!("tools[{i}]."), tool }),
            Contender::Known(_) => None,
        })
    });
    own.chain(whole).collect()
}

/// What stays of a name without its maker, its version and its edition: “mistral medium” for “Mistral Medium 3 Instruct”.
pub(super) fn essence(name: &str, maker: &str) -> String {
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let maker: HashSet<String> = words(maker).into_iter().collect();
    let all = words(name);
    let is_version = |word: &str| {
        let digits = word.strip_prefix('v').unwrap_or(word);
        digits.starts_with(|c: char| c.is_ascii_digit())
    };
    let without = |drop_maker: bool| -> Vec<&str> {
        let kept = all.iter().filter(|word| !is_version(word) && !EDITIONS.contains(&word.as_str()));
        let kept = kept.filter(|word| !drop_maker || !maker.contains(*word));
        let bare = |word: &'_ String| word.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        kept.map(|word| word.get(..bare(word)).unwrap_or(word)).collect()
    };
    let (short, long) = (without(true), without(false));
    let words = if short.is_empty() { long } else { short };
    // A name of nothing but such words (“Alpha 2” by “Alpha”) is its first.
    if words.is_empty() { all.first().cloned().unwrap_or_default() } else { words.join(" ") }
}

/// The classic: one model under four slugs, with different verdicts and prices.
fn same_tools(tools: &[Described<'_>], told: &Told, notes: &mut Notes) {
    // Who is compared with each other is told apart on purpose.
    let mut apart: HashSet<(&str, &str)> = HashSet::new();
    for (_, comparison) in &told.comparisons {
        let ids: Vec<&str> = comparison.contenders.iter().map(|contender| contender.id().as_str()).collect();
        apart.extend(ids.iter().flat_map(|a| ids.iter().map(move |b| (*a, *b))));
    }
    let mut groups: HashMap<String, Vec<&Described<'_>>> = HashMap::new();
    for described in tools {
        let key = essence(&described.tool.name, &described.tool.maker);
        let group = groups.entry(key).or_default();
        let (id, twin) = (described.tool.id.as_str(), |other: &&&Described<'_>| {
            let other = other.tool.id.as_str();
            other == described.tool.id.as_str() || !apart.contains(&(described.tool.id.as_str(), other))
        });
        if let Some(other) = group.iter().find(twin) {
            let differences = differences(described.tool, other.tool);
            let but = if differences.is_empty() { String::new() } else { format!(", with other {differences}") };
            let (path, message) = if other.tool.id.as_str() == id {
                ("id", format!("“{id}” is described in {} too{but}; refer to it by its id", other.file))
            } else {
                let name = &other.tool.name;
                ("name", format!("this is probably “{name}” of {} again{but}; keep one of them", other.file))
            };
            notes.warn(described.file, format!("{}{path}", described.path), message);
        }
        group.push(described);
    }
}

/// In what two descriptions of a tool differ, for people.
fn differences(a: &Tool, b: &Tool) -> String {
    let verdicts = a
        .reviews
        .iter()
        .any(|review| b.review_by(&review.reviewer).is_some_and(|other| other.verdict != review.verdict));
    let prices = a.price.entry != b.price.entry || a.price.plans != b.price.plans;
    let facts =
        a.facts.iter().any(|fact| b.facts.iter().any(|other| other.key == fact.key && other.value != fact.value));
    let all = [(verdicts, "verdicts"), (prices, "prices"), (facts, "facts")];
    all.iter().filter(|(differ, _)| *differ).map(|(_, what)| *what).collect::<Vec<_>>().join(", ")
}

fn same_comparisons(comparisons: &[(String, Comparison)], notes: &mut Notes) {
    let mut seen: HashMap<BTreeSet<&str>, &str> = HashMap::new();
    for (file, comparison) in comparisons {
        let ids = comparison.contenders.iter().map(|contender| contender.id().as_str()).collect();
        if let Some(other) = seen.get(&ids) {
            notes.warn(file, "tools", format!("{other} compares the same tools; keep one of them"));
        } else {
            seen.insert(ids, file);
        }
    }
}

fn same_words(tools: &[Described<'_>], notes: &mut Notes) {
    let mut seen: HashMap<String, (&str, &str)> = HashMap::new();
    for described in tools {
        let id = described.tool.id.as_str();
        for (i, review) in described.tool.reviews.iter().enumerate() {
            let mut told = false;
            for sentence in sentences(&review.quote) {
                let (other, file) = *seen.entry(sentence).or_insert((id, described.file));
                if other != id && !told {
                    let path = format!("{}reviews[{i}].quote", described.path);
                    notes.warn(
                        described.file,
                        path,
                        format!("repeats a sentence of {file}; say what holds for this tool"),
                    );
                    told = true;
                }
            }
        }
    }
}

/// The long sentences of a text, without what only looks different.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    let plain = |sentence: &str| -> String {
        let words = sentence.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        words.collect::<Vec<_>>().join(" ").to_lowercase()
    };
    text.split(['.', '!', '?', '\n']).map(plain).filter(|sentence| sentence.chars().count() >= LONG)
}

#[cfg(test)]
mod tests {
    use super::essence;

    #[test]
    fn maker_version_and_edition_are_not_the_essence_of_a_name() {
        for (name, maker) in [
            ("Mistral Medium 3", "Mistral AI"),
            ("Mistral Medium 3.1 Instruct", "Mistral AI"),
            ("Medium 3", "Mistral"),
            ("mistral-medium-v3-latest", "Mistral AI"),
        ] {
            assert_eq!(essence(name, maker), "medium", "{name}");
        }
        assert_eq!(essence("SmolVLM2 Turbo", ""), essence("SmolVLM 2", "Hugging Face"));
        assert_eq!(essence("Claude Code", "Anthropic"), "claude code");
    }

    #[test]
    fn what_only_sounds_alike_stays_apart() {
        let all =
            ["Whisper", "whisper.cpp", "faster-whisper", "llama.cpp", "Ollama", "Claude Code", "Claude Haiku", "4o"];
        let essences: std::collections::BTreeSet<_> = all.iter().map(|name| essence(name, "OpenAI")).collect();
        assert_eq!(essences.len(), all.len());
    }
}

//! Rules about comparisons and the tools that they set side by side.

use crate::{
    editor::rule::{Edit, Example, Find, Rule, Said, Severity},
    model::{FactKey, Matchup, Tool},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

pub static UPDATED_BEFORE_PUBLISHED: Rule = Rule {
    name: "updated-before-published",
    severity: Severity::Warning,
    means: "A comparison was updated before it was published.",
    why: "Feeds and search engines sort by these days.",
    cure: "Correct one of the two days.",
    example: Example::Edits(&[Edit {
        file: "comparisons/alpha-vs-beta.json",
        right: r#""updated": "2026-11-02""#,
        wrong: r#""updated": "2026-10-02""#,
    }]),
    find: Find::Folder(|told, _| {
        let mut said = Vec::new();
        for (file, comparison) in &told.comparisons {
            if let (Some(published), Some(updated)) = (comparison.published, comparison.updated)
                && updated < published
            {
                let message = format!("{updated} is before the day of publication, {published}");
                said.push((file.clone(), Said::new("updated", message, "correct one of them")));
            }
        }
        said
    }),
};

pub static NO_SHARED_FACT: Rule = Rule {
    name: "no-shared-fact",
    severity: Severity::Warning,
    means: "Facts are known of the tools of a comparison, but none is known of two of them.",
    why: "Every row of the table would have one value and otherwise “—”.",
    cure: "Add a fact that two of the tools share.",
    example: Example::Edits(&[Edit {
        file: "comparisons/alpha-vs-beta.json",
        right: r#""beta""#,
        wrong: r#"{
      "id": "gamma",
      "name": "Gamma",
      "category": "Developer Tools",
      "tagline": "Does one thing",
      "description": "It does the one thing.",
      "price": { "entry": "unknown" },
      "reviews": []
    }"#,
    }]),
    find: Find::Folder(|told, _| {
        let by_id: HashMap<_, Arc<Tool>> =
            told.tools.iter().map(|(_, tool)| (tool.id.clone(), Arc::new(tool.clone()))).collect();
        let mut said = Vec::new();
        for (file, comparison) in &told.comparisons {
            let Ok(matchup) = Matchup::resolve(comparison.clone(), |id| by_id.get(id).cloned()) else { continue };
            if shares_no_fact(&matchup) {
                let names: BTreeSet<&str> = matchup.tools.iter().map(|tool| tool.id.as_str()).collect();
                let names = names.into_iter().collect::<Vec<_>>().join(", ");
                let message = format!("no fact is known of two of them ({names})");
                said.push((file.clone(), Said::new("tools", message, "add facts that they share")));
            }
        }
        said
    }),
};

/// Whether something is known of these tools, and nothing of two of them.
fn shares_no_fact(matchup: &Matchup) -> bool {
    let mut known: BTreeMap<&FactKey, usize> = BTreeMap::new();
    for fact in matchup.tools.iter().flat_map(|tool| &tool.facts) {
        *known.entry(&fact.key).or_default() += 1;
    }
    !known.is_empty() && known.values().all(|times| *times < 2)
}

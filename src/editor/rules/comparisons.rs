//! Rules about comparisons and the tools that they set side by side.

use crate::{
    editor::{rule::Said, told::Told},
    model::{Date, FactKey, Matchup, Tool},
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

pub(super) fn updated_before_published(told: &Told, _: Date) -> Vec<(String, Said)> {
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
}

pub(super) fn no_shared_fact(told: &Told, _: Date) -> Vec<(String, Said)> {
    let by_id: HashMap<_, Arc<Tool>> = told.tools.iter().map(|(_, tool)| (tool.id.clone(), tool.clone())).collect();
    let mut said = Vec::new();
    for (file, comparison) in &told.comparisons {
        let Ok(matchup) = Matchup::resolve(comparison, |id| by_id.get(id).cloned()) else { continue };
        if shares_no_fact(&matchup) {
            let names: BTreeSet<&str> = matchup.tools.iter().map(|tool| tool.id.as_str()).collect();
            let names = names.into_iter().collect::<Vec<_>>().join(", ");
            let message = format!("no fact is known of two of them ({names})");
            said.push((file.clone(), Said::new("tools", message, "add facts that they share")));
        }
    }
    said
}

/// Whether something is known of these tools, and nothing of two of them.
fn shares_no_fact(matchup: &Matchup) -> bool {
    let mut known: BTreeMap<&FactKey, usize> = BTreeMap::new();
    for fact in matchup.tools.iter().flat_map(|tool| &tool.facts) {
        *known.entry(&fact.key).or_default() += 1;
    }
    !known.is_empty() && known.values().all(|times| *times < 2)
}

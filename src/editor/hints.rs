//! Warnings about what is missing, stale or does not fit together.

use super::{
    check::{Notes, Told},
    days_between,
};
use crate::model::{Contender, Date, Fact, FactKey, Matchup, Site, Tool};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// Days after which a price is old.
const STALE: i64 = 90;
/// Hosts that only examples are on (RFC 2606, and this machine).
const EXAMPLES: [&str; 7] = ["example", "test", "invalid", "localhost", "example.com", "example.net", "example.org"];

pub(super) fn warn(told: &Told, today: Date, notes: &mut Notes) {
    if let Some(site) = &told.site {
        of_site(site, notes);
    }
    for (file, tool) in &told.tools {
        of_tool(file, "", tool, today, notes);
    }
    let by_id: HashMap<_, Arc<Tool>> =
        told.tools.iter().map(|(_, tool)| (tool.id.clone(), Arc::new(tool.clone()))).collect();
    for (file, comparison) in &told.comparisons {
        for (i, contender) in comparison.contenders.iter().enumerate() {
            if let Contender::Whole(tool) = contender {
                of_tool(file, &format!("tools[{i}]."), tool, today, notes);
            }
        }
        if comparison.lede.is_none() {
            notes.warn(file, "lede", "is missing; search engines and link previews show it as the summary");
        }
        if let (Some(published), Some(updated)) = (comparison.published, comparison.updated)
            && updated < published
        {
            notes.warn(file, "updated", format!("is before it was published, on {published}"));
        }
        if let Ok(matchup) = Matchup::resolve(comparison.clone(), |id| by_id.get(id).cloned()) {
            no_overlap(file, &matchup, notes);
        }
    }
}

fn of_site(site: &Site, notes: &mut Notes) {
    const FILE: &str = "site.json";
    match &site.base_url {
        None => notes.warn(FILE, "base_url", "is missing; feeds, sitemap and link previews are made of it"),
        Some(url) => {
            let host = url.place().split(':').next().unwrap_or_default().to_ascii_lowercase();
            let is_example = |name: &&str| host == **name || host.ends_with(&format!(".{name}"));
            if EXAMPLES.iter().any(is_example) {
                let message =
                    format!("“{url}” is still an example; write where the site is published", url = url.as_str());
                notes.warn(FILE, "base_url", message);
            }
        }
    }
    if site.tagline.trim().is_empty() {
        notes.warn(FILE, "tagline", "is missing; search engines and feeds show it as the summary");
    }
    for (i, kind) in site.facts.iter().enumerate() {
        if kind.definition.trim().is_empty() {
            notes.warn(FILE, format!("facts[{i}].definition"), "is missing; readers see it beside the row");
        }
    }
}

/// `at` is where the tool stands in its file: nothing, or `tools[1].`.
fn of_tool(file: &str, at: &str, tool: &Tool, today: Date, notes: &mut Notes) {
    let price = &tool.price;
    if !price.plans.is_empty() {
        if price.source.is_none() {
            notes.warn(file, format!("{at}price.source"), "is missing; say where the prices are from");
        }
        if price.checked.is_none() {
            notes.warn(
                file,
                format!("{at}price.checked"),
                "is missing; until somebody looked, prices are “unverified”",
            );
        }
    }
    let mut dates = vec![(format!("{at}released"), tool.released), (format!("{at}updated"), tool.updated)];
    dates.push((format!("{at}price.checked"), price.checked));
    dates.extend(tool.reviews.iter().enumerate().map(|(i, review)| (format!("{at}reviews[{i}].date"), review.date)));
    for (path, date) in dates {
        let Some(date) = date else { continue };
        let age = days_between(date, today);
        if age < -1 {
            notes.warn(file, path, format!("{date} has not come yet; check the year"));
        } else if age > STALE && path.ends_with("checked") {
            notes.warn(file, path, format!("was {age} days ago; look the prices up again"));
        }
    }
    for (i, fact) in tool.facts.iter().enumerate() {
        if let Some(message) = contradicts_itself(fact) {
            notes.warn(file, format!("{at}facts[{i}].number"), message);
        }
    }
}

/// A value that begins with a number, which is not the one beside it: “128K” is 128000 or 131072.
fn contradicts_itself(fact: &Fact) -> Option<String> {
    let number: f64 = fact.number?.to_string().parse().ok()?;
    let value = fact.value.trim_start_matches(['~', '≈', '$', '€', '£', ' ']).replace(',', "");
    let end = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
    let (digits, unit) = value.split_at_checked(end)?;
    let said: f64 = digits.trim_end_matches('.').parse().ok()?;
    let thousands = match unit.trim_start().chars().next().map(|c| c.to_ascii_uppercase()) {
        Some('K') => 1,
        Some('M') => 2,
        Some('B' | 'G') => 3,
        Some('T') => 4,
        _ => 0,
    };
    let near = |factor: f64| (said * factor - number).abs() <= 0.02 * number.max(1e-9);
    let fits = (0..=thousands).any(|power| near(1000_f64.powi(power)) || near(1024_f64.powi(power)));
    (!fits).then(|| format!("{number} does not fit what is shown, “{}”; correct one of them", fact.value))
}

/// Tools of which nothing can be put side by side.
fn no_overlap(file: &str, matchup: &Matchup, notes: &mut Notes) {
    let mut known: BTreeMap<&FactKey, usize> = BTreeMap::new();
    for fact in matchup.tools.iter().flat_map(|tool| &tool.facts) {
        *known.entry(&fact.key).or_default() += 1;
    }
    if !known.is_empty() && known.values().all(|times| *times < 2) {
        let names: BTreeSet<&str> = matchup.tools.iter().map(|tool| tool.id.as_str()).collect();
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        notes.warn(file, "tools", format!("no fact is known of two of them ({names}); add facts they share"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decimal;

    fn told(value: &str, number: &str) -> bool {
        let (key, number) = (FactKey::parse("a").unwrap(), Some(Decimal::parse(number).unwrap()));
        contradicts_itself(&Fact { key, value: value.to_owned(), number, source: None, claimed: false }).is_some()
    }

    #[test]
    fn a_number_fits_what_is_shown() {
        for (value, number) in [
            ("128K", "128000"),
            ("128K tokens", "131072"),
            ("1M", "1000000"),
            ("2,000", "2000"),
            ("7B", "7"),
            ("up to 5", "9"),
            ("3 months", "3"),
            ("0", "0"),
        ] {
            assert!(!told(value, number), "{value} {number}");
        }
        for (value, number) in [("128K", "64000"), ("128", "12"), ("0.5", "5")] {
            assert!(told(value, number), "{value} {number}");
        }
    }
}

//! What `public/data` holds, as readers get it.

use crate::{said, text};
use shipside::{
    content::{ContentError, Noted},
    model::{Comparison, Contender, Site, Tool},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    sync::Arc,
};

/// Everything that is published, and every line that was said against it.
struct Published {
    site: Option<Arc<Site>>,
    tools: Vec<Arc<Tool>>,
    comparisons: Vec<Arc<Comparison>>,
    said: Vec<String>,
}

impl Published {
    fn read() -> Self {
        let mut said = Vec::new();
        Self {
            site: read("site.json", text::site, &mut said),
            tools: read_all("tools", text::tool, |tool| tool.id.as_str(), &mut said),
            comparisons: read_all("comparisons", text::comparison, |it| it.slug.as_str(), &mut said),
            said,
        }
    }

    fn site(&self) -> &Site {
        self.site.as_ref().unwrap()
    }
}

fn path(file: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "public/data", file].iter().collect()
}

fn read<T>(
    file: &str,
    read: fn(&str) -> Result<Noted<Arc<T>>, ContentError>,
    lines: &mut Vec<String>,
) -> Option<Arc<T>> {
    let result = read(&fs::read_to_string(path(file)).unwrap());
    lines.extend(said(&result).iter().map(|line| format!("{file}: {line}")));
    result.ok().map(|noted| noted.value)
}

/// Reads a whole folder; a file whose name is not its `name` is a line too.
fn read_all<T>(
    folder: &str,
    parse: fn(&str) -> Result<Noted<Arc<T>>, ContentError>,
    name: fn(&T) -> &str,
    lines: &mut Vec<String>,
) -> Vec<Arc<T>> {
    let entries = fs::read_dir(path(folder)).unwrap();
    let files: BTreeSet<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let mut values = Vec::new();
    for file in files {
        if let Some(value) = read(&format!("{folder}/{file}"), parse, lines) {
            if file != format!("{}.json", name(&value)) {
                lines.push(format!("{folder}/{file}: is about “{}”", name(&value)));
            }
            values.push(value);
        }
    }
    values
}

/// What `names` has and `known` has not.
fn strangers<'a>(names: impl Iterator<Item = &'a str>, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let known: BTreeSet<_> = known.collect();
    names.filter(|name| !known.contains(name)).collect()
}

#[test]
fn every_file_is_read_without_a_word_and_is_about_what_its_name_says() {
    assert_eq!(Published::read().said, [""; 0]);
}

#[test]
fn whatever_a_file_refers_to_is_there() {
    let all = Published::read();
    let compared = all.comparisons.iter().flat_map(|comparison| &comparison.contenders).filter_map(|side| match side {
        Contender::Known(id) => Some(id.as_str()),
        Contender::Whole(_) => None,
    });
    assert_eq!(strangers(compared, all.tools.iter().map(|tool| tool.id.as_str())), [""; 0], "tools");

    let reviewers = all.tools.iter().flat_map(|tool| &tool.reviews).map(|review| review.reviewer.as_str());
    assert_eq!(strangers(reviewers, all.site().panel.iter().map(|it| it.id.as_str())), [""; 0], "reviewers");

    let facts = all.tools.iter().flat_map(|tool| &tool.facts).map(|fact| fact.key.as_str());
    assert_eq!(strangers(facts, all.site().facts.iter().map(|kind| kind.key.as_str())), [""; 0], "facts");
}

#[test]
fn there_is_enough_to_read() {
    let Published { tools, comparisons, .. } = Published::read();
    assert!(tools.len() >= 30, "{} tools", tools.len());
    assert!(comparisons.len() >= 30, "{} comparisons", comparisons.len());
    for size in [2, 3, 4, 5] {
        assert!(comparisons.iter().any(|it| it.contenders.len() == size), "no comparison of {size} tools");
    }
    let mut categories: BTreeMap<&str, usize> = BTreeMap::new();
    for tool in &tools {
        *categories.entry(&tool.category).or_default() += 1;
    }
    assert!(categories.len() >= 8 && categories.values().all(|tools| *tools >= 3), "{categories:?}");
}

#[test]
fn every_comparison_says_what_to_choose_and_every_reviewer_what_they_like() {
    let all = Published::read();
    let silent = all.comparisons.iter().filter(|it| it.bottom_line.is_none()).map(|it| it.slug.as_str());
    assert_eq!(silent.collect::<Vec<_>>(), [""; 0]);
    let dull = all.site().panel.iter().filter(|it| it.excited_by.is_empty() || it.tired_of.is_empty());
    assert_eq!(dull.map(|it| it.id.as_str()).collect::<Vec<_>>(), [""; 0]);
    let dated = all.tools.iter().filter(|tool| !tool.history.is_empty()).count();
    assert!(dated >= 6, "{dated} tools have a history");
}

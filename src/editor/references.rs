//! What files say of each other: nothing may refer to what is not there. This looks at the JSON and not at the model, so that
//! it is told beside whatever else is wrong with a file.

use crate::{
    content::{Json, Problem, nearest},
    model::{ReviewerId, ToolId},
};
use std::collections::BTreeSet;

/// What there is to refer to.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Ids of tools that have a file, whatever is in it.
    pub tools: BTreeSet<String>,
    /// Ids of the panel; nothing where `site.json` does not tell.
    pub panel: Option<BTreeSet<String>>,
    /// Keys of the fact vocabulary; nothing where `site.json` does not tell.
    pub facts: Option<BTreeSet<String>>,
}

impl Known {
    /// What `site.json` declares, as far as it can be read.
    pub(super) fn declare(&mut self, site: &Json) {
        let names = |list: &str, key: &str| -> BTreeSet<String> {
            items(site, list).filter_map(|item| item.field(key)?.text()).map(str::to_owned).collect()
        };
        self.panel = Some(names("panel", "id"));
        self.facts = Some(names("facts", "key"));
    }
}

/// The items of a list, if it is one.
pub(super) fn items<'a>(json: &'a Json, list: &str) -> impl Iterator<Item = &'a Json> {
    match json.field(list) {
        Some(Json::List(items)) => items.as_slice(),
        _ => &[],
    }
    .iter()
}

fn missing(path: String, what: &str, name: &str, known: &BTreeSet<String>, else_do: &str) -> Problem {
    let help = match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean “{near}”?"),
        None => else_do.to_owned(),
    };
    Problem { path, message: format!("{what} “{name}”; {help}") }
}

/// Reviewers that a tool's reviews name and the panel lacks. `path` is where the tool stands: empty, or `tools[1]`.
pub(super) fn reviewers(tool: &Json, path: &str, known: &Known, errors: &mut Vec<Problem>) {
    let Some(panel) = &known.panel else { return };
    for (i, review) in items(tool, "reviews").enumerate() {
        let Some(id) = review.field("reviewer").and_then(Json::text) else { continue };
        if ReviewerId::parse(id).is_ok() && !panel.contains(id) {
            let path = within(path, &format!("reviews[{i}].reviewer"));
            let what = "the panel in site.json has no reviewer";
            errors.push(missing(path, what, id, panel, "add the reviewer there, or take the review out"));
        }
    }
}

/// Facts of a tool that the vocabulary lacks.
pub(super) fn facts(tool: &Json, path: &str, known: &Known, warnings: &mut Vec<Problem>) {
    let Some(vocabulary) = &known.facts else { return };
    for (i, fact) in items(tool, "facts").enumerate() {
        let Some(key) = fact.field("key").and_then(Json::text) else { continue };
        if !vocabulary.contains(key) {
            let path = within(path, &format!("facts[{i}].key"));
            let what = "the facts in site.json have no";
            warnings.push(missing(path, what, key, vocabulary, "add it there, so that it gets a label and a place"));
        }
    }
}

/// Tools that a comparison names and that have no file.
pub(super) fn tools(comparison: &Json, known: &Known, errors: &mut Vec<Problem>) {
    for (i, item) in items(comparison, "tools").enumerate() {
        let Json::Text(id) = item else { continue };
        if ToolId::parse(id).is_ok() && !known.tools.contains(id) {
            let help = format!("add tools/{id}.json, for example with `shipside new tool {id}`");
            errors.push(missing(format!("tools[{i}]"), "there is no tool", id, &known.tools, &help));
        }
    }
}

/// A file is about what its name says.
pub(super) fn name(json: &Json, field: &str, stem: &str, errors: &mut Vec<Problem>) {
    let Some(id) = json.field(field).and_then(Json::text) else { return };
    if id != stem && ToolId::parse(id).is_ok() && ToolId::parse(stem).is_ok() {
        let message = format!("“{id}” differs from the file’s name; write “{stem}”, or rename the file to “{id}.json”");
        errors.push(Problem { path: field.to_owned(), message });
    }
}

/// A path inside of another.
pub(super) fn within(path: &str, inner: &str) -> String {
    if path.is_empty() { inner.to_owned() } else { format!("{path}.{inner}") }
}

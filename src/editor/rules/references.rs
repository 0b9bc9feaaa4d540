//! Rules about what files say of each other: nothing may refer to what is not there. They look at the JSON and not at the model,
//! so that a breach is told beside whatever else is wrong with a file.

use crate::{
    content::{Json, nearest},
    editor::{
        entry::Kind,
        rule::Said,
        told::{File, Known, items},
    },
    model::{ReviewerId, ToolId},
};
use std::collections::BTreeSet;

pub(super) fn id_differs_from_file(file: &File<'_>) -> Vec<Said> {
    let field = match file.entry.kind {
        Kind::Site => return Vec::new(),
        Kind::Tool => "id",
        Kind::Comparison | Kind::Index => "slug",
    };
    let id = file.json.field(field).and_then(Json::text);
    let others = if file.entry.kind == Kind::Tool { &file.known.tools } else { &file.known.comparisons };
    id.and_then(|id| differs_from_file(field, id, &file.entry.stem, others.contains(id))).into_iter().collect()
}

/// That a file which is called `stem`, but for its ending, says another id in that field; nothing where one of the two is no id.
/// `is_taken`: another file has that id's name.
pub(in crate::editor) fn differs_from_file(field: &str, id: &str, stem: &str, is_taken: bool) -> Option<Said> {
    if id == stem || ToolId::parse(id).is_err() || ToolId::parse(stem).is_err() {
        return None;
    }
    let remedy = match is_taken {
        true => format!("write “{stem}”, since “{id}” has a file of its own"),
        false => format!("write “{stem}”, or rename the file to “{id}.json”"),
    };
    Some(Said::new(field, format!("“{id}” differs from the file’s name"), remedy))
}

pub(super) fn unknown_reviewer(file: &File<'_>) -> Vec<Said> {
    let tools = file.tools();
    tools.iter().flat_map(|(at, tool)| unknown_reviewers(tool, at, file.known)).collect()
}

/// Reviewers that a tool's reviews name and the panel lacks. `at` is where the tool stands: nothing, or `tools[1].`.
pub(in crate::editor) fn unknown_reviewers(tool: &Json, at: &str, known: &Known) -> Vec<Said> {
    let Some(panel) = &known.panel else { return Vec::new() };
    let unknown = |(i, review): (usize, &Json)| {
        let id = review.field("reviewer").and_then(Json::text)?;
        (ReviewerId::parse(id).is_ok() && !panel.contains(id)).then(|| {
            let remedy = remedy(id, panel, "add the reviewer there, or take the review out");
            let message = format!("the panel in site.json has no reviewer “{id}”");
            Said::new(format!("{at}reviews[{i}].reviewer"), message, remedy)
        })
    };
    items(tool, "reviews").enumerate().filter_map(unknown).collect()
}

pub(super) fn unknown_tool(file: &File<'_>) -> Vec<Said> {
    if !matches!(file.entry.kind, Kind::Comparison | Kind::Index) {
        return Vec::new();
    }
    let known = &file.known.tools;
    let unknown = |(i, item): (usize, &Json)| {
        let id = item.text().filter(|id| ToolId::parse(id).is_ok() && !known.contains(*id))?;
        let add =
            format!("add tools/{id}.json, for example with `shipside new tool {id}`, or take it out of the comparison");
        Some(Said::new(format!("tools[{i}]"), format!("there is no tool “{id}”"), remedy(id, known, &add)))
    };
    items(file.json, "tools").enumerate().filter_map(unknown).collect()
}

pub(super) fn unknown_fact(file: &File<'_>) -> Vec<Said> {
    let Some(vocabulary) = &file.known.facts else { return Vec::new() };
    let mut said = Vec::new();
    for (at, tool) in file.tools() {
        for (i, fact) in items(tool, "facts").enumerate() {
            let key = fact.field("key").and_then(Json::text);
            said.extend(key.filter(|key| !vocabulary.contains(*key)).map(|key| {
                let remedy = remedy(key, vocabulary, "add it there, so that it gets a label and a place");
                Said::new(format!("{at}facts[{i}].key"), format!("the facts in site.json have no “{key}”"), remedy)
            }));
        }
    }
    said
}

/// The known name that was probably meant; else what to do instead.
fn remedy(name: &str, known: &BTreeSet<String>, otherwise: &str) -> String {
    nearest(name, known.iter().map(String::as_str))
        .map_or_else(|| otherwise.to_owned(), |near| format!("did you mean “{near}”?"))
}

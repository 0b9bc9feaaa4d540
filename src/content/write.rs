//! The lists that the build makes, as it writes them: the same content always gives the same bytes.

use super::{SCHEMA, write_more::sketches};
use crate::model::{Brief, Catalogue, Category, Front, ReviewerId, Summary, ToolChange, ToolId};
use serde_json::{Value, json};

/// Writes `index.json`.
pub fn write_catalogue(catalogue: &Catalogue) -> String {
    let mut value = lists(catalogue);
    value["schema"] = SCHEMA.into();
    value.to_string()
}

/// Writes `tools.json`: the tools of `index.json`, and their plot.
pub fn write_tools(catalogue: &Catalogue) -> String {
    json!({ "schema": SCHEMA, "tools": tools(catalogue), "plot": sketches(&catalogue.plot) }).to_string()
}

/// Writes `home.json`.
pub fn write_front(front: &Front) -> String {
    let category = |category: &Category| json!({ "name": category.name, "comparisons": category.comparisons, "tools": category.tools });
    let change = |it: &ToolChange| json!({ "tool": it.tool.as_str(), "name": it.name, "date": it.change.date.to_string(), "change": it.change.change });
    let mut newest = lists(&front.newest);
    newest["plot"] = sketches(&front.newest.plot).into();
    json!({
        "schema": SCHEMA,
        "newest": newest,
        "comparisons": front.comparisons,
        "tools": front.tools,
        "categories": front.categories.iter().map(category).collect::<Vec<_>>(),
        "changes": front.changes.iter().map(change).collect::<Vec<_>>(),
    })
    .to_string()
}

fn lists(catalogue: &Catalogue) -> Value {
    let comparisons: Vec<Value> = catalogue.comparisons.iter().map(write_summary).collect();
    json!({ "tools": tools(catalogue), "comparisons": comparisons })
}

fn tools(catalogue: &Catalogue) -> Vec<Value> {
    catalogue.tools.iter().map(write_brief).collect()
}

fn write_brief(tool: &Brief) -> Value {
    let mut value = json!({
        "id": tool.id.as_str(),
        "name": tool.name,
        "category": tool.category,
        "entry": tool.entry.key(),
    });
    for (name, text) in
        [("maker", Some(&tool.maker)), ("tagline", Some(&tool.tagline)), ("lowest", tool.lowest_price.as_ref())]
    {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            value[name] = text.as_str().into();
        }
    }
    for (name, reviewers) in [("ship", &tool.ship), ("skip", &tool.skip)] {
        if !reviewers.is_empty() {
            value[name] = reviewers.iter().map(ReviewerId::as_str).collect::<Vec<_>>().into();
        }
    }
    if tool.pageless {
        value["pageless"] = true.into();
    }
    if let Some(snapshot) = tool.community {
        let (tally, as_of) = (snapshot.tally, snapshot.as_of.to_string());
        value["community"] = json!({ "ship": tally.ship, "skip": tally.skip, "as_of": as_of });
    }
    value
}

fn write_summary(comparison: &Summary) -> Value {
    let tools: Vec<&str> = comparison.tools.iter().map(ToolId::as_str).collect();
    let mut value = json!({ "slug": comparison.slug.as_str(), "title": comparison.title, "tools": tools });
    for (name, date) in [("published", comparison.published), ("updated", comparison.updated)] {
        if let Some(date) = date {
            value[name] = date.to_string().into();
        }
    }
    value
}

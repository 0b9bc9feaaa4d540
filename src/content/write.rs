//! `index.json`, as the build writes it.

use super::SCHEMA;
use crate::model::{Brief, Catalogue, Summary, ToolId};
use serde_json::{Value, json};

/// Writes `index.json`: the same catalogue always gives the same bytes.
pub fn write_catalogue(catalogue: &Catalogue) -> String {
    let tools: Vec<Value> = catalogue.tools.iter().map(write_brief).collect();
    let comparisons: Vec<Value> = catalogue.comparisons.iter().map(write_summary).collect();
    json!({ "schema": SCHEMA, "tools": tools, "comparisons": comparisons }).to_string()
}

fn write_brief(tool: &Brief) -> Value {
    let mut value = json!({
        "id": tool.id.as_str(),
        "name": tool.name,
        "category": tool.category,
        "entry": tool.entry.key(),
        "ships": tool.ships,
        "reviews": tool.reviews,
    });
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

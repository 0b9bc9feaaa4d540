//! `index.json`: written by the build, read by the home page.

use super::{
    ContentError, Noted, SCHEMA,
    object::{Object, said},
    reader::read,
    tool::{SNAPSHOT, snapshot},
};
use crate::model::{Brief, Catalogue, Date, Entry, Slug, Summary, ToolId};
use serde_json::{Value, json};

/// Reads `index.json`.
pub fn catalogue(text: &str) -> Result<Noted<Catalogue>, ContentError> {
    read(text, &["schema", "tools", "comparisons"], |index| {
        let tools = index.list("tools", &["id", "name", "category", "entry", "ships", "reviews", "community"], brief);
        let comparisons = index.list("comparisons", &["slug", "title", "tools", "published", "updated"], summary);
        Some(Catalogue { tools, comparisons })
    })
}

fn brief(tool: &Object<'_>) -> Option<Brief> {
    let id = tool.must("id", ToolId::parse);
    let name = tool.must("name", said);
    let category = tool.must("category", said);
    let entry = tool.must("entry", Entry::parse);
    let ships = tool.count("ships");
    let reviews = tool.count("reviews");
    let community = tool.object("community", SNAPSHOT, snapshot);
    Some(Brief {
        id: id?,
        name: name?,
        category: category?,
        entry: entry?,
        ships: ships?,
        reviews: reviews?,
        community,
    })
}

fn summary(comparison: &Object<'_>) -> Option<Summary> {
    let slug = comparison.must("slug", Slug::parse);
    let title = comparison.must("title", said);
    let tools = comparison.texts("tools", ToolId::parse);
    let published = comparison.may("published", Date::parse);
    let updated = comparison.may("updated", Date::parse);
    Some(Summary { slug: slug?, title: title?, tools, published, updated })
}

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

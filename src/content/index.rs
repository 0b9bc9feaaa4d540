//! The lists that the build makes: `index.json`, `tools.json`, and `home.json`.

use super::{
    ContentError, Noted, Source,
    drawn::sketches,
    object::Object,
    reader::read,
    said::said,
    tool::{SNAPSHOT, change, snapshot},
};
use crate::model::{Brief, Catalogue, Category, Date, Entry, Front, ReviewerId, Slug, Summary, ToolChange, ToolId};
use std::sync::Arc;

const BRIEF: &[&str] =
    &["id", "name", "maker", "category", "tagline", "entry", "lowest", "ship", "skip", "community", "pageless"];
const SUMMARY: &[&str] = &["slug", "title", "tools", "published", "updated"];

/// Reads `index.json`, or `tools.json`, which is the same without comparisons.
pub fn catalogue(source: impl Source) -> Result<Noted<Arc<Catalogue>>, ContentError> {
    read(source.json()?, &["schema", "tools", "comparisons", "plot"], |index| Some(lists(index)))
}

/// Reads `home.json`.
pub fn front(source: impl Source) -> Result<Noted<Arc<Front>>, ContentError> {
    read(source.json()?, &["schema", "newest", "comparisons", "tools", "categories", "changes"], |front| {
        let newest = front.object("newest", &["tools", "comparisons", "plot"], |newest| Some(lists(newest)));
        let comparisons = front.count("comparisons");
        let tools = front.count("tools");
        let categories = front.list("categories", &["name", "comparisons", "tools"], category);
        let changes = front.list("changes", &["tool", "name", "date", "change"], tool_change);
        Some(Front { newest: Arc::new(newest?), comparisons, tools, categories, changes })
    })
}

fn lists(index: &Object<'_>) -> Catalogue {
    let tools = index.list("tools", BRIEF, brief);
    let comparisons = index.list("comparisons", SUMMARY, summary);
    Catalogue { tools, comparisons, plot: sketches(index.items("plot")) }
}

fn brief(tool: &Object<'_>) -> Option<Brief> {
    let id = tool.must("id", ToolId::parse);
    let name = tool.words("name");
    let category = tool.words("category");
    let entry = tool.must("entry", Entry::parse);
    Some(Brief {
        id: id?,
        name,
        maker: tool.or_empty("maker"),
        category,
        tagline: tool.or_empty("tagline"),
        entry: entry?,
        lowest_price: tool.may("lowest", said),
        ship: tool.texts("ship", ReviewerId::parse),
        skip: tool.texts("skip", ReviewerId::parse),
        community: tool.object("community", SNAPSHOT, snapshot),
        pageless: tool.flag("pageless"),
    })
}

fn summary(comparison: &Object<'_>) -> Option<Summary> {
    let slug = comparison.must("slug", Slug::parse);
    let title = comparison.words("title");
    let tools = comparison.texts("tools", ToolId::parse);
    let published = comparison.may("published", Date::parse);
    let updated = comparison.may("updated", Date::parse);
    Some(Summary { slug: slug?, title, tools, published, updated })
}

fn category(category: &Object<'_>) -> Option<Category> {
    let name = category.words("name");
    let comparisons = category.count("comparisons");
    let tools = category.count("tools");
    Some(Category { name, comparisons, tools })
}

fn tool_change(entry: &Object<'_>) -> Option<ToolChange> {
    let tool = entry.must("tool", ToolId::parse);
    let name = entry.words("name");
    let change = change(entry);
    Some(ToolChange { tool: tool?, name, change: change? })
}

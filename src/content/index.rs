//! `index.json`, as the home page reads it.

use super::{
    ContentError, Noted, Source,
    object::{Object, said},
    reader::read,
    tool::{SNAPSHOT, snapshot},
};
use crate::model::{Brief, Catalogue, Date, Entry, Slug, Summary, ToolId};

/// Reads `index.json`.
pub fn catalogue(source: impl Source) -> Result<Noted<Catalogue>, ContentError> {
    read(source.json()?, &["schema", "tools", "comparisons"], |index| {
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

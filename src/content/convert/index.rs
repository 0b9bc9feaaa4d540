//! `index.json`

use super::{
    fields::{list, optional, required, schema, text},
    tool::snapshot,
};
use crate::{
    content::{
        reader::At,
        wire::{WireBrief, WireIndex, WireSummary},
    },
    model::{Brief, Catalogue, Date, Entry, Slug, Summary, ToolId},
};

pub(in crate::content) fn catalogue(at: &At<'_>, wire: WireIndex) -> Option<Catalogue> {
    schema(at, wire.schema);
    Some(Catalogue {
        tools: list(at, "tools", Some(wire.tools), brief),
        comparisons: list(at, "comparisons", Some(wire.comparisons), summary),
    })
}

fn brief(at: &At<'_>, wire: WireBrief) -> Option<Brief> {
    let id = required(at, "id", Some(wire.id), ToolId::parse);
    let name = required(at, "name", Some(wire.name), text);
    let category = required(at, "category", Some(wire.category), text);
    let entry = required(at, "entry", Some(wire.entry), Entry::parse);
    let community = wire.community.and_then(|wire| snapshot(&at.field("community"), wire));
    Some(Brief {
        id: id?,
        name: name?,
        category: category?,
        entry: entry?,
        ships: wire.ships,
        reviews: wire.reviews,
        community,
    })
}

fn summary(at: &At<'_>, wire: WireSummary) -> Option<Summary> {
    let slug = required(at, "slug", Some(wire.slug), Slug::parse);
    let title = required(at, "title", Some(wire.title), text);
    let published = optional(at, "published", wire.published, Date::parse);
    let updated = optional(at, "updated", wire.updated, Date::parse);
    let tools = list(at, "tools", Some(wire.tools), |at, id| at.check(ToolId::parse(&id)));
    Some(Summary { slug: slug?, title: title?, tools, published, updated })
}

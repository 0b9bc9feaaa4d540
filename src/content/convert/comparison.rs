//! `comparisons/<slug>.json`

use super::{
    fields::{distinct, missing, optional, required, schema, text},
    tool::tool,
};
use crate::{
    content::{
        reader::At,
        wire::{WireComparison, WireContender},
    },
    model::{Comparison, Contender, Date, MAX_TOOLS, MIN_TOOLS, Slug, ToolId},
};

pub(in crate::content) fn comparison(at: &At<'_>, wire: WireComparison) -> Option<Comparison> {
    schema(at, wire.schema);
    let slug = required(at, "slug", wire.slug, Slug::parse);
    distinct(at, "tools", None, wire.tools.iter().flatten().map(WireContender::id));
    let contenders = contenders(&at.field("tools"), wire.tools);
    let title = optional(at, "title", wire.title, text);
    let lede = optional(at, "lede", wire.lede, text);
    let bottom_line = optional(at, "bottom_line", wire.bottom_line, text);
    let published = optional(at, "published", wire.published, Date::parse);
    let updated = optional(at, "updated", wire.updated, Date::parse);
    Some(Comparison { slug: slug?, contenders, title, lede, bottom_line, published, updated })
}

fn contenders(at: &At<'_>, wire: Option<Vec<WireContender>>) -> Vec<Contender> {
    let Some(wire) = wire else {
        missing(at);
        return Vec::new();
    };
    if !(MIN_TOOLS..=MAX_TOOLS).contains(&wire.len()) {
        at.wrong(format!("a comparison has {MIN_TOOLS} to {MAX_TOOLS} tools, and this one has {}", wire.len()));
    }
    wire.into_iter()
        .enumerate()
        .filter_map(|(i, wire)| match wire {
            WireContender::Text(id) => at.item(i).check(ToolId::parse(&id)).map(Contender::Known),
            WireContender::Object(wire) => tool(&at.item(i), *wire).map(|tool| Contender::Whole(Box::new(tool))),
        })
        .collect()
}

//! `comparisons/<slug>.json`

use super::{Json, Rule, object::Object, said::said, tool};
use crate::model::{Comparison, Contender, Date, MAX_TOOLS, MIN_TOOLS, Slug, ToolId};

pub(super) const FIELDS: &[&str] =
    &["$schema", "schema", "slug", "tools", "title", "lede", "bottom_line", "published", "updated"];

pub(super) fn file(comparison: &Object<'_>) -> Option<Comparison> {
    let slug = comparison.must("slug", Slug::parse);
    let contenders = contenders(comparison);
    let title = comparison.may("title", said);
    let lede = comparison.may("lede", said);
    let bottom_line = comparison.may("bottom_line", said);
    let published = comparison.may("published", Date::parse);
    let updated = comparison.may("updated", Date::parse);
    Some(Comparison { slug: slug?, contenders, title, lede, bottom_line, published, updated })
}

fn contenders(comparison: &Object<'_>) -> Vec<Contender> {
    comparison.require("tools");
    comparison.distinct("tools", Some("id"));
    let (items, at) = (comparison.items("tools"), comparison.at.field("tools"));
    if !(MIN_TOOLS..=MAX_TOOLS).contains(&items.len()) {
        let message = format!("a comparison has {MIN_TOOLS} to {MAX_TOOLS} tools, and this one has {}", items.len());
        at.wrong(Rule::ToolCount, message, "");
    }
    let mut contenders = Vec::new();
    for (i, item) in items.iter().enumerate() {
        if let Json::Text(id) = item {
            contenders.extend(at.item(i).check(ToolId::parse(id)).map(Contender::Known));
        } else if let Some(whole) = Object::open(item, at.item(i), tool::FIELDS) {
            if whole.has("schema") {
                whole.schema();
            }
            contenders.extend(tool::file(&whole).map(|tool| Contender::Whole(tool.into())));
        }
    }
    contenders
}

//! What the build makes for the pages of tools and reviewers, as it writes it.

use super::{
    SCHEMA,
    write::{write_brief, write_summary},
};
use crate::model::{CategoryShips, Disagreement, Member, Panel, Ratio, Record, Related, ReviewerId, ToolReview};
use serde_json::{Value, json};

/// Writes `related/<tool>.json`.
pub fn write_related(related: &Related) -> String {
    let comparisons: Vec<Value> = related.comparisons.iter().map(write_summary).collect();
    let alternatives: Vec<Value> =
        related.alternatives.iter().map(|it| json!({ "tool": write_brief(&it.tool), "why": it.why })).collect();
    json!({ "schema": SCHEMA, "comparisons": comparisons, "alternatives": alternatives }).to_string()
}

/// Writes `panel.json`.
pub fn write_panel(panel: &Panel) -> String {
    let member = |it: &Member| {
        let agrees: Vec<Value> = it.agrees.iter().map(ratio).collect();
        json!({ "reviewer": it.reviewer.as_str(), "ships": ratio(&it.ships), "agrees": agrees })
    };
    json!({ "schema": SCHEMA, "members": panel.members.iter().map(member).collect::<Vec<_>>() }).to_string()
}

/// Writes `panel/<reviewer>.json`.
pub fn write_record(record: &Record) -> String {
    let category = |it: &CategoryShips| json!({ "name": it.name, "ships": ratio(&it.ships) });
    let disagreement = |it: &Disagreement| {
        let with: Vec<&str> = it.with.iter().map(ReviewerId::as_str).collect();
        json!({ "with": with, "tools": ratio(&it.tools) })
    };
    let mut value = json!({
        "schema": SCHEMA,
        "reviewer": record.reviewer.as_str(),
        "ships": ratio(&record.ships),
        "categories": record.categories.iter().map(category).collect::<Vec<_>>(),
        "reviews": record.reviews.iter().map(write_review).collect::<Vec<_>>(),
    });
    if let Some(it) = &record.disagreement {
        value["disagreement"] = disagreement(it);
    }
    value.to_string()
}

fn write_review(it: &ToolReview) -> Value {
    let review = &it.review;
    let mut value =
        json!({ "reviewer": review.reviewer.as_str(), "verdict": review.verdict.key(), "quote": review.quote });
    if let Some(date) = review.date {
        value["date"] = date.to_string().into();
    }
    json!({ "tool": it.tool.as_str(), "name": it.name, "review": value })
}

fn ratio(ratio: &Ratio) -> Value {
    json!({ "part": ratio.part, "whole": ratio.whole })
}

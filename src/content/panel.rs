//! `panel.json` and `panel/<reviewer>.json`, which the build makes.

use super::{
    ContentError, Noted, Source,
    object::{Object, said},
    reader::read,
    tool::review,
};
use crate::model::{CategoryShips, Disagreement, Member, Panel, Ratio, Record, ReviewerId, ToolId, ToolReview};

const RATIO: &[&str] = &["part", "whole"];

/// Reads what the panel's reviews come to.
pub fn panel(source: impl Source) -> Result<Noted<Panel>, ContentError> {
    read(source.json()?, &["schema", "members"], |panel| {
        Some(Panel { members: panel.list("members", &["reviewer", "ships", "agrees"], member) })
    })
}

fn member(member: &Object<'_>) -> Option<Member> {
    let reviewer = member.must("reviewer", ReviewerId::parse);
    let ships = member.object("ships", RATIO, ratio);
    let agrees = member.list("agrees", RATIO, ratio);
    Some(Member { reviewer: reviewer?, ships: ships?, agrees })
}

fn ratio(ratio: &Object<'_>) -> Option<Ratio> {
    let part = ratio.count("part");
    let whole = ratio.count("whole");
    Some(Ratio { part: part?, whole: whole? })
}

/// Reads what one member of the panel said.
pub fn record(source: impl Source) -> Result<Noted<Record>, ContentError> {
    read(source.json()?, &["schema", "reviewer", "ships", "categories", "disagreement", "reviews"], |record| {
        let reviewer = record.must("reviewer", ReviewerId::parse);
        let ships = record.object("ships", RATIO, ratio);
        let categories = record.list("categories", &["name", "ships"], category);
        let disagreement = record.object("disagreement", &["with", "tools"], disagreement);
        let reviews = record.list("reviews", &["tool", "name", "review"], tool_review);
        Some(Record { reviewer: reviewer?, ships: ships?, categories, disagreement, reviews })
    })
}

fn category(category: &Object<'_>) -> Option<CategoryShips> {
    let name = category.must("name", said);
    let ships = category.object("ships", RATIO, ratio);
    Some(CategoryShips { name: name?, ships: ships? })
}

fn disagreement(disagreement: &Object<'_>) -> Option<Disagreement> {
    let with = disagreement.texts("with", ReviewerId::parse);
    let tools = disagreement.object("tools", RATIO, ratio);
    Some(Disagreement { with, tools: tools? })
}

fn tool_review(entry: &Object<'_>) -> Option<ToolReview> {
    let tool = entry.must("tool", ToolId::parse);
    let name = entry.must("name", said);
    let review = entry.object("review", &["reviewer", "verdict", "quote", "date"], review);
    Some(ToolReview { tool: tool?, name: name?, review: review? })
}

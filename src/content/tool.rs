//! `tools/<id>.json`

use super::{object::Object, said::said};
use crate::model::{
    Change, Date, Decimal, Entry, Fact, FactKey, Form, Invalid, Link, Plan, Price, Review, ReviewerId, Snapshot, Tally,
    Tool, ToolId, Verdict,
};

pub(super) const FIELDS: &[&str] = &[
    "$schema",
    "schema",
    "id",
    "name",
    "maker",
    "category",
    "tagline",
    "description",
    "url",
    "price",
    "facts",
    "reviews",
    "community",
    "released",
    "updated",
    "history",
];

pub(super) fn file(tool: &Object<'_>) -> Option<Tool> {
    tool.distinct("facts", Some("key"));
    tool.distinct("reviews", Some("reviewer"));
    tool.require("reviews");
    tool.require_inside("price", "entry");
    let id = tool.must("id", ToolId::parse);
    let name = tool.words("name");
    let category = tool.words("category");
    let tagline = tool.words("tagline");
    let description = tool.words("description");
    let url = tool.may("url", Link::parse);
    let price = tool.object("price", &["entry", "plans", "source", "checked"], price);
    let facts = tool.list("facts", &["key", "value", "number", "source", "claimed"], fact);
    let reviews = tool.list("reviews", &["reviewer", "verdict", "quote", "date"], review);
    let community = tool.object("community", SNAPSHOT, snapshot);
    let released = tool.may("released", Date::parse);
    let updated = tool.may("updated", Date::parse);
    let history = tool.list("history", &["date", "change"], change);
    Some(Tool {
        id: id?,
        name,
        maker: tool.or_empty("maker"),
        category,
        tagline,
        description,
        url,
        price: price?,
        facts,
        reviews,
        community,
        released,
        updated,
        history,
    })
}

fn price(price: &Object<'_>) -> Option<Price> {
    let entry = price.must("entry", Entry::parse);
    let plans = price.list("plans", &["name", "amount", "currency", "per"], plan);
    let source = price.may("source", Link::parse);
    let checked = price.may("checked", Date::parse);
    Some(Price { entry: entry?, plans, source, checked })
}

fn plan(plan: &Object<'_>) -> Option<Plan> {
    let name = plan.words("name");
    let amount = plan.must("amount", Decimal::parse);
    let currency = plan.must("currency", currency);
    let per = plan.may("per", said);
    Some(Plan { name, amount: amount?, currency: currency?, per })
}

fn currency(code: &str) -> Result<String, Invalid> {
    if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) {
        Ok(code.to_owned())
    } else {
        let message = format!("“{code}” is not a currency code");
        Err(Invalid::new(Form::Currency, message, "write three capital letters, like “USD”"))
    }
}

fn fact(fact: &Object<'_>) -> Option<Fact> {
    let key = fact.must("key", FactKey::parse);
    let value = fact.words("value");
    let number = fact.may("number", Decimal::parse);
    let source = fact.may("source", Link::parse);
    let claimed = fact.flag("claimed");
    Some(Fact { key: key?, value, number, source, claimed })
}

fn review(review: &Object<'_>) -> Option<Review> {
    let reviewer = review.must("reviewer", ReviewerId::parse);
    let verdict = review.must("verdict", Verdict::parse);
    let quote = review.words("quote");
    let date = review.may("date", Date::parse);
    Some(Review { reviewer: reviewer?, verdict: verdict?, quote, date })
}

pub(super) const SNAPSHOT: &[&str] = &["ship", "skip", "as_of"];

pub(super) fn snapshot(community: &Object<'_>) -> Option<Snapshot> {
    let ship = community.count("ship");
    let skip = community.count("skip");
    let as_of = community.must("as_of", Date::parse);
    Some(Snapshot { tally: Tally { ship, skip }, as_of: as_of? })
}

pub(super) fn change(change: &Object<'_>) -> Option<Change> {
    let date = change.must("date", Date::parse);
    let what = change.words("change");
    Some(Change { date: date?, change: what })
}

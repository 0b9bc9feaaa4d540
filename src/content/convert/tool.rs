//! `tools/<id>.json`

use super::fields::{distinct, keys, list, missing, optional, or_empty, required, schema, text};
use crate::{
    content::{
        reader::At,
        wire::{WireChange, WireCommunity, WireFact, WirePlan, WirePrice, WireReview, WireTool},
    },
    model::{
        Change, Date, Decimal, Entry, Fact, FactKey, Invalid, Link, Plan, Price, Review, ReviewerId, Snapshot, Tally,
        Tool, ToolId, Verdict,
    },
};

pub(in crate::content) fn tool(at: &At<'_>, wire: WireTool) -> Option<Tool> {
    schema(at, wire.schema);
    let id = required(at, "id", wire.id, ToolId::parse);
    let name = required(at, "name", wire.name, text);
    let maker = or_empty(wire.maker);
    let category = required(at, "category", wire.category, text);
    let tagline = required(at, "tagline", wire.tagline, text);
    let description = required(at, "description", wire.description, text);
    let url = optional(at, "url", wire.url, Link::parse);
    let price = price(&at.field("price"), wire.price);
    distinct(at, "facts", Some("key"), keys(wire.facts.as_deref(), |fact| fact.key.as_deref()));
    let facts = list(at, "facts", wire.facts, fact);
    if wire.reviews.is_none() {
        missing(&at.field("reviews"));
    }
    distinct(at, "reviews", Some("reviewer"), keys(wire.reviews.as_deref(), |review| review.reviewer.as_deref()));
    let reviews = list(at, "reviews", wire.reviews, review);
    let community = wire.community.and_then(|wire| snapshot(&at.field("community"), wire));
    let released = optional(at, "released", wire.released, Date::parse);
    let updated = optional(at, "updated", wire.updated, Date::parse);
    let history = list(at, "history", wire.history, change);
    Some(Tool {
        id: id?,
        name: name?,
        maker,
        category: category?,
        tagline: tagline?,
        description: description?,
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

fn price(at: &At<'_>, wire: Option<WirePrice>) -> Option<Price> {
    let wire = wire.unwrap_or_default();
    let entry = required(at, "entry", wire.entry, Entry::parse);
    let plans = list(at, "plans", wire.plans, plan);
    let source = optional(at, "source", wire.source, Link::parse);
    let checked = optional(at, "checked", wire.checked, Date::parse);
    Some(Price { entry: entry?, plans, source, checked })
}

fn plan(at: &At<'_>, wire: WirePlan) -> Option<Plan> {
    let name = required(at, "name", wire.name, text);
    let amount = required(at, "amount", wire.amount, Decimal::parse);
    let currency = required(at, "currency", wire.currency, currency);
    let per = optional(at, "per", wire.per, text);
    Some(Plan { name: name?, amount: amount?, currency: currency?, per })
}

fn currency(code: &str) -> Result<String, Invalid> {
    if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) {
        Ok(code.to_owned())
    } else {
        Err(Invalid(format!("“{code}” is not a currency code: write three capital letters, like “USD”")))
    }
}

fn fact(at: &At<'_>, wire: WireFact) -> Option<Fact> {
    let key = required(at, "key", wire.key, FactKey::parse);
    let value = required(at, "value", wire.value, text);
    let number = optional(at, "number", wire.number, Decimal::parse);
    let source = optional(at, "source", wire.source, Link::parse);
    Some(Fact { key: key?, value: value?, number, source, claimed: wire.claimed.unwrap_or(false) })
}

fn review(at: &At<'_>, wire: WireReview) -> Option<Review> {
    let reviewer = required(at, "reviewer", wire.reviewer, ReviewerId::parse);
    let verdict = required(at, "verdict", wire.verdict, Verdict::parse);
    let quote = required(at, "quote", wire.quote, text);
    let date = optional(at, "date", wire.date, Date::parse);
    Some(Review { reviewer: reviewer?, verdict: verdict?, quote: quote?, date })
}

pub(super) fn snapshot(at: &At<'_>, wire: WireCommunity) -> Option<Snapshot> {
    let count = |name, value: Option<u64>| {
        if value.is_none() {
            missing(&at.field(name));
        }
        value
    };
    let ship = count("ship", wire.ship);
    let skip = count("skip", wire.skip);
    let as_of = required(at, "as_of", wire.as_of, Date::parse);
    Some(Snapshot { tally: Tally { ship: ship?, skip: skip? }, as_of: as_of? })
}

fn change(at: &At<'_>, wire: WireChange) -> Option<Change> {
    let date = required(at, "date", wire.date, Date::parse);
    let change = required(at, "change", wire.change, text);
    Some(Change { date: date?, change: change? })
}

//! `tools/<id>.json`

use serde::{Deserialize, Serialize};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireTool {
    pub schema: Option<u64>,
    pub id: Option<String>,
    pub name: Option<String>,
    pub maker: Option<String>,
    pub category: Option<String>,
    pub tagline: Option<String>,
    pub description: Option<String>,
    pub url: Option<String>,
    pub price: Option<WirePrice>,
    pub facts: Option<Vec<WireFact>>,
    pub reviews: Option<Vec<WireReview>>,
    pub community: Option<WireCommunity>,
    pub released: Option<String>,
    pub updated: Option<String>,
    pub history: Option<Vec<WireChange>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WirePrice {
    pub entry: Option<String>,
    pub plans: Option<Vec<WirePlan>>,
    pub source: Option<String>,
    pub checked: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WirePlan {
    pub name: Option<String>,
    pub amount: Option<String>,
    pub currency: Option<String>,
    pub per: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireFact {
    pub key: Option<String>,
    pub value: Option<String>,
    pub number: Option<String>,
    pub source: Option<String>,
    pub claimed: Option<bool>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireReview {
    pub reviewer: Option<String>,
    pub verdict: Option<String>,
    pub quote: Option<String>,
    pub date: Option<String>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::content) struct WireCommunity {
    pub ship: Option<u64>,
    pub skip: Option<u64>,
    pub as_of: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireChange {
    pub date: Option<String>,
    pub change: Option<String>,
}

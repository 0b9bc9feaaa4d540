//! `index.json`, which the build writes.

use super::WireCommunity;
use serde::{Deserialize, Serialize};

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::content) struct WireIndex {
    pub schema: Option<u64>,
    pub tools: Vec<WireBrief>,
    pub comparisons: Vec<WireSummary>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::content) struct WireBrief {
    pub id: String,
    pub name: String,
    pub category: String,
    pub entry: String,
    pub ships: u64,
    pub reviews: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<WireCommunity>,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::content) struct WireSummary {
    pub slug: String,
    pub title: String,
    pub tools: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
}

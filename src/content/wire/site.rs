//! `site.json`

use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireSite {
    pub schema: Option<u64>,
    pub name: Option<String>,
    pub tagline: Option<String>,
    pub base_url: Option<String>,
    pub language: Option<String>,
    pub notice: Option<String>,
    pub panel: Option<Vec<WireReviewer>>,
    pub facts: Option<Vec<WireFactKind>>,
    pub newsletter: Option<WireNewsletter>,
    pub votes: Option<WireVotes>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireReviewer {
    pub id: Option<String>,
    pub name: Option<String>,
    pub kind: Option<String>,
    pub motto: Option<String>,
    pub bio: Option<String>,
    pub excited_by: Option<Vec<String>>,
    pub tired_of: Option<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireFactKind {
    pub key: Option<String>,
    pub label: Option<String>,
    pub unit: Option<String>,
    pub definition: Option<String>,
    pub better: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireNewsletter {
    pub title: Option<String>,
    pub lede: Option<String>,
    pub action: Option<String>,
    pub field: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireVotes {
    pub backend: Option<String>,
    pub url: Option<String>,
    pub anon_key: Option<String>,
}

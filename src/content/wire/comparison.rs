//! `comparisons/<slug>.json`

use super::WireTool;
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::content) struct WireComparison {
    pub schema: Option<u64>,
    pub slug: Option<String>,
    pub tools: Option<Vec<WireContender>>,
    pub title: Option<String>,
    pub lede: Option<String>,
    pub bottom_line: Option<String>,
    pub published: Option<String>,
    pub updated: Option<String>,
}

/// An id, or a whole tool: told apart by the JSON's kind.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::content) enum WireContender {
    Text(String),
    Object(Box<WireTool>),
}

impl WireContender {
    /// The tool's id as written; empty where there is none.
    pub fn id(&self) -> &str {
        match self {
            Self::Text(id) => id,
            Self::Object(tool) => tool.id.as_deref().unwrap_or_default(),
        }
    }
}

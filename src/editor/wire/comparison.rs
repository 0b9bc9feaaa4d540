//! `comparisons/<slug>.json`

use super::{Day, Id, Line, Paragraph, ToolFile, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which tools are compared, and the editor's words about the choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ComparisonFile {
    /// Where this schema is, for editors' completion.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_address: Option<String>,
    /// The version of the file's form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<Version>,
    /// The file's name without “.json”; the address is /compare/<slug>/.
    pub slug: Id,
    /// 2 to 5 different tools, in the order in which they are shown.
    #[schemars(length(min = 2, max = 5))]
    pub tools: Vec<Contender>,
    /// The title; without one it is “A vs B”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Line>,
    /// What the choice is about; also the summary in searches and link previews.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lede: Option<Paragraph>,
    /// What to choose when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bottom_line: Option<Paragraph>,
    /// When it came out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Day>,
    /// When it last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Day>,
}

/// One of the tools: the id of a file in tools/, or the whole tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Contender {
    /// A tool of the catalogue.
    Known(Id),
    /// A tool that only this file describes.
    Whole(Box<ToolFile>),
}

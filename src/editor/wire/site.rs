//! `site.json`

use super::{Address, Id, Line, Paragraph, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What all pages share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteFile {
    /// Where this schema is, for editors' completion.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_address: Option<String>,
    /// The version of the file's form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<Version>,
    /// The site's name.
    pub name: Line,
    /// One line about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tagline: Option<Line>,
    /// Where the site is published; feeds, sitemap and link previews are made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<Address>,
    /// The language of the content, as a BCP 47 tag; “en” without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Line>,
    /// What every reader should know first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Paragraph>,
    /// Who reviews, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub panel: Vec<Panelist>,
    /// What can be known of a tool, in the order in which it is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactKind>,
    /// A form that posts an address to somebody's service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub newsletter: Option<Newsletter>,
    /// Where votes are kept; without it in each reader's browser.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub votes: Option<Votes>,
}

/// One member of the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Panelist {
    /// What reviews refer to.
    pub id: Id,
    /// Such as “The Builder”.
    pub name: Line,
    /// Persona or person; readers are told.
    pub kind: Kind,
    /// One line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motto: Option<Line>,
    /// One paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bio: Option<Paragraph>,
    /// What wins this reviewer over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excited_by: Vec<Line>,
    /// What this reviewer has seen too often.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tired_of: Vec<Line>,
}

/// What a reviewer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A persona whose reviews a model writes.
    Ai,
    /// A person.
    Human,
}

/// One thing that can be known of a tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactKind {
    /// What tools refer to.
    pub key: Id,
    /// What readers see.
    pub label: Line,
    /// What its numbers count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Line>,
    /// What it means, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<Paragraph>,
    /// Whether more is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub better: Option<Better>,
}

/// Which end of a scale is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// A form that posts an address to somebody's service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Newsletter {
    /// Its heading.
    pub title: Line,
    /// A sentence above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lede: Option<Paragraph>,
    /// Where it posts to: https or http.
    pub action: Address,
    /// What the service calls the address.
    pub field: Line,
}

/// Where votes are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Votes {
    /// “local”: each reader's browser; “postgrest”: a server that readers share.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["local", "postgrest"]))]
    pub backend: Option<String>,
    /// The server's root; needed for “postgrest”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    /// The server's public key; needed for “postgrest”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anon_key: Option<String>,
}

//! `tools/<id>.json`

use super::{Address, Amount, Day, Id, Line, Paragraph, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Everything said about one tool. What is unknown is left out, never guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ToolFile {
    /// Where this schema is, for editors' completion.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema_address: Option<String>,
    /// The version of the file's form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<Version>,
    /// The file's name without “.json”. Votes are cast on it, so it never changes.
    pub id: Id,
    /// What it is called.
    pub name: Line,
    /// Who makes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maker: Option<Line>,
    /// What kind of tool it is, such as “Developer Tools”.
    pub category: Line,
    /// One line.
    pub tagline: Line,
    /// One paragraph, shown whole.
    pub description: Paragraph,
    /// Its home.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    /// What it costs.
    pub price: Price,
    /// What is known of it; each key once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// What the panel says; each reviewer once; may be empty.
    pub reviews: Vec<Review>,
    /// Votes that were counted elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<Community>,
    /// When it came out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released: Option<Day>,
    /// When this file was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Day>,
    /// What changed in what the site says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Change>,
}

/// What a tool costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// How one gets in.
    pub entry: Entry,
    /// What can be bought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Plan>,
    /// Where the prices are from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Address>,
    /// When somebody last looked; until then prices are “unverified”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<Day>,
}

/// How one gets in; “unknown” is shown as “—”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Entry {
    /// Costs nothing.
    Free,
    /// Costs nothing up to a point.
    Freemium,
    /// Costs from the start.
    Paid,
    /// Nobody knows.
    Unknown,
}

/// One thing that can be bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Such as “Pro” or “Input”.
    pub name: Line,
    /// In whole units of the currency.
    pub amount: Amount,
    /// Three capital letters, such as “USD”.
    #[schemars(regex(pattern = r"^[A-Z]{3}$"))]
    pub currency: String,
    /// What the amount buys, such as “month” or “1M tokens”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<Line>,
}

/// One thing that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Which fact, of those in site.json.
    pub key: Id,
    /// What readers see.
    pub value: Line,
    /// The same as a number in the fact's unit, so that tools can be compared by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Amount>,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Address>,
    /// Whether only the maker says so.
    #[serde(default, skip_serializing_if = "is_false")]
    pub claimed: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// One reviewer's verdict, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Who, of the panel in site.json.
    pub reviewer: Id,
    /// Use it, or leave it.
    pub verdict: Verdict,
    /// The reason, shown whole.
    pub quote: Paragraph,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
}

/// What a reviewer decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Use it.
    Ship,
    /// Leave it.
    Skip,
}

/// Votes that were counted elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Community {
    /// Votes to ship.
    #[schemars(range(max = 9_007_199_254_740_991u64))]
    pub ship: u64,
    /// Votes to skip.
    #[schemars(range(max = 9_007_199_254_740_991u64))]
    pub skip: u64,
    /// When they were counted.
    pub as_of: Day,
}

/// A dated change in what the site says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// When.
    pub date: Day,
    /// What, in a sentence.
    pub change: Paragraph,
}

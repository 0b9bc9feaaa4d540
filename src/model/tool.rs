//! One tool, and everything said about it.

use super::{Date, Fact, Link, Price, Review, ReviewerId, Snapshot, ToolId};

/// A dated change in what the site says about a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub date: Date,
    /// What, in a sentence.
    pub change: String,
}

/// Everything said about one tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// Its file's name; what ballots are cast on.
    pub id: ToolId,
    /// What it is called.
    pub name: String,
    /// Who makes it; empty when that is not known.
    pub maker: String,
    /// What kind of tool it is, as the site sorts them.
    pub category: String,
    /// One line.
    pub tagline: String,
    /// One paragraph.
    pub description: String,
    /// Its home.
    pub url: Option<Link>,
    /// What it costs.
    pub price: Price,
    /// What is known of it, by key; at most one a key.
    pub facts: Vec<Fact>,
    /// What the panel said; at most one a reviewer; may be empty.
    pub reviews: Vec<Review>,
    /// Votes that were counted elsewhere before this page was built.
    pub community: Option<Snapshot>,
    /// When it came out.
    pub released: Option<Date>,
    /// When its file was last changed.
    pub updated: Option<Date>,
    /// What changed and when, as authored.
    pub history: Vec<Change>,
}

impl Tool {
    /// What this reviewer said of the tool, if anything.
    pub fn review_by(&self, reviewer: &ReviewerId) -> Option<&Review> {
        self.reviews.iter().find(|review| review.reviewer == *reviewer)
    }
}

//! What the site holds, in brief: for the home page, search and feeds.

use super::{Date, Entry, Percent, Slug, Snapshot, Tool, ToolId, Verdict};

/// A tool in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Its id.
    pub id: ToolId,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: String,
    /// How one gets in.
    pub entry: Entry,
    /// Reviews that say ship.
    pub ships: u64,
    /// All its reviews.
    pub reviews: u64,
    /// Votes counted elsewhere.
    pub community: Option<Snapshot>,
}

impl Brief {
    /// The line about a tool.
    pub fn of(tool: &Tool) -> Self {
        Self {
            id: tool.id.clone(),
            name: tool.name.clone(),
            category: tool.category.clone(),
            entry: tool.price.entry,
            ships: tool.reviews.iter().filter(|review| review.verdict == Verdict::Ship).count() as u64,
            reviews: tool.reviews.len() as u64,
            community: tool.community,
        }
    }

    /// The whole panel's ship %; nothing without reviews.
    pub fn share(&self) -> Option<Percent> {
        Percent::of(self.ships, self.reviews)
    }
}

/// A comparison in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its address.
    pub slug: Slug,
    /// Authored, or “A vs B”.
    pub title: String,
    /// Its tools, in order; every one is in the catalogue.
    pub tools: Vec<ToolId>,
    /// When it came out.
    pub published: Option<Date>,
    /// When it last changed.
    pub updated: Option<Date>,
}

/// Everything the site holds, in brief.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// By id.
    pub tools: Vec<Brief>,
    /// Latest first; undated last; then by slug.
    pub comparisons: Vec<Summary>,
}

impl Catalogue {
    /// Puts both lists into their order.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.tools.sort_by(|a, b| a.id.cmp(&b.id));
        self.comparisons.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.slug.cmp(&b.slug)));
        self
    }

    /// The tool of that id.
    pub fn tool(&self, id: &ToolId) -> Option<&Brief> {
        self.tools.iter().find(|tool| tool.id == *id)
    }

    /// Whether there is a comparison of that slug.
    pub fn has(&self, slug: &Slug) -> bool {
        self.comparisons.iter().any(|summary| summary.slug == *slug)
    }
}

//! What the site holds, in brief: for the home page, search and feeds.

use super::{Date, Entry, Percent, Plan, ReviewerId, Sketch, Slug, Snapshot, Tool, ToolId, Verdict, plain};

/// A tool in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Its id.
    pub id: ToolId,
    /// Its name.
    pub name: String,
    /// Who makes it; empty when that is not known.
    pub maker: String,
    /// Its category.
    pub category: String,
    /// One line, in plain words.
    pub tagline: String,
    /// How one gets in.
    pub entry: Entry,
    /// The lowest price of those that can be compared, as “$20 per month”, where one is known.
    pub lowest_price: Option<String>,
    /// Who would ship it.
    pub ship: Vec<ReviewerId>,
    /// Who would skip it.
    pub skip: Vec<ReviewerId>,
    /// Votes counted elsewhere.
    pub community: Option<Snapshot>,
    /// Only a comparison's own file describes it, so it has no page.
    pub pageless: bool,
}

impl Brief {
    /// The line about a tool.
    pub fn of(tool: &Tool) -> Self {
        let said = |verdict: Verdict| {
            let reviews = tool.reviews.iter().filter(|review| review.verdict == verdict);
            reviews.map(|review| review.reviewer.clone()).collect()
        };
        Self {
            id: tool.id.clone(),
            name: tool.name.clone(),
            maker: tool.maker.clone(),
            category: tool.category.clone(),
            tagline: plain(&tool.tagline),
            entry: tool.price.entry,
            lowest_price: tool.price.lowest().map(Plan::price),
            ship: said(Verdict::Ship),
            skip: said(Verdict::Skip),
            community: tool.community,
            pageless: false,
        }
    }

    /// The panel's ship % without the muted reviewers; nothing where no review counts.
    pub fn share(&self, muted: &[ReviewerId]) -> Option<Percent> {
        let counted = |ids: &[ReviewerId]| ids.iter().filter(|id| !muted.contains(id)).count() as u64;
        Percent::of(counted(&self.ship), counted(&self.ship) + counted(&self.skip))
    }

    /// “Free, then from $10 per month”, or the entry word where no price is known.
    pub fn price(&self) -> String {
        self.entry.from(self.lowest_price.as_deref())
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
    /// By id; in `tools.json` and on the page of all tools by name.
    pub tools: Vec<Brief>,
    /// Latest first; undated last; then by slug.
    pub comparisons: Vec<Summary>,
    /// On the pages that show it, home and that of all tools: all tools at a glance.
    pub plot: Vec<Sketch>,
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
        self.tools.get(self.place(id)?)
    }

    /// Where in the list of tools that tool is. `index.json` has them by id; a list in another order is searched from
    /// its beginning.
    pub(super) fn place(&self, id: &ToolId) -> Option<usize> {
        let at = self.tools.binary_search_by(|tool| tool.id.cmp(id)).ok();
        at.or_else(|| self.tools.iter().position(|tool| tool.id == *id))
    }

    /// The tools of a comparison.
    pub fn tools_of(&self, summary: &Summary) -> impl Iterator<Item = &Brief> {
        summary.tools.iter().filter_map(|id| self.tool(id))
    }

    /// The categories of a comparison's tools, each once, in the tools' order.
    pub fn categories_of(&self, summary: &Summary) -> Vec<&str> {
        let mut categories: Vec<&str> = Vec::new();
        for tool in self.tools_of(summary) {
            if !categories.contains(&tool.category.as_str()) {
                categories.push(&tool.category);
            }
        }
        categories
    }

    /// The comparison of exactly these different tools, in any order.
    pub fn comparison_of(&self, tools: &[ToolId]) -> Option<&Summary> {
        let is_of = |it: &&Summary| it.tools.len() == tools.len() && it.tools.iter().all(|id| tools.contains(id));
        self.comparisons.iter().find(is_of)
    }

    /// Whether there is a comparison of that slug.
    pub fn has(&self, slug: &Slug) -> bool {
        self.comparisons.iter().any(|summary| summary.slug == *slug)
    }
}

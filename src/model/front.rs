//! What the home page shows before anything is searched for.

use super::{Catalogue, Change, ToolId};
use std::sync::Arc;

/// The front of the site: its newest comparisons, and what there is besides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// The newest comparisons, and the tools that they name.
    pub newest: Arc<Catalogue>,
    /// Comparisons of the site.
    pub comparisons: u64,
    /// Tools of the site.
    pub tools: u64,
    /// Every category, by name.
    pub categories: Vec<Category>,
    /// What changed lately in what the site says about tools: the latest first.
    pub changes: Vec<ToolChange>,
}

/// A category, and how much there is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// What authors call it.
    pub name: String,
    /// Comparisons with a tool of it.
    pub comparisons: u64,
    /// Tools of it.
    pub tools: u64,
}

/// A dated change in what the site says about a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToolChange {
    /// Which tool.
    pub tool: ToolId,
    /// What it is called.
    pub name: String,
    /// When, and what.
    pub change: Change,
}

impl Category {
    /// The id of its part of the list of all comparisons: its name in letters that every address has. Two categories have two ids, and
    /// none of them is that of another part of the page.
    pub fn anchor(&self) -> String {
        let mut id = "category-".to_owned();
        for byte in self.name.bytes() {
            match byte {
                b' ' => id.push('-'),
                _ if byte.is_ascii_alphanumeric() => id.push(char::from(byte)),
                _ => id.push_str(&format!("_{byte}")),
            }
        }
        id
    }
}

impl Front {
    /// Comparisons on it, at most.
    pub const NEWEST: usize = 24;
    /// Changes on it, at most.
    pub const CHANGES: usize = 6;

    /// The front of a site that holds `catalogue`; `changes` are all there are.
    pub fn of(catalogue: &Catalogue, mut changes: Vec<ToolChange>) -> Self {
        changes.sort_by(|a, b| b.change.date.cmp(&a.change.date).then_with(|| a.name.cmp(&b.name)));
        changes.truncate(Self::CHANGES);
        let comparisons: Vec<_> = catalogue.comparisons.iter().take(Self::NEWEST).cloned().collect();
        let named = |id: &ToolId| comparisons.iter().any(|summary| summary.tools.contains(id));
        let tools = catalogue.tools.iter().filter(|tool| named(&tool.id)).cloned().collect();
        Self {
            newest: Arc::new(Catalogue { tools, comparisons, plot: catalogue.plot.clone() }),
            comparisons: catalogue.comparisons.len() as u64,
            tools: catalogue.tools.len() as u64,
            categories: catalogue.categories(),
            changes,
        }
    }

    /// Whether everything that the site holds is on it.
    pub fn is_whole(&self) -> bool {
        self.comparisons == self.newest.comparisons.len() as u64
    }
}

impl Catalogue {
    /// Every category, by name.
    pub fn categories(&self) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        for tool in &self.tools {
            let name = &tool.category;
            // Put in at its place: sorting by the standard library is three kilobytes more for every reader.
            match categories.iter().position(|category| category.name >= *name) {
                Some(at) if categories[at].name == *name => categories[at].tools += 1,
                at => {
                    let category = Category { name: name.clone(), comparisons: 0, tools: 1 };
                    categories.insert(at.unwrap_or(categories.len()), category);
                }
            }
        }
        for summary in &self.comparisons {
            let named = self.categories_of(summary);
            let within = categories.iter_mut().filter(|category| named.contains(&category.name.as_str()));
            within.for_each(|category| category.comparisons += 1);
        }
        categories
    }
}

#[cfg(test)]
mod tests {
    use super::Category;

    #[test]
    fn every_category_has_an_anchor_of_its_own() {
        let anchor = |name: &str| Category { name: name.to_owned(), comparisons: 1, tools: 1 }.anchor();
        for (name, id) in [
            ("Developer Tools", "category-Developer-Tools"),
            ("Developer tools", "category-Developer-tools"),
            ("AI/ML", "category-AI_47ML"),
            ("AI-ML", "category-AI_45ML"),
            ("Übersetzer", "category-_195_156bersetzer"),
            ("main", "category-main"),
        ] {
            assert_eq!(anchor(name), id);
        }
    }
}

//! What became of a search.

use super::{Entry, Explore, Finder, LoadError, Piece, ReviewerId};
use std::sync::Arc;

/// What can be searched, as far as it is here.
#[derive(Clone, Default)]
pub enum Index {
    /// Nobody has wanted it yet.
    #[default]
    Unasked,
    /// On its way.
    Coming,
    /// Here.
    Here(Arc<Finder>),
    /// Not to be had.
    Failed(Box<LoadError>),
}

/// What a list shows.
pub enum Sought {
    /// Nothing is looked for: everything, or its beginning.
    Everything,
    /// It cannot be said yet.
    Coming,
    /// It cannot be said.
    Failed(Box<LoadError>),
    /// What was found.
    Found(Found),
}

/// What was found.
pub struct Found {
    /// What was looked for.
    pub explore: Explore,
    /// Where it was found.
    pub finder: Arc<Finder>,
    /// The words of the search.
    pub words: Vec<Vec<char>>,
    /// Whose reviews count nowhere.
    pub muted: Vec<ReviewerId>,
    /// Places in the catalogue's list, the best first.
    pub places: Vec<usize>,
}

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Comparisons.
    Comparisons,
    /// Tools.
    Tools,
}

impl Of {
    /// What one of them is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Comparisons => "comparison",
            Self::Tools => "tool",
        }
    }

    /// What is looked for, where it can be found.
    pub fn sought(self, explore: &Explore, index: &Index, muted: &[ReviewerId]) -> Sought {
        match index {
            _ if explore.is_everything() => Sought::Everything,
            Index::Unasked | Index::Coming => Sought::Coming,
            Index::Failed(error) => Sought::Failed(error.clone()),
            Index::Here(finder) => {
                let (places, words) = (self.places(finder, explore, muted), finder.words(&explore.query));
                let (explore, finder) = (explore.clone(), finder.clone());
                Sought::Found(Found { explore, finder, words, muted: muted.to_vec(), places })
            }
        }
    }

    fn places(self, finder: &Finder, explore: &Explore, muted: &[ReviewerId]) -> Vec<usize> {
        match self {
            Self::Comparisons => finder.comparisons(explore, muted),
            Self::Tools => finder.tools(explore, muted),
        }
    }
}

impl Found {
    /// Entries of a list that are shown at once, and with every wish for more.
    const AT_ONCE: usize = 24;
    /// The same while somebody types: the best come first, and each key draws them all.
    const BEST_AT_ONCE: usize = 10;

    /// A text in pieces, of which those are marked that were searched for.
    pub fn pieces(&self, text: &str) -> Vec<Piece> {
        self.finder.pieces(text, &self.words)
    }

    /// Those that are shown.
    pub fn shown(&self) -> &[usize] {
        let at_once = if self.words.is_empty() { Self::AT_ONCE } else { Self::BEST_AT_ONCE };
        self.places.get(..(self.explore.more + 1) * at_once).unwrap_or(&self.places)
    }

    /// Every wish, in words: what to relax where nothing was found.
    pub fn wishes(&self) -> String {
        let Explore { query, category, entry, .. } = &self.explore;
        let mut wishes = String::new();
        for wish in [query.trim(), category.as_deref().unwrap_or_default(), entry.map_or("", Entry::word)] {
            if !wish.is_empty() {
                let and = if wishes.is_empty() { "" } else { " and " };
                wishes.push_str(&format!("{and}“{wish}”"));
            }
        }
        wishes
    }
}

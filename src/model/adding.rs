//! Adding a tool to a comparison: what was typed, what is offered for it, and which offer the reader is at.

use super::{Explore, Finder, Index, Pick, Sort, ToolId, counted};

/// Where the reader is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Adding {
    /// What was typed.
    pub query: String,
    /// Whether offers are wanted.
    pub is_open: bool,
    /// What is offered: the best, at most [`Adding::MOST`].
    pub offers: Vec<Pick>,
    /// The offer that Enter takes.
    pub active: Option<usize>,
    /// Why there are none, where trying again can help.
    pub failure: Option<String>,
}

/// What the reader does, but for taking an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Typed.
    Type(String),
    /// Wants to see offers.
    Open,
    /// Wants to see none any more.
    Close,
    /// Goes to the next offer; from the last, to the first.
    Next,
    /// Goes to the one before; from the first, to the last.
    Previous,
    /// Is back in the text.
    Text,
    /// Wants out: first of the offers, then of the text.
    Escape,
}

impl Adding {
    /// Offers at once, at most: more than a reader goes through by arrow keys.
    pub const MOST: usize = 8;

    /// Follows the reader, who is offered what fits, without the tools that are there already. How that stands, in words.
    pub fn take(&mut self, step: &Step, index: &Index, taken: &[ToolId]) -> String {
        if let Step::Type(text) = step {
            self.query.clone_from(text);
        } else if *step == Step::Escape && !self.is_open {
            self.query.clear();
        }
        let words = self.offer(index, taken);
        let count = self.offers.len();
        let at = self.active.take();
        self.active = match step {
            // Whoever went to one before there was any is there now.
            Step::Open => at.map(|at| at.min(count.saturating_sub(1))),
            Step::Next => Some(at.map_or(0, |at| at.wrapping_add(1))).map(|at| if at < count { at } else { 0 }),
            Step::Previous => Some(at.filter(|at| *at > 0).unwrap_or(count).wrapping_sub(1)),
            _ => None,
        };
        self.active = self.active.filter(|at| *at < count || matches!(index, Index::Unasked | Index::Coming));
        self.is_open = match step {
            Step::Close | Step::Escape => false,
            Step::Text => self.is_open,
            _ => true,
        };
        if self.is_open { words } else { String::new() }
    }

    fn offer(&mut self, index: &Index, taken: &[ToolId]) -> String {
        self.offers.clear();
        self.failure = None;
        match index {
            Index::Unasked | Index::Coming => "Loading the tools…".to_owned(),
            Index::Failed(error) => {
                self.failure = Some(format!("The tools could not be loaded. {error}"));
                String::new()
            }
            Index::Here(finder) => match self.offer_of(finder, taken) {
                0 => "No other tool fits. Try fewer or other words.".to_owned(),
                total if total > Self::MOST => {
                    format!("{}, of which {} are shown.", counted(total as u64, "tool"), Self::MOST)
                }
                total => format!("{}.", counted(total as u64, "tool")),
            },
        }
    }

    /// How many fit.
    fn offer_of(&mut self, finder: &Finder, taken: &[ToolId]) -> usize {
        let explore = Explore { query: self.query.clone(), sort: Sort::Usual, ..Explore::default() };
        let mut total = 0;
        for at in finder.tools(&explore, &[]) {
            if let Some(tool) = finder.catalogue.tools.get(at).filter(|tool| !taken.contains(&tool.id)) {
                total += 1;
                if total <= Self::MOST {
                    self.offers.push(Pick { id: tool.id.clone(), name: tool.name.clone() });
                }
            }
        }
        total
    }
}

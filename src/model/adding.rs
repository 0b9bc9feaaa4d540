//! Adding a tool to a comparison: what was typed, what is offered for it, and which offer the reader is at.

use super::{Explore, Finder, Index, Sort, ToolId, counted};

/// Where the reader is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Adding {
    /// What was typed.
    pub query: String,
    /// Whether offers are wanted.
    pub is_open: bool,
    /// The offer that Enter takes.
    pub active: Option<usize>,
}

/// What the reader does, but for taking an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Is about to.
    Soon,
    /// Typed.
    Typed(String),
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
    /// Follows the reader, to whom `count` tools are offered.
    pub fn take(&mut self, step: Step, count: usize) {
        let was_open = self.is_open;
        let active = if was_open { self.active.take() } else { None };
        match step {
            Step::Soon => self.active = active,
            Step::Typed(text) => {
                self.query = text;
                self.is_open = true;
            }
            Step::Open => {
                self.is_open = true;
                self.active = active;
            }
            Step::Close => self.is_open = false,
            Step::Next => {
                self.is_open = true;
                self.active = Some(active.map_or(0, |at| at + 1)).map(|at| if at < count { at } else { 0 });
            }
            Step::Previous => {
                self.is_open = true;
                self.active = Some(active.filter(|at| *at > 0).unwrap_or(count).saturating_sub(1));
            }
            Step::Text => {}
            Step::Escape => {
                self.is_open = false;
                if !was_open {
                    self.query.clear();
                }
            }
        }
        self.active = self.active.filter(|at| *at < count);
    }
}

/// A tool that can be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub id: ToolId,
    /// Its name.
    pub name: String,
    /// Who makes it; may be empty.
    pub maker: String,
}

/// What is offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offers {
    /// The best, at most [`Offers::MOST`].
    pub shown: Vec<Offer>,
    /// How it stands, in words.
    pub words: String,
}

impl Offers {
    /// Offers at once, at most: more than a reader goes through by arrow keys.
    pub const MOST: usize = 8;

    /// What fits the query, without the tools that are there already.
    pub fn of(index: &Index, query: &str, taken: &[ToolId]) -> Self {
        let nothing = |words: &str| Self { shown: Vec::new(), words: words.to_owned() };
        match index {
            Index::Unasked | Index::Coming => nothing("Loading the tools…"),
            Index::Failed(error) => nothing(&error.to_string()),
            Index::Here(finder) => Self::found(finder, query, taken),
        }
    }

    fn found(finder: &Finder, query: &str, taken: &[ToolId]) -> Self {
        let sort = if query.trim().is_empty() { Sort::Name } else { Sort::Newest };
        let explore = Explore { query: query.to_owned(), sort, ..Explore::default() };
        let places = finder.tools(&explore, &[]);
        let (mut shown, mut total) = (Vec::new(), 0);
        for tool in places.into_iter().filter_map(|at| finder.catalogue.tools.get(at)) {
            if !taken.contains(&tool.id) {
                total += 1;
                if total <= Self::MOST {
                    shown.push(Offer { id: tool.id.clone(), name: tool.name.clone(), maker: tool.maker.clone() });
                }
            }
        }
        let words = match total {
            0 => "No other tool fits. Try fewer or other words.".to_owned(),
            _ if total > Self::MOST => format!("{}, of which {} are shown.", counted(total, "tool"), Self::MOST),
            _ => format!("{}.", counted(total, "tool")),
        };
        Self { shown, words }
    }
}

#[cfg(test)]
mod tests {
    use super::{Step::*, *};

    fn after(steps: &[Step], count: usize) -> Adding {
        let mut it = Adding::default();
        steps.iter().for_each(|step| it.take(step.clone(), count));
        it
    }

    fn at(steps: &[Step]) -> (bool, Option<usize>) {
        let it = after(steps, 3);
        (it.is_open, it.active)
    }

    #[test]
    fn arrows_open_the_offers_and_go_round() {
        assert_eq!(at(&[Next]), (true, Some(0)));
        assert_eq!(at(&[Previous]), (true, Some(2)));
        assert_eq!(at(&[Open]), (true, None));
        assert_eq!(at(&[Open, Next, Next, Next, Next]), (true, Some(0)));
        assert_eq!(at(&[Next, Previous]), (true, Some(2)));
        assert_eq!(at(&[Next, Next, Previous]), (true, Some(0)));
    }

    #[test]
    fn whoever_types_or_goes_back_into_the_text_is_at_no_offer() {
        assert_eq!(at(&[Next, Typed("a".into())]), (true, None));
        assert_eq!(at(&[Next, Text]), (true, None));
        assert_eq!(at(&[Next, Soon]), (true, Some(0)));
        assert_eq!(at(&[Next, Close]), (false, None));
    }

    #[test]
    fn escape_leaves_the_offers_first_and_the_text_then() {
        let typed = [Typed("a".into()), Next, Escape];
        assert_eq!(at(&typed), (false, None));
        assert_eq!(after(&typed, 3).query, "a");
        assert_eq!(after(&[Typed("a".into()), Escape, Escape], 3).query, "");
    }

    #[test]
    fn where_nothing_is_offered_the_reader_is_at_nothing() {
        assert_eq!(after(&[Next, Next, Previous], 0).active, None);
    }
}

//! What was drawn when the site was built: pages, or parts of them, that nothing changes.

use super::{ReviewerId, Verdict};

/// A piece of a page that follows nothing. Browsers are given it as it is, and need not know how it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sketch {
    /// Words.
    Words(String),
    /// An element.
    Element {
        /// Its name.
        tag: String,
        /// Its attributes, in order. An address that begins with a slash is below the site's base.
        attributes: Vec<(String, String)>,
        /// What is in it.
        inside: Vec<Sketch>,
    },
}

/// The page of the panel, or of one reviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelPage {
    /// What it is called.
    pub title: String,
    /// It in a sentence or two.
    pub description: String,
    /// What stands above the verdicts.
    pub above: Vec<Sketch>,
    /// Everything that the reviewer said.
    pub verdicts: Vec<(Verdict, Vec<Sketch>)>,
}

/// What the page of a tool says besides the tool's card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Portrait {
    /// How the panel and the community divided over it.
    pub pictures: Vec<Sketch>,
    /// What each reviewer said of it.
    pub reviews: Vec<(ReviewerId, Vec<Sketch>)>,
    /// What is known of it: facts and prices.
    pub known: Vec<Sketch>,
    /// What changed, the latest first.
    pub history: Vec<Vec<Sketch>>,
    /// What leads on from it.
    pub onward: Vec<Sketch>,
}

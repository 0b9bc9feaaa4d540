//! What was drawn when the site was built: pages, or parts of them, that nothing changes but what stands in their slots.

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

/// A page as it was drawn: of the panel, of one reviewer, or of a tool. In its slots stands what follows a reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// What it is called.
    pub title: String,
    /// It in a sentence or two.
    pub description: String,
    /// All that stands on it.
    pub parts: Vec<Sketch>,
}

//! What leads on from one tool: the comparisons that it is in, and what one could use instead.

use super::{Brief, Summary};

/// What leads on from a tool.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// Comparisons that it is in, latest first.
    pub comparisons: Vec<Summary>,
    /// The nearest first.
    pub alternatives: Vec<Alternative>,
}

/// A tool that one could use instead, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The tool.
    pub tool: Brief,
    /// What both have in common, in words: “Also Vector Databases; same licence (Apache-2.0)”.
    pub why: String,
}

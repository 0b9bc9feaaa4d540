//! The files of a folder of content.

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Site,
    Tool,
    Comparison,
    Index,
}

/// A file of content: what it is for, and its name without folder and ending.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub kind: Kind,
    pub stem: String,
    /// Relative to the folder, with slashes.
    pub file: String,
}

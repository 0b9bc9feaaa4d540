//! What can become of a page's content on its way.

/// Content that is on its way, here, or not to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loaded<T> {
    /// Asked for.
    Waiting,
    /// Here.
    Ready(T),
    /// Not to be had; the reader is told why.
    Failed(Box<LoadError>),
}

/// Why content could not be had: a sentence that says what happened and what to do next.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// No answer from the site at all.
    #[error("The site could not be reached. Check your connection, then try again.")]
    Offline,
    /// No answer from another host, or it lets nobody read it from here.
    #[error(
        "{0} could not be reached, or does not let other sites read this file. Check the address and your connection, then try again."
    )]
    Unreachable(String),
    /// 404 or 410: what was asked for, in words.
    #[error("Not found: {0}.")]
    NotFound(String),
    /// Any other answer that is not a success.
    #[error("The server answered {file} with an error ({status}). It is not your fault; try again in a moment.")]
    Server {
        /// What was asked for.
        file: String,
        /// The HTTP status.
        status: u32,
    },
    /// No whole answer within the limit.
    #[error("{0} did not arrive within {limit} seconds. The connection may be slow; try again.", limit = LoadError::TIMEOUT_MS / 1000)]
    TimedOut(String),
    /// A web page, or something else that is not JSON.
    #[error("{file} is not JSON ({why}). The site may be misconfigured: its owner can look at that address.")]
    NotJson {
        /// What was asked for.
        file: String,
        /// What was found instead.
        why: String,
    },
    /// JSON, but not of the promised shape.
    #[error("{file} has mistakes, so it cannot be shown: {problems}. Once they are mended, try again.")]
    WrongShape {
        /// What was asked for.
        file: String,
        /// `path: sentence`, joined with “; ”.
        problems: String,
    },
    /// Written for a later Shipside.
    #[error("{file} was written for a newer version of this page (schema {schema}). Reload to get that version.")]
    NewerSchema {
        /// What was asked for.
        file: String,
        /// The schema it carries.
        schema: u64,
    },
    /// Larger than anything that is content.
    #[error("{0} is larger than {limit} MB, so it was not read. Whoever publishes it can make it smaller.", limit = LoadError::MAX_BYTES / 1_000_000)]
    TooLarge(String),
    /// The address itself asks for something that cannot be.
    #[error("{0}")]
    BadRequest(String),
}

impl LoadError {
    /// Milliseconds until an answer must be complete.
    pub const TIMEOUT_MS: u32 = 10_000;
    /// Bytes of an answer, at most.
    pub const MAX_BYTES: usize = 5_000_000;
    /// Milliseconds before “Loading…” appears; a faster load would only flicker.
    pub const SLOW_AFTER_MS: i32 = 300;

    /// Whether asking again may help.
    pub fn can_retry(&self) -> bool {
        !matches!(self, Self::NotFound(_) | Self::BadRequest(_) | Self::TooLarge(_))
    }

    /// The page's heading.
    pub fn heading(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "Not found",
            Self::BadRequest(_) => "That comparison does not work",
            _ => "This page could not be loaded",
        }
    }
}

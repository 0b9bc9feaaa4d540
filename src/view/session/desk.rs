//! What a session knows of picking tools, and of changing and sharing a comparison: all that only works with the app.

use super::Session;
use crate::{
    model::{Adding, Picks, Slug, ToolId, Wording},
    view::Followed,
};

/// What the reader has at hand once the app is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    /// Whether the app has taken over the page. Inside embeds it never has.
    pub is_here: bool,
    /// Whether the browser has a share sheet.
    pub can_share: bool,
    /// Whether the reader has turned off the key that leads to the search.
    pub no_slash: bool,
    /// What the reader picked.
    pub picks: Picks,
    /// Where they are in adding a tool.
    pub adding: Adding,
    /// The authored comparison of the tools that they compare, and its title, where there is one.
    pub authored: Option<(Slug, String)>,
    /// What became of what they did last, in words.
    pub told: String,
    /// What they have to copy by hand; empty where nothing is.
    pub by_hand: String,
}

/// A way to hand a comparison on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Its address as it is viewed, to the clipboard.
    Link,
    /// Its words, to the clipboard.
    Words(Wording),
    /// The system's share sheet.
    Sheet,
}

/// A comparison of other tools, or of the same in another order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineup {
    /// The tools, in order.
    pub tools: Vec<ToolId>,
    /// What happened, in words.
    pub words: String,
    /// The id of what gets focus, where it is there then.
    pub focus: String,
}

impl Session {
    /// What follows from what the reader has at hand.
    pub(in crate::view) fn desk<T: 'static>(&self, then: impl Fn(&Desk) -> T + Send + Sync + 'static) -> Followed<T> {
        self.follow(|signals| &signals.desk, then)
    }
}

//! The site as a whole.

use super::{FactKind, Link, Reviewer, ReviewerId};

/// Where ballots go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VoteService {
    /// This browser's storage, nothing else.
    Local,
    /// A PostgREST server that readers share.
    Postgrest {
        /// Its root.
        url: Link,
        /// Its public key, if it wants one.
        anon_key: Option<String>,
    },
}

impl VoteService {
    /// Whether a key is sent as a token, too: Supabase's newer keys are none, and refused as such.
    pub fn is_token(key: &str) -> bool {
        !key.starts_with("sb_")
    }
}

/// A form that posts an address to somebody else's service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newsletter {
    /// The form's heading.
    pub title: String,
    /// A sentence above it; may be empty.
    pub lede: String,
    /// Where it posts to.
    pub action: Link,
    /// What the service calls the address.
    pub field: String,
}

/// What all pages share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The site's name.
    pub name: String,
    /// One line about it; may be empty.
    pub tagline: String,
    /// Where it is published, if that is known.
    pub base_url: Option<Link>,
    /// BCP 47 tag of the content's language.
    pub language: String,
    /// What every reader should know first.
    pub notice: Option<String>,
    /// Who reviews, in order.
    pub panel: Vec<Reviewer>,
    /// What can be known of a tool, in the order in which it is shown.
    pub facts: Vec<FactKind>,
    /// The form, if one is configured.
    pub newsletter: Option<Newsletter>,
    /// Where ballots go.
    pub votes: VoteService,
}

impl Site {
    /// The panel's member of that id.
    pub fn reviewer(&self, id: &ReviewerId) -> Option<&Reviewer> {
        self.panel.iter().find(|reviewer| reviewer.id == *id)
    }

    /// The reviewer's name, or the bare id of somebody who is not on the panel.
    pub fn reviewer_name(&self, id: &ReviewerId) -> String {
        self.reviewer(id).map_or_else(|| id.to_string(), |reviewer| reviewer.name.clone())
    }
}

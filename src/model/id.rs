//! Names that addresses, files and ballots are made of.

use super::{Form, Invalid};
use std::{fmt, sync::Arc};

/// Characters in an id, slug or key, at most.
const MAX_LEN: usize = 80;
const _: () = assert!(MAX_LEN == 80, "the remedy below names this number");

fn well_formed(text: &str) -> bool {
    text.len() <= MAX_LEN
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

fn checked(text: &str) -> Result<Arc<str>, Invalid> {
    if well_formed(text) {
        Ok(text.into())
    } else {
        let remedy = "use lower-case letters a–z, digits and single hyphens, at most 80 characters";
        Err(Invalid::new(Form::Id, format!("“{text}” is not an id"), remedy))
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads `[a-z0-9]+(-[a-z0-9]+)*` of at most 80 characters.
            pub fn parse(text: &str) -> Result<Self, Invalid> {
                checked(text).map(Self)
            }
            /// The id as it is written in files and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A tool's id: its file's name, and what ballots are cast on.
    ToolId
}
id! {
    /// A comparison's slug: its file's name and its address.
    Slug
}
id! {
    /// A reviewer's id, as on the panel in `site.json`.
    ReviewerId
}
id! {
    /// The key of a fact in the site's vocabulary.
    FactKey
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_words_joined_by_single_hyphens() {
        for good in ["a", "gpt-4o", "0", "smolvlm2-turbo", &"a".repeat(80)] {
            assert!(ToolId::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "../etc", &"a".repeat(81)] {
            assert!(ToolId::parse(bad).is_err(), "{bad}");
        }
    }
}

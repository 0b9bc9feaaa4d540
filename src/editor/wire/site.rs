//! `site.json`

use super::{Address, Id, Line, Paragraph, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

object! {
    /// What all pages share.
    SiteFile {
        /// Where this schema is, for editors' completion.
        #[serde(rename = "$schema")]
        schema_address?: String;
        /// The version of the file's form.
        schema?: Version;
        /// The site's name.
        name: Line;
        /// One line about it.
        tagline?: Line;
        /// Where the site is published; feeds, sitemap and link previews are made of it.
        base_url?: Address;
        /// The language of the content, as a BCP 47 tag; “en” without one.
        language?: Line;
        /// What every reader should know first.
        notice?: Paragraph;
        /// Who reviews, in order.
        panel: [Panelist];
        /// What can be known of a tool, in the order in which it is shown.
        facts: [FactKind];
        /// A form that posts an address to somebody's service.
        newsletter?: Newsletter;
        /// Where votes are kept; without it in each reader's browser.
        votes?: Votes;
    }
}

object! {
    /// One member of the panel.
    Panelist {
        /// What reviews refer to.
        id: Id;
        /// Such as “The Builder”.
        name: Line;
        /// Persona or person; readers are told.
        kind: Kind;
        /// One line.
        motto?: Line;
        /// One paragraph.
        bio?: Paragraph;
        /// What wins this reviewer over.
        excited_by: [Line];
        /// What this reviewer has seen too often.
        tired_of: [Line];
    }
}

/// What a reviewer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A persona whose reviews a model writes.
    Ai,
    /// A person.
    Human,
}

object! {
    /// One thing that can be known of a tool.
    FactKind {
        /// What tools refer to.
        key: Id;
        /// What readers see.
        label: Line;
        /// What its numbers count.
        unit?: Line;
        /// What it means, in a sentence.
        definition?: Paragraph;
        /// Whether more is better.
        better?: Better;
    }
}

/// Which end of a scale is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

object! {
    /// A form that posts an address to somebody's service.
    Newsletter {
        /// Its heading.
        title: Line;
        /// A sentence above it.
        lede?: Paragraph;
        /// Where it posts to: https or http.
        action: Address;
        /// What the service calls the address.
        field: Line;
    }
}

object! {
    /// Where votes are kept.
    Votes {
        /// “local”: each reader's browser; “postgrest”: a server that readers share.
        #[schemars(extend("enum" = ["local", "postgrest"]))]
        backend?: String;
        /// The server's root; needed for “postgrest”.
        url?: Address;
        /// The server's public key, where it wants one: never the secret one.
        anon_key?: String;
    }
}

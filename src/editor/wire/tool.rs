//! `tools/<id>.json`

use super::{Address, Amount, Day, Id, Line, Paragraph, Version};
use crate::content::LARGEST;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

object! {
    /// Everything said about one tool. What is unknown is left out, never guessed.
    ToolFile {
        /// Where this schema is, for editors' completion.
        #[serde(rename = "$schema")]
        schema_address?: String;
        /// The version of the file's form.
        schema?: Version;
        /// The file's name without “.json”. Votes are cast on it, so it never changes.
        id: Id;
        /// What it is called.
        name: Line;
        /// Who makes it.
        maker?: Line;
        /// What kind of tool it is, such as “Developer Tools”.
        category: Line;
        /// One line.
        tagline: Line;
        /// One paragraph, shown whole.
        description: Paragraph;
        /// Its home.
        url?: Address;
        /// What it costs.
        price: Price;
        /// What is known of it; each key once.
        facts: [Fact];
        /// What the panel says; each reviewer once; may be empty.
        reviews: Vec<Review>;
        /// Votes that were counted elsewhere.
        community?: Community;
        /// When it came out.
        released?: Day;
        /// When this file was last changed.
        updated?: Day;
        /// What changed in what the site says.
        history: [Change];
    }
}

object! {
    /// What a tool costs.
    Price {
        /// How one gets in.
        entry: Entry;
        /// What can be bought.
        plans: [Plan];
        /// Where the prices are from.
        source?: Address;
        /// When somebody last looked; until then prices are “unverified”.
        checked?: Day;
    }
}

/// How one gets in; “unknown” is shown as “—”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Entry {
    /// Costs nothing.
    Free,
    /// Costs nothing up to a point.
    Freemium,
    /// Costs from the start.
    Paid,
    /// Nobody knows.
    Unknown,
}

object! {
    /// One thing that can be bought.
    Plan {
        /// Such as “Pro” or “Input”.
        name: Line;
        /// In whole units of the currency.
        amount: Amount;
        /// Three capital letters, such as “USD”.
        #[schemars(regex(pattern = r"^[A-Z]{3}$"))]
        currency: String;
        /// What the amount buys, such as “month” or “1M tokens”.
        per?: Line;
    }
}

object! {
    /// One thing that is known.
    Fact {
        /// Which fact, of those in site.json.
        key: Id;
        /// What readers see.
        value: Line;
        /// The same as a number in the fact's unit, so that tools can be compared by it.
        number?: Amount;
        /// Who says so.
        source?: Address;
        /// Whether only the maker says so.
        #[serde(default, skip_serializing_if = "is_false")]
        claimed: bool;
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

object! {
    /// One reviewer's verdict, with the reason.
    Review {
        /// Who, of the panel in site.json.
        reviewer: Id;
        /// Use it, or leave it.
        verdict: Verdict;
        /// The reason, shown whole.
        quote: Paragraph;
        /// When it was said.
        date?: Day;
    }
}

/// What a reviewer decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Use it.
    Ship,
    /// Leave it.
    Skip,
}

object! {
    /// Votes that were counted elsewhere.
    Community {
        /// Votes to ship.
        #[schemars(range(max = LARGEST))]
        ship: u64;
        /// Votes to skip.
        #[schemars(range(max = LARGEST))]
        skip: u64;
        /// When they were counted.
        as_of: Day;
    }
}

object! {
    /// A dated change in what the site says.
    Change {
        /// When.
        date: Day;
        /// What, in a sentence.
        change: Paragraph;
    }
}

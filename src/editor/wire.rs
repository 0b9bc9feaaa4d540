//! The files as they are written, for their JSON Schema, and for `new` and `import`. What is read is judged by `content`
//! alone; tests/schema.rs holds the two together.

#[macro_use]
mod object;

mod comparison;
mod parts;
mod site;
mod tool;

pub use comparison::{ComparisonFile, Contender};
pub use parts::{Address, Amount, Day, Id, Line, Paragraph, VERSION, Version};
pub use site::{Better, FactKind, Kind, Newsletter, Panelist, SiteFile, Votes};
pub use tool::{Change, Community, Entry, Fact, Plan, Price, Review, ToolFile, Verdict};

/// A file's text: as editors' programs write JSON, with a line break at the end.
pub(super) fn text(file: &impl serde::Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(file).map(|text| text + "\n")
}

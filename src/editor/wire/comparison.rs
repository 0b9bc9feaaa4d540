//! `comparisons/<slug>.json`

use super::{Day, Id, Line, Paragraph, ToolFile, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

object! {
    /// Which tools are compared, and the editor's words about the choice.
    ComparisonFile {
        /// Where this schema is, for editors' completion.
        #[serde(rename = "$schema")]
        schema_address?: String;
        /// The version of the file's form.
        schema?: Version;
        /// The file's name without “.json”; the address is /compare/<slug>/.
        slug: Id;
        /// 2 to 5 different tools, in the order in which they are shown.
        #[schemars(length(min = 2, max = 5))]
        tools: Vec<Contender>;
        /// The title; without one it is “A vs B”.
        title?: Line;
        /// What the choice is about; also the summary in searches and link previews.
        lede?: Paragraph;
        /// What to choose when.
        bottom_line?: Paragraph;
        /// When it came out.
        published?: Day;
        /// When it last changed.
        updated?: Day;
    }
}

/// One of the tools: the id of a file in tools/, or the whole tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Contender {
    /// A tool of the catalogue.
    Known(Id),
    /// A tool that only this file describes.
    Whole(Box<ToolFile>),
}

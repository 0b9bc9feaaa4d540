//! The files as they are written, for their JSON Schema, and for `new` and `import`. What is read is judged by `content`
//! alone; tests/check/schema.rs holds the two together.

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

/// Characters of a line on which a whole object or list stands, at most: a fact, a plan, a price.
const ONE_LINE: usize = 160;

/// A file's text, laid out as this site's own are, with a line break at the end.
pub(super) fn text(file: &impl serde::Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(file).map(|pretty| laid_out(&pretty))
}

/// Pretty JSON in which objects and lists that hold no others stand on one line each, where they fit.
pub(super) fn laid_out(pretty: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let is_one = |line: &str| line.ends_with(['}', ']']) || line.ends_with("},") || line.ends_with("],");
    let mut lines: Vec<String> = Vec::new();
    for line in pretty.lines() {
        lines.push(line.to_owned());
        let end = line.trim_start();
        // Only lines that close something begin so: texts begin with a quotation mark.
        if depth(line) == 0 || !end.starts_with(['}', ']']) {
            continue;
        }
        let above = lines.get(..lines.len() - 1).unwrap_or_default();
        let Some(start) = above.iter().rposition(|it| depth(it) == depth(line)) else { continue };
        let Some([first, inside @ ..]) = above.get(start..) else { continue };
        let pad = if end.starts_with('}') { " " } else { "" };
        let inside: Vec<&str> = inside.iter().map(|it| it.trim_start()).collect();
        let one = format!("{first}{pad}{}{pad}{end}", inside.join(" "));
        if !inside.into_iter().any(is_one) && one.chars().count() <= ONE_LINE {
            lines.truncate(start);
            lines.push(one);
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::laid_out;

    #[test]
    fn what_holds_nothing_else_stands_on_one_line_where_it_fits() {
        let laid = |value: serde_json::Value| laid_out(&format!("{value:#}"));
        assert_eq!(laid(serde_json::json!({ "a": 1 })), "{\n  \"a\": 1\n}\n");
        let nested = serde_json::json!({ "a": { "b": [{ "c": "},", "d": 1 }, {}], "e": ["x", "]"] } });
        let lines = [
            "{",
            "  \"a\": {",
            "    \"b\": [",
            "      { \"c\": \"},\", \"d\": 1 },",
            "      {}",
            "    ],",
            "    \"e\": [\"x\", \"]\"]",
            "  }",
            "}\n",
        ];
        assert_eq!(laid(nested), lines.join("\n"));
        let with = |len: usize| laid(serde_json::json!({ "a": { "b": "é".repeat(len) } })).lines().count();
        assert_eq!((with(142), with(143)), (3, 5));
    }
}

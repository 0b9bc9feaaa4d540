//! Rules about the JSON of a file, its fields and its lists. The reader of content finds their breaches.

use crate::editor::rule::{Edit, Example, Find, Rule, Severity};

const TOOL: &str = "tools/alpha.json";
const COMPARISON: &str = "comparisons/alpha-vs-beta.json";

pub static NOT_JSON: Rule = Rule {
    name: "not-json",
    severity: Severity::Error,
    means: "A file is not JSON.",
    why: "Nothing in the file can be understood from there on.",
    cure: "Look at the line and the column, and just before: most often a comma or a quotation mark is missing, or is there too often.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""id": "alpha","#, wrong: r#""id": "alpha""# }]),
    find: Find::Reading,
};

pub static TOO_DEEP: Rule = Rule {
    name: "too-deep",
    severity: Severity::Error,
    means: "Lists and objects stand within each other more than 127 levels deep.",
    why: "Browsers would run out of memory for it. Content never needs more than six levels.",
    cure: "Look for brackets that were never closed.",
    example: Example::Words("tools/alpha.json begins with 200 opening brackets."),
    find: Find::Reading,
};

pub static SCHEMA_VERSION: Rule = Rule {
    name: "schema-version",
    severity: Severity::Error,
    means: "The field “schema” is not the version that is read here.",
    why: "The version tells an old page that a file was written for a newer one.",
    cure: "Write 1. If the file was written for a newer Shipside, use that one to check it.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""schema": 1,"#, wrong: r#""schema": 2,"# }]),
    find: Find::Reading,
};

pub static MISSING_FIELD: Rule = Rule {
    name: "missing-field",
    severity: Severity::Error,
    means: "A required field is missing, or is null.",
    why: "A page cannot be drawn without it.",
    cure: "Add the field.",
    example: Example::Edits(&[Edit {
        file: TOOL,
        right: "\"name\": \"Alpha\",\n  \"maker\": \"Alpha Works\",",
        wrong: r#""maker": "Alpha Works","#,
    }]),
    find: Find::Reading,
};

pub static UNKNOWN_FIELD: Rule = Rule {
    name: "unknown-field",
    severity: Severity::Error,
    means: "A field has a name that means nothing where it stands.",
    why: "Nothing reads such a field; most often its name is misspelt, and what it says is never shown.",
    cure: "Write the name that is meant, or take the field out.",
    example: Example::Edits(&[Edit {
        file: TOOL,
        right: r#""maker": "Alpha Works","#,
        wrong: r#""makr": "Alpha Works","#,
    }]),
    find: Find::Reading,
};

pub static DUPLICATE_FIELD: Rule = Rule {
    name: "duplicate-field",
    severity: Severity::Error,
    means: "A field stands twice in one object.",
    why: "Only one of the two can be shown, and programs do not agree which.",
    cure: "Keep one.",
    example: Example::Edits(&[Edit {
        file: TOOL,
        right: r#""name": "Alpha","#,
        wrong: "\"name\": \"Alpha\",\n  \"name\": \"Alpha One\",",
    }]),
    find: Find::Reading,
};

pub static DUPLICATE_ITEM: Rule = Rule {
    name: "duplicate-item",
    severity: Severity::Error,
    means: "A tool, a reviewer or a fact stands twice in one list.",
    why: "A reviewer has one verdict on a tool, and a tool is not compared with itself.",
    cure: "Keep one.",
    example: Example::Edits(&[Edit {
        file: COMPARISON,
        right: "\"alpha\",\n    \"beta\"",
        wrong: "\"alpha\",\n    \"beta\",\n    \"alpha\"",
    }]),
    find: Find::Reading,
};

pub static TOO_MANY_ITEMS: Rule = Rule {
    name: "too-many-items",
    severity: Severity::Error,
    means: "A list has more than 10,000 items.",
    why: "Such a list would freeze a reader's page.",
    cure: "Keep those that matter.",
    example: Example::Words("“facts” in tools/alpha.json has 20,000 items."),
    find: Find::Reading,
};

pub static TOOL_COUNT: Rule = Rule {
    name: "tool-count",
    severity: Severity::Error,
    means: "A comparison has fewer than 2 tools, or more than 5.",
    why: "One tool is no comparison, and more than five do not fit side by side.",
    cure: "Name 2 to 5 tools; make two comparisons of a longer list.",
    example: Example::Edits(&[Edit { file: COMPARISON, right: "\"alpha\",\n    \"beta\"", wrong: r#""alpha""# }]),
    find: Find::Reading,
};

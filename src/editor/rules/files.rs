//! Rules about files as such: where they are, and whether they can be read. `folder` and `check` find their breaches.

use crate::{
    content::Json,
    editor::{
        entry::Kind,
        rule::{Edit, Example, Find, Rule, Said, Severity},
        told::items,
    },
};

pub static MISPLACED_FILE: Rule = Rule {
    name: "misplaced-file",
    severity: Severity::Error,
    means: "A file is in a place where nothing reads it.",
    why: "The build would publish it as it is, and no page would ever show it; most such files are content in the wrong folder.",
    cure: "Move tools to tools/ and comparisons to comparisons/, with names that end in “.json”. Delete everything else.",
    example: Example::Edits(&[Edit { file: "tools/old/notes.txt", right: "", wrong: "Ask the maker.\n" }]),
    find: Find::Reading,
};

pub static FILE_NAME: Rule = Rule {
    name: "file-name",
    severity: Severity::Error,
    means: "The name of a tool's or a comparison's file is not an id.",
    why: "The name becomes the address of a page, and addresses hold ids only.",
    cure: "Rename the file to its id, with “.json” behind it.",
    example: Example::Edits(&[Edit {
        file: "tools/My Tool.json",
        right: "",
        wrong: r#"{
  "schema": 1,
  "id": "my-tool",
  "name": "My Tool",
  "category": "Developer Tools",
  "tagline": "Does something",
  "description": "It does something.",
  "price": { "entry": "free" },
  "reviews": []
}
"#,
    }]),
    find: Find::Reading,
};

pub static RESERVED_NAME: Rule = Rule {
    name: "reserved-name",
    severity: Severity::Warning,
    means: "An id is a name that Windows keeps for devices: con, aux, nul, prn, com1 to com9, lpt1 to lpt9.",
    why: "The id becomes the name of files and folders, and Windows can neither check those out nor build the site.",
    cure: "Choose another id, such as “con-editor”, before anybody votes on it.",
    example: Example::Edits(&[Edit {
        file: "site.json",
        right: r#""tired_of": ["#,
        wrong: "\"tired_of\": []\n    },\n    {\n      \"id\": \"aux\",\n      \"name\": \"Aux\",\n      \"kind\": \"ai\",\n      \"excited_by\": [",
    }]),
    find: Find::File(|file| {
        let ids: Vec<(String, &str)> = match file.entry.kind {
            Kind::Site => {
                let panel = items(file.json, "panel").enumerate();
                panel.filter_map(|(i, it)| Some((format!("panel[{i}].id"), it.field("id")?.text()?))).collect()
            }
            Kind::Comparison | Kind::Tool | Kind::Index => {
                let field = if file.entry.kind == Kind::Tool { "id" } else { "slug" };
                let whole = file.tools().into_iter().filter(|(at, _)| !at.is_empty());
                let whole =
                    whole.filter_map(|(at, tool)| Some((format!("{at}id"), tool.field("id").and_then(Json::text)?)));
                std::iter::once((field.to_owned(), file.entry.stem.as_str())).chain(whole).collect()
            }
        };
        let reserved = ids.into_iter().filter(|(_, id)| is_reserved(id));
        reserved
            .map(|(path, id)| Said::new(path, format!("“{id}” is a device to Windows"), "choose another id"))
            .collect()
    }),
};

/// Whether Windows takes a file of that name for a device, whatever its ending is.
pub(in crate::editor) fn is_reserved(id: &str) -> bool {
    let number = id.strip_prefix("com").or(id.strip_prefix("lpt"));
    let numbered = number.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    ["con", "aux", "nul", "prn"].contains(&id) || numbered
}

pub static MISSING_SITE: Rule = Rule {
    name: "missing-site",
    severity: Severity::Error,
    means: "The folder has no site.json.",
    why: "Every page shows the site's name, and every review is by a member of its panel.",
    cure: "Write a site.json with at least “schema” and “name”.",
    example: Example::Words("A folder with tools/ and comparisons/, and without site.json."),
    find: Find::Reading,
};

pub static FOREIGN_INDEX: Rule = Rule {
    name: "foreign-index",
    severity: Severity::Error,
    means: "The folder has an index.json that the build would not write.",
    why: "The build writes index.json from the other files. One that was written by hand, or long ago, says something else than they do.",
    cure: "Delete it.",
    example: Example::Edits(&[Edit { file: "index.json", right: "", wrong: "{ \"schema\": 1, \"tools\": [] }\n" }]),
    find: Find::Reading,
};

pub static UNREADABLE_FILE: Rule = Rule {
    name: "unreadable-file",
    severity: Severity::Error,
    means: "A file cannot be read.",
    why: "What cannot be read cannot be published.",
    cure: "Give the file back its permissions; put a plain file where there is a device or a link that leads nowhere.",
    example: Example::Words("tools/alpha.json is a link to a file that was deleted."),
    find: Find::Reading,
};

pub static FILE_TOO_LARGE: Rule = Rule {
    name: "file-too-large",
    severity: Severity::Error,
    means: "A file is larger than 5 MB.",
    why: "Readers' browsers stop reading there, so that no file from elsewhere can exhaust them.",
    cure: "Shorten its texts, or split it.",
    example: Example::Words("tools/alpha.json has 50 MB."),
    find: Find::Reading,
};

pub static NOT_UTF_8: Rule = Rule {
    name: "not-utf-8",
    severity: Severity::Error,
    means: "A file is not encoded in UTF-8.",
    why: "Browsers read JSON as UTF-8 only; in any other encoding accents and quotation marks turn into other signs.",
    cure: "Save the file again, with the encoding UTF-8.",
    example: Example::Words("tools/alpha.json is saved as Latin-1, and an “é” is in it."),
    find: Find::Reading,
};

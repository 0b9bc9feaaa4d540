//! Rules about the names of files. What else can be wrong with a file as such, `folder` and `check` find.

use crate::{
    content::Json,
    editor::{
        entry::Kind,
        rule::Said,
        told::{File, items},
    },
};

pub(super) fn reserved_name(file: &File<'_>) -> Vec<Said> {
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
    reserved.map(|(path, id)| Said::new(path, format!("“{id}” is a device to Windows"), "choose another id")).collect()
}

/// Whether Windows takes a file of that name for a device, whatever its ending is.
pub(in crate::editor) fn is_reserved(id: &str) -> bool {
    let number = id.strip_prefix("com").or(id.strip_prefix("lpt"));
    let numbered = number.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    ["con", "aux", "nul", "prn"].contains(&id) || numbered
}

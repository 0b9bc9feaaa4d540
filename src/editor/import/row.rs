//! One row of a table: what it says, and where that belongs in a tool's file.

use super::super::wire::ToolFile;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Every column there is. A row is about its tool, unless one of `plan`, `fact`, `reviewer` and `change` is filled in.
pub const COLUMNS: [&str; 30] = [
    "tool",
    "name",
    "maker",
    "category",
    "tagline",
    "description",
    "url",
    "entry",
    "price_source",
    "price_checked",
    "released",
    "updated",
    "ship",
    "skip",
    "as_of",
    "plan",
    "amount",
    "currency",
    "per",
    "fact",
    "value",
    "number",
    "source",
    "claimed",
    "reviewer",
    "verdict",
    "quote",
    "date",
    "change",
    "$schema",
];

/// Where the columns of a row about a tool belong.
const OF_TOOL: [(&str, &str); 15] = [
    ("name", "/name"),
    ("maker", "/maker"),
    ("category", "/category"),
    ("tagline", "/tagline"),
    ("description", "/description"),
    ("url", "/url"),
    ("entry", "/price/entry"),
    ("price_source", "/price/source"),
    ("price_checked", "/price/checked"),
    ("released", "/released"),
    ("updated", "/updated"),
    ("ship", "/community/ship"),
    ("skip", "/community/skip"),
    ("as_of", "/community/as_of"),
    ("$schema", "/$schema"),
];

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Tool,
    Plan,
    Fact,
    Review,
    Change,
}

impl About {
    pub const PARTS: [Self; 4] = [Self::Plan, Self::Fact, Self::Review, Self::Change];

    /// The column that makes a row one about this.
    pub fn key(self) -> &'static str {
        self.columns().first().map_or("tool", |(column, _)| column)
    }

    /// The columns of such a row, and the fields they belong to.
    fn columns(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Tool => &[],
            Self::Plan => &[("plan", "name"), ("amount", "amount"), ("currency", "currency"), ("per", "per")],
            Self::Fact => &[
                ("fact", "key"),
                ("value", "value"),
                ("number", "number"),
                ("source", "source"),
                ("claimed", "claimed"),
            ],
            Self::Review => &[("reviewer", "reviewer"), ("verdict", "verdict"), ("quote", "quote"), ("date", "date")],
            Self::Change => &[("change", "change"), ("date", "date")],
        }
    }

    /// Where the list is that it goes into, in a tool's file.
    fn list(self) -> (&'static str, &'static str) {
        match self {
            Self::Tool => ("", ""),
            Self::Plan => ("/price", "plans"),
            Self::Fact => ("", "facts"),
            Self::Review => ("", "reviews"),
            Self::Change => ("", "history"),
        }
    }

    /// The fields by which an item is known again.
    fn identity(self) -> &'static [&'static str] {
        match self {
            Self::Tool => &[],
            Self::Plan => &["name", "currency", "per"],
            Self::Fact => &["key"],
            Self::Review => &["reviewer"],
            Self::Change => &["change", "date"],
        }
    }
}

/// One row: its line in the file, and the columns that are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub line: u64,
    pub cells: BTreeMap<String, String>,
}

impl Row {
    pub fn cell(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str)
    }

    /// What it is about; a reason where that cannot be told.
    pub fn about(&self) -> Result<About, String> {
        let parts: Vec<About> = About::PARTS.into_iter().filter(|it| self.cells.contains_key(it.key())).collect();
        match parts.as_slice() {
            [] => Ok(About::Tool),
            [one] => {
                let foreign =
                    |column: &&String| *column != "tool" && !one.columns().iter().any(|(known, _)| known == column);
                match self.cells.keys().find(foreign) {
                    None => Ok(*one),
                    Some(column) => {
                        Err(format!("{column}: a row about a {} has no such column; leave it empty", one.key()))
                    }
                }
            }
            [a, b, ..] => Err(format!("it has both “{}” and “{}”; write two rows", a.key(), b.key())),
        }
    }

    /// Puts what it says into a tool's file. What it says nothing of stays as it was.
    pub fn apply(&self, about: About, tool: &mut Value) {
        if about == About::Tool {
            for (column, pointer) in OF_TOOL {
                if let (Some(cell), Some((parent, field))) = (self.cell(column), pointer.rsplit_once('/')) {
                    insert(tool, parent, field, value_of(column, cell));
                }
            }
            return;
        }
        let cells =
            about.columns().iter().filter_map(|(column, field)| Some((*field, value_of(column, self.cell(column)?))));
        let item: Map<String, Value> = cells.map(|(field, value)| (field.to_owned(), value)).collect();
        let (parent, list) = about.list();
        insert_missing(tool, parent, list);
        let Some(Value::Array(items)) = tool.pointer_mut(&format!("{parent}/{list}")) else { return };
        match items.iter_mut().find(|old| about.identity().iter().all(|field| old.get(field) == item.get(*field))) {
            Some(Value::Object(old)) => old.extend(item),
            _ => items.push(item.into()),
        }
    }

    /// What tells this row from all others.
    pub fn identity(&self, about: About) -> Vec<String> {
        let fields = about.identity().iter().filter_map(|field| {
            let (column, _) = about.columns().iter().find(|(_, known)| known == field)?;
            self.cell(column)
        });
        [self.cell("tool").unwrap_or_default(), about.key()].into_iter().chain(fields).map(str::to_owned).collect()
    }
}

fn insert(tool: &mut Value, parent: &str, field: &str, value: Value) {
    if tool.pointer(parent).is_none() {
        tool[parent.trim_start_matches('/')] = json!({});
    }
    if let Some(Value::Object(fields)) = tool.pointer_mut(parent) {
        fields.insert(field.to_owned(), value);
    }
}

fn insert_missing(tool: &mut Value, parent: &str, list: &str) {
    if tool.pointer(&format!("{parent}/{list}")).is_none() {
        insert(tool, parent, list, json!([]));
    }
}

/// A cell as JSON; what should be a count and is none stays text, which is told as the mistake it is.
fn value_of(column: &str, cell: &str) -> Value {
    match (column, cell) {
        ("ship" | "skip", _) => cell.parse::<u64>().map_or_else(|_| cell.into(), Value::from),
        ("claimed", "true" | "yes") => true.into(),
        ("claimed", "false" | "no") => false.into(),
        _ => cell.into(),
    }
}

/// The column that a path in a tool's file belongs to.
pub(super) fn column_of(path: &str, about: About) -> String {
    if about == About::Tool {
        let pointer = format!("/{}", path.replace('.', "/"));
        let column = OF_TOOL.iter().find(|(_, known)| *known == pointer).map(|(column, _)| *column);
        return column.unwrap_or(if path == "id" { "tool" } else { path }).to_owned();
    }
    let field = path.rsplit('.').next().unwrap_or(path);
    about.columns().iter().find(|(_, known)| *known == field).map_or(path, |(column, _)| column).to_owned()
}

/// The rows that make a tool's file, in its order.
pub(super) fn rows_of(tool: &ToolFile) -> Vec<Row> {
    let Ok(value) = serde_json::to_value(tool) else { return Vec::new() };
    let cell = |value: &Value| match value {
        Value::String(text) => (!text.is_empty()).then(|| text.clone()),
        other => Some(other.to_string()),
    };
    let row = |cells: Vec<(&str, String)>| {
        let own = [("tool".to_owned(), tool.id.0.clone())];
        Row {
            line: 0,
            cells: own.into_iter().chain(cells.into_iter().map(|(name, it)| (name.to_owned(), it))).collect(),
        }
    };
    let own = OF_TOOL.iter().filter_map(|(column, pointer)| Some((*column, cell(value.pointer(pointer)?)?)));
    let mut rows = vec![row(own.collect())];
    for about in About::PARTS {
        let (parent, list) = about.list();
        for item in value.pointer(&format!("{parent}/{list}")).and_then(Value::as_array).into_iter().flatten() {
            let cells = about.columns().iter().filter_map(|(column, field)| Some((*column, cell(item.get(field)?)?)));
            rows.push(row(cells.collect()));
        }
    }
    rows
}

//! One row of a table: what it says, and where that belongs in a tool's file.

use super::{
    super::wire::ToolFile,
    fields::{self, insert, value_of},
    spreadsheet,
};
use serde_json::Value;
use std::{collections::BTreeMap, sync::LazyLock};

/// The column that says nothing of the tool, and comes last.
const SCHEMA: &str = "$schema";

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
    (SCHEMA, "/$schema"),
];

/// Every column there is, in the order in which tables are written. A row is about its tool, unless one of `plan`, `fact`, `reviewer`
/// and `change` is filled in.
pub static COLUMNS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let of_tool = OF_TOOL.iter().filter(|(column, _)| *column != SCHEMA);
    let of_parts = About::PARTS.into_iter().flat_map(About::columns);
    let mut all = vec!["tool"];
    for (column, _) in of_tool.chain(of_parts) {
        // Reviews and changes share one.
        if !all.contains(column) {
            all.push(column);
        }
    }
    all.push(SCHEMA);
    all
});

/// The column of that name. Spreadsheets and writing programs begin what they can with a capital.
pub(super) fn column(name: &str) -> Option<&'static str> {
    COLUMNS.iter().find(|column| column.eq_ignore_ascii_case(name.trim())).copied()
}

/// Columns with paragraphs, whose spaces are an author's.
const PARAGRAPHS: [&str; 3] = ["description", "quote", "change"];

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
        self.columns().first().filter(|_| self != Self::Tool).map_or("tool", |(column, _)| column)
    }

    /// Whether such a row has that column.
    pub fn has(self, column: &str) -> bool {
        column == "tool" || self.columns().iter().any(|(known, _)| *known == column)
    }

    /// The columns of such a row, and the fields they belong to.
    pub fn columns(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Tool => &OF_TOOL,
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
    pub fn list(self) -> (&'static str, &'static str) {
        match self {
            Self::Tool => ("", ""),
            Self::Plan => ("/price", "plans"),
            Self::Fact => ("", "facts"),
            Self::Review => ("", "reviews"),
            Self::Change => ("", "history"),
        }
    }

    /// The same as a pointer.
    pub fn pointer(self) -> String {
        let (parent, list) = self.list();
        format!("{parent}/{list}")
    }

    /// The fields by which an item is known again.
    pub fn identity(self) -> &'static [&'static str] {
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub line: u64,
    pub cells: BTreeMap<String, String>,
    /// Why it could not be read whole.
    pub wrong: Option<String>,
}

impl Row {
    /// What stands in a column; without spaces around it where no paragraph is meant.
    pub fn cell(&self, column: &str) -> Option<&str> {
        let cell = self.cells.get(column).map(String::as_str);
        if PARAGRAPHS.contains(&column) { cell } else { cell.map(str::trim) }
    }

    /// The parts of a tool that it has something of.
    fn parts(&self) -> Vec<About> {
        About::PARTS.into_iter().filter(|it| self.cells.contains_key(it.key())).collect()
    }

    /// Whether it is meant to be about the tool itself, right or wrong.
    pub fn is_meant_for_tool(&self) -> bool {
        self.cells.contains_key("name") || self.parts().is_empty()
    }

    /// What it is about; a reason where that cannot be told, or where it says something that would go nowhere.
    pub fn about(&self) -> Result<About, String> {
        if let Some(wrong) = &self.wrong {
            return Err(wrong.clone());
        }
        let about = match self.parts().as_slice() {
            [] => About::Tool,
            [one] => *one,
            [a, b, ..] => return Err(format!("it has both “{}” and “{}”; write two rows", a.key(), b.key())),
        };
        // A spreadsheet's box that is not ticked says nothing.
        let is_empty = |column: &str, cell: &str| column == "claimed" && spreadsheet::boolean(cell.trim()) == Ok(false);
        let foreign = self.cells.iter().find(|(column, cell)| !about.has(column) && !is_empty(column, cell));
        let Some((column, _)) = foreign else { return Ok(about) };
        let help = if about == About::Tool {
            let owners = About::PARTS.into_iter().filter(|it| it.has(column));
            let keys: Vec<String> = owners.map(|it| format!("“{}”", it.key())).collect();
            format!("fill in {}", keys.join(" or "))
        } else {
            "leave it empty".to_owned()
        };
        let what = if about == About::Review { "review" } else { about.key() };
        Err(format!("{column}: a row about a {what} has no such column; {help}"))
    }

    /// Why what stands in a column is nothing that it can hold.
    pub fn refused(&self, column: &str) -> Option<String> {
        fields::refused(column, self.cell(column)?)
    }

    /// Puts what it says of the tool itself into its file. What it says nothing of stays as it was, and so does what a spreadsheet alone
    /// changed.
    pub fn apply(&self, tool: &mut Value) {
        for (column, pointer) in OF_TOOL {
            if let (Some(cell), Some((parent, field))) = (self.cell(column), pointer.rsplit_once('/')) {
                insert(tool, parent, field, value_of(column, cell));
            }
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
            cells: own.into_iter().chain(cells.into_iter().map(|(name, it)| (name.to_owned(), it))).collect(),
            ..Row::default()
        }
    };
    let own = OF_TOOL.iter().filter_map(|(column, pointer)| Some((*column, cell(value.pointer(pointer)?)?)));
    let mut rows = vec![row(own.collect())];
    for about in About::PARTS {
        for item in value.pointer(&about.pointer()).and_then(Value::as_array).into_iter().flatten() {
            let cells = about.columns().iter().filter_map(|(column, field)| Some((*column, cell(item.get(field)?)?)));
            rows.push(row(cells.collect()));
        }
    }
    rows
}

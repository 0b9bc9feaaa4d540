//! The items of a tool's lists, found again by what tells them apart: a table may have thousands of rows about one tool.

use super::{
    fields::{insert_missing, put, value_of},
    row::{About, Row},
    spreadsheet::simplest,
};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// What a row says of an item of a list.
pub(super) fn item(row: &Row, about: About) -> Map<String, Value> {
    let columns = about.columns().iter();
    columns.filter_map(|(column, field)| Some(((*field).to_owned(), value_of(column, row.cell(column)?)))).collect()
}

/// Where in its list each item stands.
pub(super) struct Items(HashMap<(About, Vec<Option<Value>>), usize>);

impl Items {
    pub fn of(tool: &Value) -> Self {
        let mut items = Self(HashMap::new());
        for about in About::PARTS {
            let list = tool.pointer(&about.pointer()).and_then(Value::as_array);
            for (i, item) in list.into_iter().flatten().enumerate() {
                if let Value::Object(item) = item {
                    items.place(about, item, i);
                }
            }
        }
        items
    }

    /// Puts what a row says into a tool's file, as [`Row::apply`] does.
    pub fn apply(&mut self, row: &Row, about: About, tool: &mut Value) {
        if about == About::Tool {
            return row.apply(tool);
        }
        let (parent, list) = about.list();
        insert_missing(tool, parent, list);
        let Some(Value::Array(list)) = tool.pointer_mut(&about.pointer()) else { return };
        let item = item(row, about);
        let at = self.place(about, &item, list.len());
        match list.get_mut(at) {
            Some(Value::Object(old)) => item.into_iter().for_each(|(field, value)| put(old, &field, value)),
            _ => list.push(item.into()),
        }
    }

    /// Where the item stands that is told from others as this one is; `end`, where there was none.
    pub fn place(&mut self, about: About, item: &Map<String, Value>, end: usize) -> usize {
        let simplest = |value: &Value| match value {
            Value::String(text) => simplest(text).into_owned().into(),
            other => other.clone(),
        };
        let told_by = about.identity().iter().map(|field| item.get(*field).map(simplest)).collect();
        *self.0.entry((about, told_by)).or_insert(end)
    }
}

//! Putting cells into the fields of a tool's file.

use super::spreadsheet;
use serde_json::{Map, Value, json};

/// Puts a value into a field of the object at `parent`, which is made where there is none.
pub(super) fn insert(tool: &mut Value, parent: &str, field: &str, value: Value) {
    if tool.pointer(parent).is_none() {
        tool[parent.trim_start_matches('/')] = json!({});
    }
    if let Some(Value::Object(fields)) = tool.pointer_mut(parent) {
        put(fields, field, value);
    }
}

/// What a spreadsheet alone changed stays as the author wrote it.
pub(super) fn put(fields: &mut Map<String, Value>, field: &str, value: Value) {
    if !fields.get(field).is_some_and(|old| spreadsheet::is_same(old, &value)) {
        fields.insert(field.to_owned(), value);
    }
}

/// Makes a list where there is none.
pub(super) fn insert_missing(tool: &mut Value, parent: &str, list: &str) {
    if tool.pointer(&format!("{parent}/{list}")).is_none() {
        insert(tool, parent, list, json!([]));
    }
}

/// A cell as JSON; what should be a count and is none stays text, which is told as the mistake it is.
pub(super) fn value_of(column: &str, cell: &str) -> Value {
    match (column, cell) {
        ("ship" | "skip", _) => cell.parse::<u64>().map_or_else(|_| cell.into(), Value::from),
        ("claimed", _) => spreadsheet::boolean(cell).map_or_else(|_| cell.into(), Value::from),
        _ => cell.into(),
    }
}

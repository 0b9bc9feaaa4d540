//! Putting cells into the fields of a tool's file.

use super::spreadsheet;
use crate::content::LARGEST;
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

/// A cell as JSON; what should be a count and is none stays text, which is a mistake there.
pub(super) fn value_of(column: &str, cell: &str) -> Value {
    match column {
        "ship" | "skip" => count(cell).map_or_else(|| cell.into(), Value::from),
        "claimed" => spreadsheet::boolean(cell).map_or_else(|_| cell.into(), Value::from),
        _ => cell.into(),
    }
}

/// Why a cell says nothing that its column can hold. In a table everything is text, so “is text” would help nobody.
pub(super) fn refused(column: &str, cell: &str) -> Option<String> {
    match column {
        "ship" | "skip" if !is_digits(cell) => Some(format!("“{cell}” is no count; write digits only, like 1000")),
        "ship" | "skip" if count(cell).is_none() => Some(format!("“{cell}” is too large; at most {LARGEST} is read")),
        "claimed" => spreadsheet::boolean(cell).err(),
        _ => None,
    }
}

/// Whether there is no sign and no point.
fn is_digits(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits as a count.
fn count(cell: &str) -> Option<u64> {
    cell.parse().ok().filter(|count| is_digits(cell) && *count <= LARGEST)
}

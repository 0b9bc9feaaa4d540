//! Rows tried one by one, each on a tool with nothing in its lists but the item that the row is about: so many wrong rows of a tool cost no
//! more than as many right ones.

use super::{
    items::{Items, item},
    row::{About, Row},
    wrong::{errors_of, none_new},
};
use crate::editor::told::Known;
use serde_json::{Value, json};

pub(super) struct Alone<'a> {
    tool: &'a Value,
    /// It, with nothing in its lists.
    bare: Value,
    items: Items,
}

impl<'a> Alone<'a> {
    pub fn of(tool: &'a Value) -> Self {
        let mut bare = tool.clone();
        for about in About::PARTS {
            if let Some(list) = bare.pointer_mut(&about.pointer()) {
                *list = json!([]);
            }
        }
        Self { tool, bare, items: Items::of(tool) }
    }

    /// Tries a row; the reason, where it is wrong whatever the others say. Which plan is meant, others say as well.
    pub fn take(&mut self, row: &Row, about: About, known: &Known) -> Result<(), String> {
        if matches!(about, About::Tool | About::Plan) {
            return Ok(());
        }
        let list = about.pointer();
        let at = self.items.place(about, &item(row, about), usize::MAX);
        let mut before = self.bare.clone();
        let old = self.tool.pointer(&list).and_then(|items| items.get(at)).cloned();
        if let Some(Value::Array(items)) = before.pointer_mut(&list) {
            items.extend(old);
        }
        let mut after = before.clone();
        Items::of(&before).apply(row, about, &mut after);
        let errors = errors_of(&after, known);
        if errors.is_empty() { Ok(()) } else { none_new(errors, &errors_of(&before, known), row, about).map(drop) }
    }
}

//! JSON by the browser's own parser: what a reader's browser has already, a reader need not download.

use crate::content::{ContentError, Json, LARGEST, Problem, Rule};
use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Levels of lists and objects within each other, at most: more is no content, and would exhaust the stack.
/// Natively it is the same.
const MAX_DEPTH: u32 = 127;

/// Reads one JSON value. A byte order mark is tolerated.
pub fn json(text: &str) -> Result<Json, ContentError> {
    let not_json = |rule: Rule, message: String| {
        ContentError::NotJson(Box::new(Problem { path: String::new(), rule, message, remedy: "".into() }))
    };
    let value = JSON::parse(text.strip_prefix('\u{feff}').unwrap_or(text))
        .map_err(|error| not_json(Rule::NotJson, super::dom::text(&error, "message")))?;
    read(&value, MAX_DEPTH).ok_or_else(|| not_json(Rule::TooDeep, "it is nested too deeply".to_owned()))
}

/// A value that was parsed, and how many levels may still follow; nothing where there are more.
fn read(value: &JsValue, depth: u32) -> Option<Json> {
    Some(if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        if (0.0..(LARGEST + 1) as f64).contains(&number) && number == number.trunc() {
            Json::Whole(number as u64)
        } else {
            Json::OtherNumber
        }
    } else if let Some(flag) = value.as_bool() {
        Json::Bool(flag)
    } else if !value.is_object() {
        Json::Null
    } else {
        let depth = depth.checked_sub(1)?;
        let is_list = Array::is_array(value);
        let items = if is_list { value.clone().unchecked_into() } else { Object::entries(value.unchecked_ref()) };
        let (mut list, mut fields) = (Vec::new(), Vec::new());
        for at in 0..items.length() {
            let item = items.get(at);
            if is_list {
                list.push(read(&item, depth)?);
            } else {
                let pair: Array = item.unchecked_into();
                fields.push((pair.get(0).as_string()?, read(&pair.get(1), depth)?));
            }
        }
        if is_list { Json::List(list) } else { Json::Object(fields) }
    })
}

//! What conversions of all files need: required and optional fields, lists, and names that may stand once only.

use crate::{
    content::{SCHEMA, reader::At},
    model::Invalid,
};

/// What reads a field's text.
pub(super) type Parse<T> = fn(&str) -> Result<T, Invalid>;

/// A field that must be there.
pub(super) fn required<T>(at: &At<'_>, name: &str, value: Option<String>, parse: Parse<T>) -> Option<T> {
    let at = at.field(name);
    match value {
        Some(text) => at.check(parse(&text)),
        None => {
            missing(&at);
            None
        }
    }
}

/// A field that may be missing; empty text counts as missing only where `parse` is [`text`].
pub(super) fn optional<T>(at: &At<'_>, name: &str, value: Option<String>, parse: Parse<T>) -> Option<T> {
    let at = at.field(name);
    at.check(parse(&value?))
}

/// Text that may be missing or empty.
pub(super) fn or_empty(value: Option<String>) -> String {
    value.unwrap_or_default()
}

/// Text that says something.
pub(super) fn text(value: &str) -> Result<String, Invalid> {
    if value.trim().is_empty() {
        Err(Invalid("is empty; say something, or leave the field out".to_owned()))
    } else {
        Ok(value.to_owned())
    }
}

/// The thing that must be here is not.
pub(super) fn missing(at: &At<'_>) {
    at.wrong("is missing, and it is required".to_owned());
}

/// `schema` must be there, and be ours.
pub(super) fn schema(at: &At<'_>, value: Option<u64>) {
    let at = at.field("schema");
    match value {
        Some(SCHEMA) => {}
        Some(other) => at.wrong(format!("is {other}; this version reads schema {SCHEMA}")),
        None => missing(&at),
    }
}

/// Converts a list's items, each at its place.
pub(super) fn list<W, T>(
    at: &At<'_>,
    name: &str,
    items: Option<Vec<W>>,
    convert: fn(&At<'_>, W) -> Option<T>,
) -> Vec<T> {
    let at = at.field(name);
    items.unwrap_or_default().into_iter().enumerate().filter_map(|(i, item)| convert(&at.item(i), item)).collect()
}

/// Notes every name that stood earlier in the list already. `field` is where an item holds its name.
pub(super) fn distinct<'n>(at: &At<'_>, list: &str, field: Option<&str>, names: impl Iterator<Item = &'n str>) {
    let at = at.field(list);
    let mut seen: Vec<&str> = Vec::new();
    for (i, name) in names.enumerate() {
        if !name.is_empty() && seen.contains(&name) {
            let item = at.item(i);
            let message = format!("“{name}” stands here already; it may stand once only");
            match field {
                Some(field) => item.field(field).wrong(message),
                None => item.wrong(message),
            }
        }
        seen.push(name);
    }
}

/// The names in a list, as far as they are there; a nameless item is noted elsewhere.
pub(super) fn keys<'w, W>(items: Option<&'w [W]>, key: fn(&W) -> Option<&str>) -> impl Iterator<Item = &'w str> {
    items.unwrap_or_default().iter().map(move |item| key(item).unwrap_or_default())
}

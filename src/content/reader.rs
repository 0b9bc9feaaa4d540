//! From a file's JSON to a model value, collecting every problem on the way.

use super::{
    ContentError, Json, Noted, SCHEMA,
    at::{At, Report},
    object::Object,
};
use std::cell::RefCell;

/// Reads a file: JSON → model. `fields` are those that its root may have.
pub(super) fn read<T>(
    json: Json,
    fields: &'static [&'static str],
    convert: fn(&Object<'_>) -> Option<T>,
) -> Result<Noted<T>, ContentError> {
    match json.field("schema") {
        Some(Json::Whole(schema)) if *schema > SCHEMA => return Err(ContentError::NewerSchema(*schema)),
        _ => {}
    }
    let report = RefCell::default();
    let value = Object::open(&json, At::root(&report), fields).and_then(|root| {
        root.schema();
        convert(&root)
    });
    let Report { mut problems, unknown } = report.into_inner();
    match value {
        Some(value) if problems.is_empty() => Ok(Noted { value, unknown }),
        _ => {
            problems.extend(unknown);
            Err(ContentError::Wrong(problems))
        }
    }
}

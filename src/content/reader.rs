//! From a file's JSON to a model value, collecting every problem on the way.

use super::{
    ContentError, Json, Noted, Problem, SCHEMA,
    at::{At, Report},
    object::Object,
};
use std::{cell::RefCell, sync::Arc};

/// Reads a file: JSON → model. `fields` are those that its root may have.
pub(super) fn read<T>(
    json: Json,
    fields: &'static [&'static str],
    convert: fn(&Object<'_>) -> Option<T>,
) -> Result<Noted<Arc<T>>, ContentError> {
    let mut value = None;
    let unknown = check(json, fields, &mut |root| {
        value = convert(root).map(Arc::new);
        value.is_some()
    })?;
    value.map(|value| Noted { value, unknown }).ok_or_else(|| ContentError::Wrong(Vec::new()))
}

/// One function for files of all kinds: readers download what is generic once for each. `convert` says whether there is a value.
#[inline(never)]
fn check(
    json: Json,
    fields: &[&'static str],
    convert: &mut dyn FnMut(&Object<'_>) -> bool,
) -> Result<Vec<Problem>, ContentError> {
    if let Some(Json::Whole(schema)) = json.field("schema")
        && *schema > SCHEMA
    {
        return Err(ContentError::NewerSchema(*schema));
    }
    let report = RefCell::default();
    let is_read = Object::open(&json, At::root(&report), fields).is_some_and(|root| {
        root.schema();
        convert(&root)
    });
    let Report { mut problems, unknown } = report.into_inner();
    if is_read && problems.is_empty() {
        return Ok(unknown);
    }
    problems.extend(unknown);
    Err(ContentError::Wrong(problems))
}

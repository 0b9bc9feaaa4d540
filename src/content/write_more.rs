//! Pages as they were drawn, as the build writes them.

use super::SCHEMA;
use crate::model::{Drawn, Sketch};
use serde_json::{Map, Value, json};

/// Writes a page as it was drawn.
pub fn write_drawn(page: &Drawn) -> String {
    json!({ "schema": SCHEMA, "title": page.title, "description": page.description, "parts": sketches(&page.parts) })
        .to_string()
}

pub(super) fn sketches(sketches: &[Sketch]) -> Vec<Value> {
    let sketch = |it: &Sketch| match it {
        Sketch::Words(words) => words.as_str().into(),
        Sketch::Element { tag, attributes, inside } => {
            let fields: Map<String, Value> =
                attributes.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect();
            let mut parts = vec![tag.as_str().into(), Value::Object(fields)];
            parts.extend(self::sketches(inside));
            Value::Array(parts)
        }
    };
    sketches.iter().map(sketch).collect()
}

//! What the build makes for the pages of tools and reviewers, as it writes it.

use super::{
    SCHEMA,
    write::{write_brief, write_summary},
};
use crate::model::{PanelPage, Related, Sketch};
use serde_json::{Map, Value, json};

/// Writes `related/<tool>.json`.
pub fn write_related(related: &Related) -> String {
    let comparisons: Vec<Value> = related.comparisons.iter().map(write_summary).collect();
    let alternatives: Vec<Value> =
        related.alternatives.iter().map(|it| json!({ "tool": write_brief(&it.tool), "why": it.why })).collect();
    json!({ "schema": SCHEMA, "comparisons": comparisons, "alternatives": alternatives }).to_string()
}

/// Writes `panel.json` or `panel/<reviewer>.json`.
pub fn write_panel_page(page: &PanelPage) -> String {
    let verdicts: Vec<Value> = page
        .verdicts
        .iter()
        .map(|(verdict, said)| json!({ "verdict": verdict.key(), "said": sketches(said) }))
        .collect();
    json!({
        "schema": SCHEMA,
        "title": page.title,
        "description": page.description,
        "above": sketches(&page.above),
        "verdicts": verdicts,
    })
    .to_string()
}

fn sketches(sketches: &[Sketch]) -> Vec<Value> {
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

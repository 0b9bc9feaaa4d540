//! What the build makes for the pages of tools and reviewers, as it writes it.

use super::SCHEMA;
use crate::model::{PanelPage, Portrait, ReviewerId, Sketch};
use serde_json::{Map, Value, json};

/// Writes `portraits/<tool>.json`.
pub fn write_portrait(portrait: &Portrait) -> String {
    let review =
        |(reviewer, said): &(ReviewerId, Vec<Sketch>)| json!({ "reviewer": reviewer.as_str(), "said": sketches(said) });
    json!({
        "schema": SCHEMA,
        "pictures": sketches(&portrait.pictures),
        "reviews": portrait.reviews.iter().map(review).collect::<Vec<_>>(),
        "known": sketches(&portrait.known),
        "history": portrait.history.iter().map(|entry| sketches(entry)).collect::<Vec<_>>(),
        "onward": sketches(&portrait.onward),
    })
    .to_string()
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

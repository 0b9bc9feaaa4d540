//! `panel.json`, `panel/<reviewer>.json` and `portraits/<tool>.json`, which the build makes. What is drawn in them is JsonML: text is
//! words, and a list is an element's name, its attributes, and what is in it.

use super::{ContentError, Json, Noted, Source, reader::read};
use crate::model::{Drawn, Sketch};
use std::sync::Arc;

/// Reads a page as it was drawn.
pub fn drawn(source: impl Source) -> Result<Noted<Arc<Drawn>>, ContentError> {
    read(source.json()?, &["schema", "title", "description", "parts"], |page| {
        let title = page.words("title");
        let description = page.or_empty("description");
        Some(Drawn { title, description, parts: sketches(page.items("parts")) })
    })
}

/// What is drawn; what is neither words nor an element is left out.
pub(super) fn sketches(items: &[Json]) -> Vec<Sketch> {
    let mut sketches = Vec::new();
    for item in items {
        match item {
            Json::Text(words) => sketches.push(Sketch::Words(words.clone())),
            Json::List(parts) => {
                if let [Json::Text(tag), Json::Object(fields), inside @ ..] = parts.as_slice() {
                    let mut attributes = Vec::new();
                    for (name, value) in fields {
                        attributes.extend(value.text().map(|value| (name.clone(), value.to_owned())));
                    }
                    sketches.push(Sketch::Element { tag: tag.clone(), attributes, inside: self::sketches(inside) });
                }
            }
            _ => {}
        }
    }
    sketches
}

//! What was drawn when the site was built, as elements.

use crate::{model::Sketch, view::Links};
use elements::{AnyView, IntoView, html::custom};

/// Elements that can be in it: what runs or loads is none of them.
const TAGS: [&str; 24] = [
    "a",
    "b",
    "blockquote",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "header",
    "i",
    "p",
    "section",
    "small",
    "span",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
];
/// Attributes that they can have.
const NAMES: [&str; 9] = ["aria-hidden", "aria-labelledby", "class", "dir", "href", "id", "role", "scope", "tabindex"];

/// The elements and words, in order.
pub fn sketched(sketches: &[Sketch], links: &Links) -> AnyView {
    let mut views = Vec::new();
    for sketch in sketches {
        match sketch {
            Sketch::Words(words) => views.push(words.as_str().into_any()),
            Sketch::Element { tag, attributes, inside } => {
                let Some(tag) = TAGS.iter().find(|known| *known == tag) else { continue };
                let mut element = custom(tag);
                for (name, value) in attributes {
                    let Some(name) = NAMES.iter().find(|known| *known == name) else { continue };
                    element = match *name {
                        // It may lead within the site only.
                        "href" => element.attr(name, value.starts_with('/').then(|| links.below_base(value))),
                        _ => element.attr(name, value.as_str()),
                    };
                }
                views.push(element.child(sketched(inside, links)).into_any());
            }
        }
    }
    views.into_any()
}

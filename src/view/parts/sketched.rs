//! What was drawn when the site was built, as elements.

use crate::{
    model::{Link, Sketch},
    view::Links,
};
use elements::{AnyView, IntoView, html, svg};

/// Elements that can be in it: what runs or loads is none of them.
const TAGS: &str = "a b blockquote button code dd details div dl dt fieldset figure h1 h2 h3 header i legend li ol p section small span strong summary \
    table tbody td th thead time tr ul";
/// The same of SVG.
const SHAPES: &str = "circle line rect svg text";
/// Attributes that they can have.
const NAMES: &str = "aria-hidden aria-label aria-labelledby class cx cy data-tools datetime dir height href id popover popovertarget r rel role \
    scope tabindex text-anchor type width x x1 x2 y y1 y2";

/// The word as it stands among others, if it does.
#[inline(never)]
fn known(word: &str, words: &'static str) -> Option<&'static str> {
    words.split(' ').find(|known| *known == word)
}

/// What stands in a slot of that name: `of` says more, and `inside` is what was drawn in it.
pub type Slot<'a> = &'a dyn Fn(&str, &str, AnyView) -> AnyView;

/// The elements and words, in order.
pub fn sketched(sketches: &[Sketch], links: &Links, slot: Slot<'_>) -> AnyView {
    let mut views = Vec::new();
    for sketch in sketches {
        views.push(match sketch {
            Sketch::Words(words) => words.as_str().into_any(),
            Sketch::Element { tag, attributes, inside } => {
                let inside = sketched(inside, links, slot);
                if let ("slot", [(_, name), (_, of)]) = (tag.as_str(), attributes.as_slice()) {
                    views.push(slot(name, of, inside));
                    continue;
                }
                let element = known(tag, TAGS).map(html::custom).or_else(|| known(tag, SHAPES).map(svg::custom));
                let Some(mut element) = element else { continue };
                for (name, value) in attributes {
                    if let Some(name) = known(name, NAMES) {
                        let value = if name == "href" { address(value, links) } else { Some(value.clone()) };
                        element = element.attr(name, value);
                    }
                }
                element.child(inside).into_any()
            }
        });
    }
    views.into_any()
}

/// An address within the site, below its base, or a link as any other.
fn address(value: &str, links: &Links) -> Option<String> {
    match value.strip_prefix('/') {
        Some(inside) => (!inside.starts_with(['/', '\\'])).then(|| links.below_base(value)),
        None => Link::parse(value).ok().map(|_| value.to_owned()),
    }
}

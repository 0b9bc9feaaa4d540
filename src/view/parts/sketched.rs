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

/// What slots are called: whoever draws a page and whoever fills it use these.
pub mod slots {
    /// The tool's card.
    pub const CARD: &str = "card";
    /// Verdicts of this kind, or all: one of the filters.
    pub const CHOICE: &str = "choice";
    /// Whose reviews count, and the way to change it.
    pub const COUNTED: &str = "counted";
    /// An entry of a list, with a review of this verdict.
    pub const ENTRY: &str = "entry";
    /// A mark at a change that the reader has not seen: so many there are up to here.
    pub const NEW: &str = "new";
    /// What is shown while verdicts of this kind are, or all.
    pub const ONLY: &str = "only";
    /// A mark at what this reviewer said, while they do not count.
    pub const OUT: &str = "out";
    /// The boxes of “Your panel”.
    pub const PANEL: &str = "panel";
    /// The button that picks this tool.
    pub const PICK: &str = "pick";
    /// Whether there are changes since the reader's last visit: so many there are.
    pub const SINCE: &str = "since";
}

/// What stands in a slot of that name (of `slots`): `of` says more, and `inside` is what was drawn in it.
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

//! Authored text: literal, but for code between backticks.

use crate::model::{Span, spans};
use elements::{
    El,
    html::{code, span},
};

/// Puts the text's spans at the element's end. Its direction is the text's own.
pub fn rich(into: El, text: &str) -> El {
    spans(text).into_iter().fold(into.attr("dir", "auto"), |into, span| match span {
        Span::Plain(plain) => into.child(plain),
        Span::Code(literal) => into.child(code().child(literal)),
    })
}

/// An element with a name in it, whose direction is the name's own.
pub fn named(into: El, name: &str) -> El {
    into.attr("dir", "auto").child(name)
}

/// Words for assistive technology only.
pub fn unseen(words: impl Into<String>) -> El {
    span().class("sr").child(words.into())
}

/// Marks for the eye only.
pub fn unheard(marks: &str) -> El {
    span().attr("aria-hidden", "true").child(marks)
}

//! Authored text: literal, but for code between backticks.

use crate::html::{El, el};
use crate::model::{Span, spans};

/// Puts the text's spans at the element's end. Its direction is the text's own.
pub(super) fn rich(mut into: El, text: &str) -> El {
    into = into.fixed("dir", "auto");
    for span in spans(text) {
        into = match span {
            Span::Plain(plain) => into.child(plain),
            Span::Code(code) => into.child(el("code").child(code)),
        };
    }
    into
}

/// An element with a name in it, whose direction is the name's own.
pub(super) fn named(tag: &'static str, name: &str) -> El {
    el(tag).fixed("dir", "auto").child(name)
}

/// Words for assistive technology only.
pub(super) fn unseen(words: impl Into<String>) -> El {
    el("span").class("sr").child(words.into())
}

/// Marks for the eye only.
pub(super) fn unheard(marks: &str) -> El {
    el("span").fixed("aria-hidden", "true").child(marks)
}

//! Small things that many parts are made of; first of all authored text: literal, but for code between backticks.

use crate::{
    model::{Date, Span, direction, first_sentence, spans},
    view::{Act, Session},
};
use elements::{
    El, ev,
    html::{b, button, code, span, time},
};

/// Puts the text's spans at the element's end. Its direction is the text's own.
pub fn rich(into: El, text: &str) -> El {
    put(into.attr("dir", direction(text)), text)
}

/// The same, with the first sentence apart.
pub fn lead(into: El, text: &str) -> El {
    let (first, rest) = first_sentence(text);
    put(into.attr("dir", direction(text)).child(put(b(), first)), rest)
}

fn put(into: El, text: &str) -> El {
    spans(text).into_iter().fold(into, |into, span| match span {
        Span::Plain(plain) => into.child(plain),
        Span::Code(literal) => into.child(code().child(literal)),
    })
}

/// A day, for people and for machines.
pub fn day(date: Date) -> El {
    time().attr("datetime", date.to_string()).child(date.in_words())
}

/// An element with a name in it, whose direction is the name's own.
pub fn named(into: El, name: &str) -> El {
    into.attr("dir", "auto").child(name)
}

/// Words for assistive technology only.
pub fn unseen(words: impl Into<String>) -> El {
    span().class("sr").child(words.into())
}

/// What stands before the word “Ship”.
pub const SHIPS: &str = "✓ ";
/// What stands before the word “Skip”.
pub const SKIPS: &str = "✕ ";

/// Marks for the eye only.
pub fn unheard(marks: &str) -> El {
    span().attr("aria-hidden", "true").child(marks)
}

/// A button that tells of this act.
pub fn act_button(session: &Session, act: Act) -> El {
    telling(button().attr("type", "button"), ev::click, session, act)
}

/// An element that tells of this act at every such event.
pub fn telling<Kind>(it: El<Kind>, event: ev::Name, session: &Session, act: Act) -> El<Kind> {
    let inner = session.clone();
    it.on(event, move |_| inner.did(&act))
}

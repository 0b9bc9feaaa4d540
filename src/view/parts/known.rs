//! Parts of the pages of tools and reviewers, and what is new in one.

use super::text::unheard;
use crate::view::Session;
use elements::{
    El,
    html::{a, h2, p, section},
};

/// A section of that id and heading.
pub fn part(id: &'static str, heading: &'static str) -> El {
    section().attr("aria-labelledby", id).child(h2().id(id).child(heading))
}

/// Says that a tool with so many changes changed since the reader's last visit, and leads there.
pub fn since(changes: usize, session: &Session) -> El {
    let news = session.seen().map(move |seen| {
        let news = seen.is_some_and(|seen| seen < changes);
        news.then(|| a().attr("href", "#history").child((unheard("● "), "Changed since your last visit")))
    });
    p().class("since").attr("role", "status").child(news)
}

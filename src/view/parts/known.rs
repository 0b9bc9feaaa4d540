//! What is known of one tool: its facts and its history.

use super::{
    cards::outward,
    text::{rich, unheard},
};
use crate::{
    model::{Change, FactRow, Tool},
    view::Session,
};
use elements::{
    El,
    html::{a, h2, li, p, section, small, span, table, tbody, td, th, time, tr, ul},
};

/// A section of that id and heading.
pub fn part(id: &'static str, heading: &'static str) -> El {
    section().attr("aria-labelledby", id).child(h2().id(id).child(heading))
}

/// The facts of one tool.
#[inline(never)]
pub fn facts_list(rows: &[FactRow]) -> El {
    let row = |row: &FactRow| {
        let definition = (!row.definition.is_empty()).then(|| (" ", rich(small(), &row.definition)));
        let fact = row.cells.iter().flatten().next().map(|fact| {
            let claimed = fact.claimed.then(|| (" ", small().class("claimed").child("as claimed")));
            (rich(span(), &fact.value), claimed, fact.source.as_ref().map(|link| (" ", outward(link))))
        });
        tr().child((th().attr("scope", "row").child((row.label.as_str(), definition)), td().child(fact)))
    };
    let section = part("facts", "Facts").class("known");
    if rows.is_empty() {
        return section.child(p().class("soft").child("No facts are listed."));
    }
    let rows: Vec<El> = rows.iter().map(row).collect();
    section.child(table().attr("aria-labelledby", "facts").child(tbody().child(rows)))
}

/// What changed, the latest first; what is new since the reader's last visit says so. Nothing where there is no history.
#[inline(never)]
pub fn history(tool: &Tool, session: &Session) -> Option<El> {
    let mut changes: Vec<&Change> = Vec::new();
    for change in &tool.history {
        let at = changes.iter().position(|other| other.date < change.date);
        changes.insert(at.unwrap_or(changes.len()), change);
    }
    let count = changes.len();
    let entry = |(place, change): (usize, &&Change)| {
        let is_new = session.seen().map(move |seen| seen.is_some_and(|seen| place + seen < count));
        let tag = is_new.map(|is_new| is_new.then(|| (" ", span().class("tag").child("New"))));
        li().child((time().child(change.date.to_string()), " ", rich(span(), &change.change), tag))
    };
    (count > 0).then(|| {
        part("history", "History")
            .class("history")
            .child(ul().child(changes.iter().enumerate().map(entry).collect::<Vec<_>>()))
    })
}

/// Says that something changed since the reader's last visit, and leads there.
#[inline(never)]
pub fn since(tool: &Tool, session: &Session) -> El {
    let count = tool.history.len();
    let news = session.seen().map(move |seen| {
        let news = seen.is_some_and(|seen| seen < count);
        news.then(|| a().attr("href", "#history").child((unheard("● "), "Changed since your last visit")))
    });
    p().class("since").attr("role", "status").child(news)
}

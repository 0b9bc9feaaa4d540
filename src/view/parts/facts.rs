//! The facts table.

use super::{
    cards::outward,
    text::{act_button, named, rich, unheard, unseen},
};
use crate::{
    model::{Decimal, Fact, FactKey, FactRow, Rows, Tool, counted},
    scripts::choices,
    view::{Act, Followed, Session},
};
use elements::{
    El, ev,
    html::{b, button, fieldset, h2, input, label, legend, p, section, small, span, table, tbody, td, th, thead, tr},
};
use std::sync::Arc;

/// Facts side by side, with the choice of rows.
pub fn facts_table(tools: &[Arc<Tool>], rows: &[FactRow], session: &Session) -> El {
    let choice = fieldset()
        .class("choices")
        .attr("role", "radiogroup")
        .child(legend().child("Rows"))
        .child(rows_choice(Rows::All, "All", session))
        .child(rows_choice(Rows::Differences, "Differences", session))
        .child(p().class("hint").attr("role", "status").child(shown(rows, session)))
        .child(hidden_rows(rows, session));
    let head = tools.iter().map(|tool| named(th().attr("scope", "col"), &tool.name));
    let body = rows.iter().enumerate().map(|(at, row)| table_row(at, row, tools, session));
    section()
        .class("facts")
        .attr("aria-labelledby", "facts")
        .child(h2().id("facts").child("Facts"))
        .child(choice)
        .child(
            table()
                .attr("aria-labelledby", "facts")
                .child(thead().child(tr().child(td()).children(head)))
                .child(tbody().children(body)),
        )
}

/// How many rows there are to see.
fn shown(rows: &[FactRow], session: &Session) -> Followed<String> {
    let facts = keys(rows);
    session.viewed(move |view| {
        let seen = facts.iter().filter(|(key, differs)| !view.hides(key, *differs)).count();
        let all = counted(facts.len() as u64, "row");
        match view.rows {
            Rows::All if seen == facts.len() => all,
            Rows::All => format!("{seen} of {all}"),
            Rows::Differences => format!("{seen} of {all} differ or may differ"),
        }
    })
}

/// Each row's key, and whether the tools differ in it or may.
fn keys(rows: &[FactRow]) -> Vec<(FactKey, bool)> {
    let mut keys = Vec::new();
    for row in rows {
        keys.push((row.key.clone(), row.differs()));
    }
    keys
}

/// The way back to rows that the reader hid.
fn hidden_rows(rows: &[FactRow], session: &Session) -> Followed<Option<El>> {
    let (keys, inner) = (keys(rows), session.clone());
    session.viewed(move |view| {
        let count = keys.iter().filter(|(key, _)| view.hidden.contains(key)).count();
        let words = || format!("Show {}", counted(count as u64, "hidden row"));
        (count > 0).then(|| act_button(&inner, Act::ShowHiddenRows).child(words()))
    })
}

fn rows_choice(rows: Rows, words: &str, session: &Session) -> El {
    let inner = session.clone();
    let choice = input()
        .attr("type", "radio")
        .attr("name", choices::ROWS)
        .attr("value", rows.key())
        .attr("checked", rows == Rows::All)
        .prop("checked", session.viewed(move |view| view.rows == rows))
        .on(ev::change, move |_| inner.did(&Act::ShowRows(rows)));
    label().child(choice).child(words)
}

fn table_row(at: usize, row: &FactRow, tools: &[Arc<Tool>], session: &Session) -> El {
    let (differs, key) = (row.differs(), row.key.clone());
    let away = session.viewed(move |view| view.hides(&key, differs));
    let best = row.best();
    let cells = row.cells.iter().zip(tools).map(|(fact, tool)| cell(fact.as_ref(), &tool.name, best));
    let hide = act_button(session, Act::HideRow(row.key.clone()))
        .attr("name", choices::HIDE)
        .attr("value", row.key.as_str())
        .attr("aria-label", format!("Hide {}", row.label))
        .child("Hide");
    // The button is no part of the name. It does nothing before the app is there, so no page is longer for it.
    let header = row_header(at, row).prop("ariaLabel", row.label.as_str()).child(" ").child(hide);
    tr().class(row.is_known_to_differ().then_some("differs")).attr("hidden", away).child(header).children(cells)
}

/// The name of the row that comes after `at` others; where there is a definition, a button that opens it.
pub fn row_header(at: usize, row: &FactRow) -> El {
    let header = th().attr("scope", "row");
    if row.definition.is_empty() {
        return header.child(row.label.as_str());
    }
    let id = format!("d{at}");
    let term = button().attr("type", "button").attr("popovertarget", id.as_str()).child(row.label.as_str());
    header.child(term).child(rich(p().attr("popover", true).id(id), &row.definition))
}

fn cell(fact: Option<&Fact>, name: &str, best: Option<(Decimal, &'static str)>) -> El {
    let cell = td().child(named(span().class("whose").attr("aria-hidden", "true"), name)).child(" ");
    let Some(fact) = fact else { return cell.child(unseen("unknown")).child(unheard("—")) };
    let praise = best.filter(|(number, _)| fact.number == Some(*number));
    cell.child(rich(span(), &fact.value))
        .child(praise.map(|(_, words)| (" ", b().class("tag").child(words))))
        .child(fact.claimed.then(|| (" ", small().child("as claimed"))))
        .child(fact.source.as_ref().map(|link| (" ", outward(link))))
}

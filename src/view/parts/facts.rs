//! The facts table.

use super::{
    cards::outward,
    text::{named, rich, unheard, unseen},
};
use crate::{
    model::{Decimal, Fact, FactKey, FactRow, Rows, Tool, counted},
    scripts::choices,
    view::{Act, Followed, Session},
};
use elements::{
    El, IntoView, ev,
    html::{
        b, button, details, fieldset, h2, input, label, legend, p, section, small, span, summary, table, tbody, td, th,
        thead, tr,
    },
};
use std::sync::Arc;

/// Facts side by side, with the choice of rows.
pub fn facts_table(tools: &[Arc<Tool>], rows: &[FactRow], session: &Session) -> El {
    let choice = fieldset().class("choices").attr("role", "radiogroup").child((
        legend().child("Rows"),
        rows_choice(Rows::All, "All", session),
        rows_choice(Rows::Differences, "Differences", session),
        p().class("hint").attr("role", "status").child(shown(rows, session)),
        hidden_rows(rows, session),
    ));
    let head: Vec<El> = tools.iter().map(|tool| named(th().attr("scope", "col"), &tool.name)).collect();
    let body: Vec<El> = rows.iter().map(|row| table_row(row, tools, session)).collect();
    section().class("facts").attr("aria-labelledby", "facts").child((
        h2().id("facts").child("Facts"),
        choice,
        table().attr("aria-labelledby", "facts").child((thead().child(tr().child((td(), head))), tbody().child(body))),
    ))
}

/// How many rows there are to see.
fn shown(rows: &[FactRow], session: &Session) -> Followed<String> {
    let facts: Vec<(FactKey, bool)> = rows.iter().map(|row| (row.key.clone(), row.differs())).collect();
    session.rows().and(&session.hidden()).map(move |(rows, hidden)| {
        let all = facts.len();
        let seen =
            facts.iter().filter(|(key, differs)| (*differs || rows == Rows::All) && !hidden.contains(key)).count();
        match rows {
            Rows::All if seen == all => counted(all, "row"),
            Rows::All => format!("{seen} of {}", counted(all, "row")),
            Rows::Differences => format!("{seen} of {} differ or may differ", counted(all, "row")),
        }
    })
}

/// The way back to rows that the reader hid.
fn hidden_rows(rows: &[FactRow], session: &Session) -> Followed<Option<El>> {
    let keys: Vec<FactKey> = rows.iter().map(|row| row.key.clone()).collect();
    let told = session.clone();
    session.hidden().map(move |hidden| {
        let (count, told) = (keys.iter().filter(|key| hidden.contains(key)).count(), told.clone());
        (count > 0).then(|| {
            button()
                .attr("type", "button")
                .on(ev::click, move |_| told.did(Act::ShowHiddenRows))
                .child(format!("Show {}", counted(count, "hidden row")))
        })
    })
}

fn rows_choice(rows: Rows, words: &str, session: &Session) -> El {
    let told = session.clone();
    let choice = input()
        .attr("type", "radio")
        .attr("name", choices::ROWS)
        .attr("value", rows.key())
        .attr("checked", rows == Rows::All)
        .prop("checked", session.rows().map(move |now| now == rows))
        .on(ev::change, move |_| told.did(Act::ShowRows(rows)));
    label().child((choice, words))
}

fn table_row(row: &FactRow, tools: &[Arc<Tool>], session: &Session) -> El {
    let (differs, key) = (row.differs(), row.key.clone());
    let away = session.rows().and(&session.hidden());
    let away = away.map(move |(rows, hidden)| !differs && rows == Rows::Differences || hidden.contains(&key));
    let label = match row.definition.is_empty() {
        true => row.label.as_str().into_any(),
        false => details().child((summary().child(row.label.as_str()), rich(small(), &row.definition))).into_any(),
    };
    let best = row.best();
    let cells: Vec<El> =
        row.cells.iter().zip(tools).map(|(fact, tool)| cell(fact.as_ref(), &tool.name, best)).collect();
    let (hidden, told) = (row.key.clone(), session.clone());
    let hide = button()
        .attr("type", "button")
        .attr("name", choices::HIDE)
        .attr("value", row.key.as_str())
        .on(ev::click, move |_| told.did(Act::HideRow(hidden.clone())))
        .child(("Hide", unseen(format!(" {}", row.label))));
    let header = th().attr("scope", "row").child((label, " ", hide));
    tr().class(row.is_known_to_differ().then_some("differs")).attr("hidden", away).child((header, cells))
}

fn cell(fact: Option<&Fact>, name: &str, best: Option<(Decimal, &'static str)>) -> El {
    let cell = td().child((named(span().class("whose").attr("aria-hidden", "true"), name), " "));
    let Some(fact) = fact else { return cell.child((unseen("unknown"), unheard("—"))) };
    let praise = best.filter(|(number, _)| fact.number == Some(*number));
    cell.child((
        rich(span(), &fact.value),
        praise.map(|(_, words)| (" ", b().class("tag").child(words))),
        fact.claimed.then(|| (" ", small().child("as claimed"))),
        fact.source.as_ref().map(|link| (" ", outward(link))),
    ))
}

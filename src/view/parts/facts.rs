//! The facts table.

use super::{
    cards::outward,
    text::{named, rich, unheard, unseen},
};
use crate::{
    model::{Fact, FactRow, Rows, Tool},
    scripts::choices,
    view::{Act, Session},
};
use elements::{
    El, ev,
    html::{fieldset, h2, input, label, legend, p, section, small, span, table, tbody, td, th, thead, tr},
};
use std::sync::Arc;

/// Facts side by side, with the choice of rows.
pub fn facts_table(tools: &[Arc<Tool>], rows: &[FactRow], session: &Session) -> El {
    let (all, different) = (rows.len(), rows.iter().filter(|row| row.differs()).count());
    let shown = session.rows().map(move |rows| match rows {
        Rows::All if all == 1 => "1 row".to_owned(),
        Rows::All => format!("{all} rows"),
        Rows::Differences => format!("{different} of {all} rows differ or may differ"),
    });
    let choice = fieldset().class("choices").attr("role", "radiogroup").child((
        legend().child("Rows"),
        rows_choice(Rows::All, "All", session),
        rows_choice(Rows::Differences, "Differences", session),
        p().class("hint").attr("role", "status").child(shown),
    ));
    let head: Vec<El> = tools.iter().map(|tool| named(th().attr("scope", "col"), &tool.name)).collect();
    let body: Vec<El> = rows.iter().map(|row| table_row(row, tools, session)).collect();
    section().class("facts").attr("aria-labelledby", "facts").child((
        h2().id("facts").child("Facts"),
        choice,
        table().attr("aria-labelledby", "facts").child((thead().child(tr().child((td(), head))), tbody().child(body))),
    ))
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
    let differs = row.differs();
    let hidden = session.rows().map(move |rows| !differs && rows == Rows::Differences);
    let definition = (!row.definition.is_empty()).then(|| (" ", rich(small(), &row.definition)));
    let cells: Vec<El> = row.cells.iter().zip(tools).map(|(fact, tool)| cell(fact.as_ref(), &tool.name)).collect();
    tr().attr("hidden", hidden).child((th().attr("scope", "row").child((row.label.as_str(), definition)), cells))
}

fn cell(fact: Option<&Fact>, name: &str) -> El {
    let cell = td().child((named(span().class("whose").attr("aria-hidden", "true"), name), " "));
    match fact {
        None => cell.child((unseen("unknown"), unheard("—"))),
        Some(fact) => cell.child((
            rich(span(), &fact.value),
            fact.claimed.then(|| (" ", small().class("claimed").child("as claimed"))),
            fact.source.as_ref().map(|link| (" ", outward(link))),
        )),
    }
}

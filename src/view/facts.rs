//! The facts table.

use super::{
    cards::outward,
    reader::{Act, Reader},
    text::{named, rich, unheard, unseen},
};
use crate::html::{El, el};
use crate::model::{Fact, FactRow, Rows, Tool};
use crate::scripts::choices;
use std::sync::Arc;

/// Facts side by side, with the choice of rows.
pub(super) fn facts_table(tools: &[Arc<Tool>], rows: &[FactRow], reader: Reader) -> El {
    let (all, different) = (rows.len(), rows.iter().filter(|row| row.differs()).count());
    let shown = move || match reader.now().rows {
        Rows::All if all == 1 => "1 row".to_owned(),
        Rows::All => format!("{all} rows"),
        Rows::Differences => format!("{different} of {all} rows differ or may differ"),
    };
    let choice = el("fieldset")
        .class("choices")
        .fixed("role", "radiogroup")
        .child(el("legend").child("Rows"))
        .child(rows_choice(Rows::All, "All", reader))
        .child(rows_choice(Rows::Differences, "Differences", reader))
        .child(el("p").class("hint").fixed("role", "status").live_text(shown));
    let head: Vec<El> = tools.iter().map(|tool| named("th", &tool.name).fixed("scope", "col")).collect();
    let head = el("tr").child(el("td")).child(head);
    let body: Vec<El> = rows.iter().map(|row| table_row(row, tools, reader)).collect();
    let table =
        el("table").fixed("aria-labelledby", "facts").child(el("thead").child(head)).child(el("tbody").child(body));
    el("section")
        .class("facts")
        .fixed("aria-labelledby", "facts")
        .child(el("h2").fixed("id", "facts").child("Facts"))
        .child(choice)
        .child(table)
}

fn rows_choice(rows: Rows, label: &str, reader: Reader) -> El {
    let mut input = el("input").fixed("type", "radio").fixed("name", choices::ROWS).attr("value", rows.key());
    if rows == Rows::All {
        input = input.fixed("checked", "");
    }
    let input = input
        .live_prop("checked", move || reader.now().rows == rows)
        .on("change", move |_| reader.did(Act::Show(rows)));
    el("label").child(input).child(label)
}

fn table_row(row: &FactRow, tools: &[Arc<Tool>], reader: Reader) -> El {
    let differs = row.differs();
    let hidden = move || (!differs && reader.now().rows == Rows::Differences).then(String::new);
    let definition = (!row.definition.is_empty()).then(|| (" ", rich(el("small"), &row.definition)));
    let cells: Vec<El> = row.cells.iter().zip(tools).map(|(fact, tool)| cell(fact.as_ref(), &tool.name)).collect();
    el("tr")
        .live_attr("hidden", hidden)
        .child(el("th").fixed("scope", "row").child(row.label.as_str()).child(definition))
        .child(cells)
}

fn cell(fact: Option<&Fact>, name: &str) -> El {
    let whose = named("span", name).class("whose").fixed("aria-hidden", "true");
    let cell = el("td").child(whose).child(" ");
    match fact {
        None => cell.child(unseen("unknown")).child(unheard("—")),
        Some(fact) => cell
            .child(rich(el("span"), &fact.value))
            .child(fact.claimed.then(|| (" ", el("small").class("claimed").child("as claimed"))))
            .child(fact.source.as_ref().map(|link| (" ", outward(link)))),
    }
}

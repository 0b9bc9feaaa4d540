//! The facts table.

use super::{Reader, text::rich};
use crate::model::{Fact, FactRow, Rows};
use leptos::prelude::*;

/// Facts side by side, with the choice of rows.
#[component]
pub(super) fn FactsTable(
    /// The tools' names, in order.
    names: Vec<String>,
    /// One row a fact kind.
    rows: Vec<FactRow>,
    /// Who chooses the rows.
    reader: Reader,
) -> impl IntoView {
    let (all, different) = (rows.len(), rows.iter().filter(|row| row.differs()).count());
    let shown = move || match reader.rows.get() {
        Rows::All => format!("{all} rows"),
        Rows::Differences => format!("{different} of {all} rows differ or may differ"),
    };
    let head = names
        .iter()
        .map(|name| view! { <th scope="col" role="columnheader" dir="auto">{name.clone()}</th> })
        .collect_view();
    let body = rows.into_iter().map(|row| table_row(row, &names, reader)).collect_view();
    view! {
        <section class="facts" aria-labelledby="facts">
            <h2 id="facts">"Facts"</h2>
            <fieldset class="choices" role="radiogroup">
                <legend>"Rows"</legend>
                <RowsChoice rows=Rows::All label="All" reader/>
                <RowsChoice rows=Rows::Differences label="Differences" reader/>
                <p class="hint" role="status">{shown}</p>
            </fieldset>
            <table role="table" aria-labelledby="facts">
                <thead role="rowgroup"><tr role="row"><td role="cell"></td>{head}</tr></thead>
                <tbody role="rowgroup">{body}</tbody>
            </table>
        </section>
    }
}

#[component]
fn RowsChoice(rows: Rows, label: &'static str, reader: Reader) -> impl IntoView {
    view! {
        <label>
            <input
                type="radio"
                name="rows"
                prop:checked=move || reader.rows.get() == rows
                checked=rows == Rows::All
                on:change=move |_| reader.on_rows.run(rows)
            />
            {label}
        </label>
    }
}

fn table_row(row: FactRow, names: &[String], reader: Reader) -> impl IntoView + use<> {
    let differs = row.differs();
    let cells = row.cells.iter().zip(names).map(|(fact, name)| cell(fact.as_ref(), name)).collect_view();
    view! {
        <tr role="row" hidden=move || !differs && reader.rows.get() == Rows::Differences>
            <th scope="row" role="rowheader">
                {row.label}
                {(!row.definition.is_empty()).then(|| view! { <small>{row.definition}</small> })}
            </th>
            {cells}
        </tr>
    }
}

fn cell(fact: Option<&Fact>, name: &str) -> impl IntoView + use<> {
    let name = name.to_owned();
    let said = match fact {
        None => view! { <span class="sr">"unknown"</span><span aria-hidden="true">"—"</span> }.into_any(),
        Some(fact) => {
            let claimed = fact.claimed.then(|| view! { " "<small class="claimed">"as claimed"</small> });
            let source = fact.source.as_ref().map(|link| {
                let (href, place) = (link.as_str().to_owned(), link.place().to_owned());
                view! { " "<a class="source" href=href rel="external">{place}</a> }
            });
            view! { <span dir="auto">{rich(&fact.value)}</span> {claimed} {source} }.into_any()
        }
    };
    view! { <td role="cell"><span class="whose" aria-hidden="true" dir="auto">{name}</span>{said}</td> }
}

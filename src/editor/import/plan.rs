//! Which plan a row means. Plans differ by name, currency and unit; who changes a price says the name alone.

use super::{
    row::{About, Row},
    spreadsheet::is_same,
};
use serde_json::Value;

/// The fields that a row may leave out, which are its columns as well.
const LEFT_OUT: [&str; 2] = ["currency", "per"];

/// The row, with currency and unit of the one plan that it can mean; why, where it can mean several. No plan is without a currency, so a
/// row without one is never meant for a plan of its own.
pub(super) fn completed(row: &Row, about: About, tool: &Value) -> Result<Row, String> {
    let mut row = row.clone();
    if about != About::Plan || row.cell("currency").is_some() {
        return Ok(row);
    }
    let says = |plan: &Value, field: &str, column: &str| {
        row.cell(column).is_none_or(|cell| plan.get(field).is_some_and(|said| is_same(said, &cell.into())))
    };
    let plans = tool.pointer("/price/plans").and_then(Value::as_array).into_iter().flatten();
    let meant: Vec<&Value> = plans.filter(|plan| says(plan, "name", "plan") && says(plan, "per", "per")).collect();
    let said = |plan: &Value| LEFT_OUT.map(|field| plan.get(field).and_then(Value::as_str).map(str::to_owned));
    match meant.as_slice() {
        [] => {}
        [one] => {
            let cells = LEFT_OUT.into_iter().zip(said(one));
            row.cells.extend(cells.filter_map(|(column, cell)| Some((column.to_owned(), cell?))));
        }
        several => {
            let told = several.iter().map(|plan| said(plan).into_iter().flatten().collect::<Vec<_>>().join(" per "));
            let (name, told) = (row.cell("plan").unwrap_or_default(), told.collect::<Vec<_>>().join(", "));
            return Err(format!("plan: there are several “{name}” ({told}); fill in currency and per"));
        }
    }
    Ok(row)
}

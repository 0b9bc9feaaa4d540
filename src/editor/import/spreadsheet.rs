//! What spreadsheets do to cells, and how that comes to nothing: they run formulas, write booleans in capitals, and drop zeros that
//! do not count.

use crate::model::Decimal;
use serde_json::Value;
use std::borrow::Cow;

/// Signs at the start of a cell by which a spreadsheet takes it for a formula; some look behind white space, and some take the wide
/// signs of East Asian keyboards.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// A cell with an apostrophe before what a spreadsheet would run, or writes itself where that failed; with one more before what looks like
/// that already.
pub(super) fn harmless(cell: &str) -> Cow<'_, str> {
    if needs_apostrophe(cell) { format!("'{cell}").into() } else { cell.into() }
}

/// A cell without the apostrophe that [`harmless`] puts there.
pub(super) fn taken_back(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if needs_apostrophe(rest) => rest,
        _ => cell,
    }
}

/// Whether a spreadsheet, or `import`, would take a text for something else without an apostrophe before it.
fn needs_apostrophe(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    bare.starts_with(FORMULA) || is_failure(bare)
}

/// Whether a spreadsheet wrote a cell where a formula failed: `#REF!`, `#¿NOMBRE?`, `#N/A`, `Err:502`. In its own language, so any word in
/// capitals will do; what is meant as text has an apostrophe before it.
pub(super) fn is_failure(cell: &str) -> bool {
    let is_name = |name: &str| {
        let name = name.trim_start_matches(['¡', '¿']);
        name.chars().count() > 2
            && name.contains(char::is_alphabetic)
            && name.chars().all(|c| c.is_uppercase() || "/0123456789_".contains(c))
    };
    let cell = cell.trim();
    match cell.strip_prefix('#') {
        Some(rest) => {
            ["N/A", "NV", "N/D", "N/B", "Н/Д", "GETTING_DATA"].contains(&rest)
                || rest.strip_suffix(['!', '?']).is_some_and(is_name)
        }
        None => {
            cell.strip_prefix("Err:").is_some_and(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit()))
        }
    }
}

/// What a cell of true and false says; what to write where it says neither.
pub(super) fn boolean(cell: &str) -> Result<bool, String> {
    match cell.to_ascii_lowercase().as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(format!("“{cell}” is neither true nor false; write TRUE or FALSE, in English")),
    }
}

/// Whether two values differ in nothing but what a spreadsheet changes by itself: “true” and “TRUE”, “0.40” and “0.4”, spaces around.
pub(super) fn is_same(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.as_str(), b.as_str()) else { return a == b };
    simplest(a) == simplest(b)
}

/// What a spreadsheet leaves of a cell: the same of all that differ in nothing but what it changes.
pub(super) fn simplest(cell: &str) -> Cow<'_, str> {
    let cell = cell.trim();
    // What most cells are not is seen at once, without a sentence of why.
    let may_be_number = cell.contains('.') && cell.starts_with(|c: char| c.is_ascii_digit());
    if may_be_number && Decimal::parse(cell).is_ok() {
        cell.trim_end_matches('0').trim_end_matches('.').into()
    } else if cell.len() <= "false".len() && boolean(cell).is_ok() {
        cell.to_ascii_lowercase().into()
    } else {
        cell.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text_and_comes_back() {
        for cell in ["=1+1", "+1", "-1", "@a", "'=1", "''-x", "\t=1", "\n=1", "＝1+1", "＠a", "#LLM!", "'#LLM!"] {
            let written = harmless(cell);
            assert_eq!((written.as_ref(), taken_back(&written)), (format!("'{cell}").as_str(), cell));
        }
        for cell in ["a=1", "'tis", "'", "", "''"] {
            assert_eq!((harmless(cell).as_ref(), taken_back(cell)), (cell, cell));
        }
    }

    #[test]
    fn where_a_formula_failed_is_known() {
        for cell in [
            "#REF!",
            "#N/A",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "#NULL!",
            "#NUM!",
            "#¡REF!",
            "#¿NOMBRE?",
            "#N/D",
            "#BEZUG!",
            "#NV",
            " #ИМЯ? ",
            "Err:502",
        ] {
            assert!(is_failure(cell), "{cell}");
        }
        for cell in
            ["#1!", "# 1", "#404!", "#ИИ!", "#ref!", "#REF! or so", "C#", "#AI!", "Err:50", "N/A", "#", "#!", ""]
        {
            assert!(!is_failure(cell), "{cell}");
        }
    }

    #[test]
    fn what_a_spreadsheet_changes_by_itself_is_no_change() {
        let same = |a: &str, b: &str| is_same(&a.into(), &b.into());
        assert!(same("0.40", "0.4") && same("3.0", "3") && same("true", "TRUE") && same(" a", "a\u{a0}"));
        assert!(!same("0.40", "0.41") && !same("ship", "Ship") && !same("true", "yes"));
    }
}

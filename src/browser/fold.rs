//! Letters without case, accents and marks, by the browser's own tables: Unicode's in WebAssembly would be every reader's to download.

use js_sys::{JsString, RegExp};

/// Puts what remains of a character at the end of a list, as `model::Fold` says.
pub fn fold(c: char, into: &mut Vec<char>) {
    let text: JsString = c.to_string().into();
    let text = text.normalize("NFKD").to_lower_case();
    let text = text.replace_by_pattern(&RegExp::new("\\p{M}", "gu"), "");
    let text: String = text.replace_by_pattern(&RegExp::new("[^\\p{L}\\p{N}]", "gu"), " ").into();
    into.extend(text.chars());
}

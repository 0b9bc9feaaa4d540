//! Letters without case, accents and marks, by the browser's own tables: Unicode's in WebAssembly would be every reader's to download.

use js_sys::{JsString, RegExp};

/// Puts what remains of a character at the end of a list, as `model::Fold` says.
pub fn fold(c: char, into: &mut Vec<char>) {
    let text: JsString = c.to_string().into();
    let text = text.normalize("NFKD").to_lower_case();
    // From India to Cambodia, marks are the vowels.
    let text = text.replace_by_pattern(&RegExp::new("(?![\u{900}-\u{109f}\u{1780}-\u{17ff}])\\p{M}", "gu"), "");
    let text: String = text.replace_by_pattern(&RegExp::new("[^\\p{L}\\p{N}\\p{M}]", "gu"), " ").into();
    into.extend(text.chars());
}

//! Words by the browser's own tables of Unicode, which std would bring once more: 5 kB. Natively it is `site/words.rs`.

use js_sys::JsString;

/// Whether two texts are the same words, in whatever capitals and however their accents are encoded.
pub fn same_words(a: &str, b: &str) -> bool {
    let plain = |text| JsString::from(text).to_upper_case().normalize("NFC");
    plain(a) == plain(b)
}

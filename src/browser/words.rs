//! Words by the browser's own tables of Unicode, which std would bring once more: 5 kB. Natively it is `site/words.rs`.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["String", "prototype", "normalize"], js_name = "call")]
    fn composed(text: &str) -> String;
    #[wasm_bindgen(js_namespace = ["String", "prototype", "toUpperCase"], js_name = "call")]
    fn capitals(text: &str) -> String;
}

/// Whether two texts are the same words, in whatever capitals and however their accents are encoded.
pub fn same_words(a: &str, b: &str) -> bool {
    let plain = |text| composed(&capitals(text));
    plain(a) == plain(b)
}

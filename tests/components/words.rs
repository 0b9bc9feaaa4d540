//! Words, by the browser's own tables.

use wasm_bindgen_test::wasm_bindgen_test;

#[path = "alike.rs"]
mod alike;

#[wasm_bindgen_test]
fn capitals_and_the_encoding_of_accents_make_no_other_word_in_the_browser() {
    alike::check(shipside::browser::same_words);
}

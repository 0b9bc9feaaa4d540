//! Words, by the browser's own tables.

use wasm_bindgen_test::wasm_bindgen_test;

#[path = "alike.rs"]
mod alike;
#[path = "folded.rs"]
mod folded;

#[wasm_bindgen_test]
fn capitals_and_the_encoding_of_accents_make_no_other_word_in_the_browser() {
    alike::check(shipside::browser::same_words);
}

#[wasm_bindgen_test]
fn counts_are_not_cut_to_the_32_bits_of_a_browser() {
    assert_eq!(shipside::model::counted(5_000_000_000, "vote"), "5,000,000,000 votes");
}

#[wasm_bindgen_test]
fn a_search_takes_characters_for_those_that_native_tests_take_them_for() {
    folded::check(shipside::browser::fold);
}

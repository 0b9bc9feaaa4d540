//! JSON by the browser's own parser: the same values as serde_json reads, and the same refusals. The texts are in same.rs.

#[path = "same.rs"]
mod same;

use shipside::{browser::json, content::ContentError};
use wasm_bindgen_test::wasm_bindgen_test;

/// Why a text is refused.
fn refusal(text: &str) -> String {
    match json(text) {
        Err(ContentError::NotJson(problem)) => problem.message,
        other => panic!("{text} is {other:?}"),
    }
}

#[wasm_bindgen_test]
fn readers_load_what_editors_checked_but_for_known_texts() {
    same::check(|text| json(text).ok(), |_, browser| browser);
}

#[wasm_bindgen_test]
fn what_is_not_json_is_refused_with_a_reason() {
    for text in same::refused_by_both() {
        assert_ne!(refusal(&text), "", "{text}");
    }
}

#[wasm_bindgen_test]
fn a_hundred_and_twenty_seven_levels_are_read_and_one_more_is_not() {
    let objects = |levels: usize| format!("{}null{}", "{\"a\":".repeat(levels), "}".repeat(levels));
    for nested in [same::nested, objects] {
        assert!(json(&nested(127)).is_ok());
        assert_eq!(refusal(&nested(128)), "it is nested too deeply");
    }
    assert!(json(&format!("[{0},{0}]", same::nested(126))).is_ok(), "levels are counted downwards, not altogether");
}

#[wasm_bindgen_test]
fn a_byte_order_mark_is_tolerated_and_only_one() {
    assert_eq!(json("\u{feff}[]"), json("[]"));
    assert_ne!(refusal("\u{feff}\u{feff}[]"), "");
}

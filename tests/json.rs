//! That native code reads JSON as readers' browsers do: the other half of tests/components/json.rs.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "components/same.rs"]
mod same;

use shipside::content::{Json, Source};

fn read(text: &str) -> Option<Json> {
    text.json().ok()
}

#[test]
fn what_editors_check_is_what_readers_will_load() {
    for (text, json) in same::read_alike() {
        assert_eq!(read(&text), Some(json), "{text}");
    }
}

#[test]
fn what_is_not_json_is_refused() {
    for text in same::refused_by_both() {
        assert_eq!(read(&text), None, "{text}");
    }
}

#[test]
fn only_known_texts_are_read_differently_than_in_the_browser() {
    for (text, native, browser) in same::read_differently() {
        assert_eq!(read(&text), native, "{text}");
        assert_ne!(native, browser, "{text} is read alike: move it to where those are");
    }
}

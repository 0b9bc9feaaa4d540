//! That native code reads JSON as readers' browsers do: the other half of tests/components/json.rs.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "components/same.rs"]
mod same;

use shipside::content::Source;

#[test]
fn editors_check_what_readers_will_load_but_for_known_texts() {
    same::check(|text| text.json().ok(), |native, _| native);
}

//! Components in a real browser: the renderer, and what lies between us and the web platform. Run by
//! `cargo xtask test --only components`; compiled for anything but the browser this is nothing.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[path = "components/answer.rs"]
mod answer;
#[path = "components/backends.rs"]
mod backends;
#[path = "components/early.rs"]
mod early;
#[path = "components/fetch.rs"]
mod fetch;
#[path = "components/json.rs"]
mod json;
#[path = "components/panics.rs"]
mod panics;
#[path = "components/script.rs"]
mod script;
#[path = "components/theme.rs"]
mod theme;
#[path = "components/votes.rs"]
mod votes;
#[path = "components/words.rs"]
mod words;

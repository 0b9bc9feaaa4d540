//! Drawing, adopting, keeping and restoring in a real browser. Run by `cargo xtask test --only components`; compiled for
//! anything but the browser this is nothing.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[path = "browser/adopt.rs"]
mod adopt;
#[path = "browser/draw.rs"]
mod draw;
#[path = "browser/free.rs"]
mod free;
#[path = "browser/keep.rs"]
mod keep;
#[path = "browser/listen.rs"]
mod listen;
#[path = "browser/rows.rs"]
mod rows;
#[path = "browser/stage.rs"]
mod stage;
#[path = "browser/survive.rs"]
mod survive;

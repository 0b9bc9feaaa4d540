//! Views as values: written as HTML, looked at, and told events, without a browser.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "views/build.rs"]
mod build;
#[path = "views/write.rs"]
mod write;

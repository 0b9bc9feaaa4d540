//! The scripts that run before and beside the app, and the names by which they, Rust and the stylesheets find each other.
//! README.md says which script runs where and when. Names are declared here once: Rust uses the constants, and scripts are
//! given them when the site is built (`fill`).

#[cfg(not(target_arch = "wasm32"))]
mod fill;
mod names;
#[cfg(not(target_arch = "wasm32"))]
mod sources;

#[cfg(not(target_arch = "wasm32"))]
pub use fill::{FillError, Names};
pub use names::{choices, hooks, keys, messages, page, places, states, wishes};
#[cfg(not(target_arch = "wasm32"))]
pub use sources::{BOOT, BUILDER, EMBEDDED, HOST, LOAD, NEEDS, PREFETCH, RECOVER, START, WHERE};

//! Shipside: AI tools compared side by side, on a site that is nothing but files.
//!
//! `model` is what is true, `content` reads and writes it as JSON, `view` draws it, `browser` touches the web platform,
//! `app` joins those; `scripts` is the JavaScript beside it. ARCHITECTURE.md says who may know whom; `tests/tidy.rs` checks it.

#[cfg(all(feature = "draw", feature = "browser"))]
compile_error!(
    "“draw” (with “ssr”) and “browser” exclude each other: together, leptos drops event handlers silently (leptos #4586)"
);

#[cfg(feature = "browser")]
pub mod app;
#[cfg(feature = "browser")]
pub mod browser;
pub mod content;
#[cfg(not(target_arch = "wasm32"))]
pub mod editor;
pub mod model;
pub mod scripts;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
#[cfg(any(feature = "draw", feature = "browser"))]
pub mod view;
#[cfg(not(target_arch = "wasm32"))]
pub mod votes;

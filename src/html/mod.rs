//! HTML as a value: what views make, what the prerenderer writes and what the browser draws. Knows nothing of ours, nor the web.
//!
//! Why not Leptos's `view!` and tachys: their types grow with the page, and so does the code for them. These pages, written
//! with both, were 164 kB of WebAssembly (brotli) against a budget of 80 for everything. Signals and effects are Leptos's own.

mod tree;
mod write;

pub use tree::{Attribute, El, Event, IntoNode, Live, Node, el, live, many};
pub use write::{escape, write};

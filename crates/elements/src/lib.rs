//! HTML, SVG and MathML elements for Leptos's signals.
//!
//! A view is built in Leptos's builder dialect, and is a value of one erased type. The same view is written as HTML
//! (natively, at build), drawn in a browser, or adopted from HTML that was written before. From then on, what follows a signal
//! is kept at what the signal says: only what changed is touched.
//!
//! ```
//! use elements::{IntoView, html::{div, p}};
//! use reactive_graph::{owner::Owner, prelude::*, signal::RwSignal};
//!
//! let owner = Owner::new();
//! owner.set();
//! let name = RwSignal::new("Ada".to_owned());
//! let view = div().class("card").child((
//!     p().child(("Hello, ", move || name.get(), "!")),
//!     name.get_untracked().is_empty().then(|| p().child("Who are you?")),
//! ));
//! assert_eq!(view.to_html(), "<div class=\"card\"><p>Hello, Ada!</p></div>");
//! ```
//!
//! The README has the table “Leptos → here”, the reasons, and the figures.

mod attribute;
mod control;
#[cfg(feature = "browser")]
mod dom;
mod el;
pub mod ev;
pub mod html;
pub mod math;
mod node_ref;
pub mod svg;
mod tree;
mod view;
mod write;

pub use attribute::{AddClass, AttributeValue, IntoAttribute, IntoProperty, PropertyValue};
pub use control::{For, Key, Show, keyed};
#[cfg(feature = "browser")]
pub use dom::{Mismatch, UnmountHandle, hydrate_from, mount_to};
pub use el::{El, Open, Void};
pub use ev::Event;
pub use node_ref::NodeRef;
pub use tree::{Attribute, Compute, Element, Keyed, Live, Namespace, Node, Row, Target, Tell};
pub use view::{AnyView, IntoView};
pub use write::{escape, write};

/// The README's examples, which are tests like those here.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

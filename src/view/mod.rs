//! Model and session in, elements out, acts up. One component a file; no browser API, so the same code draws natively.

mod chrome;
#[cfg(feature = "draw")]
pub mod drawn;
mod followed;
mod links;
mod pages;
mod parts;
mod session;

pub use chrome::{chrome, embed, embed_foot};
pub use followed::Followed;
pub use links::Links;
pub use pages::{
    blind_comparison, compare_page, comparisons_page, failed_page, home_page, page, reviewers_page, tool_page,
    tools_page, waiting_page,
};
pub use session::{Act, Cast, Desk, Lineup, Outcome, Session, Share, Signals};

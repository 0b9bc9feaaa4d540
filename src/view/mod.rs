//! Model in, HTML out, callbacks up. One component a file; no browser API, so the same code draws natively.

mod cards;
mod compare;
mod facts;
mod failed;
mod home;
mod links;
mod newsletter;
mod panel;
mod pricing;
mod reader;
mod scorecard;
mod shell;
mod split;
mod text;
mod theme;
mod vote;

pub use compare::ComparePage;
pub use failed::{FailedPage, WaitingPage};
pub use home::HomePage;
pub use links::Links;
pub use reader::{Cast, Reader};
pub use shell::Shell;

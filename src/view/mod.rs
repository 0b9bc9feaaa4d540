//! Model in, HTML out, choices up. One component a file; no browser API, so the same code draws natively.

mod answer;
mod cards;
mod compare;
mod facts;
mod failed;
mod home;
mod links;
mod newsletter;
mod page;
mod panel;
mod pricing;
mod reader;
mod scorecard;
mod shell;
mod split;
mod text;
mod theme;
mod vote;

pub use compare::compare_page;
pub use failed::{failed_page, waiting_page};
pub use home::home_page;
pub use links::Links;
pub use page::page_view;
pub use reader::{Act, Cast, Reader, Reading};
pub use shell::{frame, frame_foot, shell};

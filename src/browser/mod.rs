//! All of the web platform: fetch, storage, the address bar, the page. Knows model and content; any call may fail, and none
//! takes the page with it.

mod adopt;
mod ballots;
mod dom;
mod early;
mod fetch;
mod history;
mod json;
mod panics;
mod render;
mod storage;
mod theme;

pub use adopt::{Mismatch, adopt_page};
pub use ballots::LocalVotes;
pub use dom::{
    after, embedded, focus_heading, is_within, on, reload, reveal, scroll_to, scrolled, set_head, spawn, warn, window,
};
pub use early::{Early, take_early};
pub use fetch::text as fetch_text;
pub use history::{Address, History, Move};
pub use json::json;
pub use panics::report_panics;
pub use render::draw_page;
pub use storage::on_change as on_storage_change;
pub use theme::{KEY as THEME_KEY, apply as apply_theme, stored as stored_theme};

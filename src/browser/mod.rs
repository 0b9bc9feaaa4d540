//! All of the web platform: fetch, storage, the address bar, the page. Any call may fail, and none takes the page with it.

mod address;
mod api;
mod ballots;
mod dom;
mod early;
mod fetch;
mod focus;
mod fold;
mod head;
mod history;
mod json;
mod lock;
mod outbox;
mod panics;
mod picks;
mod request;
mod share;
mod shared;
mod slash;
mod storage;
mod theme;
mod visits;
mod words;

pub use address::Address;
pub use ballots::LocalVotes;
pub use dom::{
    after, body, embedded, focus, focus_soon, is_seen, is_whole, is_within, keep_in_sight, location, now, on, on_seen,
    open, reload, reveal, scroll_to, scrolled, spawn, typed, warn, window,
};
pub use early::{Early, take_early};
pub use fetch::text as fetch_text;
pub use focus::{focus_link, in_hand};
pub use fold::fold;
pub use head::{canonical, set_head};
pub use history::{History, Move};
pub use json::json;
pub use panics::report_panics;
pub use picks::{store as store_picks, stored as stored_picks};
pub use share::{can_share, copy, is_done, select, share};
pub use shared::SharedVotes;
pub use slash::{is_off as is_slash_off, on_key as on_slash, store as store_slash};
pub use storage::on_change as on_storage_change;
pub use theme::{light, store as store_theme, stored as stored_theme};
pub use visits::seen_before;
pub use words::same_words;

//! Shared votes as they are: a real PostgreSQL with votes/schema.sql, a real PostgREST in front of it, and HTTP.
//!
//! `cargo xtask test --only votes` finds or installs both and runs this.

#![cfg(all(unix, feature = "ssr"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "votes/attacks.rs"]
mod attacks;
#[path = "votes/ballots.rs"]
mod ballots;
#[path = "votes/caches.rs"]
mod caches;
#[path = "votes/command.rs"]
mod command;
#[path = "votes/crowd.rs"]
mod crowd;
#[path = "votes/gone.rs"]
mod gone;
#[path = "votes/http.rs"]
mod http;
#[path = "votes/networks.rs"]
mod networks;
#[path = "votes/schema.rs"]
mod schema;
// Shared with `cargo xtask votes`, which prints more of it and uses less.
#[allow(dead_code, reason = "each user of this file needs a part of it")]
#[path = "../xtask/src/votes/servers.rs"]
mod servers;
#[path = "votes/world.rs"]
mod world;

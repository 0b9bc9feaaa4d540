//! Pages as they are written: what they look like, what they say and to whom, and what follows when a reader acts.
//! INSTA_UPDATE=always writes the snapshots anew; read them before you keep them.

#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "pages/acts.rs"]
mod acts;
#[path = "pages/answer.rs"]
mod answer;
#[path = "pages/embeds.rs"]
mod embeds;
#[path = "pages/folder.rs"]
mod folder;
#[path = "browser/html.rs"]
#[allow(dead_code, reason = "the browser tests use all of it")]
mod html;
#[path = "pages/looks.rs"]
mod looks;
#[path = "pages/markup.rs"]
mod markup;
#[path = "pages/names.rs"]
mod names;
#[path = "pages/odd.rs"]
mod odd;
#[path = "pages/panel.rs"]
mod panel;
#[path = "pages/picks.rs"]
mod picks;
#[path = "pages/pictures.rs"]
mod pictures;
#[path = "pages/plain.rs"]
mod plain;
#[path = "pages/sound.rs"]
mod sound;
#[path = "site/staged.rs"]
#[allow(dead_code, reason = "the tests of the build use all of it")]
mod staged;
#[path = "pages/tool.rs"]
mod tool;
#[path = "pages/visit.rs"]
mod visit;
#[path = "pages/words.rs"]
mod words;

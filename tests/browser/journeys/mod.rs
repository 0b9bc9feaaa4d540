//! The journeys, by what they are about.

mod access;
mod addresses;
mod ahead;
mod altered;
mod altered_alive;
mod blind;
mod builder;
mod compare;
mod definitions;
mod deploy;
mod early;
mod embeds;
mod failures;
mod faults;
mod forms;
mod home;
mod hurried;
mod keyboard;
mod leak;
mod looks;
mod measured;
mod media;
mod older;
mod panel;
mod pick;
mod policy;
mod portraits;
mod posts;
mod posts_alive;
mod posts_moved;
mod posts_owned;
mod posts_safe;
mod posts_told;
mod prerendered;
mod rows;
mod scriptless;
mod search;
mod share;
#[cfg(unix)]
mod shared;
mod storage;
mod survival;
mod theme;
mod touched;
mod traps;
mod votes;
mod waiting;

use super::{engine::Kind, reader::Reader};

/// One thing that a reader does, and what must come of it.
#[derive(Clone, Copy)]
pub struct Journey {
    /// A sentence, with underscores.
    pub name: &'static str,
    pub engines: &'static [Kind],
    pub run: fn(&Reader),
}

/// Lists journeys by the names of their functions. One that is forgotten is dead code, which the compiler tells.
macro_rules! journeys {
    (in $engines:expr; $($name:ident),+ $(,)?) => {
        &[$(super::Journey { name: stringify!($name), engines: $engines, run: $name }),+]
    };
    ($($name:ident),+ $(,)?) => { journeys!(in &crate::engine::Kind::ALL; $($name),+) };
}
use journeys;

pub fn all() -> Vec<Journey> {
    [
        home::ALL,
        home::CHROMIUM,
        compare::ALL,
        definitions::ALL,
        addresses::ALL,
        ahead::ALL,
        votes::ALL,
        search::ALL,
        pick::ALL,
        share::ALL,
        #[cfg(unix)]
        shared::ALL,
        blind::ALL,
        storage::ALL,
        panel::ALL,
        theme::ALL,
        failures::ALL,
        waiting::ALL,
        deploy::ALL,
        prerendered::ALL,
        scriptless::ALL,
        faults::ALL,
        older::ALL,
        early::ALL,
        hurried::ALL,
        traps::ALL,
        altered::ALL,
        altered_alive::ALL,
        policy::ALL,
        forms::ALL,
        keyboard::ALL,
        access::ALL,
        measured::CHROMIUM,
        media::CHROMIUM,
        touched::ALL,
        survival::ALL,
        leak::CHROMIUM,
        looks::ALL,
        looks::CHROMIUM,
        rows::ALL,
        embeds::ALL,
        embeds::CHROMIUM,
        builder::ALL,
        builder::COPYING,
        builder::CHROMIUM,
        portraits::ALL,
        posts::ALL,
        posts_alive::ALL,
        posts_safe::ALL,
        posts_moved::ALL,
        posts_owned::ALL,
        posts_told::ALL,
        posts_told::LAID_OUT,
    ]
    .concat()
}

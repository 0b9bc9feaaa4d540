//! The names that the scripts of `src/scripts` and the loader for blogs read.

use super::{
    Recipe, View,
    frame::{ELEMENT, LANGUAGE, SANDBOX},
};
use crate::{
    model::Theme,
    scripts::{
        BOOT, BUILDER, EMBEDDED, FillError, HOST, LOAD, NEEDS, Names, PREFETCH, RECOVER, START, choices, hooks, keys,
        messages, page, states, wishes,
    },
};

/// All names that scripts read, but those of the app's files, which change with what is in them.
pub(super) fn names() -> Names {
    let one_of = |keys: &[&str]| keys.join("|");
    let same = |names: &[&'static str]| names.iter().map(|name| (*name, *name)).collect::<Vec<_>>();
    let last = |names: &[&'static str], before: &str| {
        names.iter().map(|name| (name.trim_start_matches(before), *name)).collect::<Vec<_>>()
    };
    let attributes = hooks::ALL.map(|name| name.trim_start_matches("data-"));
    Names::default()
        .with("HOOKS", same(&attributes))
        .with("KEYS", last(&keys::ALL, "shipside:"))
        .with("KEYS", [("ballots", keys::BALLOTS)])
        .with("CHOICES", same(&choices::ALL))
        .with("MESSAGES", same(&messages::ALL))
        .with("MESSAGES", [("event", messages::EVENT)])
        .with("PAGE", page::ALL)
        .with("RECIPES", same(&Recipe::ALL.map(Recipe::key)))
        .with("WISHES", same(&wishes::ALL))
        .with("WORDS", same(&states::ALL))
        .with("WORDS", [("language", LANGUAGE), ("sandbox", SANDBOX), ("element", ELEMENT)])
        .with("WORDS", [("theme", Theme::default().key()), ("view", View::USUAL.key())])
        .with("WORDS", [("themes", one_of(&Theme::ALL.map(Theme::key))), ("views", one_of(&View::ALL.map(View::key)))])
}

/// Fails if a name that is declared for scripts is read by none of them. `loader` is the one for blogs.
pub(super) fn check_names(loader: &str) -> Result<(), FillError> {
    names().all_read_by(&[BOOT, LOAD, EMBEDDED, HOST, NEEDS, START, RECOVER, PREFETCH, BUILDER, loader])
}

/// The loader for blogs with its names, as it can be read.
pub(super) fn loader(source: &str) -> Result<String, FillError> {
    names().fill(source)
}

//! `cargo xtask finish`: what Trunk runs when it has built the app.

use std::env;

use crate::child::run;
use crate::failure::Failure;
use crate::machine::Machine;

/// Runs `shipside finish`, of which it compiles as much as this build needs: what draws cards, minifies and compresses is half of its
/// crates, and only a release uses that. Cargo shows what it compiles.
pub fn run_hook(machine: &Machine) -> Result<(), Failure> {
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    // Cargo puts both programs into one folder.
    let program = env::current_exe().map(|own| own.with_file_name(format!("shipside{}", env::consts::EXE_SUFFIX)));
    if let Some(sentence) = announcement(is_release, program.is_ok_and(|program| program.is_file())) {
        println!("{sentence}");
    }
    run(machine.cargo().args(arguments(is_release)))
}

/// What is said before something that may take minutes. Whether a program that is there can make a release, its name does not tell.
fn announcement(is_release: bool, is_there: bool) -> Option<&'static str> {
    match (is_release, is_there) {
        (true, _) => {
            Some("Making pages, cards and compressed copies; the first time, what makes them takes minutes to compile.")
        }
        (false, false) => Some("Compiling what checks and indexes the content: about a minute on two cores, once."),
        (false, true) => None,
    }
}

fn arguments(is_release: bool) -> Vec<&'static str> {
    let features = if is_release { "ssr" } else { "draw" };
    vec!["run", "--bin", "shipside", "--features", features, "--", "finish"]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_release_compiles_the_renderer() {
        assert_eq!(arguments(false).join(" "), "run --bin shipside --features draw -- finish");
        assert_eq!(arguments(true).join(" "), "run --bin shipside --features ssr -- finish");
    }

    #[test]
    fn whoever_waits_is_told_for_what_and_whoever_writes_is_left_alone() {
        assert!(announcement(true, true).is_some_and(|it| it.contains("minutes")));
        assert!(announcement(false, false).is_some_and(|it| it.contains("minute")));
        assert_eq!(announcement(false, true), None);
    }
}

//! `cargo xtask finish`: what Trunk runs when it has built the app.

use std::env;

use crate::child::run;
use crate::failure::Failure;
use crate::machine::Machine;

/// Runs `shipside finish`, of which it compiles as much as this build needs: what draws, minifies and compresses is three quarters of
/// its crates, and only a release uses that. Cargo shows what it compiles.
pub fn run_hook(machine: &Machine) -> Result<(), Failure> {
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    println!("{}", if is_release { RELEASE } else { DEVELOPMENT });
    run(machine.cargo().args(arguments(is_release)))
}

const RELEASE: &str = "Making pages, cards and compressed copies; what makes them takes minutes to compile, once.";
const DEVELOPMENT: &str = "Adding the content; what checks it takes about a minute to compile, once.";

fn arguments(is_release: bool) -> Vec<&'static str> {
    let mut words = vec!["run", "--bin", "shipside"];
    if is_release {
        words.extend(["--features", "ssr"]);
    }
    words.extend(["--", "finish"]);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_release_compiles_the_renderer() {
        assert_eq!(arguments(false).join(" "), "run --bin shipside -- finish");
        assert_eq!(arguments(true).join(" "), "run --bin shipside --features ssr -- finish");
    }
}

//! `cargo xtask bench`: how fast content is checked, votes are counted and sites are built, beside Eleventy and Hugo; and the built site, measured in
//! Chromium, beside the same page in React.

use crate::browsers::{self, Engine};
use crate::child;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::tools::Apt;
use crate::{peers, site, tools};

/// Builds the site and runs the benchmark on it.
pub fn run(machine: &mut Machine, extra: &[String]) -> Result<(), Failure> {
    if !machine.root().join("benches/reader.rs").is_file() {
        return Err(Failure::new("There is no benchmark yet: benches/reader.rs does not exist."));
    }
    child::run(machine.cargo().args(["bench", "--profile", "native", "--features", "ssr", "--bench", "check"]))?;
    tools::to_build(machine)?;
    let apt = Apt::on(machine);
    // One engine: its throttling and its traces are what the numbers are made of.
    let engines =
        browsers::gather(&[Engine::Chromium], false, |engine| browsers::ensure(engine, machine, apt.as_ref()))?;
    site::build(machine)?;
    #[cfg(unix)]
    match crate::votes::programs::ensure(machine, apt.as_ref()) {
        Ok(programs) => {
            let mut command = machine.cargo();
            command.args(["bench", "--profile", "native", "--features", "ssr", "--bench", "votes"]);
            child::run(command.envs(crate::votes::programs::environment(&programs)))?;
        }
        Err(reason) => println!("The benchmark leaves shared votes out. {reason}"),
    }
    let mut command = machine.cargo();
    command.args(["bench", "--profile", "native", "--features", "ssr", "--bench", "build"]);
    child::run(command.envs(peers::generators(machine, apt.as_ref())))?;
    let mut command = machine.cargo();
    command.args(["bench", "--profile", "native", "--features", "ssr", "--bench", "reader", "--"]).args(extra);
    let react = peers::react(machine).map(|folder| ("SHIPSIDE_REACT", folder));
    child::run(command.envs(site::environment(machine, &engines)).envs(react))
}

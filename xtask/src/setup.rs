//! `cargo xtask setup`: everything that the other commands need, without running them.

use crate::browsers;
use crate::failure::Failure;
use crate::machine::{Machine, is_ci};
use crate::tools::{self, Apt, npm};

/// Installs what is missing, and says which browsers the tests will run in.
pub fn run(machine: &mut Machine) -> Result<(), Failure> {
    tools::formatter_and_linter(machine)?;
    let apt = Apt::on(machine);
    npm::axe(machine, apt.as_ref())?;
    npm::react(machine, apt.as_ref())?;
    npm::vnu(machine, apt.as_ref())?;
    // Behind npm, which has the wasm-opt that Trunk is to use.
    tools::to_build(machine)?;
    #[cfg(unix)]
    match crate::votes::programs::ensure(machine, apt.as_ref()) {
        Ok(_) => println!("PostgreSQL and PostgREST are ready for the tests."),
        Err(failure) if is_ci() => return Err(failure),
        Err(failure) => println!("Shared votes cannot be tested. {failure}"),
    }
    let engines = browsers::gather(&[], is_ci(), |engine| browsers::ensure(engine, machine, apt.as_ref()))?;
    for (_, browser) in &engines.ready {
        println!("{} is ready for the tests.", browser.title);
    }
    for (engine, reason) in &engines.left_out {
        println!("The tests will not run in {}. {reason}", engine.name());
    }
    Ok(())
}

//! `cargo xtask setup`: everything that the other commands need, without running them.

use crate::browsers::{self, Apt};
use crate::failure::Failure;
use crate::machine::{Machine, is_ci};
use crate::tools::{self, npm};

/// Installs what is missing, and says which browsers the tests will run in.
pub fn run(machine: &mut Machine) -> Result<(), Failure> {
    tools::formatter_and_linter(machine)?;
    tools::to_build(machine)?;
    npm::axe(machine)?;
    npm::react(machine)?;
    let apt = Apt::on(machine);
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

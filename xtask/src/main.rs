//! From a fresh machine (rustup and cargo, nothing else) to the running site, its tests and its benchmarks.
//!
//! `cargo xtask` is the only entry: it installs what is missing, says so, and then runs the ordinary commands
//! (`trunk`, `cargo test`), which stay usable by hand.

mod args;
mod bench;
mod browsers;
mod child;
mod clock;
mod failure;
mod finish;
mod lock;
mod machine;
mod peers;
mod report;
mod serve;
mod setup;
mod site;
mod suite;
mod test;
mod tools;
mod version;
#[cfg(unix)]
mod votes;

use std::process::ExitCode;

use args::Request;
use failure::Failure;
use machine::Machine;

fn main() -> ExitCode {
    let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    let request = match args::parse(words) {
        Ok(request) => request,
        Err(misuse) => {
            eprintln!("xtask: {misuse}\n\n{}", args::USAGE);
            return ExitCode::from(2);
        }
    };
    match carry_out(&request) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked; the error is the sentence that the person at the terminal reads last.
fn carry_out(request: &Request) -> Result<(), Failure> {
    match request {
        Request::Help => {
            println!("{}", args::USAGE);
            Ok(())
        }
        Request::Setup => setup::run(&mut Machine::here()?),
        Request::Serve { extra } => serve::run(&mut Machine::here()?, extra),
        Request::Test(request) => test::run(&mut Machine::here()?, request),
        Request::Finish => finish::run_hook(&Machine::here()?),
        #[cfg(unix)]
        Request::Votes { extra } => votes::run(&mut Machine::here()?, extra),
        #[cfg(not(unix))]
        Request::Votes { .. } => Err(Failure::new("Shared votes are tried on Unix systems only.")),
        Request::Bench { extra } => bench::run(&mut Machine::here()?, extra),
    }
}

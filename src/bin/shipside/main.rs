//! The `shipside` command: what editors and the build run natively.

#[cfg(not(target_arch = "wasm32"))]
mod args;
#[cfg(not(target_arch = "wasm32"))]
mod build;
#[cfg(not(target_arch = "wasm32"))]
mod check;
#[cfg(not(target_arch = "wasm32"))]
mod table;
#[cfg(not(target_arch = "wasm32"))]
mod votes;
#[cfg(not(target_arch = "wasm32"))]
mod write;

/// Cargo builds every program for tests, those that run in the browser included: there this one is nothing.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use args::{Args, Command};
    use clap::Parser;
    let result = match Args::parse().command {
        Command::Check(wanted) => check::run(&wanted),
        Command::New(wanted) => write::new(&wanted),
        Command::Schema { kind, write } => write::schema(kind, write.as_deref()),
        Command::Import(wanted) => table::import(&wanted),
        Command::Export(wanted) => table::export(&wanted),
        Command::Votes(wanted) => votes::run(&wanted),
        Command::Index { dir } => build::index(&dir),
        Command::Finish { dir } => build::finish(&dir),
    };
    match result {
        Ok(code) => code,
        Err(sentence) => {
            // What it quotes, of files and of servers, may hold what a terminal would obey.
            let lines: Vec<String> = sentence.lines().map(shipside::site::escaped).collect();
            eprintln!("shipside: {}", lines.join("\n"));
            std::process::ExitCode::from(CANNOT_RUN)
        }
    }
}

/// The exit code of a command that could not do its work; 1 says that the content has mistakes.
#[cfg(not(target_arch = "wasm32"))]
const CANNOT_RUN: u8 = 2;

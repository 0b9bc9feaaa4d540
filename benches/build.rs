//! What building a large site costs: pages a second on one core, pages a second written by all of them, memory at its peak, and the same
//! site by others. `cargo xtask bench` runs it. Each size runs in a process of its own, so that none remembers another's memory.

#[path = "build/generator.rs"]
mod generator;
#[path = "../tests/site/many.rs"]
mod many;
#[path = "build/memory.rs"]
mod memory;
#[path = "build/others.rs"]
mod others;
#[path = "build/own.rs"]
mod own;
#[path = "build/words.rs"]
mod words;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command, ExitCode},
};

/// Numbers of comparisons: memory that grows with them shows.
const SIZES: [usize; 2] = [1_000, 10_000];
/// Tells the process that measures one size its folder.
const FOLDER: &str = "SHIPSIDE_BENCH_FOLDER";
/// Tells the process that only writes a site its folder.
const WRITE: &str = "SHIPSIDE_BENCH_WRITE";

fn main() -> ExitCode {
    let result = match (env::var_os(FOLDER), env::var_os(WRITE)) {
        (Some(folder), _) => own::measure(&PathBuf::from(folder)),
        (None, Some(folder)) => own::write(&PathBuf::from(folder)),
        (None, None) => all(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn all() -> Result<(), String> {
    let program = env::current_exe().map_err(|error| format!("This program does not know its own path: {error}."))?;
    sizes(&program)?;
    let folder = Scratch::new("others");
    others::compare(&program, &folder.0)
}

/// Each size in a process of its own; and whether memory is flat.
fn sizes(program: &Path) -> Result<(), String> {
    println!(
        "{:<20}{:>10}{:>16}{:>14}{:>16}{:>18}{:>12}",
        "Building", "read, ms", "drawn, pages/s", "content, MiB", "drawing, +MiB", "written, pages/s", "peak, MiB"
    );
    let mut drawing = Vec::new();
    for size in SIZES {
        let folder = Scratch::new(&size.to_string());
        let made = many::write(&folder.0.join("data"), size);
        let ran = made.and_then(|()| Command::new(program).env(FOLDER, &folder.0).output());
        let output = ran.map_err(|error| format!("{size} comparisons could not be measured: {error}."))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let (row, grown) = said.trim_end().rsplit_once('\n').unwrap_or((&said, ""));
        println!("{:<20}{row}", format!("{size} comparisons"));
        drawing.extend(grown.parse::<u64>());
    }
    println!(
        "How: made-up content of two tools with four reviews each a comparison; drawn on one core into memory; written by all
cores to the temporary folder, without cards and compressed copies. Content is what the process holds once it has read everything; drawing is by how
much its peak (VmHWM) exceeds that after all comparisons' pages; the last peak is that of writing everything, the home page included, which lists them all.\n"
    );
    memory::flat(&drawing)
}

/// A folder that goes when it is no longer needed.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        Self(env::temp_dir().join(format!("shipside-bench-{}-{name}", process::id())))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

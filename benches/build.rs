//! What building a large site costs: pages a second on one core, pages a second written by all of them, and memory at its peak.
//! `cargo xtask bench` runs it. Each size runs in a process of its own, so that none remembers another's memory.

#[path = "../tests/site/many.rs"]
mod many;

use shipside::site::{Assets, Files, Folder, PageShell, Prerenderer, Sheets, write_pages};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command, ExitCode},
    time::Instant,
};

/// Numbers of comparisons: memory that grows with them shows.
const SIZES: [usize; 2] = [400, 4_000];
/// Tells the process that measures one size its folder.
const FOLDER: &str = "SHIPSIDE_BENCH_FOLDER";

fn main() -> ExitCode {
    let result = match env::var_os(FOLDER) {
        Some(folder) => one(&PathBuf::from(folder)),
        None => all(),
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
    println!(
        "{:<20}{:>10}{:>16}{:>12}{:>18}{:>12}",
        "Building", "read, ms", "drawn, pages/s", "peak, MiB", "written, pages/s", "peak, MiB"
    );
    let own = env::current_exe().map_err(|error| format!("This program does not know its own path: {error}."))?;
    for size in SIZES {
        let folder = env::temp_dir().join(format!("shipside-bench-{}-{size}", process::id()));
        let made = many::write(&folder.join("data"), size);
        let ran = made.and_then(|()| Command::new(&own).env(FOLDER, &folder).output());
        let _ = fs::remove_dir_all(&folder);
        let output = ran.map_err(|error| format!("{size} comparisons could not be measured: {error}."))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        print!("{:<20}{}", format!("{size} comparisons"), String::from_utf8_lossy(&output.stdout));
    }
    println!(
        "How: made-up content of two tools with four reviews each a comparison; drawn on one core into memory; written by all
cores to the temporary folder, without cards and compressed copies. Peaks are what the system counts for the whole process by then (VmHWM): after the
comparisons' pages, and after the home page, which lists them all.\n"
    );
    Ok(())
}

fn one(folder: &Path) -> Result<(), String> {
    let begun = Instant::now();
    let content = Folder::read(&folder.join("data")).map_err(|error| error.to_string())?;
    let read = begun.elapsed();
    let [glue, wasm, icon, touch, manifest, builder] =
        ["js", "wasm", "svg", "png", "webmanifest", "b.js"].map(|it| format!("a.{it}"));
    let assets = Assets { glue, wasm, icon, touch, manifest, builder };
    let sheets = Sheets { all: include_str!("../style/compare.css").to_owned(), ..Sheets::default() };
    let shell = PageShell::new("/", &sheets, &assets, &content.site.value).map_err(|error| error.to_string())?;
    let prerenderer = Prerenderer::new(&content, &shell);
    let begun = Instant::now();
    let mut bytes = 0;
    for comparison in &content.comparisons {
        bytes += prerenderer
            .comparison(&comparison.value, &comparison.json, "/og.png")
            .map_err(|id| format!("no tool {id}"))?
            .len();
    }
    let drawn = begun.elapsed();
    let mib = || peak().map_or_else(|| "—".to_owned(), |kib| (kib / 1024).to_string());
    let drawn_peak = mib();
    let begun = Instant::now();
    let out = Files::new(&folder.join("site"), None);
    let written = write_pages(&content, &shell, None, &out).map_err(|error| error.to_string())?;
    let wrote = begun.elapsed();
    if written.bytes < bytes {
        return Err("Pages are missing.".to_owned());
    }
    let a_second = |pages: usize, time: std::time::Duration| pages as f64 / time.as_secs_f64();
    println!(
        "{:>10}{:>16.0}{drawn_peak:>12}{:>18.0}{:>12}",
        read.as_millis(),
        a_second(content.comparisons.len(), drawn),
        a_second(written.pages, wrote),
        mib()
    );
    Ok(())
}

/// Kibibytes of memory at the peak, where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

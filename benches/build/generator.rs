//! A generator of sites as a process: how it is started, what it wrote, what it took.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    time::Instant,
};

/// A generator of sites.
pub struct Generator {
    /// What it is called.
    pub name: &'static str,
    command: Command,
    /// Where it writes to.
    out: PathBuf,
    /// What its builds took, in turns with the others’.
    pub runs: Vec<Run>,
}

/// What one build took.
#[derive(Clone, Copy)]
pub struct Run {
    /// Seconds from the start of the process to its end.
    pub seconds: f64,
    /// Seconds of all processors together, where the system tells.
    pub processors: f64,
}

impl Generator {
    /// A generator that `command` starts, which then writes to `out`.
    pub fn new(name: &'static str, command: Command, out: PathBuf) -> Self {
        Self { name, command, out, runs: Vec::new() }
    }

    /// Builds the site once, into a folder that is not there.
    pub fn build(&mut self) -> Result<Run, String> {
        let failed = |why: &str| format!("{} did not build the site: {why}", self.name);
        if self.out.exists() {
            fs::remove_dir_all(&self.out).map_err(|error| failed(&error.to_string()))?;
        }
        let (begun, before) = (Instant::now(), processors());
        let output = self.command.stdin(Stdio::null()).output().map_err(|error| failed(&error.to_string()))?;
        let run = Run { seconds: begun.elapsed().as_secs_f64(), processors: processors() - before };
        if output.status.success() {
            return Ok(run);
        }
        Err(failed(&(String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr))))
    }

    /// The page that it wrote of a comparison.
    pub fn page(&self, comparison: usize) -> Result<String, String> {
        let path = self.out.join(format!("compare/comparison-{comparison}/index.html"));
        fs::read_to_string(path)
            .map_err(|error| format!("{} has no page of comparison {comparison}: {error}", self.name))
    }

    /// The median of what `figure` says of each run beside ours of the same round.
    pub fn median(&self, ours: &Self, figure: impl Fn(Run, Run) -> f64) -> f64 {
        let mut figures: Vec<f64> = self.runs.iter().zip(&ours.runs).map(|(run, our)| figure(*run, *our)).collect();
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

/// Seconds that all children which have ended, and theirs, kept processors busy.
fn processors() -> f64 {
    // Hundredths of a second, whatever the kernel counts in (proc(5), cutime and cstime); the name before them may have spaces.
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = after_name.split_whitespace().skip(13).take(2).filter_map(|it| it.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

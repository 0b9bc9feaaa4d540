//! The steps of a run, and the summary at its end.

use std::time::{Duration, Instant};

use crate::browsers::Engines;
use crate::clock::spoken;
use crate::failure::Failure;

/// What has been run so far.
pub struct Report {
    started: Instant,
    steps: Vec<(String, Duration)>,
    notes: Vec<String>,
}

impl Report {
    /// A report that starts counting now.
    pub fn start() -> Self {
        Self { started: Instant::now(), steps: Vec::new(), notes: Vec::new() }
    }

    /// Runs a step under a heading; if it fails, the error names the step and `again`, the command that runs it alone.
    pub fn step(&mut self, name: &str, again: &str, work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
        println!("\n== {name} ==");
        let started = Instant::now();
        work().map_err(|cause| failed(name, again, &cause))?;
        self.steps.push((name.to_owned(), started.elapsed()));
        Ok(())
    }

    /// Keeps a line for the end of the summary.
    pub fn note(&mut self, line: String) {
        self.notes.push(line);
    }

    /// Notes which engines ran, and which did not and why.
    pub fn note_engines(&mut self, engines: &Engines) {
        let ran: Vec<_> = engines.ready.iter().map(|(_, browser)| browser.title.as_str()).collect();
        self.note(format!("The built site was driven in {}.", ran.join(", ")));
        for (engine, reason) in &engines.left_out {
            self.note(format!("Not in {}: {reason}", engine.name()));
        }
    }

    /// Prints the summary.
    pub fn print(&self) {
        println!("\n{}", summary(&self.steps, &self.notes, self.started.elapsed()));
    }
}

fn failed(name: &str, again: &str, cause: &Failure) -> Failure {
    Failure::new(format!("The step “{name}” failed: {cause} To run it alone: `{again}`."))
}

fn summary(steps: &[(String, Duration)], notes: &[String], total: Duration) -> String {
    let head = format!("== All steps passed, in {} ==", spoken(total));
    let steps = steps.iter().map(|(name, duration)| format!("{:>12}  {name}", spoken(*duration)));
    let lines: Vec<String> = std::iter::once(head).chain(steps).chain(notes.iter().cloned()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_has_each_step_with_its_duration_and_then_the_notes() {
        let steps =
            [("native tests".to_owned(), Duration::from_secs(63)), ("the site".to_owned(), Duration::from_secs(4))];
        let text = summary(&steps, &["Ran in Chromium 156.".to_owned()], Duration::from_secs(67));
        let lines = [
            "== All steps passed, in 1 min 7 s ==",
            "   1 min 3 s  native tests",
            "         4 s  the site",
            "Ran in Chromium 156.",
        ];
        assert_eq!(text, lines.join("\n"));
    }

    #[test]
    fn a_failed_step_is_named_with_its_cause_and_how_to_run_it_alone() {
        let mut report = Report::start();
        let cause = || Err(Failure::new("`cargo test` failed (exit status: 101)."));
        assert_eq!(
            report.step("native tests", "cargo xtask test --only native", cause),
            Err(Failure::new(
                "The step “native tests” failed: `cargo test` failed (exit status: 101). To run it alone: `cargo xtask test --only native`."
            ))
        );
    }
}

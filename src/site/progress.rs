//! How far long work has come, told on the terminal.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// Silence at the beginning, and between two lines.
const PAUSE: Duration = Duration::from_secs(2);

/// Counts what one step of a build has to do, from any thread.
pub(super) struct Progress {
    /// What the step does.
    step: &'static str,
    /// What is counted.
    unit: &'static str,
    all: usize,
    done: AtomicUsize,
    begun: Instant,
    told: Mutex<Instant>,
}

impl Progress {
    pub(super) fn new(step: &'static str, all: usize, unit: &'static str) -> Self {
        let begun = Instant::now();
        Self { step, unit, all, done: AtomicUsize::new(0), begun, told: Mutex::new(begun) }
    }

    /// One more is done. Says so every other second; work that is over sooner says nothing.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // Whoever finds the lock taken has nothing to say: another is saying it.
        if let Ok(mut told) = self.told.try_lock()
            && told.elapsed() >= PAUSE
            && done < self.all
        {
            *told = Instant::now();
            eprintln!("{}", self.line(done, self.begun.elapsed()));
        }
    }

    /// “pages: 40 of 100 comparisons, about 3 s left …”.
    fn line(&self, done: usize, passed: Duration) -> String {
        let left = passed.as_secs_f64() / done as f64 * (self.all - done) as f64;
        format!("{}: {done} of {} {}, about {} s left …", self.step, self.all, self.unit, left.ceil())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_the_step_what_is_done_and_what_is_left() {
        let progress = Progress::new("pages", 100, "comparisons");
        assert_eq!(progress.line(40, Duration::from_secs(4)), "pages: 40 of 100 comparisons, about 6 s left …");
    }
}

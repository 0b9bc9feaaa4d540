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

/// Counts pages, from any thread.
pub(super) struct Progress {
    all: usize,
    done: AtomicUsize,
    told: Mutex<Instant>,
}

impl Progress {
    pub(super) fn new(all: usize) -> Self {
        Self { all, done: AtomicUsize::new(0), told: Mutex::new(Instant::now()) }
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
            eprintln!("prerendered {done} of {} comparisons …", self.all);
        }
    }
}

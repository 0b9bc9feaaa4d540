//! Durations, and long steps that say how long they take.

use std::time::{Duration, Instant};

use crate::failure::Failure;

/// “0.4 s”, “12 s”, “3 min 5 s”.
pub fn spoken(duration: Duration) -> String {
    match duration.as_secs() {
        0 => format!("{:.1} s", duration.as_secs_f32()),
        seconds @ 1..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// Does `work` with a line before it, so that nobody takes minutes of compiling for a hang, and the time it took after it.
pub fn announced(what: &str, about: &str, work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    println!("Installing {what}: about {about} …");
    let started = Instant::now();
    work()?;
    println!("{what}: installed in {}.", spoken(started.elapsed()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_in_the_unit_that_fits() {
        assert_eq!(spoken(Duration::from_millis(430)), "0.4 s");
        assert_eq!(spoken(Duration::from_millis(12_900)), "12 s");
        assert_eq!(spoken(Duration::from_secs(185)), "3 min 5 s");
        assert_eq!(spoken(Duration::from_secs(3600)), "60 min 0 s");
    }
}

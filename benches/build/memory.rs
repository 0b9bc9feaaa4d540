//! How much memory this process takes, as the system counts it.

use std::fs;

/// Kibibytes by which drawing ten times as many pages may exceed drawing a tenth: what an allocator leaves behind.
const NOISE: u64 = 4 * 1024;

/// Kibibytes at the peak, where the system tells.
pub fn peak() -> Option<u64> {
    status("VmHWM:")
}

/// Kibibytes now. The peak begins from here again.
pub fn begin() -> Option<u64> {
    // “5” is for the peak (proc(5), clear_refs).
    fs::write("/proc/self/clear_refs", "5").ok()?;
    status("VmRSS:")
}

/// Whether what drawing takes beside the content is the same for few comparisons and for many.
pub fn flat(drawing: &[u64]) -> Result<(), String> {
    match *drawing {
        [few, many] if many > few + NOISE => Err(format!(
            "Memory grows with the number of pages: drawing took {few} KiB for few and {many} KiB for many."
        )),
        _ => Ok(()),
    }
}

fn status(key: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    line.split_whitespace().next()?.parse().ok()
}

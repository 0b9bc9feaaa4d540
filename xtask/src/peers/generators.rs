//! Generators of sites that many use: Eleventy and Hugo.

use std::path::PathBuf;

use super::{installed, or_left_out};
use crate::failure::Failure;
use crate::machine::Machine;
use crate::tools::Apt;

/// Where the generators are, by the variables that tell the benchmark of builds. Where one cannot be had, this says why.
pub fn generators(machine: &Machine, apt: Option<&Apt>) -> Vec<(&'static str, PathBuf)> {
    let eleventy = or_left_out("Eleventy", installed(machine, "eleventy", "Eleventy"));
    let hugo = or_left_out("Hugo", hugo(machine, apt));
    let named = [("SHIPSIDE_ELEVENTY", eleventy), ("SHIPSIDE_HUGO", hugo)];
    named.into_iter().filter_map(|(variable, path)| Some((variable, path?))).collect()
}

fn hugo(machine: &Machine, apt: Option<&Apt>) -> Result<PathBuf, Failure> {
    if let (None, Some(apt)) = (machine.which("hugo"), apt) {
        apt.install(machine, &["hugo"])?;
    }
    machine.which("hugo").ok_or_else(|| Failure::new("Its program is not here: install the package `hugo`."))
}

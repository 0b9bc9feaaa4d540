//! The flagship comparison as a React page.

use std::path::PathBuf;

use super::{installed, or_left_out};
use crate::child::run;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::site;

/// Builds the React page beside the built site; the answer is its folder. Where it cannot be built, this says why.
pub fn react(machine: &Machine) -> Option<PathBuf> {
    or_left_out("React", built(machine))
}

fn built(machine: &Machine) -> Result<PathBuf, Failure> {
    let folder = installed(machine, "react", "React and Vite")?;
    let out = folder.join("dist");
    let mut command = machine.command("node");
    command.arg("build.js").arg(site::folder(machine)).arg(machine.root().join("public/data")).arg(&out);
    run(command.current_dir(&folder))?;
    Ok(out)
}

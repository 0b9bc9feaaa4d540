//! The built site, and what its tests are told about it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::browsers::Engines;
use crate::child::run;
use crate::failure::Failure;
use crate::machine::Machine;

/// Builds the site as it is deployed, into a folder of its own: `dist/` belongs to whoever deploys from it.
pub fn build(machine: &Machine) -> Result<(), Failure> {
    run(machine.trunk().args(["build", "--release", "--dist"]).arg(folder(machine)))
}

/// What the tests and benchmarks of the built site need to know, as environment variables.
pub fn environment(machine: &Machine, engines: &Engines) -> Vec<(&'static str, OsString)> {
    let own = [("SHIPSIDE_SITE", folder(machine).into_os_string()), ("SHIPSIDE_ENGINES", engines.names().into())];
    let browsers = engines.ready.iter().flat_map(|(_, browser)| &browser.programs);
    own.into_iter().chain(browsers.map(|(name, path)| (*name, path.clone().into_os_string()))).collect()
}

/// Checks the markup of all pages by vnu, the W3C's checker, which `java` runs. Of what it calls warnings, none is ours to
/// mend: it takes blocks of data for scripts that the policy refuses.
pub fn check_markup(machine: &Machine, java: &Path, vnu: &Path) -> Result<(), Failure> {
    let mut command = machine.command(java);
    // Its parser recurses: the stack that Java gives by default is short for it.
    command.args(["-Xss4m", "-jar"]).arg(vnu);
    run(command.args(["--errors-only", "--skip-non-html", "--stdout"]).arg(folder(machine)))
}

/// The folder of the built site.
pub fn folder(machine: &Machine) -> PathBuf {
    machine.root().join("target").join("site")
}

//! WebKitGTK's MiniBrowser, with WebKitWebDriver. It has no headless mode, so a virtual display belongs to it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Browser, locate};
use crate::failure::Failure;
use crate::machine::{Machine, env_path};

/// The folders of WebKitGTK's own programs, newest interface first.
const FOLDERS: [&str; 3] = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];

/// The browser, its driver and the virtual display. They are not started: MiniBrowser does not start without a display.
pub fn find(machine: &Machine) -> Result<Browser, Failure> {
    let missing = |what: &str| {
        Failure::new(format!(
            "{what} is missing: install WebKitGTK's driver and a virtual display \
             (Debian: `apt-get install webkit2gtk-driver xvfb xauth`), or name the programs in WEBKITDRIVER and MINIBROWSER."
        ))
    };
    let driver =
        locate(machine, &["WEBKITDRIVER"], &["WebKitWebDriver"], &[]).ok_or_else(|| missing("WebKitWebDriver"))?;
    let browser = env_path("MINIBROWSER").or_else(minibrowser).ok_or_else(|| missing("MiniBrowser"))?;
    for program in ["xvfb-run", "xauth"] {
        machine.which(program).ok_or_else(|| missing(program))?;
    }
    Ok(Browser { title: "WebKitGTK".to_owned(), programs: vec![("WEBKITDRIVER", driver), ("MINIBROWSER", browser)] })
}

/// MiniBrowser is on nobody's PATH: Debian has it in a folder of the architecture, Fedora in libexec, Arch in lib.
fn minibrowser() -> Option<PathBuf> {
    let architectures = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let bases: Vec<_> = architectures.chain(["/usr/lib", "/usr/libexec"].map(PathBuf::from)).collect();
    first_in(&bases)
}

fn first_in(bases: &[PathBuf]) -> Option<PathBuf> {
    let candidates =
        FOLDERS.iter().flat_map(|folder| bases.iter().map(move |base| base.join(folder).join("MiniBrowser")));
    candidates.into_iter().find(|file| Path::is_file(file))
}

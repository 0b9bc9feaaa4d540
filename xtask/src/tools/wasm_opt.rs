//! wasm-opt, which shrinks the release build.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::npm::{FOLDER, Npm};
use crate::failure::Failure;
use crate::machine::Machine;
use crate::version::Version;

/// Older ones refuse what today's rustc emits.
const OLDEST: u32 = 120;

/// npm's package of the WebAssembly toolchain that wasm-opt belongs to.
const BINARYEN: (&str, &str) = ("binaryen", "132.0.0");

/// Makes sure that trunk finds a wasm-opt that is new enough.
///
/// Nothing here fails: without one, trunk downloads its own, which works on most machines.
pub fn ensure(machine: &mut Machine) {
    if is_there(machine) {
        return;
    }
    match from_npm(machine) {
        Ok(Some(programs)) => machine.put_first(programs),
        Ok(None) => {}
        Err(reason) => println!("{reason} So trunk will download wasm-opt itself when it needs it."),
    }
}

fn is_there(machine: &Machine) -> bool {
    let version = machine.version_answer("wasm-opt").and_then(|answer| Version::first_in(&answer));
    version.is_some_and(|version| version.major() >= OLDEST)
}

/// Installs npm's wasm-opt and links it into cargo's bin folder, so that a plain `trunk build --release` finds it too.
/// Where that place is taken, the answer is the folder to put on the PATH instead.
fn from_npm(machine: &Machine) -> Result<Option<PathBuf>, Failure> {
    let npm = Npm::on(machine).ok_or_else(|| Failure::new("There is no npm to install wasm-opt with."))?;
    let programs = npm.ensure(BINARYEN.0, BINARYEN.1)?.join(".bin");
    let seat = machine.cargo_bin().join("wasm-opt");
    match link(&programs.join("wasm-opt"), &seat) {
        Ok(()) if is_there(machine) => Ok(None),
        Ok(()) => Ok(Some(programs)),
        Err(reason) => {
            let (seat, folder) = (seat.display(), programs.display());
            println!("No link was put at {seat} ({reason}): this run uses {folder}, a plain `trunk build` will not.");
            Ok(Some(programs))
        }
    }
}

/// Puts a link to `script` at `seat`, replacing only an older link of ours.
#[cfg(unix)]
fn link(script: &Path, seat: &Path) -> io::Result<()> {
    if is_ours(seat) {
        fs::remove_file(seat)?;
    }
    // A machine whose cargo has never installed anything has no such folder yet.
    if let Some(folder) = seat.parent() {
        fs::create_dir_all(folder)?;
    }
    std::os::unix::fs::symlink(script, seat)
}

#[cfg(not(unix))]
fn link(_script: &Path, _seat: &Path) -> io::Result<()> {
    Err(io::Error::other("links need rights here"))
}

/// Whether a link into our cache folder stands there, be it a cache folder of another time.
#[cfg(unix)]
fn is_ours(seat: &Path) -> bool {
    let ours = Path::new(FOLDER).join("node_modules/.bin/wasm-opt");
    fs::read_link(seat).is_ok_and(|target| target.ends_with(ours))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder that is gone after the test.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).expect("a temporary folder can be made");
            Self(folder)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_free_place_and_an_older_link_of_ours_are_taken() {
        let scratch = Scratch::new("free");
        let seat = scratch.0.join("wasm-opt");
        let old = PathBuf::from("/gone").join(FOLDER).join("node_modules/.bin/wasm-opt");
        link(&old, &seat).expect("the place is free");
        let new = scratch.0.join(FOLDER).join("node_modules/.bin/wasm-opt");
        link(&new, &seat).expect("the link is ours");
        assert_eq!(fs::read_link(&seat).expect("it is a link"), new);
    }

    #[test]
    fn somebody_elses_program_is_left_alone() {
        let scratch = Scratch::new("taken");
        let seat = scratch.0.join("wasm-opt");
        fs::write(&seat, "theirs").expect("the folder is ours");
        link(Path::new("/anything"), &seat).expect_err("the place is taken");
        assert_eq!(fs::read_to_string(&seat).expect("it is there"), "theirs");
    }
}

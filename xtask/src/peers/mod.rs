//! The same as others would make it: what the benchmarks compare with. Each has a folder in `benches/peers`.

mod generators;
mod react;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;

pub use generators::generators;
pub use react::react;

use crate::child::run;
use crate::clock::announced;
use crate::failure::Failure;
use crate::machine::Machine;

/// Says why a peer is left out of the benchmark, where it is.
fn or_left_out<T>(name: &str, peer: Result<T, Failure>) -> Option<T> {
    peer.map_err(|reason| println!("The benchmark leaves {name} out. {reason}")).ok()
}

/// Copies the sources of a peer into a folder of our own, so that nothing is installed into the sources, and installs the
/// packages that its lock file names. `title` is what they are called. The answer is the folder.
fn installed(machine: &Machine, name: &str, title: &str) -> Result<PathBuf, Failure> {
    let (Some(_), Some(npm)) = (machine.which("node"), machine.which("npm")) else {
        return Err(Failure::new("It needs Node.js and npm, which are not here."));
    };
    let source = machine.root().join("benches/peers").join(name);
    let folder = machine.root().join("target").join("peers").join(name);
    let is_ready = is_installed(&source, &folder);
    copy(&source, &folder)
        .map_err(|error| Failure::new(format!("{} cannot be copied ({error}).", source.display())))?;
    if !is_ready {
        announced(title, "10 seconds", || {
            let mut command = machine.command(&npm);
            command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
            run(command.current_dir(&folder).stdout(Stdio::null()))
        })?;
    }
    Ok(folder)
}

/// Whether what the lock file names has been installed already.
fn is_installed(source: &Path, folder: &Path) -> bool {
    let lock = |of: &Path| fs::read(of.join("package-lock.json")).ok();
    // npm writes this file last.
    folder.join("node_modules/.package-lock.json").is_file()
        && lock(source).is_some_and(|new| Some(new) == lock(folder))
}

/// Copies a folder, but for packages that somebody has installed there.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_name() == "node_modules" {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_again_when_the_lock_file_changes() {
        let root = std::env::temp_dir().join(format!("shipside-peers-{}", std::process::id()));
        let (source, folder) = (root.join("source"), root.join("folder"));
        fs::create_dir_all(source.join("node_modules")).unwrap();
        fs::create_dir_all(source.join("src")).unwrap();
        fs::write(source.join("package-lock.json"), "1").unwrap();
        assert!(!is_installed(&source, &folder));
        copy(&source, &folder).unwrap();
        assert!(!folder.join("node_modules").exists() && folder.join("src").is_dir());
        fs::create_dir_all(folder.join("node_modules")).unwrap();
        fs::write(folder.join("node_modules/.package-lock.json"), "").unwrap();
        assert!(is_installed(&source, &folder));
        fs::write(source.join("package-lock.json"), "2").unwrap();
        assert!(!is_installed(&source, &folder));
        fs::remove_dir_all(root).unwrap();
    }
}

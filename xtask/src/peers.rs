//! The flagship comparison as others would make it: what the benchmark compares with.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::child::run;
use crate::clock::announced;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::site;

/// Builds the React page beside the built site; the answer is its folder. Where it cannot be built, this says why.
pub fn react(machine: &Machine) -> Option<PathBuf> {
    match built(machine) {
        Ok(folder) => Some(folder),
        Err(reason) => {
            println!("The benchmark leaves React out. {reason}");
            None
        }
    }
}

fn built(machine: &Machine) -> Result<PathBuf, Failure> {
    let (Some(node), Some(npm)) = (machine.which("node"), machine.which("npm")) else {
        return Err(Failure::new("Its page is built by Node.js and npm, which are not here."));
    };
    // In a folder of our own: nothing is installed into the sources.
    let (source, folder) =
        (machine.root().join("benches/peers/react"), machine.root().join("target").join("peers").join("react"));
    let installed = is_installed(&source, &folder);
    copy(&source, &folder)
        .map_err(|error| Failure::new(format!("{} cannot be copied ({error}).", source.display())))?;
    if !installed {
        announced("React and Vite", "10 seconds", || {
            let mut command = machine.command(&npm);
            command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
            run(command.current_dir(&folder).stdout(Stdio::null()))
        })?;
    }
    let out = folder.join("dist");
    let mut command = machine.command(&node);
    command.arg("build.js").arg(site::folder(machine)).arg(machine.root().join("public/data")).arg(&out);
    run(command.current_dir(&folder))?;
    Ok(out)
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

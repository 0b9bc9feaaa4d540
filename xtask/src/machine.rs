//! The machine this runs on: where things are, and how its programs are started.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::child::printed;
use crate::failure::Failure;

/// Where the workspace is, and the PATH that every child sees.
///
/// The PATH is kept here instead of in this process's environment, because changing that is `unsafe`.
pub struct Machine {
    root: PathBuf,
    cargo_bin: PathBuf,
    path: Vec<PathBuf>,
}

impl Machine {
    /// This machine, with cargo's bin folder first on the PATH: what `cargo install` has just put there must be found,
    /// also where the folder is on nobody's PATH or behind an older program of the same name.
    pub fn here() -> Result<Self, Failure> {
        // At run time cargo names the folder of the package it runs; the compiled-in one is for a binary started by hand.
        let package =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().map(Path::to_path_buf).unwrap_or(package);
        let cargo_bin =
            cargo_bin(env_path("CARGO_INSTALL_ROOT"), env_path("CARGO_HOME"), env::home_dir()).ok_or_else(|| {
                Failure::new("Cargo's bin folder is unknown: neither CARGO_HOME nor a home folder is set.")
            })?;
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = std::iter::once(cargo_bin.clone()).chain(env::split_paths(&inherited)).collect();
        Ok(Self { root, cargo_bin, path })
    }

    /// The workspace's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where `cargo install` puts programs.
    pub fn cargo_bin(&self) -> &Path {
        &self.cargo_bin
    }

    /// Lets children find the programs in `folder` before all others.
    pub fn put_first(&mut self, folder: PathBuf) {
        self.path.insert(0, folder);
    }

    /// The program of that name on the PATH.
    pub fn which(&self, name: &str) -> Option<PathBuf> {
        let mut names = vec![format!("{name}{}", env::consts::EXE_SUFFIX)];
        if cfg!(windows) {
            names.push(format!("{name}.cmd"));
        }
        self.path.iter().flat_map(|folder| names.iter().map(|name| folder.join(name))).find(|file| is_program(file))
    }

    /// A command in the workspace's folder that reads no input: nothing here may stop to ask a question.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        // A folder whose name holds the separator cannot be on any PATH; then the inherited PATH has to do.
        if let Ok(path) = env::join_paths(&self.path) {
            command.env("PATH", path);
        }
        command
    }

    /// The cargo that runs this, so that a toolchain chosen by `cargo +…` holds for the whole run.
    pub fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
    }

    /// Trunk, which takes NO_COLOR only as “true” or “false”, where everyone else takes any value for yes.
    pub fn trunk(&self) -> Command {
        let mut command = self.command("trunk");
        match env::var_os("NO_COLOR") {
            Some(value) if value.is_empty() => command.env_remove("NO_COLOR"),
            Some(_) => command.env("NO_COLOR", "true"),
            None => &mut command,
        };
        command
    }

    /// What the program prints for `--version`, if it can be started and succeeds.
    pub fn version_answer(&self, program: impl AsRef<OsStr>) -> Option<String> {
        printed(self.command(program).arg("--version"))
    }
}

/// The path in an environment variable; an empty variable counts as unset.
pub fn env_path(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Whether this is a continuous integration run, where nothing may be left out silently.
pub fn is_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// The folder cargo installs into, by cargo's own order of precedence.
fn cargo_bin(install_root: Option<PathBuf>, cargo_home: Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    Some(install_root.or(cargo_home).or_else(|| Some(home?.join(".cargo")))?.join("bin"))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_installs_where_cargo_says() {
        let path = |text: &str| Some(PathBuf::from(text));
        assert_eq!(cargo_bin(path("/r"), path("/c"), path("/h")), path("/r/bin"));
        assert_eq!(cargo_bin(None, path("/c"), path("/h")), path("/c/bin"));
        assert_eq!(cargo_bin(None, None, path("/h")), path("/h/.cargo/bin"));
        assert_eq!(cargo_bin(None, None, None), None);
    }
}

//! Packages that only npm has, kept in a cache folder of ours: the project itself has no package.json.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::child::run;
use crate::clock::announced;
use crate::failure::Failure;
use crate::machine::{Machine, env_path};

use super::Apt;

/// Our cache folder, relative to the user's.
pub const FOLDER: &str = "shipside/npm";

/// npm, and the folder it installs into.
pub struct Npm<'a> {
    machine: &'a Machine,
    program: PathBuf,
    folder: PathBuf,
}

impl<'a> Npm<'a> {
    /// npm on this machine, if it has one.
    pub fn on(machine: &'a Machine) -> Option<Self> {
        let folder = cache_folder(env_path("XDG_CACHE_HOME"), env::home_dir())?.join(FOLDER);
        Some(Self { machine, program: machine.which("npm")?, folder })
    }

    /// The same, installed first where it is missing and can be.
    pub fn or_installed(machine: &'a Machine, apt: Option<&Apt>) -> Result<Option<Self>, Failure> {
        if let (None, Some(apt)) = (machine.which("npm"), apt) {
            apt.install(machine, &["nodejs", "npm"])?;
        }
        Ok(Self::on(machine))
    }

    /// Installs `package` at `version` unless it is there; the answer is the `node_modules` folder that has it.
    pub fn ensure(&self, package: &str, version: &str) -> Result<PathBuf, Failure> {
        let modules = self.folder.join("node_modules");
        let manifest = modules.join(package).join("package.json");
        if fs::read_to_string(manifest).is_ok_and(|text| says_version(&text, version)) {
            return Ok(modules);
        }
        fs::create_dir_all(&self.folder)
            .map_err(|error| Failure::new(format!("The folder {} cannot be made ({error}).", self.folder.display())))?;
        let wanted = format!("{package}@{version}");
        announced(&wanted, "10 seconds", || {
            let mut command = self.machine.command(&self.program);
            command.args([
                "install",
                "--save-exact",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                "--prefix",
            ]);
            // The errors of npm are wanted, its “added 1 package” is not: hence not --silent, which drops both.
            run(command.arg(&self.folder).arg(&wanted).stdout(Stdio::null()))
        })?;
        Ok(modules)
    }
}

/// axe-core's script, which the browser tests inject to check accessibility.
pub fn axe(machine: &Machine, apt: Option<&Apt>) -> Result<PathBuf, Failure> {
    let npm = Npm::or_installed(machine, apt)?.ok_or_else(|| {
        Failure::new("The accessibility checks need axe-core, which comes with npm: install Node.js and npm.")
    })?;
    Ok(npm.ensure("axe-core", "4.14.1")?.join("axe-core/axe.min.js"))
}

/// React, which the browser tests let keep posts that have embeds: beside axe-core, where they look for it.
pub fn react(machine: &Machine, apt: Option<&Apt>) -> Result<(), Failure> {
    let npm = Npm::or_installed(machine, apt)?
        .ok_or_else(|| Failure::new("The tests of embeds in React need npm: install Node.js and npm."))?;
    // The second brings what both need.
    for package in ["react", "react-dom"] {
        npm.ensure(package, "19.3.1")?;
    }
    Ok(())
}

/// The checker of HTML that runs on Java, and Java, where this machine has that or can be given it.
pub fn vnu(machine: &Machine, apt: Option<&Apt>) -> Result<Option<(PathBuf, PathBuf)>, Failure> {
    if let (None, Some(apt)) = (machine.which("java"), apt)
        && let Err(reason) = apt.install(machine, &["default-jre-headless"])
    {
        println!("{reason}");
    }
    let (Some(java), Some(npm)) = (machine.which("java"), Npm::or_installed(machine, apt)?) else { return Ok(None) };
    Ok(Some((java, npm.ensure("vnu-jar", "26.9.27")?.join("vnu-jar/build/dist/vnu.jar"))))
}

/// Whether the text of a package.json gives that version, without a JSON parser: npm writes one key a line.
fn says_version(manifest: &str, version: &str) -> bool {
    let wanted = format!("\"version\": \"{version}\"");
    manifest.lines().any(|line| line.trim().trim_end_matches(',') == wanted)
}

/// The user's cache folder; a relative XDG_CACHE_HOME is to be ignored, says its specification.
fn cache_folder(xdg: Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    xdg.filter(|folder| folder.is_absolute()).or_else(|| Some(Path::new(&home?).join(".cache")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_says_its_version() {
        let manifest = "{\n  \"name\": \"axe-core\",\n  \"version\": \"4.14.1\",\n  \"engines\": {}\n}";
        assert!(says_version(manifest, "4.14.1"));
        assert!(!says_version(manifest, "4.14.0"));
        assert!(!says_version("", "4.14.1"));
    }

    #[test]
    fn the_cache_is_where_the_user_wants_caches() {
        let path = |text: &str| Some(PathBuf::from(text));
        assert_eq!(cache_folder(path("/cache"), path("/users/a")), path("/cache"));
        assert_eq!(cache_folder(path("relative"), path("/users/a")), path("/users/a/.cache"));
        assert_eq!(cache_folder(None, None), None);
    }
}

//! The real browsers that tests run in: finding them, installing them where that can be done without asking.

mod chromium;
mod firefox;
mod gather;
mod webdriver;
mod webkit;

use std::path::{Path, PathBuf};

pub use gather::{Engines, gather};
pub use webdriver::capabilities;

use crate::failure::Failure;
use crate::machine::{Machine, env_path};
use crate::tools::Apt;

/// A browser engine that the tests know how to drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox or Firefox ESR.
    Firefox,
    /// WebKitGTK's MiniBrowser, the nearest to Safari that runs on Linux.
    Webkit,
}

impl Engine {
    /// Every engine, the required one first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The engine's name on the command line and in SHIPSIDE_ENGINES.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

/// A browser that can be driven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// What it calls itself, with its version: for the summary.
    pub title: String,
    /// Where the browser and its driver are, by the variable that tells the tests.
    pub programs: Vec<(&'static str, PathBuf)>,
}

impl Browser {
    /// The program that the variable names.
    pub fn program(&self, variable: &str) -> Option<&Path> {
        self.programs.iter().find(|(name, _)| *name == variable).map(|(_, path)| path.as_path())
    }
}

/// The engine's browser and driver, installed first where they are missing and can be.
pub fn ensure(engine: Engine, machine: &Machine, apt: Option<&Apt>) -> Result<Browser, Failure> {
    match engine {
        Engine::Chromium => found_or_installed(machine, apt, &["chromium", "chromium-driver"], chromium::find),
        Engine::Firefox => firefox::ensure(machine, apt),
        Engine::Webkit => found_or_installed(machine, apt, &["webkit2gtk-driver", "xvfb", "xauth"], webkit::find),
    }
}

/// What `find` finds, after installing the Debian packages if it finds nothing at first.
fn found_or_installed<T>(
    machine: &Machine,
    apt: Option<&Apt>,
    packages: &[&str],
    find: fn(&Machine) -> Result<T, Failure>,
) -> Result<T, Failure> {
    match (find(machine), apt) {
        (Err(_), Some(apt)) => {
            apt.install(machine, packages)?;
            find(machine)
        }
        (answer, _) => answer,
    }
}

/// The first program there is: named by an environment variable, on the PATH, or in a well-known place.
fn locate(machine: &Machine, variables: &[&str], names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let named = variables.iter().find_map(|variable| env_path(variable));
    let on_path = || names.iter().find_map(|name| machine.which(name));
    let in_place = || places.iter().map(PathBuf::from).find(|place| place.is_file());
    named.or_else(on_path).or_else(in_place)
}

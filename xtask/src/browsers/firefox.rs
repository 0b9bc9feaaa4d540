//! Firefox, with geckodriver.

use std::path::PathBuf;

use super::{Browser, found_or_installed, locate};
use crate::failure::Failure;
use crate::machine::{Machine, env_path};
use crate::tools::{Apt, geckodriver};
use crate::version::Version;

const MAC: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// The browser, and its driver, which cargo builds because Debian has no package of it.
pub fn ensure(machine: &Machine, apt: Option<&Apt>) -> Result<Browser, Failure> {
    // The browser first: where it cannot be had, building its driver would be three minutes for nothing.
    let (browser, version) = found_or_installed(machine, apt, &["firefox-esr"], find)?;
    let driver = match env_path("GECKODRIVER") {
        Some(driver) => driver,
        None => {
            geckodriver().ensure(machine)?;
            machine
                .which("geckodriver")
                .ok_or_else(|| Failure::new("geckodriver is missing: `cargo install geckodriver` builds it."))?
        }
    };
    Ok(Browser { title: format!("Firefox {version}"), programs: vec![("FIREFOX", browser), ("GECKODRIVER", driver)] })
}

fn find(machine: &Machine) -> Result<(PathBuf, Version), Failure> {
    let browser = locate(machine, &["FIREFOX"], &["firefox-esr", "firefox"], &[MAC]).ok_or_else(|| {
        Failure::new("Firefox is missing: install it (Debian: `apt-get install firefox-esr`), or name it in FIREFOX.")
    })?;
    let version = machine.version_answer(&browser).and_then(|answer| Version::first_in(&answer)).ok_or_else(|| {
        let browser = browser.display();
        Failure::new(format!("`{browser} --version` does not work: install Firefox from a package that is no snap, or name one in FIREFOX."))
    })?;
    Ok((browser, version))
}

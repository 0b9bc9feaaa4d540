//! Chromium or Chrome, with chromedriver.

use super::{Browser, locate};
use crate::failure::Failure;
use crate::machine::Machine;
use crate::version::Version;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const MAC: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The browser and its driver, if both start and belong together.
pub fn find(machine: &Machine) -> Result<Browser, Failure> {
    let missing = |what: &str| {
        Failure::new(format!(
            "{what} is missing: install Chromium or Chrome and chromedriver of the same version \
             (Debian: `apt-get install chromium chromium-driver`), or name them in CHROMIUM and CHROMEDRIVER."
        ))
    };
    let browser = locate(machine, &["CHROMIUM", "CHROME"], &BROWSERS, &MAC).ok_or_else(|| missing("Chromium"))?;
    let driver = locate(machine, &["CHROMEDRIVER"], &["chromedriver"], &[]).ok_or_else(|| missing("chromedriver"))?;
    // Ubuntu's `chromium` is a stub that asks for a snap: it is there, and does not start.
    let version = |program| machine.version_answer(program).and_then(|answer| Version::first_in(&answer));
    let does_not_start = |program: &std::path::Path| {
        Failure::new(format!(
            "`{} --version` does not work: install Chromium or Chrome from a package that is no snap, or name one in CHROMIUM and CHROMEDRIVER.",
            program.display()
        ))
    };
    let own = version(&browser).ok_or_else(|| does_not_start(&browser))?;
    let drivers = version(&driver).ok_or_else(|| does_not_start(&driver))?;
    if own.major() != drivers.major() {
        return Err(Failure::new(format!(
            "chromedriver {drivers} cannot drive Chromium {own}: install both in the same version, or name a pair in CHROMIUM and CHROMEDRIVER."
        )));
    }
    Ok(Browser { title: format!("Chromium {own}"), programs: vec![("CHROMIUM", browser), ("CHROMEDRIVER", driver)] })
}

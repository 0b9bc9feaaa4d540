//! Tools that `cargo install` builds.

use crate::child::run;
use crate::clock::announced;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::version::{Version, names_exactly};

/// A package to install, and how to tell that it is there.
pub struct CargoTool {
    package: &'static str,
    version: String,
    /// Every program of the package that is used here; all must answer with a fitting version.
    programs: &'static [&'static str],
    fits: Fits,
    /// Whether the lock file in the package can be used.
    locked: bool,
    /// How long installing takes, roughly.
    about: &'static str,
}

/// How the tools are compiled: they run for seconds, and whole-program optimisation takes longer than that saves (Trunk: 10 minutes
/// on two cores with it). Who sets these variables is heard.
const PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// Which versions will do.
#[derive(Clone, Copy)]
enum Fits {
    Exactly,
    AtLeast,
}

/// The bundler. Exactly this version: 0.22 changes defaults and wants a newer Rust than rust-toolchain.toml promises.
pub fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        version: "0.21.14".to_owned(),
        programs: &["trunk"],
        fits: Fits::Exactly,
        locked: true,
        about: "5 minutes on two cores",
    }
}

/// The generator of the JavaScript glue, which must be of the same version as the library in Cargo.lock, and the runner
/// of component tests that comes with it.
pub fn wasm_bindgen(version: String) -> CargoTool {
    CargoTool {
        package: "wasm-bindgen-cli",
        version,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        fits: Fits::Exactly,
        // The lock file in 0.2.130 names a version that the registry does not have.
        locked: false,
        about: "2 minutes on two cores",
    }
}

/// Firefox's driver; a newer one drives the same browsers.
pub fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        version: "0.37.1".to_owned(),
        programs: &["geckodriver"],
        fits: Fits::AtLeast,
        locked: false,
        about: "3 minutes on two cores",
    }
}

impl CargoTool {
    /// Installs the tool unless it is there.
    pub fn ensure(&self, machine: &Machine) -> Result<(), Failure> {
        if self.is_there(machine) {
            return Ok(());
        }
        let Self { package, version, .. } = self;
        announced(&format!("{package} {version}"), self.about, || {
            // What others have compiled is there in seconds; where there is none, or no way to it, it is compiled here.
            if machine.which("cargo-binstall").is_some()
                && run(machine.cargo().args([
                    "binstall",
                    "--no-confirm",
                    "--disable-strategies",
                    "compile",
                    "--version",
                    version,
                    package,
                ]))
                .is_ok()
            {
                return Ok(());
            }
            run(machine
                .cargo()
                .args(self.install_args())
                .envs(PROFILE.into_iter().filter(|(name, _)| std::env::var_os(name).is_none())))
        })?;
        if self.is_there(machine) {
            return Ok(());
        }
        Err(Failure::new(format!(
            "{package} {version} is installed but `{} --version` does not say so; `cargo install {package} --version {version} --force` renews it.",
            self.programs.join("` or `"),
        )))
    }

    fn install_args(&self) -> Vec<&str> {
        let mut args = vec!["install", self.package, "--version", &self.version];
        if self.locked {
            args.push("--locked");
        }
        args
    }

    fn is_there(&self, machine: &Machine) -> bool {
        self.programs.iter().all(|program| machine.version_answer(program).is_some_and(|answer| self.accepts(&answer)))
    }

    /// Whether that answer to `--version` is from a fitting version.
    fn accepts(&self, answer: &str) -> bool {
        match self.fits {
            Fits::Exactly => names_exactly(answer, &self.version),
            Fits::AtLeast => Version::first_in(answer) >= Version::first_in(&self.version),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_and_wasm_bindgen_must_be_exactly_the_version() {
        let own = trunk().version;
        assert!(include_str!("../../../.ci/site").contains(&format!("\ntrunk={own}\n")), "hosts build with another");
        assert!(trunk().accepts("trunk 0.21.14"));
        assert!(!trunk().accepts("trunk 0.22.0"));
        assert!(wasm_bindgen("0.2.130".into()).accepts("wasm-bindgen 0.2.130"));
        assert!(!wasm_bindgen("0.2.130".into()).accepts("wasm-bindgen 0.2.131"));
    }

    #[test]
    fn a_newer_geckodriver_will_do_and_an_older_or_broken_one_will_not() {
        assert!(geckodriver().accepts("geckodriver 0.38.0 (x)\n\nThe source code"));
        assert!(!geckodriver().accepts("geckodriver 0.36.0"));
        assert!(!geckodriver().accepts(""));
    }

    #[test]
    fn only_a_lock_file_that_works_is_used() {
        assert_eq!(trunk().install_args(), ["install", "trunk", "--version", "0.21.14", "--locked"]);
        assert_eq!(geckodriver().install_args(), ["install", "geckodriver", "--version", "0.37.1"]);
    }
}

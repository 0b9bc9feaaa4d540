//! What the project's Cargo.lock pins.

use std::fs;

use crate::failure::Failure;
use crate::machine::Machine;

/// The version of `package` in the workspace's Cargo.lock.
pub fn pinned(machine: &Machine, package: &str) -> Result<String, Failure> {
    let path = machine.root().join("Cargo.lock");
    let text = fs::read_to_string(&path)
        .map_err(|error| Failure::new(format!("{} cannot be read ({error}).", path.display())))?;
    version_of(&text, package).map(str::to_owned).ok_or_else(|| {
        Failure::new(format!("Cargo.lock names no version of {package}; `cargo update --workspace` rewrites it."))
    })
}

/// The version of `package` in a lock file. Cargo writes one key a line, `version` straight after `name`.
fn version_of<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_of;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;

    #[test]
    fn a_package_is_not_mistaken_for_its_namesakes_or_for_a_dependency_on_it() {
        assert_eq!(version_of(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_of(LOCK, "wasm-bindgen-futures"), Some("0.4.80"));
    }

    #[test]
    fn a_package_that_is_not_there_has_no_version() {
        assert_eq!(version_of(LOCK, "leptos"), None);
        assert_eq!(version_of("name = \"leptos\"", "leptos"), None);
    }
}

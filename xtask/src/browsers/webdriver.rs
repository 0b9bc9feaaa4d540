//! The capabilities that component tests start Chromium with.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::machine::Machine;

const OPTIONS: &str = "\"goog:chromeOptions\": {";

/// Writes the committed webdriver.json, with the browser's path added, to where it is no file of the repository's.
///
/// The committed file has the flags and no path, because the path differs from machine to machine. Without a path
/// chromedriver looks for a browser itself, and may find another than the one that was checked.
pub fn capabilities(machine: &Machine, browser: &Path) -> Result<PathBuf, Failure> {
    let committed = machine.root().join("webdriver.json");
    let text = fs::read_to_string(&committed)
        .map_err(|error| Failure::new(format!("webdriver.json cannot be read ({error}).")))?;
    let text =
        with_binary(&text, browser).ok_or_else(|| Failure::new(format!("webdriver.json has no `{OPTIONS}`.")))?;
    let folder = machine.root().join("target");
    let written = folder.join("webdriver.json");
    // With CARGO_TARGET_DIR set elsewhere, nobody else makes this folder.
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&written, text))
        .map_err(|error| Failure::new(format!("{} cannot be written ({error}).", written.display())))?;
    Ok(written)
}

fn with_binary(json: &str, browser: &Path) -> Option<String> {
    let (before, after) = json.split_once(OPTIONS)?;
    let path = browser.to_string_lossy().replace('\\', "\\\\").replace('"', "\\\"");
    Some(format!("{before}{OPTIONS}\n    \"binary\": \"{path}\",{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_added_before_the_flags() {
        let json = "{\n  \"goog:chromeOptions\": {\n    \"args\": []\n  }\n}\n";
        let expected = "{\n  \"goog:chromeOptions\": {\n    \"binary\": \"C:\\\\a b\",\n    \"args\": []\n  }\n}\n";
        assert_eq!(with_binary(json, Path::new("C:\\a b")).as_deref(), Some(expected));
        assert_eq!(with_binary("{}", Path::new("/chromium")), None);
    }

    #[test]
    fn the_committed_file_can_be_added_to_and_has_no_path_of_its_own() {
        let committed = include_str!("../../../webdriver.json");
        assert!(with_binary(committed, Path::new("/chromium")).is_some());
        assert!(!committed.contains("\"binary\""));
    }
}

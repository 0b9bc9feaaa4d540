//! The test targets that are there.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// What `tests/` holds, by how it has to be run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Suite {
    /// Targets that need nothing but cargo.
    pub native: Vec<String>,
    /// Whether there are tests of shared votes, which need PostgreSQL and PostgREST.
    pub votes: bool,
    /// Whether there are component tests, which are compiled to wasm and run in Chromium.
    pub components: bool,
    /// The targets that need the built site: `bytes`, and `browser` in each engine.
    pub site: Vec<String>,
}

impl Suite {
    /// Lists the targets as cargo finds them: `tests/NAME.rs` and `tests/NAME/main.rs`.
    ///
    /// They are listed at run time, so that a new test file is run without anyone having to name it here.
    pub fn in_folder(tests: &Path) -> Result<Self, Failure> {
        if !tests.is_dir() {
            return Ok(Self::default());
        }
        let unreadable = |error| Failure::new(format!("The folder {} cannot be read ({error}).", tests.display()));
        let mut names = Vec::new();
        for entry in fs::read_dir(tests).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let is_target =
                path.join("main.rs").is_file() || (path.is_file() && path.extension().is_some_and(|it| it == "rs"));
            if let (true, Some(name)) = (is_target, path.file_stem()) {
                names.push(name.to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(Self::of(names))
    }

    fn of(names: Vec<String>) -> Self {
        let mut suite = Self::default();
        for name in names {
            match name.as_str() {
                "votes" => suite.votes = true,
                "components" => suite.components = true,
                "browser" | "bytes" => suite.site.push(name),
                _ => suite.native.push(name),
            }
        }
        suite
    }

    /// Whether there are tests that drive a browser through the built site.
    pub fn drives_browsers(&self) -> bool {
        self.site.iter().any(|name| name == "browser")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_target_is_run_the_way_it_needs() {
        let suite =
            Suite::of(["browser", "bytes", "components", "content", "tidy", "votes"].map(str::to_owned).to_vec());
        assert_eq!(suite.native, ["content", "tidy"]);
        assert_eq!(suite.site, ["browser", "bytes"]);
        assert!(suite.components && suite.votes && suite.drives_browsers());
    }

    #[test]
    fn without_a_tests_folder_there_are_no_targets() {
        assert_eq!(Suite::in_folder(Path::new("no/such/folder")), Ok(Suite::default()));
    }
}

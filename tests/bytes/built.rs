//! The built site, as a folder of files. The benchmark reads it too.

use std::{env, fs, path::PathBuf};

/// The folder that SHIPSIDE_SITE names, and its page.
pub struct Built {
    pub folder: PathBuf,
    page: String,
}

impl Built {
    /// The site that was built for this run, or one sentence that says what is missing.
    pub fn here() -> Result<Self, String> {
        let folder = env::var_os("SHIPSIDE_SITE").filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let folder = folder.ok_or(
            "SHIPSIDE_SITE is to name the folder of the built site: `cargo xtask test` and `cargo xtask bench` build it and say so.",
        )?;
        let mut built = Self { folder, page: String::new() };
        built.page = built.text("index.html")?;
        Ok(built)
    }

    /// The bytes of a file of the site.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        let path = self.folder.join(name);
        fs::read(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
    }

    /// A file of the site as text.
    pub fn text(&self, name: &str) -> Result<String, String> {
        String::from_utf8(self.read(name)?).map_err(|_| format!("{name} is not text."))
    }

    /// Every file that the page refers to, once.
    pub fn names(&self) -> Vec<String> {
        references(&self.page)
    }

    /// Those of them that end so.
    pub fn named(&self, ending: &str) -> Vec<String> {
        self.names().into_iter().filter(|name| name.ends_with(ending)).collect()
    }
}

/// The files of its own site that a page refers to, sorted, as paths from the root.
pub fn references(page: &str) -> Vec<String> {
    const ENDINGS: [&str; 9] = ["css", "html", "ico", "js", "json", "png", "svg", "wasm", "xml"];
    // A reference follows a quote or an equals sign, and ends where either, a space or a bracket stands.
    let is_end = |c: char| c.is_whitespace() || "'\"`=<>()“”".contains(c);
    let after = page.match_indices(['\'', '"', '`', '=']).map(|(at, mark)| &page[at + mark.len()..]);
    let words = after.map(|rest| rest.split(is_end).next().unwrap_or_default());
    let paths = words.map(|word| word.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/'));
    let files = paths.filter(|path| path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending)));
    let mut files: Vec<String> = files.map(str::to_owned).collect();
    files.sort();
    files.dedup();
    files
}

//! The loader for blogs: named in every build, and in a release told where the site is and minified.

use super::{ScriptError, minify, reserve::reserved_table, scripts, url::address};
use crate::model::Link;
use std::{fs, io, path::Path};

/// Why the loader could not be made.
#[derive(Debug, thiserror::Error)]
pub enum LoaderError {
    /// It is no script, or its names are none.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// It could not be read or written.
    #[error("the loader could not be read or written: {0}")]
    File(#[from] io::Error),
    /// What the build has to say in it has no place there.
    #[error("public/embed.js lacks “{0}”, where the build puts something in")]
    NoPlace(&'static str),
}

/// The file.
pub(super) const LOADER: &str = "embed.js";
/// What stands in it where the table of reserved heights goes.
const RESERVED: &str = "const RESERVED = {};";
/// What stands in it where the address of the site goes.
const HOME: &str = "const HOME = \"\";";

/// Gives names to the loader for blogs, which Trunk has copied as it is written: in every build, whatever the content is like.
pub fn name_loader(staging: &Path) -> Result<(), LoaderError> {
    let source = fs::read_to_string(staging.join(LOADER))?;
    scripts::check_names(&source)?;
    Ok(fs::write(staging.join(LOADER), scripts::loader(&source)?)?)
}

/// The loader of a release. `home` is where the site says that it is: posts believe what comes from there, whatever address
/// of the site they have.
pub fn released_loader(source: &str, home: Option<&Link>) -> Result<String, LoaderError> {
    let source = with(source, RESERVED, &format!("const RESERVED = {};", reserved_table()))
        .ok_or(LoaderError::NoPlace(RESERVED))?;
    let home = home.map(folder).unwrap_or_default();
    let source = with(&source, HOME, &format!("const HOME = {home:?};")).ok_or(LoaderError::NoPlace(HOME))?;
    Ok(minify(&scripts::loader(&source)?).map_err(ScriptError::from)?)
}

/// A script with `new` in the place of `old`, if it has that.
fn with(script: &str, old: &str, new: &str) -> Option<String> {
    script.split_once(old).map(|(before, after)| format!("{before}{new}{after}"))
}

/// The address of a folder as browsers write it, without what is no part of its path.
fn folder(link: &Link) -> String {
    let written = address(link);
    let path = written.split(['?', '#']).next().unwrap_or_default();
    format!("{}/", path.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = include_str!("../../public/embed.js");

    #[test]
    fn a_release_says_where_the_site_is() {
        for (base_url, home) in [
            ("https://site.example/", "https://site.example/"),
            ("https://site.example", "https://site.example/"),
            ("https://name.example/repo?from=here#top", "https://name.example/repo/"),
        ] {
            let script = released_loader(SOURCE, Some(&Link::parse(base_url).unwrap())).unwrap();
            assert!(script.contains(&format!("=[`{home}`,")), "{base_url}: {script}");
        }
        assert!(!released_loader(SOURCE, None).unwrap().contains("site.example"));
    }

    #[test]
    fn a_loader_without_a_place_for_them_is_told() {
        for lost in [RESERVED, HOME] {
            let error = released_loader(&SOURCE.replace(lost, ""), None).unwrap_err().to_string();
            assert!(error.contains(lost), "{error}");
        }
    }
}

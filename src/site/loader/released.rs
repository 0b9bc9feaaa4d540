//! The loader of a release: told where the site is, and minified.

use crate::{
    model::Link,
    scripts::FillError,
    site::{MinifyError, minify, reserve::reserved_table, script_names, url::address},
};

/// Why the loader of a release could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReleasedError {
    /// Its names and those that are declared do not fit.
    #[error("the loader for blogs: {0}")]
    Names(#[from] FillError),
    /// It is not JavaScript.
    #[error("the loader for blogs {0}")]
    Minify(#[from] MinifyError),
    /// What the build has to say in it has no place there.
    #[error("public/embed.js lacks “{0}”, where the build puts something in")]
    NoPlace(&'static str),
}

/// What stands in it where the table of reserved heights goes.
const RESERVED: &str = "const RESERVED = {};";
/// What stands in it where the address of the site goes.
const HOME: &str = "const HOME = \"\";";

/// The loader of a release. `home` is where the site says that it is: posts believe what comes from there, whatever address
/// of the site they have.
pub fn released_loader(source: &str, home: Option<&Link>) -> Result<String, ReleasedError> {
    let source = with(source, RESERVED, &format!("const RESERVED = {};", reserved_table()))
        .ok_or(ReleasedError::NoPlace(RESERVED))?;
    let home = home.map(folder).unwrap_or_default();
    let source = with(&source, HOME, &format!("const HOME = {home:?};")).ok_or(ReleasedError::NoPlace(HOME))?;
    Ok(minify(&script_names::loader(&source)?)?)
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

    const SOURCE: &str = include_str!("../../../public/embed.js");

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

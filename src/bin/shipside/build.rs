//! What the build runs: `shipside index` and `shipside finish`.

use super::check::print;
use shipside::{
    editor::{self, Checked},
    site,
};
use std::{env, path::Path, process::ExitCode};

/// What `check` says of a folder: nothing is made of content with mistakes.
fn judged(dir: &Path) -> Result<Checked, String> {
    let today = editor::today().ok_or("the clock shows no day")?;
    editor::check(dir, today).map_err(|error| error.to_string())
}

/// Writes the index of a folder.
pub fn index(dir: &Path) -> Result<ExitCode, String> {
    let mut checked = judged(dir)?;
    // An index that is there already may be the one that this is about to write.
    checked.findings.retain(|finding| finding.file != "index.json");
    if checked.errors().next().is_some() {
        eprint!("{}", editor::write(&checked, editor::Format::Text, ""));
        return Err("the content has mistakes, so there is no index of it".to_owned());
    }
    let folder = site::Folder::read(dir).map_err(|error| error.to_string())?;
    print(&format!("{}\n", folder.index().map_err(|error| error.to_string())?))?;
    Ok(ExitCode::SUCCESS)
}

/// Finishes what Trunk is building. Who writes or tries needs little of it; the app draws the pages then.
pub fn finish(dir: &Path) -> Result<ExitCode, String> {
    let staging = env::var("TRUNK_STAGING_DIR")
        .map_err(|_| "TRUNK_STAGING_DIR is not set: this is for Trunk to run".to_owned())?;
    let staging = Path::new(&staging);
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    site::name_loader(staging).map_err(|error| error.to_string())?;
    let data = staging.join("data");
    site::copy_content(dir, &data).map_err(|error| format!("{} cannot be copied: {error}", dir.display()))?;
    let checked = judged(dir)?;
    if checked.errors().next().is_some() {
        eprint!("{}", editor::write(&checked, editor::Format::Text, ""));
        if release {
            return Err("the content has mistakes, so nothing was built".to_owned());
        }
        let last = env::var("TRUNK_DIST_DIR").unwrap_or_else(|_| "dist".to_owned());
        let is_kept = editor::keep_last_good(staging, Path::new(&last), &checked)
            .map_err(|error| format!("the last good content could not be kept: {error}"))?;
        // What was good for another version may be none for this; then its content has to do.
        if is_kept && site::Folder::read(&data).is_ok() {
            gather(&data, &data)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    if release {
        make_whole(dir, staging)?;
    } else {
        gather(dir, &data)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Without views, what pages of tools say cannot be written.
#[cfg(not(feature = "draw"))]
fn gather(_: &Path, _: &Path) -> Result<(), String> {
    Err("a build needs --features draw; `cargo xtask finish`, which Trunk runs, adds it".to_owned())
}

/// Writes what the app loads beside the content itself.
#[cfg(feature = "draw")]
fn gather(dir: &Path, out: &Path) -> Result<(), String> {
    let folder = site::Folder::read(dir).map_err(|error| error.to_string())?;
    site::write_gathered(&folder, out).map_err(|error| error.to_string())
}

/// Without the renderer there is nothing to make pages with.
#[cfg(not(feature = "ssr"))]
fn make_whole(_: &Path, _: &Path) -> Result<(), String> {
    Err("a release needs --features ssr; `cargo xtask finish`, which Trunk runs, adds it".to_owned())
}

/// Makes a release of what Trunk built.
#[cfg(feature = "ssr")]
fn make_whole(dir: &Path, staging: &Path) -> Result<(), String> {
    let public_url = env::var("TRUNK_PUBLIC_URL").unwrap_or_default();
    let base = base_of(&public_url);
    if let Some(sentence) = site::disagreement(dir, &public_url, &base) {
        eprintln!("shipside: warning: {sentence}");
    }
    // Cargo's folder, where it is not the usual one, is told to what cargo runs by its own path.
    let target = env::current_exe().ok().and_then(|own| Some(own.parent()?.parent()?.to_owned()));
    let cache = target.unwrap_or_else(env::temp_dir).join("shipside-kept");
    site::finish(dir, staging, site::Release { base, cache }).map_err(|error| error.to_string())
}

/// The path of a public URL, with a slash at both ends: `/`, `/repo/`.
#[cfg(feature = "ssr")]
fn base_of(public_url: &str) -> String {
    let path =
        public_url.split_once("://").map_or(public_url, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let path = path.trim_matches('/');
    // Relative to where the build lies: “.”, “./” and “./repo/”. Folders may begin with a dot, too.
    match path.strip_prefix("./").unwrap_or(path) {
        "" | "." => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_base_is_the_path_of_the_public_url() {
        for (public_url, base) in [
            ("", "/"),
            ("/", "/"),
            (".", "/"),
            ("./", "/"),
            ("/./", "/"),
            ("repo", "/repo/"),
            ("/a/repo/", "/a/repo/"),
            ("./repo/", "/repo/"),
            ("/.site/", "/.site/"),
            ("/site./", "/site./"),
            ("https://name.example", "/"),
            ("https://name.example/.well-known/", "/.well-known/"),
        ] {
            assert_eq!(base_of(public_url), base, "{public_url}");
        }
    }
}

//! What a release still needs once Trunk has built: the index of the content, the app under names of its own contents, and every
//! page as a file.

use super::{
    Assets, CardError, Cards, CollectError, Files, Folder, GatherError, Kept, NameError, PageShell, ReleasedError,
    ScriptError, Sheets,
    hash::hash,
    homes::{blank, homes_of_sources},
    install::{Installed, write_manifest},
    language::is_right_to_left,
    loader::{LOADER, released_loader},
    names::shorten_names,
    scripts, write_gathered, write_pages,
};
use crate::model::{Site, VoteService};
use std::{
    io,
    path::{Path, PathBuf},
    time::Instant,
};

/// Why a build could not be finished.
#[derive(Debug, thiserror::Error)]
pub enum FinishError {
    /// The content is wrong.
    #[error("the content has mistakes, so nothing was built:\n{0}")]
    Content(#[from] CollectError),
    /// What the whole folder says could not be written.
    #[error(transparent)]
    Gather(#[from] GatherError),
    /// The app's two files do not fit together.
    #[error(transparent)]
    Names(#[from] NameError),
    /// A card could not be drawn.
    #[error(transparent)]
    Card(#[from] CardError),
    /// A script could not be made.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// The loader for blogs could not be made.
    #[error(transparent)]
    Loader(#[from] ReleasedError),
    /// A file could not be read or written.
    #[error("a file could not be read or written: {0}")]
    File(#[from] io::Error),
    /// Trunk did not leave a file where it is expected.
    #[error("{0} is not in the build; did Trunk change how it names files?")]
    Missing(&'static str),
}

/// Warnings of one kind, at most.
const WARNINGS: usize = 20;
/// Comparisons up to which brotli's best, and its second best, take half a minute on two cores. The best is a quarter of a second a
/// page and 9 % smaller than what takes 5 ms; what lies between (7 to 9) is hardly smaller than that.
const BEST: usize = 100;
const SECOND: usize = 300;

/// Brotli's quality for the pages of so many comparisons.
fn quality(comparisons: usize) -> u32 {
    match comparisons {
        few if few <= BEST => 11,
        some if some <= SECOND => 10,
        _ => 6,
    }
}

/// Where a release goes, and what helps to make it.
pub struct Release {
    /// The path that the site is deployed at, with a slash at both ends.
    pub base: String,
    /// A folder that outlives the build, for what need not be made twice.
    pub cache: PathBuf,
}

/// Makes the release in `staging` whole, whose content is in `data`.
pub fn finish(data: &Path, staging: &Path, release: Release) -> Result<(), FinishError> {
    let folder = Folder::read(data)?;
    write_gathered(&folder, &staging.join("data"))?;
    let Release { base, cache } = release;
    let begun = Instant::now();
    let files = Files::new(staging, Some(quality(folder.comparisons.len()))).keeping(Kept::new(cache.join("copies")));
    let cards = Cards::new(Some(cache.join("cards")))?;
    let (sheets, style) = stylesheets(&files, &unneeded(&folder.site.value))?;
    let (glue, wasm) = write_app(&files, &style)?;
    let icon = files.named("icon-", ".svg")?.pop().ok_or(FinishError::Missing("the icon"))?;
    let Installed { manifest, touch } = write_manifest(&files.text(&icon)?, &base, &folder.site.value, &cards, &files)?;
    let builder = write_builder(&files)?;
    write_loader(&files, &folder.site.value)?;
    let assets = Assets { glue, wasm, icon, touch, manifest, builder };
    let shell = PageShell::new(&base, &sheets, &assets, &folder.site.value)?;
    let written = write_pages(&folder, &shell, Some(&cards), &files)?;
    files.squeeze_rest()?;
    warn(&cards.warnings());
    warn(&files.beyond_limits()?);
    files.tidy();
    cards.tidy();
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "prerendered {} pages, {} bytes, {seconds:.1} s with cards, minifying and compression",
        written.pages, written.bytes
    );
    Ok(())
}

/// Says what is not as its author would expect; of many alike, the first.
fn warn(sentences: &[String]) {
    for sentence in sentences.iter().take(WARNINGS) {
        eprintln!("shipside: warning: {sentence}");
    }
    match sentences.len().saturating_sub(WARNINGS) {
        0 => {}
        more => {
            eprintln!("shipside: warning: and {more} more like these")
        }
    }
}

/// Minifies the app's script, takes long names and this machine's folder out of its WebAssembly, and names both by their contents:
/// Trunk's names are older than what wasm-opt and this made of the files.
fn write_app(files: &Files, style: &str) -> Result<(String, String), FinishError> {
    let old_wasm = files.named("shipside-app-", "_bg.wasm")?.pop().ok_or(FinishError::Missing("the WebAssembly"))?;
    let old_glue = files.named("shipside-app-", ".js")?.pop().ok_or(FinishError::Missing("its script"))?;
    let mut wasm = files.bytes(&old_wasm)?;
    for home in homes_of_sources() {
        blank(&mut wasm, &home);
    }
    let (wasm, glue) = shorten_names(&wasm, &files.text(&old_glue)?)?;
    let glue = scripts::with_the_app(&glue, style)?;
    for old in [old_wasm, old_glue] {
        files.remove(&old)?;
    }
    let hash = hash(&[&wasm, glue.as_bytes()]);
    let (new_glue, new_wasm) = (format!("shipside-app-{hash}.js"), format!("shipside-app-{hash}_bg.wasm"));
    files.write(&new_wasm, &wasm)?;
    files.write(&new_glue, glue.as_bytes())?;
    Ok((new_glue, new_wasm))
}

/// The loader for blogs, under the name that posts have and, for who wants to cache it for ever, under one of its contents.
fn write_loader(files: &Files, site: &Site) -> Result<(), FinishError> {
    let script = released_loader(&files.text(LOADER)?, site.base_url.as_ref())?;
    files.write(LOADER, script.as_bytes())?;
    files.write(&format!("shipside-embed-{}.js", hash(&[script.as_bytes()])), script.as_bytes())?;
    Ok(())
}

/// The embed builder's script, named by its contents.
fn write_builder(files: &Files) -> Result<String, FinishError> {
    let script = scripts::builder()?;
    let name = format!("shipside-builder-{}.js", hash(&[script.as_bytes()]));
    files.write(&name, script.as_bytes())?;
    Ok(name)
}

/// Stylesheets that other sites need, and this one does not.
fn unneeded(site: &Site) -> Vec<&'static str> {
    let all = [("rtl", is_right_to_left(&site.language)), ("shared", site.votes != VoteService::Local)];
    all.into_iter().filter_map(|(name, is_needed)| (!is_needed).then_some(name)).collect()
}

/// All stylesheets but the unneeded, in the order in which `index.html` links them. Pages carry them inline, so the files go; what only
/// some kinds of pages need, theirs alone. And the name of a file with what a comparison's page lacks, for who goes on from there to
/// pages of other kinds.
fn stylesheets(files: &Files, unneeded: &[&str]) -> Result<(Sheets, String), FinishError> {
    let index = files.text("index.html")?;
    let mut sheets = files.named("", ".css")?;
    sheets.sort_by_key(|name| index.find(name.as_str()));
    let (mut css, mut others) = (Sheets::default(), String::new());
    for name in sheets {
        let text = files.text(&name)?;
        match name.split_once('-') {
            Some((name @ ("home" | "live" | "pick" | "pictures"), _)) => {
                if name == "live" {
                    css.builder.push_str(&text);
                }
                css.list.push_str(&text);
                css.tool.push_str(&text);
                others.push_str(&text);
            }
            Some(("tool", _)) => {
                css.tool.push_str(&text);
                others.push_str(&text);
            }
            Some(("panel", _)) => {
                css.panel.push_str(&text);
                others.push_str(&text);
            }
            Some((name, _)) if unneeded.contains(&name) => {}
            Some(("embed", _)) => css.embed.push_str(&text),
            Some(("builder", _)) => css.builder.push_str(&text),
            // Whoever prints a post prints its embeds as they are.
            Some(("chrome" | "print", _)) => {
                css.reading.push_str(&text);
                css.builder.push_str(&text);
            }
            _ => css.all.push_str(&text),
        }
        files.remove(&name)?;
    }
    let name = format!("shipside-style-{}.css", hash(&[others.as_bytes()]));
    files.write(&name, others.as_bytes())?;
    Ok((css, name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use std::{env, fs, process, sync::Arc};

    #[test]
    fn what_only_other_sites_need_is_not_carried() {
        let site = |language: &str, votes: &str| {
            let text = format!(
                r#"{{ "schema": 1, "name": "A", "tagline": "", "language": "{language}", "panel": [], "votes": {votes} }}"#
            );
            Arc::unwrap_or_clone(content::site(text.as_str()).unwrap().value)
        };
        let (local, shared) =
            (r#"{ "backend": "local" }"#, r#"{ "backend": "postgrest", "url": "https://votes.test/" }"#);
        for (site, carried) in [
            (site("en", local), "a{}"),
            (site("ar", local), "a{}c{}"),
            (site("en", shared), "a{}b{}"),
            (site("ar", shared), "a{}b{}c{}"),
        ] {
            let folder = env::temp_dir().join(format!("shipside-sheets-{}-{}", carried.len(), process::id()));
            fs::create_dir_all(&folder).unwrap();
            let sheets = [("base-1.css", "a{}"), ("shared-2.css", "b{}"), ("rtl-3.css", "c{}")];
            for (name, text) in [("index.html", "base-1.css shared-2.css rtl-3.css")].into_iter().chain(sheets) {
                fs::write(folder.join(name), text).unwrap();
            }
            let own = stylesheets(&Files::new(&folder, None), &unneeded(&site)).unwrap().0;
            let left = sheets.iter().filter(|(name, _)| folder.join(name).exists());
            assert_eq!((own.all.as_str(), left.count()), (carried, 0));
            fs::remove_dir_all(&folder).unwrap();
        }
    }
}

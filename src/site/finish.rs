//! What a build still needs once Trunk has built: the index of the content and, in a release, the slimmed app under names of
//! its own contents, and every page as a file.

use super::{CollectError, Folder, PageShell, SlimError, pages::write_pages, slim, squeezed::squeeze};
use crate::content::write_catalogue;
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Instant,
};

/// Why a build could not be finished.
#[derive(Debug, thiserror::Error)]
pub enum FinishError {
    /// The content is wrong.
    #[error("the content has mistakes, so nothing was built:\n{0}")]
    Content(#[from] CollectError),
    /// The app could not be slimmed.
    #[error(transparent)]
    Slim(#[from] SlimError),
    /// A file could not be read or written.
    #[error("a file could not be read or written: {0}")]
    File(#[from] io::Error),
    /// Trunk did not leave a file where it is expected.
    #[error("{0} is not in the build; did Trunk change how it names files?")]
    Missing(&'static str),
}

/// Comparisons above which compression takes longer than it is worth.
const MANY: usize = 300;

/// The folder that is being built.
pub(super) struct Files {
    folder: PathBuf,
    /// Brotli's quality for pages: the best where that takes seconds, less for thousands of pages.
    quality: u32,
}

impl Files {
    /// Writes a file below the folder, and its compressed copies. A leading slash is the folder itself.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.folder.join(path.trim_start_matches('/'));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, bytes)?;
        let is_app = path.extension().is_some_and(|ending| ending == "wasm" || ending == "js");
        squeeze(&path, bytes, if is_app { 11 } else { self.quality })
    }

    fn read(&self, name: &str) -> io::Result<String> {
        fs::read_to_string(self.folder.join(name))
    }

    /// The names in the folder that begin and end so, sorted.
    fn named(&self, begin: &str, end: &str) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(begin) && name.ends_with(end) {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }
}

/// Finishes the build in `staging`, whose content is in `data`. A release, for a site at `base`, is made whole.
pub fn finish(data: &Path, staging: &Path, release: Option<&str>) -> Result<(), FinishError> {
    let folder = Folder::read(data)?;
    let missing = |id| CollectError::Wrong(vec![format!("there is no tool called “{id}”")]);
    let catalogue = folder.catalogue().map_err(missing)?;
    fs::write(staging.join("data/index.json"), write_catalogue(&catalogue))?;
    let Some(base) = release else { return Ok(()) };
    let begun = Instant::now();
    let quality = if folder.comparisons.len() <= MANY { 11 } else { 9 };
    let files = Files { folder: staging.to_owned(), quality };
    let (glue, wasm) = slim_app(&files)?;
    let icon = files.named("icon-", ".svg")?.pop().ok_or(FinishError::Missing("the icon"))?;
    let css = stylesheets(&files)?;
    let shell = PageShell::new(base, &css, &glue, &wasm, &icon, &folder.site.value);
    let written = write_pages(&folder, catalogue, &shell, &files)?;
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "prerendered {} pages, {} bytes, {seconds:.1} s with slimming and compression",
        written.pages, written.bytes
    );
    Ok(())
}

/// Slims the app, and names it by its contents: Trunk's names are older than what wasm-opt and this made of the files.
fn slim_app(files: &Files) -> Result<(String, String), FinishError> {
    let old_wasm = files.named("shipside-app-", "_bg.wasm")?.pop().ok_or(FinishError::Missing("the WebAssembly"))?;
    let old_glue = files.named("shipside-app-", ".js")?.pop().ok_or(FinishError::Missing("its script"))?;
    let (wasm, glue) = slim(&fs::read(files.folder.join(&old_wasm))?, &files.read(&old_glue)?, &cargo_home())?;
    for old in [old_wasm, old_glue] {
        fs::remove_file(files.folder.join(old))?;
    }
    let hash = hash(&[&wasm, glue.as_bytes()]);
    let (new_glue, new_wasm) = (format!("shipside-app-{hash}.js"), format!("shipside-app-{hash}_bg.wasm"));
    files.write(&new_wasm, &wasm)?;
    files.write(&new_glue, glue.as_bytes())?;
    Ok((new_glue, new_wasm))
}

/// The folder that cargo keeps sources in.
fn cargo_home() -> String {
    let home = || std::env::home_dir().map(|home| home.join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home).unwrap_or_default().display().to_string()
}

/// All stylesheets in the order in which `index.html` links them. Pages carry them inline, so the files go.
fn stylesheets(files: &Files) -> Result<String, FinishError> {
    let index = files.read("index.html")?;
    let mut sheets = files.named("", ".css")?;
    sheets.sort_by_key(|name| index.find(name.as_str()));
    let mut css = String::new();
    for name in sheets {
        css.push_str(&files.read(&name)?);
        fs::remove_file(files.folder.join(name))?;
    }
    Ok(css)
}

/// 64 bits of FNV-1a: enough to tell one deployment's files from another's.
fn hash(parts: &[&[u8]]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.iter().copied().flatten() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

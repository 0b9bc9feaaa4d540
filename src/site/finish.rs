//! What a build still needs once Trunk has built: the index of the content and, in a release, the slimmed app under names of
//! its own contents.

use super::{CollectError, SlimError, catalogue, slim};
use crate::content::write_catalogue;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Why a build could not be finished.
#[derive(Debug, thiserror::Error)]
pub enum FinishError {
    /// The content is wrong.
    #[error(transparent)]
    Content(#[from] CollectError),
    /// The app could not be slimmed.
    #[error(transparent)]
    Slim(#[from] SlimError),
    /// A file could not be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// Trunk did not leave a file where it is expected.
    #[error("{0} is not in the build; did Trunk change how it names files?")]
    Missing(&'static str),
}

/// Finishes the build in `staging`, whose content is in `data`.
pub fn finish(data: &Path, staging: &Path, release: bool) -> Result<(), FinishError> {
    write(&staging.join("data/index.json"), write_catalogue(&catalogue(data)?).as_bytes())?;
    if release { slim_app(staging) } else { Ok(()) }
}

/// Slims the app, and names it by its contents: Trunk's names are older than what wasm-opt and this made of the files.
fn slim_app(staging: &Path) -> Result<(), FinishError> {
    let (wasm, glue) = (find(staging, "_bg.wasm")?, find(staging, ".js")?);
    let index = staging.join("index.html");
    let page = String::from_utf8_lossy(&read(&index)?).into_owned();
    let (slim_wasm, slim_glue) = slim(&read(&wasm)?, &String::from_utf8_lossy(&read(&glue)?))?;
    let hash = hash(&[&slim_wasm, slim_glue.as_bytes()]);
    let (new_wasm, new_glue) = (format!("shipside-app-{hash}_bg.wasm"), format!("shipside-app-{hash}.js"));
    write(&staging.join(&new_wasm), &slim_wasm)?;
    write(&staging.join(&new_glue), slim_glue.as_bytes())?;
    write(&index, page.replace(&name(&wasm), &new_wasm).replace(&name(&glue), &new_glue).as_bytes())?;
    for (old, new) in [(wasm, new_wasm), (glue, new_glue)] {
        if name(&old) != new {
            fs::remove_file(&old).map_err(|error| FinishError::File { path: old, error })?;
        }
    }
    Ok(())
}

/// The app's file with that ending.
fn find(staging: &Path, ending: &'static str) -> Result<PathBuf, FinishError> {
    let failed = |error| FinishError::File { path: staging.to_owned(), error };
    for entry in fs::read_dir(staging).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if name(&path).starts_with("shipside-app-") && name(&path).ends_with(ending) {
            return Ok(path);
        }
    }
    Err(FinishError::Missing(ending))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<Vec<u8>, FinishError> {
    fs::read(path).map_err(|error| FinishError::File { path: path.to_owned(), error })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), FinishError> {
    fs::write(path, bytes).map_err(|error| FinishError::File { path: path.to_owned(), error })
}

/// 64 bits of FNV-1a: enough to tell one deployment's files from another's.
fn hash(parts: &[&[u8]]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in parts.iter().copied().flatten() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

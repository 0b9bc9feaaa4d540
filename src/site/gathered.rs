//! What a build finds out by looking at the whole folder, as files for pages that the app loads.

use super::{CollectError, Folder, Lists, Relations, sketch::plotted};
use std::{fs, io, path::Path};

/// Why they could not be written.
#[derive(Debug, thiserror::Error)]
pub enum GatherError {
    /// The content is wrong.
    #[error("the content has mistakes, so nothing was built:\n{0}")]
    Content(#[from] CollectError),
    /// A file could not be written.
    #[error("the lists of the content could not be written: {0}")]
    File(#[from] io::Error),
}

/// Writes the lists of a folder, and what its tools and reviewers have to do with each other, into the folder `out`.
pub fn write_gathered(folder: &Folder, out: &Path) -> Result<(), GatherError> {
    let missing = |id| CollectError::Wrong(vec![format!("there is no tool called “{id}”")]);
    let catalogue = plotted(folder.catalogue().map_err(missing)?);
    for (name, json) in Lists::of(&catalogue, &folder.front(&catalogue)).named() {
        fs::write(out.join(name), json)?;
    }
    for within in ["portraits", "panel"] {
        fs::create_dir_all(out.join(within))?;
    }
    for (name, json) in Relations::of(folder, &catalogue).files() {
        fs::write(out.join(name), json)?;
    }
    Ok(())
}

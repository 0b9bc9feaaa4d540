//! The loader for blogs, which `public/embed.js` is the source of.

#[cfg(feature = "ssr")]
mod released;

use super::script_names;
use crate::scripts::FillError;
#[cfg(feature = "ssr")]
pub use released::{ReleasedError, released_loader};
use std::{fs, io, path::Path};

/// Why the loader could not be given its names.
#[derive(Debug, thiserror::Error)]
pub enum LoaderError {
    /// They and those that are declared do not fit.
    #[error("the loader for blogs: {0}")]
    Names(#[from] FillError),
    /// Its file could not be read or written.
    #[error("the loader for blogs could not be read or written: {0}")]
    File(#[from] io::Error),
}

/// The file.
pub(super) const LOADER: &str = "embed.js";

/// Gives names to the loader for blogs, which Trunk has copied as it is written: in every build, whatever the content is like.
pub fn name_loader(staging: &Path) -> Result<(), LoaderError> {
    let source = fs::read_to_string(staging.join(LOADER))?;
    script_names::check_names(&source)?;
    Ok(fs::write(staging.join(LOADER), script_names::loader(&source)?)?)
}

//! Precompressed copies, for hosts that serve them.

use flate2::{Compression, write::GzEncoder};
use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// Endings of files that shrink.
const SHRINK: [&str; 9] = ["html", "js", "wasm", "json", "xml", "svg", "css", "txt", "webmanifest"];

/// Whether a file is of a kind that shrinks.
pub(super) fn shrinks(path: &Path) -> bool {
    path.extension().is_some_and(|ending| SHRINK.iter().any(|shrink| ending == *shrink))
}

/// Writes `.br` and `.gz` beside a file, if it is of a kind that shrinks and they are smaller. `quality` is brotli's, 0 to 11.
pub(super) fn squeeze(path: &Path, bytes: &[u8], quality: u32) -> io::Result<()> {
    if !shrinks(path) {
        return Ok(());
    }
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(bytes)?;
    put(&beside(path, ".gz"), &gz.finish()?, bytes.len())?;
    let mut br = Vec::new();
    brotli::CompressorWriter::new(&mut br, 1 << 16, quality, 24).write_all(bytes)?;
    put(&beside(path, ".br"), &br, bytes.len())
}

/// The path of a file's copy.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Writes a copy where it is smaller than the file; one that is not would cost its reader time and bytes.
fn put(copy: &Path, squeezed: &[u8], len: usize) -> io::Result<()> {
    if squeezed.len() < len {
        return fs::write(copy, squeezed);
    }
    match fs::remove_file(copy) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

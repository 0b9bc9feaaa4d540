//! Precompressed copies, for hosts that serve them.

use super::kept::{Fingerprint, Kept, fingerprint};
use flate2::{Compression, write::GzEncoder};
use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// Endings of files that shrink.
const SHRINK: [&str; 9] = ["html", "js", "wasm", "json", "xml", "svg", "css", "txt", "webmanifest"];

/// Whether a file is of a kind that shrinks.
pub(super) fn shrinks(path: &Path) -> bool {
    path.extension().is_some_and(|ending| SHRINK.iter().any(|shrink| ending == *shrink))
}

/// What decides, besides a file's bytes, how its copies come out: this file, and the versions of what it calls.
static HOW: LazyLock<Fingerprint> =
    LazyLock::new(|| fingerprint(&[include_bytes!("squeezed.rs"), include_bytes!("../../Cargo.lock")]));

/// Writes `.br` and `.gz` beside a file, if it is of a kind that shrinks and they are smaller. `quality` is brotli's, 0 to 11.
/// Copies of the same bytes are made once, where there is something that keeps them.
pub(super) fn squeeze(path: &Path, bytes: &[u8], quality: u32, kept: Option<&Kept>) -> io::Result<()> {
    if !shrinks(path) {
        return Ok(());
    }
    let make = || both(bytes, quality);
    let both = match kept {
        Some(kept) => kept.get_or(&[&HOW, &quality.to_le_bytes(), bytes], make)?,
        None => make()?,
    };
    let (gz, br) = parted(&both).ok_or_else(|| io::Error::other("a kept copy is not what was made"))?;
    put(&beside(path, ".gz"), gz, bytes.len())?;
    put(&beside(path, ".br"), br, bytes.len())
}

/// Both copies, kept in one file: what a large site that is built again waits for is the opening of files. The length of the first
/// stands before it, in eight bytes.
fn both(bytes: &[u8], quality: u32) -> io::Result<Vec<u8>> {
    let gz = gzip(bytes)?;
    Ok([(gz.len() as u64).to_le_bytes().as_slice(), &gz, &brotli(bytes, quality)?].concat())
}

fn parted(both: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, both) = both.split_first_chunk()?;
    both.split_at_checked(usize::try_from(u64::from_le_bytes(*len)).ok()?)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(bytes)?;
    gz.finish()
}

fn brotli(bytes: &[u8], quality: u32) -> io::Result<Vec<u8>> {
    let mut br = Vec::new();
    brotli::CompressorWriter::new(&mut br, 1 << 16, quality, 24).write_all(bytes)?;
    Ok(br)
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

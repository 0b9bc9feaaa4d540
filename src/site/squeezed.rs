//! Precompressed copies, for hosts that serve them.

use flate2::{Compression, write::GzEncoder};
use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

/// Endings of files that shrink.
const SHRINK: [&str; 9] = ["html", "js", "wasm", "json", "xml", "svg", "css", "txt", "webmanifest"];

/// Writes `.br` and `.gz` beside a file, if it is of a kind that shrinks. `quality` is brotli's, 0 to 11.
pub(super) fn squeeze(path: &Path, bytes: &[u8], quality: u32) -> io::Result<()> {
    if !path.extension().is_some_and(|ending| SHRINK.iter().any(|shrink| ending == *shrink)) {
        return Ok(());
    }
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        name
    };
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(bytes)?;
    fs::write(beside(".gz"), gz.finish()?)?;
    let mut br = Vec::new();
    brotli::CompressorWriter::new(&mut br, 1 << 16, quality, 24).write_all(bytes)?;
    fs::write(beside(".br"), br)
}

//! How large files are on their way to a reader. The benchmark prints the same table.

use super::built::Built;
use flate2::{Compression, write::GzEncoder};
use std::{
    fmt::Write as _,
    io::{self, Write as _},
    ops::Add,
};

/// One file, or several that are fetched one by one, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    pub raw: usize,
    /// Level 9.
    pub gzip: usize,
    /// Quality 11, window 24.
    pub brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> io::Result<Self> {
        Ok(Self { raw: bytes.len(), gzip: gzip(bytes, 9)?.len(), brotli: brotli(bytes, 11)?.len() })
    }
}

impl Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// As a host with gzip sends it.
pub fn gzip(bytes: &[u8], level: u32) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// As a host with brotli sends it.
pub fn brotli(bytes: &[u8], quality: u32) -> io::Result<Vec<u8>> {
    let mut encoder = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 24);
    encoder.write_all(bytes)?;
    Ok(encoder.into_inner())
}

/// A comparison of two tools, as most are.
const COMPARISON: &str = "compare/smolvlm2-turbo-vs-mistral-medium-3/index.html";

/// What a reader downloads: the app's two files, and pages with all their style.
pub fn of_site(site: &Built) -> Result<Vec<(&'static str, Size)>, String> {
    let one = |ending: &str| match site.named(ending).as_slice() {
        [name] => Ok(name.clone()),
        names => Err(format!("index.html is to refer to one {ending} file, and refers to {names:?}.")),
    };
    let size = |name: &str| {
        let bytes = site.read(name)?;
        Size::of(&bytes).map_err(|error| format!("{name} cannot be compressed: {error}."))
    };
    let (wasm, js) = (size(&one(".wasm")?)?, size(&one(".js")?)?);
    // Style that is not in the pages themselves.
    let sheets: Vec<Size> = site.named(".css").iter().map(|name| size(name)).collect::<Result<_, _>>()?;
    let css = sheets.into_iter().fold(Size::default(), Add::add);
    let (home, comparison) = (size("index.html")? + css, size(COMPARISON)? + css);
    let app = wasm + js;
    Ok(vec![
        ("wasm", wasm),
        ("js", js),
        ("wasm + js", app),
        ("home, with style", home),
        ("comparison, with style", comparison),
        ("comparison and app", comparison + app),
    ])
}

/// The sizes as a table of text.
pub fn table(rows: &[(&'static str, Size)]) -> String {
    let mut out = format!("{:<30}{:>12}{:>12}{:>12}\n", "Sizes, bytes", "raw", "gzip-9", "brotli-11");
    for (name, Size { raw, gzip, brotli }) in rows {
        let _ = writeln!(out, "{name:<30}{raw:>12}{gzip:>12}{brotli:>12}");
    }
    out
}

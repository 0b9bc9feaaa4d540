//! Compressed copies: beside every file that shrinks, of just that file, and smaller.

use flate2::read::GzDecoder;
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// Endings of files that are text or WebAssembly.
const TEXTS: [&str; 10] = ["html", "js", "wasm", "json", "xml", "svg", "css", "txt", "webmanifest", "md"];

fn unpacked(bytes: &[u8], ending: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let read = match ending {
        "br" => brotli::Decompressor::new(bytes, 4096).read_to_end(&mut out),
        _ => GzDecoder::new(bytes).read_to_end(&mut out),
    };
    read.ok().map(|_| out)
}

/// Every file below a folder.
pub fn every_file(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found
}

/// How many files have copies below a folder, and what is wrong with any.
pub fn judge(folder: &Path) -> (usize, Vec<String>) {
    let (mut with_copies, mut faults) = (0, Vec::new());
    for path in every_file(folder) {
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if ["br", "gz"].contains(&ending.as_str()) && !path.with_extension("").exists() {
            faults.push(format!("{} is a copy of nothing", path.display()));
        }
        if !TEXTS.contains(&ending.as_str()) {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        for ending in ["br", "gz"] {
            let copy = PathBuf::from(format!("{}.{ending}", path.display()));
            match fs::read(&copy) {
                Ok(copy) if copy.len() >= bytes.len() => faults.push(format!("{}: larger", path.display())),
                Ok(copy) if unpacked(&copy, ending).as_ref() == Some(&bytes) => with_copies += 1,
                Ok(_) => faults.push(format!("{} is a copy of something else", copy.display())),
                // What is this short may not shrink.
                Err(_) if bytes.len() < 150 => {}
                Err(_) => faults.push(format!("{} has no .{ending}", path.display())),
            }
        }
    }
    (with_copies, faults)
}

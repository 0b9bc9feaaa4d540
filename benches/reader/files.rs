//! The files of a host, each compressed once, and what is answered for a path.

use crate::{
    media_type::media_type,
    size::{brotli, gzip},
};
use std::{collections::HashMap, fs, io, path::Path, sync::Arc};

/// A file as it is sent.
pub struct File {
    kind: &'static str,
    plain: Vec<u8>,
    gzip: Vec<u8>,
    brotli: Vec<u8>,
}

/// Files by their paths.
pub type Files = HashMap<String, Arc<File>>;

/// Below this folder, every page is served once more, as it would be if the site had no script at all.
pub const BARE: &str = "/bare";

impl File {
    /// The file at that path.
    pub fn new(path: &str, plain: Vec<u8>) -> io::Result<Arc<Self>> {
        let (gzip, brotli) = (gzip(&plain, 6)?, brotli(&plain, 5)?);
        Ok(Arc::new(Self { kind: media_type(path), plain, gzip, brotli }))
    }
}

/// A page without scripts, and without the links that fetch some.
fn without_scripts(page: &str) -> String {
    let mut bare = page.to_owned();
    for (begin, end) in [("<script", "</script>"), ("<link rel=\"modulepreload\"", ">"), ("<link rel=\"preload\"", ">")]
    {
        while let Some((before, rest)) = bare.split_once(begin) {
            let after = rest.split_once(end).map_or("", |(_, after)| after);
            bare = format!("{before}{after}");
        }
    }
    bare
}

/// Reads and compresses all files of a folder; their paths begin with `path`.
pub fn walk(folder: &Path, path: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &path, files)?;
        } else if !path.ends_with(".br") && !path.ends_with(".gz") {
            let plain = fs::read(entry.path())?;
            if path.ends_with(".html") {
                let bare = without_scripts(&String::from_utf8_lossy(&plain)).into_bytes();
                files.insert(format!("{BARE}{path}"), File::new(&path, bare)?);
            }
            files.insert(path.clone(), File::new(&path, plain)?);
        }
    }
    Ok(())
}

/// The whole answer for a path: its head and its body.
pub fn answer(path: &str, accepted: &str, files: &Files) -> Vec<u8> {
    let page = format!("{}/index.html", path.trim_end_matches('/'));
    // An address without a file of its own is the app's page, as long as it cannot be a missing file.
    let app = (!path.rsplit('/').next().unwrap_or_default().contains('.')).then_some("/index.html");
    let found = [Some(path), Some(&page), app].into_iter().flatten().find_map(|path| files.get(path));
    let Some(file) = found else { return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec() };
    let takes = |encoding: &str| accepted.split(',').any(|word| word.trim() == encoding);
    let (encoding, body) = match file {
        file if takes("br") && file.brotli.len() < file.plain.len() => ("Content-Encoding: br\r\n", &file.brotli),
        file if takes("gzip") && file.gzip.len() < file.plain.len() => ("Content-Encoding: gzip\r\n", &file.gzip),
        file => ("", &file.plain),
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\n{encoding}Content-Length: {}\r\nVary: Accept-Encoding\r\n\
         Cache-Control: max-age=600\r\n\r\n",
        file.kind,
        body.len(),
    );
    [head.as_bytes(), body].concat()
}

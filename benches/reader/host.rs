//! A static host as a site like this has one: every file compressed once, and sent as the browser asks for it.

use crate::size::{brotli, gzip};
use std::{collections::HashMap, fs, io, path::Path, sync::Arc, thread};
use tiny_http::{Header, Request, Response, Server};

/// Chromium opens six connections to a host at most; each needs somebody who answers.
const WORKERS: usize = 8;

/// A running host, on a port of its own.
pub struct Host {
    server: Arc<Server>,
    origin: String,
}

struct File {
    kind: &'static str,
    plain: Vec<u8>,
    gzip: Vec<u8>,
    brotli: Vec<u8>,
}

type Files = HashMap<String, File>;

impl Host {
    /// Reads and compresses the site in that folder, and serves it until this is dropped.
    pub fn start(site: &Path) -> Result<Self, String> {
        let mut files = Files::new();
        walk(site, "", &mut files).map_err(|error| format!("{} cannot be read: {error}.", site.display()))?;
        let server = Server::http("127.0.0.1:0").map_err(|error| format!("No host can be started: {error}."))?;
        let origin = format!("http://{}", server.server_addr());
        let (server, files) = (Arc::new(server), Arc::new(files));
        for _ in 0..WORKERS {
            let (server, files) = (server.clone(), files.clone());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // Whoever went away in the meantime needs no answer.
                    let _ = answer(request, &files);
                }
            });
        }
        Ok(Self { server, origin })
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        (0..WORKERS).for_each(|_| self.server.unblock());
    }
}

fn walk(folder: &Path, path: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &path, files)?;
        } else {
            let plain = fs::read(entry.path())?;
            let (gzip, brotli) = (gzip(&plain, 6)?, brotli(&plain, 5)?);
            files.insert(path.clone(), File { kind: kind(&path), plain, gzip, brotli });
        }
    }
    Ok(())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

fn answer(request: Request, files: &Files) -> io::Result<()> {
    let path = request.url().split('?').next().unwrap_or_default().to_owned();
    let page = format!("{}/index.html", path.trim_end_matches('/'));
    // An address without a file of its own is the app's page, as long as it cannot be a missing file.
    let app = (!path.rsplit('/').next().unwrap_or_default().contains('.')).then_some("/index.html");
    let found = [Some(path.as_str()), Some(&page), app].into_iter().flatten().find_map(|path| files.get(path));
    let Some(file) = found else { return request.respond(Response::empty(404)) };
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    let accepts = |encoding: &str| accepted.is_some_and(|header| header.value.as_str().contains(encoding));
    let (encoding, body) = match file {
        file if accepts("br") && file.brotli.len() < file.plain.len() => ("br", &file.brotli),
        file if accepts("gzip") && file.gzip.len() < file.plain.len() => ("gzip", &file.gzip),
        file => ("identity", &file.plain),
    };
    let fields = [
        ("Content-Type", file.kind),
        ("Content-Encoding", encoding),
        ("Vary", "Accept-Encoding"),
        ("Cache-Control", "max-age=600"),
    ];
    // One piece with its length, as files are sent.
    let response = Response::from_data(body.as_slice()).with_chunked_threshold(usize::MAX);
    let headers = fields.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok());
    request.respond(headers.fold(response, Response::with_header))
}

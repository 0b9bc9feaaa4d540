//! A static host as a site like this has one: every file compressed once, sent as the browser asks for it, over connections
//! that are kept.

use crate::{
    media_type::media_type,
    post,
    size::{brotli, gzip},
};
use std::{
    collections::HashMap,
    fs,
    io::{self, BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// A running host, on a port of its own. It runs as long as the benchmark does.
pub struct Host {
    address: SocketAddr,
    sent: Arc<Sent>,
}

/// What has been answered so far.
#[derive(Default)]
struct Sent {
    requests: AtomicUsize,
    bytes: AtomicUsize,
}

struct File {
    kind: &'static str,
    plain: Vec<u8>,
    gzip: Vec<u8>,
    brotli: Vec<u8>,
}

/// Below this folder, every page is served once more, as it would be if the site had no script at all.
pub const BARE: &str = "/bare";

impl File {
    fn new(path: &str, plain: Vec<u8>) -> io::Result<Self> {
        let (gzip, brotli) = (gzip(&plain, 6)?, brotli(&plain, 5)?);
        Ok(Self { kind: media_type(path), plain, gzip, brotli })
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

type Files = HashMap<String, File>;

impl Host {
    /// Reads and compresses the site in that folder, and serves it. Other folders are served below the paths they come with.
    pub fn start(site: &Path, others: &[(&str, &Path)]) -> Result<Self, String> {
        let mut files = Files::new();
        for (path, folder) in [("", site)].iter().chain(others) {
            walk(folder, path, &mut files).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
        }
        let unheard = |error| format!("No host can be started: {error}.");
        let listener = TcpListener::bind("127.0.0.1:0").map_err(unheard)?;
        let address = listener.local_addr().map_err(unheard)?;
        for (path, page) in post::pages(&format!("http://{address}")) {
            files.insert(path.to_owned(), File::new(path, page.into_bytes()).map_err(unheard)?);
        }
        let (files, sent) = (Arc::new(files), Arc::new(Sent::default()));
        let count = sent.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (files, count) = (files.clone(), count.clone());
                // A browser that goes away in the middle needs no answer.
                thread::spawn(move || serve(&stream, &files, &count).ok());
            }
        });
        Ok(Self { address, sent })
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The same under another name: for browsers, another site.
    pub fn url_elsewhere(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.address.port())
    }

    /// Requests that were answered so far, and the bytes of those answers, heads included.
    pub fn sent(&self) -> (usize, usize) {
        (self.sent.requests.load(Ordering::Relaxed), self.sent.bytes.load(Ordering::Relaxed))
    }
}

fn walk(folder: &Path, path: &str, files: &mut Files) -> io::Result<()> {
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

/// Answers one request after the other, until the browser closes the connection.
fn serve(stream: &TcpStream, files: &Files, sent: &Sent) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream).lines();
    while let Some(request) = lines.next().transpose()? {
        let mut accepted = String::new();
        while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("accept-encoding")
            {
                accepted = value.to_owned();
            }
        }
        let target = request.split(' ').nth(1).unwrap_or_default();
        let answer = answer(target.split('?').next().unwrap_or_default(), &accepted, files);
        sent.requests.fetch_add(1, Ordering::Relaxed);
        sent.bytes.fetch_add(answer.len(), Ordering::Relaxed);
        let mut stream = stream;
        stream.write_all(&answer)?;
    }
    Ok(())
}

/// The whole answer for a path: its head and its body.
fn answer(path: &str, accepted: &str, files: &Files) -> Vec<u8> {
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

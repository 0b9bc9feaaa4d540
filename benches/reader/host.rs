//! A static host as a site like this has one: every file compressed once, sent as the browser asks for it, over connections
//! that are kept.

use crate::{
    files::{File, Files, answer, walk},
    post,
};
use std::{
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
    files: Arc<Files>,
    sent: Arc<Sent>,
}

/// What has been answered so far.
#[derive(Default)]
struct Sent {
    requests: AtomicUsize,
    bytes: AtomicUsize,
}

impl Host {
    /// Reads and compresses the site in that folder, and serves it. Other folders are served below the paths they come with.
    pub fn start(site: &Path, others: &[(&str, &Path)]) -> Result<Self, String> {
        let mut files = Files::new();
        for (path, folder) in [("", site)].iter().chain(others) {
            walk(folder, path, &mut files).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
        }
        let (listener, address) = listen()?;
        for (path, page) in post::pages(&format!("http://{address}")) {
            files.insert(path.to_owned(), File::new(path, page.into_bytes()).map_err(unheard)?);
        }
        Ok(Self::serve(listener, address, files))
    }

    /// Serves the same files, but for those that are given with their paths.
    pub fn altered(&self, others: impl IntoIterator<Item = (String, String)>) -> Result<Self, String> {
        let mut files = Files::clone(&self.files);
        for (path, text) in others {
            let file = File::new(&path, text.into_bytes()).map_err(unheard)?;
            files.insert(path, file);
        }
        let (listener, address) = listen()?;
        Ok(Self::serve(listener, address, files))
    }

    fn serve(listener: TcpListener, address: SocketAddr, files: Files) -> Self {
        let (files, sent) = (Arc::new(files), Arc::new(Sent::default()));
        let host = Self { address, files: files.clone(), sent: sent.clone() };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (files, sent) = (files.clone(), sent.clone());
                // A browser that goes away in the middle needs no answer.
                thread::spawn(move || serve(&stream, &files, &sent).ok());
            }
        });
        host
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

fn listen() -> Result<(TcpListener, SocketAddr), String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(unheard)?;
    let address = listener.local_addr().map_err(unheard)?;
    Ok((listener, address))
}

fn unheard(error: io::Error) -> String {
    format!("No host can be started: {error}.")
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

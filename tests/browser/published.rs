//! What is asked for, and what the site as it is deployed answers.

use super::{
    answer::Answer,
    html::{in_folder, unwritten, with_scripts},
    media_type::media_type,
    server::{Missing, State},
};
use std::{
    io::{BufRead, BufReader, Read},
    net::TcpStream,
    time::Duration,
};

/// What the site as it is deployed answers.
pub fn published(path: &str, query: &str, state: &State) -> Answer {
    let files = &state.files;
    let index = format!("{}/index.html", path.trim_end_matches('/'));
    let is_address = !path.rsplit('/').next().unwrap_or("").contains('.');
    let found = [path, &index].into_iter().find_map(|path| Some((path, files.get(path)?)));
    let page = |status, bytes: &[u8]| {
        // A page that came with its content would never ask for the files that a journey has changed, delayed or spoilt.
        let spoilt = state.answers.keys().chain(state.delays.keys()).any(|path| path.starts_with("/data/"));
        let html = String::from_utf8_lossy(bytes);
        let html = if spoilt { unwritten(&html) } else { html.into_owned() };
        let html = with_scripts(&in_folder(&html, &state.base), &state.head, &state.body);
        let html = state.alter.as_ref().map_or_else(|| html.clone(), |alter| alter(query, &html));
        Answer::of(status, media_type(".html"), html).with_headers(&state.headers)
    };
    match (found, state.missing) {
        (Some((name, bytes)), _) if name.ends_with(".html") => page(200, bytes),
        (Some((name, bytes)), _) => Answer::of(200, media_type(name), bytes.clone()),
        // Browsers ask for it by themselves where a page, such as one of a journey's own, names no icon.
        (None, _) if path == "/favicon.ico" => Answer::status(204),
        (None, Missing::PageForAddresses) if !is_address => Answer::status(404),
        (None, Missing::PageForAddresses) => page(404, files.get("/404.html").expect("a 404.html")),
        (None, Missing::PageForAll) => page(200, files.get("/index.html").expect("an index.html")),
    }
}

/// The path that is asked for, and its query. What a form sends with it is read and forgotten: a connection that is closed with
/// something unread loses the answer.
pub fn requested(stream: &TcpStream) -> Option<(String, String)> {
    stream.set_read_timeout(Some(Duration::from_secs(60))).ok()?;
    let mut reader = BufReader::new(stream);
    let mut lines = reader.by_ref().lines().map_while(Result::ok);
    let first = lines.next()?;
    let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let length =
        headers.iter().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    std::io::copy(&mut reader.take(length.unwrap_or(0)), &mut std::io::sink()).ok()?;
    let target = first.split(' ').nth(1)?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    Some((path.to_owned(), query.to_owned()))
}

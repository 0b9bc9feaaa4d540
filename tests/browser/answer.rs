//! What a host answers, well or badly.

use std::io::{self, Write};

/// One answer.
#[derive(Clone)]
pub struct Answer {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
    /// Each with its line's end.
    headers: String,
    pub how: How,
}

/// How the answer arrives.
#[derive(Clone, Copy)]
pub enum How {
    /// With its length, to the end.
    Whole,
    /// In chunks that never end.
    Endless,
    /// Half of what was announced, and then nothing more.
    Stalls,
    /// Half of what was announced; then the connection is cut.
    Breaks,
    /// Not at all, while the connection stays open.
    Hangs,
    /// Not at all: the connection is cut.
    Cut,
}

impl How {
    /// Whether the browser is left waiting.
    pub fn hangs(self) -> bool {
        matches!(self, Self::Hangs | Self::Stalls)
    }
}

/// Bytes after which an endless answer gives up, far beyond what anyone should have read.
const ENDLESS: usize = 60_000_000;

impl Answer {
    pub fn of(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, body: body.into(), headers: String::new(), how: How::Whole }
    }

    pub fn json(text: &str) -> Self {
        Self::of(200, "application/json", text)
    }

    pub fn html(text: &str) -> Self {
        Self::of(200, "text/html; charset=utf-8", text)
    }

    /// An error with the page that hosts send along.
    pub fn status(status: u16) -> Self {
        let page = format!("<!doctype html><title>{status}</title><h1>The host says {status}</h1>");
        Self { status, ..Self::html(&page) }
    }

    /// It is there, for good.
    pub fn redirect(address: &str) -> Self {
        Self::status(301).with_headers(&format!("Location: {address}\r\n"))
    }

    pub fn script(text: &str) -> Self {
        Self::of(200, "text/javascript", text)
    }

    pub fn never(how: How) -> Self {
        Self { how, ..Self::json("{}") }
    }

    pub fn arriving(self, how: How) -> Self {
        Self { how, ..self }
    }

    /// Lets pages of other sites read it.
    pub fn for_any_origin(self) -> Self {
        self.with_headers("Access-Control-Allow-Origin: *\r\n")
    }

    pub fn with_headers(self, headers: &str) -> Self {
        Self { headers: self.headers + headers, ..self }
    }

    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        if let How::Hangs | How::Cut = self.how {
            return Ok(());
        }
        let mut head = format!("HTTP/1.1 {} -\r\nContent-Type: {}\r\nConnection: close\r\n", self.status, self.kind);
        // What a browser remembers must not hide a fault, but where that is the fault.
        if !self.headers.contains("Cache-Control") {
            head.push_str("Cache-Control: no-cache\r\n");
        }
        head.push_str(&self.headers);
        if let How::Endless = self.how {
            write!(out, "{head}Transfer-Encoding: chunked\r\n\r\n")?;
            return endless(&self.body, out);
        }
        write!(out, "{head}Content-Length: {}\r\n\r\n", self.body.len())?;
        let sent = if let How::Stalls | How::Breaks = self.how { self.body.len() / 2 } else { self.body.len() };
        out.write_all(&self.body[..sent])
    }
}

/// The body, then blanks for as long as anyone listens.
fn endless(body: &[u8], out: &mut impl Write) -> io::Result<()> {
    let blanks = vec![b' '; 1 << 16];
    let mut sent = 0;
    for chunk in std::iter::once(body).chain(std::iter::repeat(blanks.as_slice())) {
        write!(out, "{:x}\r\n", chunk.len())?;
        out.write_all(chunk)?;
        out.write_all(b"\r\n")?;
        sent += chunk.len();
        if sent > ENDLESS {
            break;
        }
    }
    out.write_all(b"0\r\n\r\n")
}

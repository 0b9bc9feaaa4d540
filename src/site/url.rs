//! Addresses as they leave the site: written so that feeds, searches and previews can read them.

use crate::model::Link;
use std::fmt::Write as _;
use url::{Position, Url};

/// The address of a link as RFC 3986 wants it, in ASCII: names of hosts in Punycode, other signs by their bytes. One that no browser
/// can open stays as it is; `check` refuses it.
pub(super) fn address(link: &Link) -> String {
    let Ok(url) = Url::parse(link.as_str()) else { return link.as_str().to_owned() };
    let mut out = url[..Position::BeforePath].to_owned();
    let rest = &url[Position::BeforePath..];
    for (at, c) in rest.char_indices() {
        let is_second = || rest.find('#').is_some_and(|first| first < at);
        let is_escape = || rest.get(at + 1..at + 3).is_some_and(|two| two.bytes().all(|b| b.is_ascii_hexdigit()));
        // Browsers send these as they are, and read them so; others stop at them.
        match c {
            '%' if !is_escape() => out.push_str("%25"),
            '#' if is_second() => out.push_str("%23"),
            '"' | '<' | '>' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

/// Whether an address says on which host it is.
pub(super) fn is_absolute(address: &str) -> bool {
    address.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_ascii() {
        for (written, sent) in [
            ("https://bücher.example/é?a=b&c=\"", "https://xn--bcher-kva.example/%C3%A9?a=b&c=%22"),
            ("HTTPS://EXAMPLE.ORG", "https://example.org/"),
            ("https://[::1]:8080/<b>", "https://[::1]:8080/%3Cb%3E"),
            ("https://a.example/%zz/%41[|]?[`]#{^}#", "https://a.example/%25zz/%41%5B%7C%5D?%5B%60%5D#%7B%5E%7D%23"),
            ("mailto:é@example.org", "mailto:%C3%A9@example.org"),
        ] {
            assert_eq!(address(&Link::parse(written).unwrap()), sent);
        }
    }
}

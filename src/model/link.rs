//! Addresses that may become links.

use super::{Form, Invalid};
use std::sync::Arc;

/// A URL with one of the schemes that content may link to: `https:`, `http:` or `mailto:`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link(Arc<str>);

impl Link {
    /// Accepts an absolute URL with a safe scheme and, for the web, a host; no white space, controls or user name.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
        let rest = |scheme: &str| lower.starts_with(scheme).then(|| text.get(scheme.len()..)).flatten();
        let clean = !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\');
        let web = rest("https://").or_else(|| rest("http://")).is_some_and(|after| {
            let host = host_of(after);
            !host.is_empty() && !host.starts_with(':') && !host.contains('@')
        });
        let mail = rest("mailto:").is_some_and(|to| to.contains('@'));
        if clean && (web || mail) {
            Ok(Self(text.into()))
        } else {
            let remedy =
                Self::remedy(text, "begin it with https://, http:// or mailto:, and leave out spaces and user names");
            Err(Invalid::new(Form::Link, format!("“{text}” is not a link that can be used"), remedy))
        }
    }

    /// What to do about a text that is no link; `begin` where it does not begin as one on the web. A reader's browser tells no remedies.
    pub fn remedy(text: &str, begin: &'static str) -> &'static str {
        if cfg!(target_arch = "wasm32") {
            return "";
        }
        let lower = text.trim_start().to_ascii_lowercase();
        let after = lower.strip_prefix("https:").or_else(|| lower.strip_prefix("http:")).unwrap_or_default();
        match after.strip_prefix("//") {
            _ if after.contains('\\') => "write / instead of \\",
            None => begin,
            Some(rest) if host_of(rest).split(':').next().is_none_or(|host| host.trim().is_empty()) => {
                "say which host, as in https://example.org/"
            }
            Some(_) => "leave out spaces and user names",
        }
    }

    /// The whole URL, as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the link leads, for people: the host without `www.`, or the mail address.
    pub fn place(&self) -> &str {
        let after = self.0.split_once(':').map_or("", |(_, after)| after);
        let host = host_of(after.trim_start_matches('/'));
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Whether nobody can read what is sent there on its way. Schemes may be written in any case.
    pub fn is_https(&self) -> bool {
        self.0.get(..6).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https:"))
    }

    /// Whether a page can be fetched from it (`mailto:` cannot).
    pub fn is_web(&self) -> bool {
        !self.0.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"))
    }
}

/// What stands before the path, the query and the fragment.
fn host_of(after: &str) -> &str {
    after.split(['/', '?', '#']).next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        for good in
            ["https://example.org/a?b#c", "http://localhost:8080/", "HTTPS://EXAMPLE.ORG", "mailto:a@example.org"]
        {
            assert!(Link::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "/a",
            "https://",
            "https:///x",
            "https://a b",
            "http:\\\\x",
            " https://example.org",
            "java\nscript:x",
            "https://user@example.org",
            "mailto:",
            "ftp://x",
            "",
            "https://:80/",
            "éééééé",
        ] {
            assert!(Link::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_scheme_is_the_same_in_any_case() {
        for (text, is_https, is_web) in [
            ("https://a.example", true, true),
            ("HTTPS://a.example", true, true),
            ("http://a.example", false, true),
            ("Http://https:1/", false, true),
            ("MAILTO:a@example.org", false, false),
        ] {
            let link = Link::parse(text).unwrap();
            assert_eq!((link.is_https(), link.is_web()), (is_https, is_web), "{text}");
        }
    }

    #[test]
    fn the_place_is_what_people_call_it() {
        assert_eq!(Link::parse("https://www.example.org/a/b").unwrap().place(), "example.org");
        assert_eq!(Link::parse("mailto:a@example.org?subject=x").unwrap().place(), "a@example.org");
    }
}

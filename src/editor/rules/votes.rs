//! Rules about where shared votes go, and the key that is published for it.

use crate::{
    content::Json,
    editor::{
        entry::Kind,
        rule::{Message, Said},
        told::File,
    },
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use url::{Host, Url};

const KEY: &str = "votes.anon_key";
const URL: &str = "votes.url";
/// Hexadecimal digits of the shortest secret that PostgREST signs with.
const SECRET_DIGITS: usize = 32;

pub(super) fn invalid_key(file: &File<'_>) -> Vec<Said> {
    let Some(sign) = text(file, "anon_key").and_then(|key| key.chars().find(|c| !c.is_ascii_graphic())) else {
        return Vec::new();
    };
    let message = match sign {
        ' ' => "has a space in it".to_owned(),
        '\n' | '\r' => "has a line break in it".to_owned(),
        sign if sign.is_control() => format!("has U+{:04X} in it", u32::from(sign)),
        sign => format!("has “{sign}” in it"),
    };
    vec![Said::new(KEY, message, "copy the whole key from where it was made, and nothing around it")]
}

pub(super) fn secret_key(file: &File<'_>) -> Vec<Said> {
    let Some((message, remedy)) = text(file, "anon_key").and_then(not_anonymous) else { return Vec::new() };
    vec![Said::new(KEY, message, format!("everybody can read this file: {remedy}"))]
}

pub(super) fn votes_url_with_query(file: &File<'_>) -> Vec<Said> {
    let Some(url) = text(file, "url").filter(|url| url.contains(['?', '#'])) else { return Vec::new() };
    let upto = url.split(['?', '#']).next().unwrap_or_default();
    vec![Said::new(URL, format!("“{url}” ends in a query or a fragment"), format!("write “{upto}”"))]
}

pub(super) fn insecure_votes_url(file: &File<'_>) -> Vec<Said> {
    let Some(url) = text(file, "url").filter(|url| is_open(url)) else { return Vec::new() };
    let site = file.json.field("base_url").and_then(Json::text).and_then(|base| Url::parse(base).ok());
    if site.is_none_or(|site| site.scheme() != "https") {
        return Vec::new();
    }
    let message = format!("“{url}” is not https, and the site is");
    vec![Said::new(URL, message, "browsers would not let its pages ask there: begin it with https://")]
}

/// A field of the site's votes.
fn text<'a>(file: &File<'a>, field: &str) -> Option<&'a str> {
    let votes = file.json.field("votes").filter(|_| file.entry.kind == Kind::Site)?;
    votes.field(field)?.text()
}

/// Whether what is sent there can be read on its way: over http, and not to this machine, which browsers trust.
fn is_open(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| url.scheme() == "http") && !is_here(url)
}

/// Whether an address is on this machine: what is sent there, nobody else can read.
pub fn is_here(url: &str) -> bool {
    let url = Url::parse(url).ok();
    url.as_ref().and_then(Url::host).is_some_and(|host| match host {
        Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    })
}

/// What a key is that does not tell that it is the anonymous one, and what to do: Supabase's own keys tell it by how they begin, a JSON Web
/// Token by its role.
fn not_anonymous(key: &str) -> Option<Message> {
    let secret = |what: String| {
        let remedy = "write the anonymous key (“anon” or “publishable”), and have the other one replaced";
        Some((what, remedy.to_owned()))
    };
    if key.starts_with("sb_publishable_") {
        return None;
    } else if key.starts_with("sb_secret_") {
        return secret("is a secret key".to_owned());
    } else if key.starts_with("sbp_") {
        return secret("is the secret of an account at Supabase".to_owned());
    } else if key.len() >= SECRET_DIGITS && key.bytes().all(|b| b.is_ascii_hexdigit()) {
        return secret("looks like a “jwt-secret”, by which every key can be made".to_owned());
    }
    let parts: Vec<&str> = key.split('.').collect();
    let [_, claims, _] = parts[..] else {
        let remedy =
            "write the anonymous key (“anon” or “publishable”), or leave the field out if the server wants none";
        return Some(("does not tell that it is public".to_owned(), remedy.to_owned()));
    };
    let claims = URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).unwrap_or_default();
    let claims = serde_json::from_slice(&claims).unwrap_or(serde_json::Value::Null);
    match claims["role"].as_str() {
        Some("anon") => None,
        Some(role) => secret(format!("is a key for the role “{role}”")),
        None => secret("is a token for no role".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(key: &str) -> String {
        not_anonymous(key).map(|(message, _)| message).unwrap_or_default()
    }

    fn token(claims: &str) -> String {
        format!("e30.{}.c2lnbmF0dXJl", URL_SAFE_NO_PAD.encode(claims))
    }

    #[test]
    fn keys_tell_whose_they_are() {
        assert_eq!(said(&token(r#"{"role":"anon","iss":"supabase"}"#)), "");
        assert_eq!(said("sb_publishable_abc"), "");
        assert_eq!(said(&token(r#"{"role":"service_role"}"#)), "is a key for the role “service_role”");
        assert_eq!(said(&token(r#"{"sub":"1"}"#)), "is a token for no role");
        assert_eq!(said("a.!.c"), "is a token for no role");
        assert_eq!(said("sb_secret_abc"), "is a secret key");
        assert_eq!(said("sbp_0123456789abcdef0123456789abcdef01234567"), "is the secret of an account at Supabase");
        for digits in [32, 48, 64] {
            assert!(said(&"0aF".repeat(30)[..digits]).starts_with("looks like a “jwt-secret”"), "{digits}");
        }
        for other in ["public", "0123456789abcdef", "sb_", "a.b", "a.b.c.d", "hunter2"] {
            assert_eq!(said(other), "does not tell that it is public", "{other}");
        }
    }

    #[test]
    fn only_http_to_another_machine_is_open() {
        for open in
            ["http://votes.example", "HTTP://192.168.1.5:3000/", "http://localhost.example/", "http://[2001:db8::1]"]
        {
            assert!(is_open(open), "{open}");
        }
        let closed = [
            "https://votes.example",
            "http://localhost:3000",
            "http://127.0.0.1:3000/",
            "http://[::1]:3000",
            "http://127.9.9.9",
            "http://votes.localhost",
            "nothing",
        ];
        for closed in closed {
            assert!(!is_open(closed), "{closed}");
        }
    }
}

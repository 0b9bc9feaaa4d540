//! Pages of the site, changed for a journey.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Lets the journey's own scripts through, past the page's policy.
const NONCE: &str = "nonce=\"journey\"";

/// A page that runs one script before anything else in it, and another when its styles are there and nothing has been painted.
/// Its policy holds for everything but those.
pub fn with_scripts(html: &str, first: &str, before_paint: &str) -> String {
    let script =
        |script: &str| if script.is_empty() { String::new() } else { format!("<script {NONCE}>{script}</script>") };
    let html = html.replacen("script-src 'self'", "script-src 'self' 'nonce-journey'", 1);
    let html = html.replacen("<body>", &format!("<body>{}", script(before_paint)), 1);
    let charset = html.find("charset=").expect("every page names its encoding");
    let (head, rest) = html.split_at(charset + html[charset..].find('>').expect("the end of a tag") + 1);
    format!("{head}{}{rest}", script(first))
}

/// A page as it would be without prerendering.
pub fn unwritten(html: &str) -> String {
    let (head, body) = html.split_once("<body>").expect("a page has a body");
    let scripts = body.find("<script type=\"module\"").unwrap_or(body.len());
    format!("{head}<body>{}", &body[scripts..])
}

/// A page as a build for that folder (nothing, or `/folder`) writes it: see `tests/pages/folder.rs`, which compares the two.
pub fn in_folder(html: &str, folder: &str) -> String {
    if folder.is_empty() {
        return html.to_owned();
    }
    let mut moved = html.to_owned();
    for before in ["href=\"/", "src=\"/", "action=\"/", "data-base=\"/", "`/shipside-app-"] {
        let (quote, path) = before.split_at(before.find('/').expect("a slash"));
        moved = moved.replace(before, &format!("{quote}{folder}{path}"));
    }
    rehashed(html, moved.replace(&format!("{folder}{folder}/"), &format!("{folder}/")))
}

/// A page as another deployment writes it, in which the app's files have another name.
pub fn renamed(html: &str, from: &str, to: &str) -> String {
    rehashed(html, html.replace(from, to))
}

/// Names the page's changed scripts in its policy, where that named the old ones.
fn rehashed(old: &str, new: String) -> String {
    let hash = |script: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)));
    let changed: Vec<_> = scripts(old).zip(scripts(&new)).map(|(old, new)| (hash(old), hash(new))).collect();
    changed.iter().fold(new, |html, (old, new)| html.replacen(old, new, 1))
}

/// What stands in the page's scripts.
fn scripts(html: &str) -> impl Iterator<Item = &str> {
    let inside = |part: &'_ str| part.find('>').map_or(0, |end| end + 1);
    html.split("<script").skip(1).map(move |part| part[inside(part)..].split("</script>").next().unwrap_or_default())
}

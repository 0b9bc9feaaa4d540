//! Pages of the site, changed for a journey.

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

/// A page as a build for that folder (nothing, or `/folder`) would have written it.
pub fn in_folder(html: &str, folder: &str) -> String {
    if folder.is_empty() {
        return html.to_owned();
    }
    // The folder is part of the page's own script, so the policy's hash no longer fits it.
    let mut html = html
        .replace("<script>", &format!("<script {NONCE}>"))
        .replace("<script type", &format!("<script {NONCE} type"));
    for before in ["href=\"", "src=\"", "import(\"", "module_or_path: \"", "fetchAhead(`"] {
        html = html.replace(&format!("{before}/"), &format!("{before}{folder}/"));
    }
    html
}

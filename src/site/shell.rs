//! What all pages' files have in common: style, scripts, and the policy that allows those and nothing else.

use super::Assets;
use crate::{
    html::escape,
    model::{Newsletter, Site},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

const BOOT: &str = include_str!("boot.js");
const LOAD: &str = include_str!("load.js");

/// The parts of a page's file that do not depend on the page.
pub struct PageShell {
    /// The path that the site is deployed at, with a slash at both ends.
    pub base: String,
    boot: String,
    load: String,
    style: String,
    policy: String,
    assets: Assets,
}

impl PageShell {
    /// For a site at `base`, whose stylesheets, one after the other, are `css`. The assets lie at its root.
    pub fn new(base: &str, css: &str, assets: &Assets, site: &Site) -> Self {
        let path = |name: &str| format!("{base}{name}");
        let Assets { glue, wasm, icon, touch, manifest } = assets;
        let assets = Assets {
            glue: path(glue),
            wasm: path(wasm),
            icon: path(icon),
            touch: path(touch),
            manifest: path(manifest),
        };
        let boot = squeeze(BOOT);
        let load = squeeze(LOAD).replace("GLUE", &assets.glue).replace("WASM", &assets.wasm).replace("BASE", base);
        let style = squeeze_css(css);
        let policy = policy(&[&boot, &load], &style, site.newsletter.as_ref());
        Self { base: base.to_owned(), boot, load, style, policy, assets }
    }

    /// The content security policy of every page.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// The whole file of a page. `head`, `body` and `data` are safe to stand there.
    pub fn page(&self, language: &str, head: &str, body: &str, data: &str) -> String {
        let mut lang = String::new();
        escape(language, &mut lang);
        let rtl = ["ar", "he", "fa", "ur"].contains(&language.split('-').next().unwrap_or_default());
        let dir = if rtl { " dir=\"rtl\"" } else { "" };
        let Self { boot, load, style, policy, assets: Assets { glue, wasm, icon, touch, manifest }, .. } = self;
        let data = if data.is_empty() {
            String::new()
        } else {
            format!("<script type=\"application/json\" id=\"shipside\">{data}</script>")
        };
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"{dir} data-theme=\"auto\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"content-security-policy\" content=\"{policy}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"theme-color\" content=\"#faf8f3\" media=\"(prefers-color-scheme: light)\">\n\
             <meta name=\"theme-color\" content=\"#14161a\" media=\"(prefers-color-scheme: dark)\">\n\
             <script>{boot}</script>\n<style>{style}</style>\n{head}\
             <link rel=\"icon\" href=\"{icon}\">\n<link rel=\"apple-touch-icon\" href=\"{touch}\">\n\
             <link rel=\"manifest\" href=\"{manifest}\">\n<link rel=\"modulepreload\" href=\"{glue}\" fetchpriority=\"low\">\n\
             <link rel=\"preload\" as=\"fetch\" href=\"{wasm}\" type=\"application/wasm\" crossorigin fetchpriority=\"low\">\n</head>\n\
             <body>{body}{data}<script type=\"module\">{load}</script></body>\n</html>\n"
        )
    }
}

/// Scripts and styles by their hashes; connections to anywhere, since `?src=` may name any address; nothing else from elsewhere.
fn policy(scripts: &[&str], style: &str, newsletter: Option<&Newsletter>) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let form = newsletter.map_or_else(|| "'none'".to_owned(), |newsletter| origin(newsletter.action.as_str()));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src {}; img-src 'self'; connect-src 'self' https: http:; \
         manifest-src 'self'; form-action {form}; base-uri 'none'",
        scripts.join(" "),
        hash(style),
    )
}

/// `https://host:port` of an address; of anything else, its scheme.
fn origin(url: &str) -> String {
    match url.split_once("://") {
        Some((scheme, rest)) => format!("{scheme}://{}", rest.split(['/', '?', '#']).next().unwrap_or_default()),
        None => url.split(':').next().map_or_else(String::new, |scheme| format!("{scheme}:")),
    }
}

/// A script without its comments and indentation. Comments stand on lines of their own.
fn squeeze(script: &str) -> String {
    let lines: Vec<&str> =
        script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
    lines.join("\n")
}

/// A stylesheet without comments and without white space that means nothing.
fn squeeze_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let words: Vec<&str> = out.split_whitespace().collect();
    let mut out = words.join(" ");
    for (from, to) in [(" {", "{"), ("{ ", "{"), (" }", "}"), ("} ", "}"), ("; ", ";"), (": ", ":"), (", ", ",")] {
        out = out.replace(from, to);
    }
    out.replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_loses_only_what_means_nothing() {
        assert_eq!(
            squeeze_css(
                "/* why */\n@layer base {\n  a:hover, b > c { margin: 0 auto; color: red; }\n  .x :is(a, b) { inset: calc(1px - 2px) }\n}\n"
            ),
            "@layer base{a:hover,b > c{margin:0 auto;color:red}.x :is(a,b){inset:calc(1px - 2px)}}"
        );
    }

    #[test]
    fn the_policy_names_no_unsafe_source() {
        let policy = policy(&["a"], "b", None);
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(policy.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"), "{policy}");
    }

    #[test]
    fn forms_may_post_to_the_newsletter_only() {
        assert_eq!(origin("https://news.example:8443/subscribe?x"), "https://news.example:8443");
        assert_eq!(origin("mailto:a@example.org"), "mailto:");
    }
}

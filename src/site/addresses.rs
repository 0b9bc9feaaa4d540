//! Whether the two places that say where the site is agree: `base_url` in site.json, and `--public-url`.

use super::text::read_content;
use crate::content;
use std::path::Path;

/// What to write where `base_url` of the folder and the build's public URL name two places; `base` is the path of the latter.
pub fn disagreement(data: &Path, public_url: &str, base: &str) -> Option<String> {
    let text = read_content(&data.join("site.json")).ok()?;
    let site = content::site(text.as_str()).ok()?.value;
    let own = site.base_url.as_ref()?.as_str();
    let (scheme, rest) = own.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
    let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
    let built_for = public_url.split_once("://").map(|(scheme, rest)| (scheme, rest.split('/').next().unwrap_or(rest)));
    let is_there = built_for.is_none_or(|(its, at)| its.eq_ignore_ascii_case(scheme) && at.eq_ignore_ascii_case(host));
    if path == base && is_there {
        return None;
    }
    let (scheme, host) = built_for.unwrap_or((scheme, host));
    Some(format!(
        "base_url in site.json is “{own}”, and the site is built for “{public_url}”: feeds, the sitemap and link previews would lead \
         elsewhere; write \"base_url\": \"{scheme}://{host}{base}\" into site.json, or build with --public-url {path}"
    ))
}

//! While somebody writes (`cargo xtask serve`): a mistake in the content does not take the page away. The last good content
//! stays, and the mistakes are shown above it until they are mended.

use super::Checked;
use crate::site::copy_content;
use std::{fs, io, path::Path};

/// Where Trunk puts the content.
const DATA: &str = "data";

/// Puts the content of `last`, the build before, into `staging` instead of what has mistakes, and lists those on the page.
/// Nothing of it is ever in a release: there a mistake stops the build. Answers whether there was such a build; what the app loads
/// beside the content is to be made again then.
pub fn keep_last_good(staging: &Path, last: &Path, checked: &Checked) -> io::Result<bool> {
    let good = last.join(DATA);
    // Without an index it is no finished build; then what there is has to do.
    let is_kept = good.join("index.json").is_file();
    if is_kept {
        copy_content(&good, &staging.join(DATA))?;
    }
    let lines: Vec<String> = checked.errors().map(ToString::to_string).collect();
    let list = serde_json::Value::from(lines).to_string().replace('<', "\\u003c");
    let script = format!("<script>{}</script>\n", include_str!("overlay.js").replacen("PROBLEMS", &list, 1));
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page)?;
    let end = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at_checked(end).unwrap_or((&html, ""));
    fs::write(page, [before, &script, after].concat())?;
    Ok(is_kept)
}

//! The words that a page shows, to tell whether two pages say the same.

/// The words between the tags of the page's `main`.
pub fn words(page: &str) -> Vec<String> {
    let begin = page.find("<main").unwrap_or(page.len());
    let end = page.find("</main>").unwrap_or(page.len()).max(begin);
    let mut shown = String::new();
    let mut in_tag = false;
    for c in page[begin..end].chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                shown.push(' ');
            }
            c if !in_tag => shown.push(c),
            _ => {}
        }
    }
    for (entity, text) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#43;", "+"),
        ("&amp;", "&"),
    ] {
        shown = shown.replace(entity, text);
    }
    shown.split_whitespace().map(str::to_owned).collect()
}

/// Where two pages begin to say different things, with a few words of each.
pub fn difference(ours: &[String], theirs: &[String]) -> Option<String> {
    let at = (0..ours.len().max(theirs.len())).find(|at| ours.get(*at) != theirs.get(*at))?;
    let few = |words: &[String]| words.iter().skip(at.saturating_sub(2)).take(6).cloned().collect::<Vec<_>>().join(" ");
    Some(format!("“{}” here, “{}” there", few(ours), few(theirs)))
}

//! Text inside XML: feeds, the sitemap, badges.

use elements::escape;

/// The text, escaped. Signs that XML cannot hold in any way become U+FFFD: one of them would make the whole file unreadable.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.contains(is_refused) {
        escape(&text.replace(is_refused, "\u{fffd}"), &mut out);
    } else {
        escape(text, &mut out);
    }
    out
}

/// Whether XML 1.0 has no way to hold it.
pub(super) fn is_refused(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

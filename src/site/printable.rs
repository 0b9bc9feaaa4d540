//! What is quoted from files and servers, made fit to be printed.

use crate::content::shows_nothing;

/// Characters of a sentence, at most: what authors wrote is quoted in it, and may be a megabyte.
const MAX_LEN: usize = 400;

/// On one line, with nothing in it that a terminal would obey, and its middle left out where it is very long.
pub fn printable(text: &str) -> String {
    let mut out = String::new();
    let len = text.chars().take(10 * MAX_LEN).count();
    let tail = text.char_indices().rev().nth(MAX_LEN / 2).map_or(0, |(at, _)| at);
    let head = text.char_indices().nth(MAX_LEN / 2).map_or(text.len(), |(at, _)| at);
    let parts = if len > MAX_LEN { [text.get(..head), text.get(tail..)] } else { [Some(text), None] };
    for (i, part) in parts.into_iter().flatten().enumerate() {
        if i > 0 {
            out.push_str(" … ");
        }
        out.push_str(&escaped(part));
    }
    out
}

/// On one line, with nothing in it that a terminal would obey, or that nobody sees: what is quoted is to be recognised.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        if c.is_control() || is_hidden(before, c, rest.peek().copied()) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    out
}

/// Whether nobody sees a sign between these two: unseen ones, but for those that shape what stands before them, as in Persian and emoji;
/// line breaks, and blanks other than the space at an end of what is quoted.
fn is_hidden(before: Option<char>, c: char, after: Option<char>) -> bool {
    if c.is_whitespace() {
        let is_end = |beside: Option<char>| beside.is_none_or(|it| matches!(it, '“' | '”'));
        return matches!(c, '\u{2028}' | '\u{2029}') || c != ' ' && (is_end(before) || is_end(after));
    }
    let shapes = matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}');
    shows_nothing(c.encode_utf8(&mut [0; 4])) && !(shapes && before.is_some_and(|it| !it.is_ascii()))
}

//! Where a file stops being JSON: what stands there, in an author's words. The parser names what it looked for, not what it found.

use super::{note::Note, places::Places, rules};
use crate::content::shows_nothing;

/// Quotation marks that word processors write.
const CURLY: [char; 7] = ['“', '”', '„', '‟', '‘', '’', '‚'];

/// What the parser said, in words that tell what to do where it is known what was meant. Rule and place stay.
pub(super) fn in_plain_words(text: &str, note: Note) -> Note {
    let Some(said) = note.message.strip_prefix("this is not JSON: ").filter(|_| *note.rule == rules::NOT_JSON) else {
        return note;
    };
    let at = Places::of(text, false).find(&note.path, false).bytes.start;
    let meant = text.split_at_checked(at).and_then(|(before, rest)| meant(said, before, rest));
    let Some((what, remedy)) = meant else { return note };
    Note { message: format!("this is not JSON: {what}"), remedy, ..note }
}

/// What is wrong between `before` and `rest`, and how to mend it; nothing where the parser's words have to do.
fn meant(said: &str, before: &str, rest: &str) -> Option<(String, String)> {
    let first = rest.chars().next();
    Some(match (said, first) {
        _ if shows_nothing(before) && shows_nothing(rest) => {
            pair("the file is empty", "write something into it, or delete it")
        }
        // What the parser was reading, it tells by its sentence alone: serde_json's errors have no kinds for it. tests/check/syntax.rs fails
        // where these words change, and an author then reads the parser's own.
        ("EOF while parsing a value", _) => pair("the file ends where a value should stand", ""),
        ("EOF while parsing a string", _) => pair("the file ends within a text", ""),
        ("EOF while parsing an object", _) => pair("the file ends within an object", ""),
        ("EOF while parsing a list", _) => pair("the file ends within a list", ""),
        ("invalid escape", Some(c)) if !over_its_line(before, rest) => {
            let what = if before.ends_with('\\') {
                format!("“\\{c}” means nothing in a text")
            } else {
                "“\\u” is not followed by four hexadecimal digits".to_owned()
            };
            (what, "write \\\\ for a backslash".to_owned())
        }
        (said, _)
            if (said == "invalid escape" || said.ends_with("while parsing a string"))
                && over_its_line(before, rest) =>
        {
            let is_curly = before.lines().next_back().is_some_and(|line| line.contains(CURLY));
            let remedy = if is_curly {
                "a curly quotation mark does not close it, so write \""
            } else {
                "close it with \", or write \\n for a line break"
            };
            pair("a text goes on over the end of its line", remedy)
        }
        (_, Some(c)) => return found(c, before, rest),
        (_, None) => return None,
    })
}

/// What is wrong with what begins with that character.
fn found(c: char, before: &str, rest: &str) -> Option<(String, String)> {
    let begins = |starts: &[&str]| starts.iter().any(|start| rest.starts_with(start));
    let is_part = |c: char| c.is_ascii_alphabetic();
    // The parser reads as much of a word as it knows.
    let head = before.trim_end_matches(is_part);
    let word = [before.get(head.len()..)?, rest.split(|c| !is_part(c)).next()?].concat();
    let small = word.to_ascii_lowercase();
    Some(if begins(&["//", "/*", "#"]) {
        pair("a comment stands here, and JSON has none", "delete it")
    } else if begins(&["<<<<<<<", "|||||||", "=======", ">>>>>>>"]) {
        pair("two versions stand here, as git left them", "keep one")
    } else if CURLY.contains(&c) {
        pair("a curly quotation mark stands here", "write \"")
    } else if c == '\'' {
        pair("a single quotation mark stands here", "write \"")
    } else if ["true", "false", "null"].contains(&&*small) && small != word {
        (format!("“{word}” has a capital letter"), format!("write {small}"))
    } else if c.is_control() || (!c.is_ascii() && shows_nothing(rest.get(..c.len_utf8())?)) {
        (format!("the character U+{:04X} stands here", u32::from(c)), "delete it".to_owned())
    } else {
        return None;
    })
}

/// Whether a line ends there: the parser tells a line break by what is before it, or by what is behind it.
fn over_its_line(before: &str, rest: &str) -> bool {
    before.ends_with('\n') || rest.starts_with(['\r', '\n'])
}

fn pair(what: &str, remedy: &str) -> (String, String) {
    (what.to_owned(), remedy.to_owned())
}

//! Where a file stops being JSON: what stands there, in an author's words. The parser names what it looked for, not what it found.

use super::{note::Note, places::Places, rules};
use crate::content::{LARGEST, shows_nothing};

/// What git begins lines with where it found two versions.
const CONFLICT: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// What to say of such a line, and what to do.
const TWO_VERSIONS: (&str, &str) = ("two versions stand here, as git left them", "keep one");

/// The same as a sentence.
pub(super) fn two_versions() -> String {
    let (what, remedy) = TWO_VERSIONS;
    format!("{what}; {remedy}")
}

/// Whether git began or ended two versions with that line. What it writes between them, authors write as well.
pub(super) fn begins_or_ends_two_versions(line: &str) -> bool {
    let [begin, .., end] = CONFLICT;
    let behind = [begin, end].into_iter().find_map(|sign| line.strip_prefix(sign));
    behind.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// Quotation marks that word processors write.
const CURLY: [char; 7] = ['“', '”', '„', '‟', '‘', '’', '‚'];

/// What the parser said, in words that tell what to do where it is known what was meant. Rule and place stay.
pub(super) fn in_plain_words(text: &str, note: Note) -> Note {
    let Some(said) = note.message.strip_prefix("this is not JSON: ").filter(|_| *note.rule == rules::NOT_JSON) else {
        return note;
    };
    if said == "number out of range" {
        let (message, remedy) = ("this is too large for a number".to_owned(), format!("at most {LARGEST} is read"));
        return Note { rule: &rules::WRONG_KIND, message, remedy, ..note };
    }
    let at = Places::of(text, false).find(&note.path, false).bytes.start;
    let meant = text.split_at_checked(at).and_then(|(before, rest)| meant(said, before, rest));
    let Some((what, remedy)) = meant else { return note };
    Note { message: format!("this is not JSON: {what}"), remedy, ..note }
}

/// What is wrong between `before` and `rest`, and how to mend it; nothing where the parser's words have to do.
fn meant(said: &str, before: &str, rest: &str) -> Option<(String, String)> {
    let first = rest.chars().next();
    let is_within_text = said.ends_with("while parsing a string");
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
        (said, _) if (said == "invalid escape" || is_within_text) && over_its_line(before, rest) => {
            let is_curly = before.lines().next_back().is_some_and(|line| line.contains(CURLY));
            let remedy = if is_curly {
                "a curly quotation mark does not close it, so write \""
            } else {
                "close it with \", or write \\n for a line break"
            };
            pair("a text goes on over the end of its line", remedy)
        }
        (_, Some('\t')) if is_within_text => pair("a tab stands within a text", "write a space"),
        (_, Some(c)) => {
            return found(c, before, rest).or_else(|| misplaced(said, c, before)).or_else(|| bare(said, before, rest));
        }
        (_, None) => return None,
    })
}

/// What is wrong with what begins with that character, wherever it stands.
fn found(c: char, before: &str, rest: &str) -> Option<(String, String)> {
    let begins = |starts: &[&str]| starts.iter().any(|start| rest.starts_with(start));
    let word = word(before, rest);
    let small = word.to_ascii_lowercase();
    Some(if begins(&["//", "/*", "#"]) {
        pair("a comment stands here, and JSON has none", "delete it")
    } else if begins(&CONFLICT) {
        pair(TWO_VERSIONS.0, TWO_VERSIONS.1)
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

/// What is wrong with a sign that stands where the parser looked for another.
fn misplaced(said: &str, c: char, before: &str) -> Option<(String, String)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (is_behind_digit, is_behind_text) = (before.ends_with(is_digit), before.ends_with('"'));
    let is_of_number = |c: char| c.is_alphanumeric() || "._%/-+".contains(c);
    // What the parser takes for two numbers, the second of which may begin with zeros.
    let group = before.trim_end_matches('0').strip_suffix(',');
    Some(match (said, c) {
        ("key must be a string" | "invalid number", '0'..='9') if group.is_some_and(|it| it.ends_with(is_digit)) => {
            pair("a comma stands within a number", "delete it")
        }
        ("trailing comma", _) => (format!("a comma stands before this “{c}”"), "delete the comma".to_owned()),
        ("expected value" | "key must be a string", ',') if before.trim_end().ends_with(',') => {
            pair("two commas stand here", "delete one")
        }
        ("trailing characters", _) if !before.trim_start().starts_with('{') => {
            pair("the file does not begin with {", "write { before all of it")
        }
        ("trailing characters", _) => {
            pair("the file goes on behind its end", "delete what is too much, or the bracket that ends it too early")
        }
        (said, _) if said.starts_with("expected `,` or") && is_behind_text && c.is_alphanumeric() => {
            // `"one, "two"`: what seems to open a text has closed the one before.
            if before.strip_suffix('"').is_some_and(|it| it.trim_end().ends_with(',')) {
                pair(
                    "the text before this is not closed",
                    "write \" before the comma, or \\\" where it belongs to the text",
                )
            } else {
                pair("a quotation mark stands within a text", "write \\\" for it")
            }
        }
        ("expected `,` or `}`", '"') if is_behind_text => {
            pair("a quotation mark stands within a text", "write \\\" for it")
        }
        (said, '"') if said.starts_with("expected `,` or") && is_behind_digit => {
            pair("a quotation mark is missing before this number", "write \" before it")
        }
        // Behind a comma, an object has names only.
        ("expected `,` or `}`", '"') | ("expected `,` or `]`", '"' | '{' | '[') => {
            pair("a comma is missing before this", "write one behind what stands above it")
        }
        ("expected value", '.') => pair("a number begins with a point", "write 0 before it"),
        ("expected value", '+') => pair("a number has a plus sign", "delete it"),
        ("expected value", '<') => pair("a tag stands here, as in HTML", "write JSON"),
        ("invalid number", _) if shows_nothing(before.trim_end_matches('-')) => {
            pair("the file begins with “-”, as YAML does", "write JSON, which begins with {")
        }
        ("invalid number", '-' | ' ') if before.ends_with('-') => {
            pair("a minus sign stands before no digit", "write a number, or text between double quotes")
        }
        ("expected `:`", '：' | '=') => (format!("“{c}” stands where a colon should"), "write :".to_owned()),
        ("expected `:`", _) => pair("a colon is missing here", "write : behind a field's name"),
        ("invalid number", '0'..='9') if before.ends_with('0') => {
            pair("a number begins with a zero", "delete the zero")
        }
        (_, ';' | '，' | '、') if said.starts_with("expected `,` or") => {
            (format!("“{c}” stands where a comma should"), "write ,".to_owned())
        }
        (_, c) if said.starts_with("expected `,` or") && is_behind_digit && is_of_number(c) => {
            (format!("“{c}” stands within a number"), "write digits only, or text between double quotes".to_owned())
        }
        _ => return None,
    })
}

/// What is wrong with a word that the parser did not look for.
fn bare(said: &str, before: &str, rest: &str) -> Option<(String, String)> {
    let word = word(before, rest);
    if word.is_empty() || !["expected value", "expected ident", "key must be a string"].contains(&said) {
        return None;
    }
    let small = word.to_ascii_lowercase();
    Some(if shows_nothing(before.trim_end_matches(|c: char| c.is_ascii_alphabetic())) {
        (format!("the file begins with “{word}”"), "write JSON, which begins with {".to_owned())
    } else if ["none", "nan", "nil", "undefined", "infinity"].contains(&&*small) {
        (format!("“{word}” is no value in JSON"), "leave the field out where nothing is known".to_owned())
    } else {
        (format!("“{word}” stands without quotation marks"), "write \" before and behind it".to_owned())
    })
}

/// The word that stands there. The parser reads as much of one as it knows.
fn word(before: &str, rest: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphabetic();
    let head = before.trim_end_matches(is_part);
    let parts = [before.get(head.len()..), rest.split(|c| !is_part(c)).next()];
    parts.into_iter().flatten().collect()
}

/// Whether a line ends there: the parser tells a line break by what is before it, or by what is behind it.
fn over_its_line(before: &str, rest: &str) -> bool {
    before.ends_with('\n') || rest.starts_with(['\r', '\n'])
}

fn pair(what: &str, remedy: &str) -> (String, String) {
    (what.to_owned(), remedy.to_owned())
}

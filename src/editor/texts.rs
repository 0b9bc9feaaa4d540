//! What holds for every text in a file, whatever it says: no control characters, no null, and no more than fits a page.

use super::start::TO_DO;
use crate::content::{Json, Problem};

/// Characters of what is shown on one line, at most.
pub(super) const MAX_LINE: usize = 300;
/// Characters of what is shown as a paragraph, at most; 300 words are about 2,000.
pub(super) const MAX_PARAGRAPH: usize = 10_000;
/// Problems of one file, at most: nobody reads more, and a hostile file must not take long.
const MAX_NOTES: usize = 1000;
/// Fields whose texts are paragraphs; all others are lines.
const PARAGRAPHS: [&str; 8] = ["description", "quote", "bio", "notice", "lede", "bottom_line", "definition", "change"];
/// Fields whose texts are addresses or keys: nobody reads them, so they may be longer than a line.
const ADDRESSES: [&str; 6] = ["url", "source", "base_url", "action", "anon_key", "$schema"];

/// Notes everything that is wrong with the texts in `json`, at their paths.
pub(super) fn judge(json: &Json, problems: &mut Vec<Problem>) {
    walk(json, &mut String::new(), "", problems);
}

/// Takes out of `problems` what is only still to be written.
pub(super) fn take_to_do(problems: &mut Vec<Problem>) -> Vec<Problem> {
    problems.extract_if(.., |problem| problem.message.starts_with(STILL)).collect()
}

/// How the sentence about what `shipside new` left to write begins.
const STILL: &str = "is still to be written";

fn walk(json: &Json, path: &mut String, field: &str, problems: &mut Vec<Problem>) {
    if problems.len() >= MAX_NOTES {
        return;
    }
    let len = path.len();
    let mut note = |message: String| problems.push(Problem { path: path.clone(), message });
    match json {
        Json::Null => note("is null; leave the field out where nothing is known".to_owned()),
        Json::Text(text) => text_at(text, field, &mut note),
        Json::List(items) => {
            for (i, item) in items.iter().enumerate() {
                path.push_str(&format!("[{i}]"));
                walk(item, path, field, problems);
                path.truncate(len);
            }
        }
        Json::Object(fields) => {
            for (name, value) in fields {
                if len > 0 {
                    path.push('.');
                }
                path.push_str(name);
                walk(value, path, name, problems);
                path.truncate(len);
            }
        }
        Json::Bool(_) | Json::Whole(_) | Json::OtherNumber => {}
    }
}

fn text_at(text: &str, field: &str, note: &mut impl FnMut(String)) {
    let is_paragraph = PARAGRAPHS.contains(&field);
    let control = text.chars().find(|c| c.is_control() && !(is_paragraph && *c == '\n'));
    if let Some(c) = control {
        let what = match c {
            '\n' => "a line break, and is shown on one line".to_owned(),
            c => format!("the control character U+{:04X}", u32::from(c)),
        };
        return note(format!("holds {what}; delete it"));
    }
    // Signs that turn the direction of what follows, also of what is not theirs.
    if let Some(c) = text.chars().find(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}')) {
        return note(format!("holds the invisible character U+{:04X}; delete it", u32::from(c)));
    }
    if let Some(what) = text.strip_prefix(TO_DO) {
        return note(format!("{STILL}; {what}"));
    }
    let most = if is_paragraph || ADDRESSES.contains(&field) { MAX_PARAGRAPH } else { MAX_LINE };
    if text.len() > most && text.chars().count() > most {
        note(format!("has {} characters, and at most {most} fit; shorten it", text.chars().count()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Source;

    fn said(json: &str) -> Vec<String> {
        let mut problems = Vec::new();
        judge(&json.json().unwrap(), &mut problems);
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn texts_hold_nothing_invisible() {
        assert_eq!(said(r#"{"name":"a\u0000"}"#), ["name: holds the control character U+0000; delete it"]);
        assert_eq!(said(r#"{"a":[{"quote":"a\tb"}]}"#), ["a[0].quote: holds the control character U+0009; delete it"]);
        assert_eq!(said(r#"{"name":"a\nb"}"#), ["name: holds a line break, and is shown on one line; delete it"]);
        assert_eq!(said(r#"{"bio":"a\u202eb"}"#), ["bio: holds the invisible character U+202E; delete it"]);
        assert_eq!(said(r#"{"quote":"a\nb","name":"שלום 🚢"}"#), [""; 0]);
    }

    #[test]
    fn texts_fit_where_they_are_shown() {
        let with = |field: &str, len: usize| said(&format!("{{\"{field}\":\"{}\"}}", "é".repeat(len)));
        assert_eq!(with("name", MAX_LINE), [""; 0]);
        assert_eq!(with("name", MAX_LINE + 1), ["name: has 301 characters, and at most 300 fit; shorten it"]);
        assert_eq!(with("quote", MAX_PARAGRAPH), [""; 0]);
        assert_eq!(with("quote", MAX_PARAGRAPH + 1).len(), 1);
    }

    #[test]
    fn null_is_no_way_to_say_nothing() {
        assert_eq!(said(r#"{"a":null}"#), ["a: is null; leave the field out where nothing is known"]);
    }
}

//! Every value in a file, judged by the rules that hold for values wherever they stand.

use super::{
    note::Note,
    rule::{Find, Rule, Said, Severity, called},
    rules::RULES,
};
use crate::content::{Json, MAX_NOTES};

/// What is wrong with values. Errors and warnings are counted apart, so that many of one kind hide none of the other.
#[derive(Default)]
struct Notes {
    errors: Vec<Note>,
    warnings: Vec<Note>,
}

/// Everything that is wrong with the values in `json`, at their paths; of errors and of warnings as many as are told of one file.
pub(super) fn judge(json: &Json) -> Vec<Note> {
    let mut notes = Notes::default();
    walk(json, &mut String::new(), "", &mut notes);
    let with_more = |mut kind: Vec<Note>| {
        kind.extend(Note::of_more(&kind));
        kind
    };
    [notes.errors, notes.warnings].map(with_more).concat()
}

fn walk(json: &Json, path: &mut String, field: &str, notes: &mut Notes) {
    if let Some((rule, (message, remedy))) = broken(json, field) {
        let of_kind = if rule.severity == Severity::Error { &mut notes.errors } else { &mut notes.warnings };
        if of_kind.len() < MAX_NOTES {
            of_kind.push(Note::of(rule, Said { path: path.clone(), message, remedy }));
        }
    }
    let len = path.len();
    match json {
        Json::List(items) => {
            for (i, item) in items.iter().enumerate() {
                path.push_str(&format!("[{i}]"));
                walk(item, path, field, notes);
                path.truncate(len);
            }
        }
        Json::Object(fields) => {
            for (name, value) in fields {
                if len > 0 {
                    path.push('.');
                }
                path.push_str(called(name));
                walk(value, path, name, notes);
                path.truncate(len);
            }
        }
        Json::Null | Json::Bool(_) | Json::Whole(_) | Json::OtherNumber | Json::Text(_) => {}
    }
}

/// The first rule that a value breaks.
fn broken(value: &Json, field: &str) -> Option<(&'static Rule, (String, String))> {
    RULES.iter().find_map(|rule| match rule.find {
        Find::Value(find) => Some((*rule, find(value, field)?)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Source;

    fn said(json: &str) -> Vec<String> {
        judge(&json.json().unwrap()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn texts_hold_nothing_invisible() {
        assert_eq!(said(r#"{"name":"a\u0000"}"#), ["name: holds the control character U+0000; delete it"]);
        assert_eq!(
            said(r#"{"a":[{"quote":"a\tb"}]}"#),
            ["a[0].quote: holds the control character U+0009, a tab; write a space"]
        );
        assert_eq!(said(r#"{"name":"a\nb"}"#), ["name: holds a line break, and is shown on one line; write a space"]);
        assert_eq!(said(r#"{"bio":"a\u202eb"}"#), ["bio: holds the invisible character U+202E; delete it"]);
        assert_eq!(said(r#"{"quote":"a\nb","name":"שלום 🚢"}"#), [""; 0]);
    }

    #[test]
    fn texts_fit_where_they_are_shown() {
        let with = |field: &str, len: usize| said(&format!("{{\"{field}\":\"{}\"}}", "é".repeat(len)));
        assert_eq!(with("name", 300), [""; 0]);
        assert_eq!(with("name", 301), ["name: has 301 characters, and at most 300 fit; shorten it"]);
        assert_eq!(with("quote", 10_000), [""; 0]);
        assert_eq!(with("quote", 10_001).len(), 1);
        let unwritten = said(&format!("{{\"name\":\"TODO: {}\"}}", "é".repeat(300)));
        assert_eq!(unwritten, ["name: has 306 characters, and at most 300 fit; shorten it"]);
    }

    #[test]
    fn null_is_no_way_to_say_nothing() {
        assert_eq!(said(r#"{"a":null}"#), ["a: is null; leave the field out where nothing is known"]);
    }
}

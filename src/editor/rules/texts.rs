//! Rules that hold for every value in a file, whatever it says: nothing invisible, no null, and no more than fits a page.

use crate::{
    content::{Json, settled},
    editor::rule::Message,
};

/// Characters of what is shown on one line, at most.
const MAX_LINE: usize = 300;
/// Characters of what is shown as a paragraph, at most; 300 words are about 2,000.
const MAX_PARAGRAPH: usize = 10_000;
/// What stands where an author has to write: `shipside new` puts it there.
pub(in crate::editor) const TO_DO: &str = "TODO: ";
/// Fields whose texts are paragraphs; all others are lines.
const PARAGRAPHS: [&str; 8] = ["description", "quote", "bio", "notice", "lede", "bottom_line", "definition", "change"];
/// Fields whose texts are addresses or keys: nobody reads them, so they may be longer than a line.
const ADDRESSES: [&str; 6] = ["url", "source", "base_url", "action", "anon_key", "$schema"];

pub(super) fn null_value(value: &Json, _: &str) -> Option<Message> {
    let is_null = matches!(value, Json::Null);
    is_null.then(|| message("is null", "leave the field out where nothing is known"))
}

pub(super) fn control_character(value: &Json, field: &str) -> Option<Message> {
    let may_break = PARAGRAPHS.contains(&field);
    let found = value.text()?.chars().find(|c| c.is_control() && !(may_break && *c == '\n'))?;
    Some(match found {
        '\n' => message("holds a line break, and is shown on one line", "write a space"),
        '\t' => message("holds the control character U+0009, a tab", "write a space"),
        c => message(&format!("holds the control character U+{:04X}", u32::from(c)), "delete it"),
    })
}

pub(super) fn invisible_character(value: &Json, _: &str) -> Option<Message> {
    let text = value.text()?;
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}');
    let found = text.chars().find(turns).or_else(|| {
        // What is isolated, and ends within the text, turns nothing else.
        let isolates = |c: &char| matches!(c, '\u{2066}'..='\u{2069}');
        text.chars().find(isolates).filter(|_| settled(text) != text)
    })?;
    Some(message(&format!("holds the invisible character U+{:04X}", u32::from(found)), "delete it"))
}

pub(super) fn noncharacter(value: &Json, _: &str) -> Option<Message> {
    let is_one = |c: &char| matches!(u32::from(*c), 0xfdd0..=0xfdef) || u32::from(*c) & 0xfffe == 0xfffe;
    let found = value.text()?.chars().find(is_one)?;
    Some(message(&format!("holds the noncharacter U+{:04X}", u32::from(found)), "delete it"))
}

pub(super) fn unwritten_text(value: &Json, _: &str) -> Option<Message> {
    Some(message("is still to be written", value.text()?.strip_prefix(TO_DO)?))
}

pub(super) fn text_too_long(value: &Json, field: &str) -> Option<Message> {
    let text = value.text()?;
    let is_long = PARAGRAPHS.contains(&field) || ADDRESSES.contains(&field);
    let most = if is_long { MAX_PARAGRAPH } else { MAX_LINE };
    // Bytes are counted at once; characters are never more.
    let len = if text.len() > most { text.chars().count() } else { 0 };
    (len > most).then(|| message(&format!("has {len} characters, and at most {most} fit"), "shorten it"))
}

fn message(message: &str, remedy: &str) -> Message {
    (message.to_owned(), remedy.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::{FileKind, schema};
    use std::collections::BTreeSet;

    /// Names of fields that hold a paragraph, or a list of them.
    fn paragraphs(schema: &serde_json::Value, found: &mut BTreeSet<String>) {
        let is_one = |shape: &serde_json::Value| shape.to_string().contains("\"#/$defs/Paragraph\"");
        if let Some(fields) = schema["properties"].as_object() {
            found.extend(fields.iter().filter(|(_, shape)| is_one(shape)).map(|(name, _)| name.clone()));
        }
        if let Some(shapes) = schema["$defs"].as_object() {
            shapes.values().for_each(|shape| paragraphs(shape, found));
        }
    }

    #[test]
    fn what_the_schemas_call_paragraphs_may_be_as_long_as_one() {
        let mut found = BTreeSet::new();
        FileKind::ALL.into_iter().for_each(|kind| paragraphs(&schema(kind), &mut found));
        assert_eq!(found, PARAGRAPHS.map(str::to_owned).into(), "docs/CONTENT.md names them too");
    }
}

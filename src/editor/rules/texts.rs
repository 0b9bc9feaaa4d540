//! Rules that hold for every value in a file, whatever it says: nothing invisible, no null, and no more than fits a page.

use crate::{
    content::Json,
    editor::rule::{Edit, Example, Find, Message, Rule, Severity},
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
const TOOL: &str = "tools/alpha.json";

pub static NULL_VALUE: Rule = Rule {
    name: "null-value",
    severity: Severity::Error,
    means: "A value is null.",
    why: "A field that is not there says the same, and there is one way to say it.",
    cure: "Leave the field out where nothing is known.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""maker": "Alpha Works","#, wrong: r#""maker": null,"# }]),
    find: Find::Value(|value, _| {
        let is_null = matches!(value, Json::Null);
        is_null.then(|| message("is null", "leave the field out where nothing is known"))
    }),
};

pub static CONTROL_CHARACTER: Rule = Rule {
    name: "control-character",
    severity: Severity::Error,
    means: "A text holds a control character; a line break is one where a text is shown on one line.",
    why: "Nobody sees such a character, and feeds that hold one are refused as a whole.",
    cure: "Delete it. Paragraphs may hold line breaks, written as \\n.",
    example: Example::Edits(&[Edit {
        file: TOOL,
        right: r#""tagline": "Does one thing","#,
        wrong: r#""tagline": "Does one\tthing","#,
    }]),
    find: Find::Value(|value, field| {
        let may_break = PARAGRAPHS.contains(&field);
        let found = value.text()?.chars().find(|c| c.is_control() && !(may_break && *c == '\n'))?;
        Some(match found {
            '\n' => message("holds a line break, and is shown on one line", "delete it"),
            c => message(&format!("holds the control character U+{:04X}", u32::from(c)), "delete it"),
        })
    }),
};

pub static INVISIBLE_CHARACTER: Rule = Rule {
    name: "invisible-character",
    severity: Severity::Error,
    means: "A text holds a character that turns the direction of what follows, or a byte order mark.",
    why: "Nobody sees such a character, and it turns what stands behind the text, or keeps a search from finding it.",
    cure: "Delete it. Hebrew and Arabic need none.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""name": "Alpha","#, wrong: r#""name": "Alpha\u202e","# }]),
    find: Find::Value(|value, _| {
        let found = value.text()?.chars().find(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{feff}'))?;
        Some(message(&format!("holds the invisible character U+{:04X}", u32::from(found)), "delete it"))
    }),
};

pub static NONCHARACTER: Rule = Rule {
    name: "noncharacter",
    severity: Severity::Error,
    means: "A text holds a code point that Unicode never makes a character, such as U+FFFE and U+FFFF.",
    why: "XML cannot hold the two: feeds, badges and the sitemap would be refused as a whole.",
    cure: "Delete it. Most such code points are left from a file that was read in the wrong encoding.",
    example: Example::Edits(&[Edit { file: TOOL, right: r#""name": "Alpha","#, wrong: r#""name": "Alpha\uffff","# }]),
    find: Find::Value(|value, _| {
        let is_one = |c: &char| matches!(u32::from(*c), 0xfdd0..=0xfdef) || u32::from(*c) & 0xfffe == 0xfffe;
        let found = value.text()?.chars().find(is_one)?;
        Some(message(&format!("holds the noncharacter U+{:04X}", u32::from(found)), "delete it"))
    }),
};

pub static UNWRITTEN_TEXT: Rule = Rule {
    name: "unwritten-text",
    severity: Severity::Warning,
    means: "A text still begins with “TODO: ”, as `shipside new` left it.",
    why: "Readers would see the reminder instead of the text.",
    cure: "Write the text. Leave the field out where it is optional.",
    example: Example::Edits(&[Edit {
        file: TOOL,
        right: r#""tagline": "Does one thing","#,
        wrong: r#""tagline": "TODO: one line","#,
    }]),
    find: Find::Value(|value, _| Some(message("is still to be written", value.text()?.strip_prefix(TO_DO)?))),
};

pub static TEXT_TOO_LONG: Rule = Rule {
    name: "text-too-long",
    severity: Severity::Error,
    means: "A text has more than 300 characters where it is shown on one line, or more than 10,000 in a paragraph.",
    why: "It would not fit where it is shown.",
    cure: "Shorten it.",
    example: Example::Words("“name” in tools/alpha.json has 301 characters."),
    find: Find::Value(|value, field| {
        let text = value.text()?;
        let is_long = PARAGRAPHS.contains(&field) || ADDRESSES.contains(&field);
        let most = if is_long { MAX_PARAGRAPH } else { MAX_LINE };
        // Bytes are counted at once; characters are never more.
        let len = if text.len() > most { text.chars().count() } else { 0 };
        (len > most).then(|| message(&format!("has {len} characters, and at most {most} fit"), "shorten it"))
    }),
};

fn message(message: &str, remedy: &str) -> Message {
    (message.to_owned(), remedy.to_owned())
}

//! Where a file is not JSON: what stands there is named, and what to do.

use crate::{lines, scratch::Scratch};

/// What is said of a file with these bytes, without the file's name.
fn said(bytes: impl AsRef<[u8]>) -> String {
    let scratch = Scratch::good();
    scratch.write("tools/alpha.json", bytes);
    let lines = lines(scratch.dir());
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    line.strip_prefix("tools/alpha.json: ").unwrap().to_owned()
}

#[test]
fn what_authors_write_most_often_is_named() {
    let comment = "a comment stands here, and JSON has none; delete it";
    let git = "two versions stand here, as git left them; keep one";
    let curly = "a curly quotation mark stands here; write \"";
    let single = "a single quotation mark stands here; write \"";
    let empty = "the file is empty; write something into it, or delete it";
    let over = "a text goes on over the end of its line";
    for (text, place, sentence) in [
        ("", "line 1 column 1", empty),
        ("\u{feff}", "line 1 column 1", empty),
        (" \n\n", "line 3 column 1", empty),
        ("// Alpha\n{}", "line 1 column 1", comment),
        ("{ /* Alpha */ }", "line 1 column 3", comment),
        ("{\n  \"a\": 1, # one\n}", "line 2 column 11", comment),
        ("{ \"a\": 1 // one\n}", "line 1 column 10", comment),
        ("{} // end", "line 1 column 4", comment),
        ("{\n<<<<<<< HEAD\n\"a\": 1\n=======\n", "line 2 column 1", git),
        ("{ \"a\": 1,\n=======\n}", "line 2 column 1", git),
        ("{ \"a\": 1\n>>>>>>> theirs\n}", "line 2 column 1", git),
        ("{ “name”: 1 }", "line 1 column 3", curly),
        ("{ \"é\": „Alpha“ }", "line 1 column 8", curly),
        ("{ 'name': 1 }", "line 1 column 3", single),
        ("{ \"name\": 'Alpha' }", "line 1 column 11", single),
        ("{ \"a\": True }", "line 1 column 8", "“True” has a capital letter; write true"),
        ("[FALSE]", "line 1 column 2", "“FALSE” has a capital letter; write false"),
        ("[tRue]", "line 1 column 3", "“tRue” has a capital letter; write true"),
        ("[\"C:\\Users\"]", "line 1 column 6", "“\\U” means nothing in a text; write \\\\ for a backslash"),
        ("[\"C:\\é\"]", "line 1 column 6", "“\\é” means nothing in a text; write \\\\ for a backslash"),
        (
            "[\"C:\\users\"]",
            "line 1 column 10",
            "“\\u” is not followed by four hexadecimal digits; write \\\\ for a backslash",
        ),
        ("{}\0\0\0", "line 1 column 3", "the character U+0000 stands here; delete it"),
        ("{}\n\u{1a}", "line 2 column 1", "the character U+001A stands here; delete it"),
        ("{\u{a0}}", "line 1 column 2", "the character U+00A0 stands here; delete it"),
        ("{\u{200b}}", "line 1 column 2", "the character U+200B stands here; delete it"),
        ("[\"a\tb\"]", "line 1 column 4", "a tab stands within a text; write a space"),
        ("[\"a\n\"]", "line 2 column 1", &format!("{over}; close it with \", or write \\n for a line break")),
        ("[\"a\r\n\"]", "line 1 column 4", &format!("{over}; close it with \", or write \\n for a line break")),
        ("[\"a\\\nb\"]", "line 2 column 1", &format!("{over}; close it with \", or write \\n for a line break")),
        ("[\"a”,\n\"]", "line 2 column 1", &format!("{over}; a curly quotation mark does not close it, so write \"")),
        ("[\"a”,\r\n\"]", "line 1 column 6", &format!("{over}; a curly quotation mark does not close it, so write \"")),
        ("{ \"a\": 1", "line 1 column 8", "the file ends within an object"),
        ("[1,\n2\t", "line 2 column 2", "the file ends within a list"),
        ("[\"a", "line 1 column 3", "the file ends within a text"),
        ("{ \"a\":", "line 1 column 6", "the file ends where a value should stand"),
    ] {
        assert_eq!(said(text), format!("{place}: this is not JSON: {sentence} [not-json]"), "{text:?}");
    }
}

#[test]
fn what_other_notations_have_is_named_with_its_cure() {
    let bare = |word: &str| format!("“{word}” stands without quotation marks; write \" before and behind it");
    let none = |word: &str| format!("“{word}” is no value in JSON; leave the field out where nothing is known");
    let within =
        |sign: &str| format!("“{sign}” stands within a number; write digits only, or text between double quotes");
    let begins = |word: &str| format!("the file begins with “{word}”; write JSON, which begins with {{");
    let yaml = "the file begins with “-”, as YAML does; write JSON, which begins with {";
    let missing = "a comma is missing before this; write one behind what stands above it";
    let quote = "a quotation mark stands within a text; write \\\" for it";
    let number = "a quotation mark is missing before this number; write \" before it";
    let open = "the text before this is not closed; write \" before the comma, or \\\" where it belongs to the text";
    let begins_not = "the file does not begin with {; write { before all of it";
    let behind = "the file goes on behind its end; delete what is too much, or the bracket that ends it too early";
    let minus = "a minus sign stands before no digit; write a number, or text between double quotes";
    for (text, place, sentence) in [
        ("{ \"a\": None }", "8", none("None")),
        ("{ \"a\": NaN }", "8", none("NaN")),
        ("{ \"a\": nil }", "9", none("nil")),
        ("{ \"a\": Alpha\" }", "8", bare("Alpha")),
        ("{ \"a\": tool\" }", "9", bare("tool")),
        ("{ a\": 1 }", "3", bare("a")),
        ("{ name: 1 }", "3", bare("name")),
        ("name: Alpha", "2", begins("name")),
        ("title: Alpha", "2", begins("title")),
        ("---", "2", yaml.to_owned()),
        ("- name: Alpha", "2", yaml.to_owned()),
        ("{ \"a\": --1 }", "9", minus.to_owned()),
        ("{ \"a\": - 1 }", "9", minus.to_owned()),
        ("<!doctype html>", "1", "a tag stands here, as in HTML; write JSON".to_owned()),
        ("{ \"a\": .5 }", "8", "a number begins with a point; write 0 before it".to_owned()),
        ("{ \"a\": +1 }", "8", "a number has a plus sign; delete it".to_owned()),
        ("{ \"a\": 00 }", "9", "a number begins with a zero; delete the zero".to_owned()),
        ("[1,000,000]", "5", "a comma stands within a number; delete it".to_owned()),
        ("{ \"a\": 1; \"b\": 2 }", "9", "“;” stands where a comma should; write ,".to_owned()),
        ("{ \"a\": 1，\"b\": 2 }", "9", "“，” stands where a comma should; write ,".to_owned()),
        ("{ \"a\": \"b\"; \"c\": 2 }", "11", "“;” stands where a comma should; write ,".to_owned()),
        ("{ \"a\": 1) }", "9", "expected `,` or `}`".to_owned()),
        ("{ \"a\": 1, }", "11", "a comma stands before this “}”; delete the comma".to_owned()),
        ("[1, ]", "5", "a comma stands before this “]”; delete the comma".to_owned()),
        ("{ \"a\": 1,, \"b\": 2 }", "10", "two commas stand here; delete one".to_owned()),
        ("[1, , 2]", "5", "two commas stand here; delete one".to_owned()),
        ("{,}", "2", "key must be a string".to_owned()),
        ("{ \"a\": 1 \"b\": 2 }", "10", missing.to_owned()),
        ("[[1] [2]]", "6", missing.to_owned()),
        ("[{} {}]", "5", missing.to_owned()),
        ("{ \"a\": 1 {} }", "10", "expected `,` or `}`".to_owned()),
        ("{ \"a\": \"b\" \"c\": 1 }", "12", missing.to_owned()),
        ("{ \"a\": \"said \"\"yes\"\"\" }", "15", quote.to_owned()),
        ("{ \"a\": 0.40\" }", "12", number.to_owned()),
        ("[\"one, \"two\"]", "9", open.to_owned()),
        ("\"a\": 1 }", "4", begins_not.to_owned()),
        ("{ \"a\": -\t1 }", "9", "the character U+0009 stands here; delete it".to_owned()),
        ("{ \"a\": \"Does \"one\" thing\" }", "15", quote.to_owned()),
        ("[\"\"one\" thing\"]", "4", quote.to_owned()),
        ("{ \"a\": 1 } }", "12", behind.to_owned()),
        ("{ \"a\": 1 }, { }", "11", behind.to_owned()),
        ("{ \"a\": 1,000 }", "10", "a comma stands within a number; delete it".to_owned()),
        ("{ \"a\": 0x1 }", "9", within("x")),
        ("{ \"a\": 2% }", "9", within("%")),
        ("{ \"a\": 2026-11-01 }", "12", within("-")),
        ("{ \"a\"：1 }", "6", "“：” stands where a colon should; write :".to_owned()),
        ("{ \"a\" = 1 }", "7", "“=” stands where a colon should; write :".to_owned()),
        ("{ \"a\" 1 }", "7", "a colon is missing here; write : behind a field's name".to_owned()),
    ] {
        assert_eq!(said(text), format!("line 1 column {place}: this is not JSON: {sentence} [not-json]"), "{text}");
    }
    // That is JSON.
    let large = "line 1 column 12: this is too large for a number; at most 9007199254740991 is read [wrong-kind]";
    assert_eq!(said("{ \"a\": 1e400 }"), large);
}

#[test]
fn a_field_without_a_name_is_to_be_seen() {
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", "{", "{ \"\": null,");
    scratch.replace("tools/alpha.json", "\"price\": {", "\"price\": { \"\": 1,");
    let found = crate::findings(scratch.dir());
    let told: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.place.as_ref().map(|place| place.column))).collect();
    assert_eq!(told, [("\"\"", Some(3)), ("price.\"\"", Some(14))], "{found:?}");
    assert!(found.iter().all(|it| it.rule.name == "unknown-field"), "{found:?}");
}

#[test]
fn what_is_in_another_encoding_is_called_by_its_name() {
    let in_utf_8 = "; save the file as UTF-8 [not-utf-8]";
    let wide = |text: &str| text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<_>>();
    let narrow = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    for (bytes, encoding) in [
        (wide("\u{feff}{}"), "UTF-32"),
        (wide("}{\u{feff}").into_iter().rev().collect(), "UTF-32"),
        (wide("{}"), "UTF-32 without a byte order mark"),
        (wide("{}").into_iter().rev().collect(), "UTF-32 without a byte order mark"),
        (narrow("\u{feff}{}"), "UTF-16"),
        (narrow("{}"), "UTF-16 without a byte order mark"),
        (narrow("{}").into_iter().rev().collect(), "UTF-16 without a byte order mark"),
    ] {
        assert_eq!(said(&bytes), format!("line 1 column 1: this is {encoding}, not UTF-8{in_utf_8}"), "{bytes:?}");
    }
    let nothing = "line 1 column 1: this begins with NUL characters, as no text does; write the file again [not-utf-8]";
    let twice = "line 1 column 1: this begins with two byte order marks; save it with one, or with none [not-utf-8]";
    assert_eq!(said("\u{feff}\u{feff}{}"), twice);
    assert_eq!(said([0; 50]), nothing);
    assert_eq!(said([0]), nothing);
    assert_eq!(said(b"\0\0{}"), nothing);
}

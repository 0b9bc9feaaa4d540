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
        ("[\"a\tb\"]", "line 1 column 4", "the character U+0009 stands here; delete it"),
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
fn what_is_in_another_encoding_is_called_by_its_name() {
    let in_utf_8 = "; save the file in that encoding [not-utf-8]";
    let wide = |text: &str| text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<_>>();
    let narrow = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    for (bytes, encoding) in [
        (wide("\u{feff}{}"), "UTF-32"),
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

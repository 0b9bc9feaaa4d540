//! Texts, and what is in them as JSON: the browser reads with its own parser, native code with serde_json, and editors check
//! natively what readers will load. Read by both: tests/json.rs and tests/components/json.rs.

use shipside::content::Json::{self, Bool, List, Null, Object, OtherNumber, Text, Whole};

fn of(text: &str) -> Json {
    Text(text.to_owned())
}

fn object(fields: impl IntoIterator<Item = (&'static str, Json)>) -> Json {
    Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Texts that both read, and as the same.
fn read_alike() -> Vec<(String, Json)> {
    let table = [
        ("null", Null),
        ("true", Bool(true)),
        (" false\n", Bool(false)),
        ("0", Whole(0)),
        ("42", Whole(42)),
        ("9007199254740991", Whole(9_007_199_254_740_991)),
        ("18446744073709551616", OtherNumber),
        ("-1", OtherNumber),
        ("-9007199254740993", OtherNumber),
        ("0.5", OtherNumber),
        ("1.5e300", OtherNumber),
        ("5e-324", OtherNumber),
        (r#""""#, of("")),
        (r#""a\u0000b\n\"\\\/\u00e9\ud83d\ude80""#, of("a\0b\n\"\\/é🚀")),
        (r#""שלום ﷺ 🚢""#, of("שלום ﷺ 🚢")),
        ("[]", List(vec![])),
        ("{}", object([])),
        ("[1,[],{},\"\"]", List(vec![Whole(1), List(vec![]), object([]), of("")])),
        (
            r#"{"b":1,"a":{"b":null},"":[]}"#,
            object([("b", Whole(1)), ("a", object([("b", Null)])), ("", List(vec![]))]),
        ),
        (
            r#"{"__proto__":1,"constructor":2,"toString":3}"#,
            object([("__proto__", Whole(1)), ("constructor", Whole(2)), ("toString", Whole(3))]),
        ),
        (r#"{"toJSON":1,"length":0}"#, object([("toJSON", Whole(1)), ("length", Whole(0))])),
        ("\u{feff}{}", object([])),
    ];
    let mut texts: Vec<(String, Json)> = table.map(|(text, json)| (text.to_owned(), json)).into();
    let long: Vec<Json> = (0..10_000).map(Whole).collect();
    texts.push((format!("[{}]", (0..10_000).map(|n| n.to_string()).collect::<Vec<_>>().join(",")), List(long)));
    texts.push((nested(127), (1..127).fold(List(vec![]), |inner, _| List(vec![inner]))));
    texts
}

/// Texts that neither reads.
pub fn refused_by_both() -> Vec<String> {
    let table = [
        "",
        " ",
        "\u{feff}",
        "\u{feff}\u{feff}{}",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "'a'",
        "01",
        "+1",
        ".5",
        "1.",
        "NaN",
        "-Infinity",
        "undefined",
        "\"\n\"",
        "\"\\x41\"",
        "\"\\u12\"",
        "[1] 2",
        "/* no */ 1",
        "<!doctype html>",
        "nul",
    ];
    table.map(str::to_owned).into_iter().chain([nested(128), nested(100_000)]).collect()
}

/// Holds a parser to all of it. What it makes of the texts that are read differently, `own` chooses of what native code and the browser do.
pub fn check(read: impl Fn(&str) -> Option<Json>, own: impl Fn(Option<Json>, Option<Json>) -> Option<Json>) {
    for (text, json) in read_alike() {
        assert_eq!(read(&text), Some(json), "{text}");
    }
    for text in refused_by_both() {
        assert_eq!(read(&text), None, "{text}");
    }
    for (text, native, browser) in read_differently() {
        assert_ne!(native, browser, "{text} is read alike: move it to where those are");
        assert_eq!(read(&text), own(native, browser), "{text}");
    }
}

/// So many lists, one in the other.
pub fn nested(levels: usize) -> String {
    format!("{}{}", "[".repeat(levels), "]".repeat(levels))
}

/// Texts that are read differently: natively, and in the browser. Whoever makes one of them alike moves it up.
fn read_differently() -> Vec<(String, Option<Json>, Option<Json>)> {
    let one_key = |names: &[(&'static str, u64)]| Some(object(names.iter().map(|(name, n)| (*name, Whole(*n)))));
    let table = [
        // The browser has one type of number: how a whole one was written is gone.
        ("1.0", Some(OtherNumber), Some(Whole(1))),
        ("1e2", Some(OtherNumber), Some(Whole(100))),
        ("-0", Some(OtherNumber), Some(Whole(0))),
        ("18446744073709551615", Some(Whole(u64::MAX)), Some(OtherNumber)),
        ("1e400", None, Some(OtherNumber)),
        // Of a field that stands twice it keeps the last; names that are numbers it puts first.
        (r#"{"a":1,"a":2}"#, one_key(&[("a", 1), ("a", 2)]), one_key(&[("a", 2)])),
        (r#"{"b":1,"2":2,"1":3}"#, one_key(&[("b", 1), ("2", 2), ("1", 3)]), one_key(&[("1", 3), ("2", 2), ("b", 1)])),
        // Half a surrogate pair is no text of ours: authors are told, readers see a replacement character.
        (r#""\ud83d""#, None, Some(of("\u{fffd}"))),
    ];
    table.map(|(text, native, browser)| (text.to_owned(), native, browser)).into()
}

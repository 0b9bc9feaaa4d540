//! Every rule for content, broken once: the mistake is told at its path.

use crate::{
    COMPARISON, INDEX, SITE, TOOL, said,
    text::{catalogue, comparison, site, tool},
};
use serde_json::Value;
use shipside::content::{ContentError, Noted};
use std::time::{Duration, Instant};

type Read<T> = fn(&str) -> Result<Noted<T>, ContentError>;

const MISSING: &str = "is missing, and it is required";
const NUMBER: &str = "is a number; write it as text, between double quotes";
const COUNT: &str = "should be a whole number that is not negative, but is a number with a sign, a fraction or an exponent, or larger than 9007199254740991";
const EMPTY: &str = "is empty; say something, or leave the field out";

/// The file with `json` at `path`; without anything there if `json` is empty.
fn with(file: &str, path: &str, json: &str) -> String {
    let mut value: Value = serde_json::from_str(file).unwrap();
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match value.pointer_mut(parent).unwrap() {
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = serde_json::from_str(json).unwrap(),
        Value::Object(fields) if json.is_empty() => drop(fields.remove(name).unwrap()),
        Value::Object(fields) => drop(fields.insert(name.to_owned(), serde_json::from_str(json).unwrap())),
        other => panic!("{path}: nothing can be inside {other}"),
    }
    value.to_string()
}

/// Puts each JSON at its path, alone: this sentence is said about it, and nothing else.
fn check<T>(read: Read<T>, file: &str, cases: &[(&str, &str, &str)]) {
    assert_eq!(said(&read(file)), [""; 0], "the file itself");
    for (path, json, sentence) in cases {
        assert_eq!(said(&read(&with(file, path, json))), [format!("{path}: {sentence}")], "with {json}");
    }
}

/// Makes one change in a file's text: these lines are said about it.
fn check_text<T>(read: Read<T>, file: &str, from: &str, to: &str, lines: &[&str]) {
    assert_eq!(file.matches(from).count(), 1, "{from} is to stand in the file once");
    assert_eq!(said(&read(&file.replace(from, to))), lines, "{from} → {to}");
}

/// Leaves out what stands at each path, alone: this is said about it, if anything.
fn check_without<T>(read: Read<T>, file: &str, sentence: Option<&str>, paths: &str) {
    for path in paths.split_whitespace() {
        // What is required of a price is what it begins with.
        let missed = if path.ends_with("price") { format!("{path}.entry") } else { path.to_owned() };
        let expected: Vec<_> = sentence.iter().map(|sentence| format!("{missed}: {sentence}")).collect();
        assert_eq!(said(&read(&with(file, path, ""))), expected, "without {path}");
        assert_eq!(said(&read(&with(file, path, "null"))), expected, "{path} is null");
    }
}

#[test]
fn what_is_required_is_missed() {
    let missing = Some(MISSING);
    let of_tool = "schema id name category tagline description price price.entry reviews
        price.plans[0].name price.plans[0].amount price.plans[0].currency facts[0].key facts[0].value
        community.ship community.skip community.as_of reviews[1].reviewer reviews[1].verdict reviews[1].quote
        history[0].date history[0].change";
    let of_site = "schema name panel[0].id panel[1].name panel[1].kind facts[0].key facts[1].label
        newsletter.title newsletter.action newsletter.field votes.url";
    check_without(tool, TOOL, missing, of_tool);
    check_without(site, SITE, missing, of_site);
    check_without(comparison, COMPARISON, missing, "schema slug tools tools[1].name tools[1].price tools[1].reviews");
    check_without(catalogue, INDEX, missing, "schema tools[1].id tools[1].entry tools[0].name comparisons[0].title");
}

#[test]
fn what_is_optional_is_not_missed() {
    let of_tool = "maker url facts community released updated history
        price.plans price.source price.checked price.plans[0].per
        facts[0].number facts[0].source facts[0].claimed reviews[0].date";
    let of_site = "tagline base_url language notice panel facts newsletter votes votes.backend votes.anon_key
        panel[0].motto panel[0].excited_by facts[0].unit facts[0].better newsletter.lede";
    check_without(tool, TOOL, None, of_tool);
    check_without(site, SITE, None, of_site);
    check_without(comparison, COMPARISON, None, "title lede bottom_line published updated tools[1].schema");
    check_without(
        catalogue,
        INDEX,
        None,
        "tools comparisons tools[0].ship tools[0].community comparisons[0].published",
    );
    assert_eq!(said(&tool(&with(TOOL, "reviews", "[]"))), [""; 0]);
}

#[test]
fn what_may_be_empty_is_empty_where_nobody_sees_any_of_it() {
    let unseen = r#""\u200b \u2800""#;
    assert_eq!(tool(with(TOOL, "maker", unseen).as_str()).unwrap().value.maker, "");
    let site = site(with(SITE, "panel[0].motto", unseen).as_str()).unwrap().value;
    assert_eq!(site.panel[0].motto, "");
}

#[test]
fn a_value_of_another_kind_is_told_once_where_it_stands() {
    check(
        tool,
        TOOL,
        &[
            ("schema", r#""1""#, "should be a whole number that is not negative, but is text"),
            ("name", "[]", "should be text, but is a list"),
            ("tagline", "false", "should be text, but is true or false"),
            ("id", "7", NUMBER),
            ("price", r#""free""#, "should be an object, but is text"),
            ("price.plans", "{}", "should be a list, but is an object"),
            ("price.plans[0].amount", "0.40", NUMBER),
            ("facts[0].number", "128000", NUMBER),
            ("facts[0].claimed", r#""yes""#, "should be true or false, but is text"),
            ("reviews", r#""none""#, "should be a list, but is text"),
            ("reviews[1]", "null", "should be an object, but is null"),
            ("community.ship", "-1", COUNT),
            ("community.skip", "1.5", COUNT),
            ("community.skip", "99999999999999999999999", COUNT),
        ],
    );
    check(
        comparison,
        COMPARISON,
        &[
            ("tools", r#""beta, gamma""#, "should be a list, but is text"),
            ("tools[0]", "7", "should be an object, but is a number"),
        ],
    );
    check(
        site,
        SITE,
        &[
            ("panel[0].tired_of[0]", "null", "should be text, but is null"),
            ("votes", "[]", "should be an object, but is a list"),
        ],
    );
    assert_eq!(said(&tool("[]")), ["should be an object, but is a list"]);
}

#[test]
fn a_value_that_cannot_be_is_told_with_what_can() {
    let id = "is not an id; use lower-case letters a–z, digits and single hyphens, at most 80 characters";
    let link = "is not a link that can be used; begin it with https://, http:// or mailto:, and leave out spaces and user names";
    let web = "is not a link that can be used; begin it with https:// or http://, and leave out spaces and user names";
    let host = "is not a link that can be used; say which host, as in https://example.org/";
    let slashes = "is not a link that can be used; write / instead of \\";
    let spaces = "is not a link that can be used; leave out spaces and user names";
    let amount = r#"is not a decimal number; write it like "0.40""#;
    let digits = "has 19 digits; at most 18 are read";
    check(
        tool,
        TOOL,
        &[
            ("schema", "0", "is 0; this version reads schema 1"),
            ("id", r#""GPT 5""#, &format!("“GPT 5” {id}")),
            ("url", r#""javascript:alert(1)""#, &format!("“javascript:alert(1)” {link}")),
            ("price.source", r#""data:text/html,hi""#, &format!("“data:text/html,hi” {link}")),
            ("facts[0].source", r#""/docs""#, &format!("“/docs” {link}")),
            ("url", r#""mailto:""#, &format!("“mailto:” {link}")),
            ("url", r#""https:/a.org""#, &format!("“https:/a.org” {link}")),
            ("url", r#""https://""#, &format!("“https://” {host}")),
            ("url", r#""https://:80/""#, &format!("“https://:80/” {host}")),
            ("url", r#""HTTPS://a.org\\b""#, &format!("“HTTPS://a.org\\b” {slashes}")),
            ("url", r#""http:\\\\a.org""#, &format!("“http:\\\\a.org” {slashes}")),
            ("url", r#""https://a.org/b c""#, &format!("“https://a.org/b c” {spaces}")),
            ("url", r#"" https://a.org/""#, &format!("“ https://a.org/” {spaces}")),
            ("url", r#""https://me@a.org/""#, &format!("“https://me@a.org/” {spaces}")),
            ("price.entry", r#""cheap""#, "“cheap” is none of “free”, “freemium”, “paid” and “unknown”"),
            ("price.plans[0].amount", r#""$4""#, &format!("“$4” {amount}")),
            ("price.plans[0].amount", r#""007""#, &format!("“007” {amount}")),
            ("price.plans[0].amount", r#""1234567890123456789""#, digits),
            ("facts[0].number", r#""0.123456789012345678""#, digits),
            ("facts[0].number", r#""-1234567890123456789""#, &format!("“-1234567890123456789” {amount}")),
            ("name", r#""\u200b""#, "is empty, and it is required"),
            ("reviews[0].quote", r#"" \u2800\u3164\ufeff""#, "is empty, and it is required"),
            ("price.plans[0].per", r#""\u200f""#, EMPTY),
            (
                "price.plans[0].currency",
                r#""usd""#,
                "“usd” is not a currency code; write three capital letters, like “USD”",
            ),
            ("price.plans[0].per", r#""""#, EMPTY),
            ("price.checked", r#""1 Nov 2026""#, "“1 Nov 2026” is not a date; write it as YYYY-MM-DD"),
            ("released", r#""2026-02-30""#, "“2026-02-30” is not a day that exists"),
            ("reviews[0].verdict", r#""shipp""#, "“shipp” is neither “ship” nor “skip”"),
            ("reviews[0].reviewer", r#""The Builder""#, &format!("“The Builder” {id}")),
            ("reviews[1].reviewer", r#""builder""#, "“builder” stands here already; it may stand once only"),
            ("facts[1].key", r#""context-window""#, "“context-window” stands here already; it may stand once only"),
        ],
    );
    check(
        comparison,
        COMPARISON,
        &[
            ("slug", r#""beta-vs-""#, &format!("“beta-vs-” {id}")),
            ("title", r#""  ""#, EMPTY),
            ("published", r#""2026-13-01""#, "“2026-13-01” is not a day that exists"),
            ("tools", r#"["a"]"#, "a comparison has 2 to 5 tools, and this one has 1"),
            ("tools", r#"["a", "b", "c", "d", "e", "f"]"#, "a comparison has 2 to 5 tools, and this one has 6"),
            ("tools[1]", r#""beta""#, "“beta” stands here already; it may stand once only"),
            ("tools[1].id", r#""beta""#, "“beta” stands here already; it may stand once only"),
            ("tools[1].reviews[0].verdict", r#""Ship""#, "“Ship” is neither “ship” nor “skip”"),
            ("tools[1].schema", "2", "is 2; this version reads schema 1"),
        ],
    );
    check(
        site,
        SITE,
        &[
            ("base_url", r#""x.test""#, &format!("“x.test” {web}")),
            ("base_url", r#""http://""#, &format!("“http://” {host}")),
            (
                "newsletter.action",
                r#""mailto:a@b.example""#,
                &format!("“mailto:a@b.example” {}", web.replace("is not a link that can be used", "cannot be loaded")),
            ),
            ("votes.url", r#""a.org/b c""#, &format!("“a.org/b c” {web}")),
            ("panel[1].id", r#""builder""#, "“builder” stands here already; it may stand once only"),
            ("panel[1].kind", r#""robot""#, "“robot” is neither “ai” nor “human”"),
            ("facts[1].key", r#""context-window""#, "“context-window” stands here already; it may stand once only"),
            ("facts[0].better", r#""more""#, "“more” is neither “higher” nor “lower”"),
            ("votes.backend", r#""server""#, "“server” is neither “local” nor “postgrest”"),
        ],
    );
    check(
        catalogue,
        INDEX,
        &[("comparisons[0].tools[1]", r#""B""#, &format!("“B” {id}")), ("tools[0].community.ship", "-1", COUNT)],
    );
}

#[test]
fn a_field_that_stands_twice_is_told_and_the_first_one_is_read() {
    let twice = "stands twice in its object; keep one";
    check_text(tool, TOOL, r#""maker":"#, r#""name":"#, &[&format!("name: {twice}")]);
    check_text(
        tool,
        TOOL,
        r#""skip": 3"#,
        r#""ship": 3"#,
        &[&format!("community.ship: {twice}"), &format!("community.skip: {MISSING}")],
    );
}

#[test]
fn a_field_without_a_meaning_is_noted_with_the_nearest_that_has_one() {
    let near =
        |path: &str, name: &str| [format!("{path}: is not a field that means anything here; did you mean “{name}”?")];
    let noted = |text: &str| said(&Ok(tool(text).unwrap()));
    assert_eq!(noted(&with(TOOL, "makr", "0")), near("makr", "maker"));
    assert_eq!(noted(&with(TOOL, "price.plans[0].periods", "{}")).len(), 1);
    assert_eq!(noted(&with(TOOL, "reviews[0].dat", "[]")), near("reviews[0].dat", "date"));
    check(
        comparison,
        COMPARISON,
        &[(
            "tools[1].price.discount",
            "true",
            "is not a field that means anything here; there are entry, plans, source, checked",
        )],
    );
}

#[test]
fn all_mistakes_of_a_file_are_told_in_one_run() {
    let with_three = with(&with(TOOL, "maker", "5"), "reviews[0].verdict", r#""shipp""#).replace("category", "catgory");
    assert_eq!(
        said(&tool(&with_three)),
        [
            &format!("category: {MISSING}"),
            "reviews[0].verdict: “shipp” is neither “ship” nor “skip”",
            &format!("maker: {NUMBER}"),
            "catgory: is not a field that means anything here; did you mean “category”?",
        ]
    );
}

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    check_text(tool, TOOL, r#""Alpha","#, r#""Alpha""#, &["line 5 column 3: this is not JSON: expected `,` or `}`"]);
    for (text, line) in [
        ("", "line 1 column 1: this is not JSON: EOF while parsing a value"),
        ("<!doctype html>", "line 1 column 1: this is not JSON: expected value"),
        ("{}\n{}", "line 2 column 1: this is not JSON: trailing characters"),
        (r#"{"schema": 1,}"#, "line 1 column 14: this is not JSON: trailing comma"),
    ] {
        assert_eq!(said(&tool(text)), [line], "{text}");
    }
}

#[test]
fn a_newer_schema_is_told_before_anything_else() {
    let newer = with(&with(TOOL, "schema", "2"), "reviews[0].verdict", r#""maybe""#);
    assert_eq!(tool(&newer), Err(ContentError::NewerSchema(2)));
    assert_eq!(said(&tool(&newer)), ["it carries schema 2, and this version reads schema 1"]);
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    assert_eq!(tool(&format!("\u{feff}{TOOL}")), tool(TOOL));
}

#[test]
fn a_hostile_file_is_judged_quickly() {
    let many = |item: fn(usize) -> String| (0..200_000).map(item).collect::<Vec<_>>().join(",");
    let long = with(COMPARISON, "tools", &format!("[{}]", many(|_| "0".to_owned())));
    assert_eq!(said(&comparison(&long)), ["tools: has 200000 items; at most 10000 are read"]);
    for text in [
        "[".repeat(100_000),
        r#"{"tools":["#.repeat(100_000),
        format!(r#"{{"schema": 1, {}}}"#, many(|i| format!(r#""{i}": 0"#))),
        format!(r#"{{"schema": 1, "tools": [{}]}}"#, many(|i| format!(r#""a{i}""#))),
        format!(r#"{{"schema": 1, "tools": [{}]}}"#, vec!["0"; 10_000].join(",")),
    ] {
        let start = Instant::now();
        assert!(comparison(&text).is_err());
        let took = start.elapsed();
        assert!(took < Duration::from_secs(5), "{text:.20}… took {took:?}");
    }
}

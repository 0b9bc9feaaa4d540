//! Files that are made to hurt: judged with a sentence, and soon.

use crate::{lines, scratch::Scratch};
use proptest::prelude::*;
use shipside::editor::{Table, import};
use std::{
    fs::File,
    time::{Duration, Instant},
};

/// A quarter of a second is promised; a busy machine and a build without optimisation get more, and what takes ages is still seen.
const SOON: Duration = Duration::from_secs(20);

fn judged_soon(scratch: &Scratch) -> Vec<String> {
    let start = Instant::now();
    let lines = lines(scratch.dir());
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    lines
}

#[test]
fn a_huge_file_is_not_read() {
    let scratch = Scratch::good();
    // Holes: nothing is written to the disk.
    for (bytes, large) in [(5_000_001, "5.1"), (50_000_000, "50.0")] {
        File::create(scratch.dir().join("tools/alpha.json")).unwrap().set_len(bytes).unwrap();
        let line = format!(
            "tools/alpha.json: whole file: is {large} MB large, and browsers read 5 MB at most; shorten its texts, or split it \
             [file-too-large]"
        );
        assert_eq!(judged_soon(&scratch), [line]);
    }
}

#[test]
fn deep_nesting_is_a_sentence() {
    for text in ["[".repeat(100_000), "{\"reviews\":[".repeat(100_000)] {
        let scratch = Scratch::good();
        scratch.write("tools/alpha.json", text);
        let lines = judged_soon(&scratch);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].ends_with("this is nested too deeply; at most 127 levels are read [too-deep]"), "{lines:?}");
    }
}

#[test]
fn many_mistakes_and_long_texts_stay_readable() {
    let scratch = Scratch::good();
    let fields: Vec<String> = (0..100_000).map(|i| format!("\"a{i}\":{{\"b\":[null]}}")).collect();
    scratch.write("tools/alpha.json", format!("{{{}}}", fields.join(",\n")));
    scratch.write("tools/beta.json", format!("{{\"id\":\"{0}\",\"{0}\":1}}", "b\\n".repeat(1_000_000)));
    let lines = judged_soon(&scratch);
    assert!(lines.len() > 100, "{} lines", lines.len());
    assert!(lines.iter().all(|line| line.len() < 2000 && !line.contains('\n')));
}

#[test]
fn many_warnings_hide_no_mistake() {
    let scratch = Scratch::good();
    scratch.replace("tools/beta.json", "\"facts\": [", &format!("\"facts\": [{}", facts("\"TODO: x\"", 1_500)));
    scratch.replace("tools/beta.json", "The Skeptic", "The \\ufffe Skeptic");
    let errors: Vec<String> = judged_soon(&scratch).into_iter().filter(|line| !line.contains(": warning: ")).collect();
    assert_eq!(errors, ["tools/beta.json: history[0].change: holds the noncharacter U+FFFE; delete it [noncharacter]"]);
}

/// So many facts of that value, to stand before others.
fn facts(value: &str, count: usize) -> String {
    (0..count).map(|i| format!("{{\"key\":\"f{i}\",\"value\":{value}}},")).collect()
}

#[test]
fn where_not_all_mistakes_are_told_that_is_told() {
    let more = |rule| {
        let said = "1000 mistakes of one kind are told, and there may be more; mend these, then check again";
        format!("tools/beta.json: whole file: {said} [{rule}]")
    };
    let unknown = |count: usize| (0..count).map(|i| format!("\"x{i}\": 1,")).collect::<String>();
    for (before, put, told) in [
        ("{", unknown(999), None),
        ("{", unknown(1_500), Some("unknown-field")),
        ("{", format!("\"id\": 1, {}", unknown(1_500)), Some("unknown-field")),
        ("\"facts\": [", facts("1", 1_500), Some("wrong-kind")),
        ("\"facts\": [", facts("\"\\u0007\"", 1_500), Some("control-character")),
    ] {
        let scratch = Scratch::good();
        scratch.replace("tools/beta.json", before, &format!("{before}{put}"));
        let lines = judged_soon(&scratch);
        let of_file: Vec<_> = lines.iter().filter(|line| line.contains(": whole file: 1000 ")).cloned().collect();
        assert_eq!(of_file, told.map(more).into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn a_tool_takes_thousands_of_rows() {
    let rows: String = (0..9_900).map(|i| format!("alpha,fact-{i},{i}\n")).collect();
    let (scratch, start) = (Scratch::good(), Instant::now());
    let import = import(scratch.dir(), &format!("tool,fact,value\n{rows}"), Table::Csv).unwrap();
    assert_eq!((import.rejected.len(), import.planned[0].rows), (0, 9_900));
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_waited_for() {
    let scratch = Scratch::good();
    std::os::unix::fs::symlink("/dev/zero", scratch.dir().join("tools/endless.json")).unwrap();
    std::os::unix::fs::symlink("nowhere", scratch.dir().join("tools/gone.json")).unwrap();
    std::os::unix::fs::symlink(".", scratch.dir().join("tools/loop")).unwrap();
    let lines = judged_soon(&scratch);
    let about = |name: &str| lines.iter().filter(|line| line.starts_with(&format!("tools/{name}.json: "))).count();
    assert_eq!((about("endless"), about("gone"), about("alpha")), (1, 1, 0), "{lines:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    /// Whatever stands in the files: no panic, one line each, sorted, and a place for everything.
    #[test]
    fn any_bytes_are_judged(
        site in proptest::collection::vec(any::<u8>(), 0..60),
        cut in 0usize..2000,
        put in "[\\x00-\\x7fé\u{202e}]{0,6}",
    ) {
        let scratch = Scratch::good();
        scratch.write("site.json", site);
        let mut text = scratch.read("tools/alpha.json");
        let at = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.insert_str(at, &put);
        scratch.write("tools/alpha.json", text);
        let findings = crate::findings(scratch.dir());
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        prop_assert!(lines.is_sorted());
        prop_assert!(lines.iter().all(|line| !line.contains(char::is_control)));
        for finding in &findings {
            let place = finding.place.as_ref();
            let unreadable = finding.rule.name == "not-utf-8";
            prop_assert!(unreadable || place.is_some_and(|place| place.line > 0 && place.column > 0), "{finding}");
        }
    }
}

//! The list of rules: every rule is explained, shown by an example that is run, reported by a case, and in docs/CONTENT.md.

use crate::{cases, command::shipside, findings, scratch::Scratch};
use shipside::editor::{RULES, Rule, rule};
use std::{collections::BTreeSet, fs::File};

/// An explanation, as the files in `explained/` are written.
struct Explained {
    why: &'static str,
    cure: &'static str,
    /// What breaks the rule, in words, where no line of text shows it.
    words: Option<&'static str>,
    /// Else, in which file what is wrong, and what is right instead; nothing where the file should not be there.
    edits: Vec<(&'static str, String, Option<String>)>,
}

impl Explained {
    /// Takes a file apart; a part that is none of those that explanations have stops the test.
    fn of(rule: &Rule) -> Self {
        let mut explained = Self { why: "", cure: "", words: None, edits: Vec::new() };
        for part in rule.explanation.trim_end().split("\n\n").skip(1) {
            let part = part.split_once([' ', ',']).map_or((part, ""), |(name, rest)| (name, rest.trim_start()));
            match part {
                ("Why:", why) => explained.why = why,
                ("Cure:", cure) => explained.cure = cure,
                ("Wrong:", words) => explained.words = Some(words),
                ("Wrong", code) => {
                    let (file, code) = code_of(rule, code);
                    explained.edits.push((file, code, None));
                }
                ("Right", code) => {
                    let (file, code) = code_of(rule, code);
                    let wrong = explained.edits.iter_mut().find(|edit| edit.0 == file && edit.2.is_none());
                    wrong.unwrap_or_else(|| panic!("{}: nothing is wrong in {file}", rule.name)).2 = Some(code);
                }
                (other, _) => panic!("{}: what is “{other}”?", rule.name),
            }
        }
        explained
    }
}

/// `in tools/alpha.json:`, and lines that are indented by four.
fn code_of(rule: &Rule, part: &'static str) -> (&'static str, String) {
    let (file, code) = part.strip_prefix("in ").and_then(|rest| rest.split_once(":\n")).expect(rule.name);
    let lines: Vec<&str> = code.lines().map(|line| line.strip_prefix("    ").expect(rule.name)).collect();
    (file, lines.join("\n"))
}

/// Good content, and in it what the rule's example shows.
fn broken(rule: &Rule) -> Scratch {
    let scratch = Scratch::good();
    let Explained { words, edits, .. } = Explained::of(rule);
    assert_eq!(words.is_some(), edits.is_empty(), "{}: an example is in words or in code", rule.name);
    if words.is_some() {
        made(rule.name, &scratch);
    }
    for (file, wrong, right) in edits {
        let Some(right) = right else {
            scratch.write(file, wrong + "\n");
            continue;
        };
        assert_eq!(scratch.read(file).matches(&right).count(), 1, "{}: {right}", rule.name);
        scratch.replace(file, &right, &wrong);
    }
    scratch
}

/// What no line of text shows.
fn made(name: &str, scratch: &Scratch) {
    const FILE: &str = "tools/alpha.json";
    let path = scratch.dir().join(FILE);
    match name {
        "missing-site" => std::fs::remove_file(scratch.dir().join("site.json")).unwrap(),
        "unreadable-file" => {
            std::fs::remove_file(&path).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink("gone.json", path).unwrap();
        }
        // Holes: nothing is written to the disk.
        "file-too-large" => File::create(path).unwrap().set_len(50_000_000).unwrap(),
        "not-utf-8" => scratch.write(FILE, b"{ \"name\": \"Caf\xe9\" }"),
        "too-deep" => scratch.write(FILE, "[".repeat(200)),
        "too-many-items" => {
            let (start, end) = ("\"facts\": [", "\"reviews\"");
            let text = scratch.read(FILE);
            let ((before, rest), items) = (text.split_once(start).unwrap(), vec!["0"; 20_000].join(","));
            let (_, after) = rest.split_once(end).unwrap();
            scratch.write(FILE, format!("{before}{start}{items}],\n  {end}{after}"));
        }
        "text-too-long" => scratch.replace(FILE, "\"Alpha\"", &format!("\"{}\"", "a".repeat(301))),
        other => panic!("{other}: say how it is made"),
    }
}

fn reported(scratch: &Scratch) -> BTreeSet<&'static str> {
    findings(scratch.dir()).iter().map(|finding| finding.rule.name).collect()
}

#[test]
fn every_example_breaks_its_rule_and_no_other() {
    for rule in RULES {
        let scratch = broken(rule);
        assert_eq!(reported(&scratch), BTreeSet::from([rule.name]), "{:?}", crate::lines(scratch.dir()));
        let severities: Vec<_> = findings(scratch.dir()).iter().map(|finding| finding.severity).collect();
        assert!(severities.iter().all(|severity| *severity == rule.severity), "{}", rule.name);
    }
}

/// The few that no folder in `wrong/` can hold are made: huge files, links that lead nowhere.
#[test]
fn every_rule_is_reported_by_a_case() {
    let mut all: BTreeSet<&str> =
        cases::names("wrong").iter().flat_map(|name| reported(&cases::scratch(name))).collect();
    let missing: Vec<_> = RULES.iter().filter(|rule| !all.contains(rule.name)).copied().collect();
    assert!(missing.len() <= 4, "{missing:?}: add a folder to tests/check/wrong for each");
    all.extend(
        missing.into_iter().filter(|rule| Explained::of(rule).words.is_some()).flat_map(|rule| reported(&broken(rule))),
    );
    assert_eq!(all, RULES.iter().map(|rule| rule.name).collect());
}

#[test]
fn the_guide_lists_every_rule_as_it_is() {
    let page = include_str!("../../docs/CONTENT.md");
    let section =
        page.split("\n## ").find(|section| section.starts_with("The rules\n")).expect("a section “The rules”");
    let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
    let expected: Vec<String> =
        RULES.iter().map(|rule| format!("| `{}` | {} | {} |", rule.name, rule.severity.word(), rule.means())).collect();
    assert_eq!(rows, expected, "docs/CONTENT.md is to have:\n{}\n", expected.join("\n"));
}

#[test]
fn a_rule_has_a_name_of_its_own_and_says_everything() {
    let names: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
    for rule in RULES {
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(rule.name.split('-').all(is_word), "{}", rule.name);
        let Explained { why, cure, .. } = Explained::of(rule);
        for text in [rule.means(), why, cure] {
            assert!(text.ends_with('.') && text.len() > 8 && !text.contains('\n'), "{}: {text}", rule.name);
        }
    }
}

/// That a rule has its file, the compiler sees.
#[test]
fn every_explanation_is_of_a_rule() {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/src/editor/rules/explained");
    let files = std::fs::read_dir(dir).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let expected: BTreeSet<String> = RULES.iter().map(|rule| format!("{}.txt", rule.name)).collect();
    assert_eq!(files.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn a_rule_is_explained_with_its_reason_an_example_and_the_cure() {
    let done = shipside(&["check", "--explain", "unknown-field"]);
    assert!(done.status.success());
    assert_eq!(
        String::from_utf8(done.stdout).unwrap(),
        "unknown-field (error)\n\n\
         A field has a name that means nothing where it stands.\n\n\
         Why: Nothing reads such a field; most often its name is misspelt, and what it says is never shown.\n\n\
         Wrong, in tools/alpha.json:\n    \"makr\": \"Alpha Works\",\n\n\
         Cure: Write the name that is meant, or take the field out.\n\n\
         Right, in tools/alpha.json:\n    \"maker\": \"Alpha Works\",\n"
    );
    for rule in RULES {
        let text = shipside::editor::explain(rule);
        assert_eq!(text, format!("{} ({})\n\n{}", rule.name, rule.severity.word(), rule.explanation));
    }
}

#[test]
fn without_a_name_all_rules_are_listed() {
    let done = shipside(&["check", "--explain"]);
    assert!(done.status.success());
    let out = String::from_utf8(done.stdout).unwrap();
    let names: Vec<&str> = out.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(names, RULES.map(|rule| rule.name));
}

#[test]
fn a_rule_that_is_not_there_is_refused_with_the_nearest() {
    for (name, help) in [
        ("unknwon-field", "did you mean “unknown-field”?"),
        ("Unknown Field", "did you mean “unknown-field”?"),
        ("zzzzzzzzzzzzzzzz", "`shipside check --explain` lists all rules"),
    ] {
        let done = shipside(&["check", "--explain", name]);
        assert_eq!((done.status.code(), done.stdout.len()), (Some(2), 0), "{name}");
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(said, format!("shipside: there is no rule “{name}”; {help}\n"));
        assert!(rule(name).is_err());
    }
}

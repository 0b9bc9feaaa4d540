//! The command: where it writes what, and how it ends.

use crate::scratch::Scratch;
use serde_json::Value;
use std::{
    path::Path,
    process::{Command, Output},
};

pub fn shipside(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_shipside")).args(args).output().unwrap()
}

fn check(dir: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let dir = dir.to_str().unwrap();
    let Output { status, stdout, stderr } = shipside(&[&["check", dir, "--today", "2026-11-22"], args].concat());
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn with_a_mistake_and_a_warning() -> Scratch {
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", "\"skip\",", "\"skipp\",");
    scratch.replace("comparisons/alpha-vs-beta.json", "  \"lede\": \"Two ways to do it.\",\n", "");
    scratch
}

const MISTAKE: &str = "tools/alpha.json: reviews[1].verdict: “skipp” is neither “ship” nor “skip” [unknown-word]\n";

#[test]
fn without_mistakes_nothing_is_written_and_the_command_succeeds() {
    let (code, out, err) = check(Scratch::good().dir(), &[]);
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert!(err.ends_with("4 files: nothing is wrong.\n"), "{err}");
}

#[test]
fn mistakes_are_one_line_each_and_the_command_fails() {
    let scratch = with_a_mistake_and_a_warning();
    let (code, out, err) = check(scratch.dir(), &[]);
    assert_eq!((code, out.as_str()), (Some(1), MISTAKE));
    assert!(err.contains("lede: warning: is missing; "), "{err}");
    assert!(err.ends_with("4 files: 1 problem, 1 warning.\n"), "{err}");
}

#[test]
fn strictly_a_warning_is_a_mistake() {
    let scratch = with_a_mistake_and_a_warning();
    let (code, out, _) = check(scratch.dir(), &["--strict"]);
    assert_eq!((code, out.lines().count()), (Some(1), 2));
    assert!(out.starts_with("comparisons/alpha-vs-beta.json: lede: is missing; "), "{out}");
}

#[test]
fn programs_get_everything_with_its_place() {
    let scratch = with_a_mistake_and_a_warning();
    let (code, out, _) = check(scratch.dir(), &["--format", "json"]);
    assert_eq!(code, Some(1));
    let list: Value = serde_json::from_str(&out).unwrap();
    let [lede, verdict] = list.as_array().unwrap().as_slice() else { panic!("{out}") };
    assert_eq!((&lede["severity"], &lede["rule"]), (&"warning".into(), &"missing-summary".into()));
    assert_eq!(lede["help"], "search engines and link previews show it as the summary");
    assert_eq!((&verdict["severity"], &verdict["rule"]), (&"error".into(), &"unknown-word".into()));
    assert_eq!((&verdict["file"], &verdict["path"]), (&"tools/alpha.json".into(), &"reviews[1].verdict".into()));
    assert_eq!((&verdict["line"], &verdict["column"]), (&45.into(), &18.into()), "{out}");
    assert_eq!(verdict["message"], "“skipp” is neither “ship” nor “skip”");
}

#[test]
fn github_gets_annotations_at_files_of_the_repository() {
    let scratch = with_a_mistake_and_a_warning();
    let repository = Scratch::empty();
    std::fs::create_dir_all(repository.dir().join(".git")).unwrap();
    std::fs::create_dir_all(repository.dir().join("public/data")).unwrap();
    let repository = Scratch::good().with(repository.dir());
    let data = repository.dir().join("public/data");
    let copied = Command::new("cp").arg("-r").arg(scratch.dir().join(".")).arg(&data).status().unwrap();
    assert!(copied.success());
    let (_, out, _) = check(&data, &["--format", "github"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert!(
        lines[0]
            .starts_with("::warning file=public/data/comparisons/alpha-vs-beta.json,line=1,col=1,title=missing-summary::lede: is missing; ")
    );
    assert_eq!(
        lines[1],
        "::error file=public/data/tools/alpha.json,line=45,col=18,title=unknown-word::reviews[1].verdict: “skipp” is neither “ship” nor “skip”"
    );
}

#[test]
fn excerpts_show_the_line_that_is_meant() {
    let scratch = with_a_mistake_and_a_warning();
    let (code, out, _) = check(scratch.dir(), &["--excerpts"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("error: tools/alpha.json: reviews[1].verdict: “skipp” is neither"), "{out}");
    assert!(out.contains("45 |       \"verdict\": \"skipp\",") && out.contains("^^^^^^^"), "{out}");
    assert!(out.contains("= help: search engines"), "{out}");
}

#[test]
fn what_cannot_be_checked_is_told_from_what_is_wrong() {
    let (code, out, err) = check(Path::new("no/such/folder"), &[]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.starts_with("shipside: no/such/folder cannot be read: "), "{err}");
    assert_eq!(shipside(&["chekc"]).status.code(), Some(2));
    assert_eq!(shipside(&["check", "--today", "2026-02-30"]).status.code(), Some(2));
}

#[test]
fn no_command_says_what_a_terminal_would_obey() {
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", "\"maker\"", "\"ma\\u001b[2J\\nker\"");
    scratch.replace("tools/beta.json", "\"tagline\"", "\"a\u{9b}31m\": 1,\n  \"tagline\"");
    scratch.replace("site.json", "\"ai\"", "\"a\\u001b[2J\\nb\"");
    let dir = scratch.dir().to_str().unwrap();
    let foreign = "is not a field that means anything here";
    let fields = ["ma\\u{1b}[2J\\nker", "a\\u{9b}31m"];
    for (args, said) in [
        (vec!["check", dir], fields.map(|field| format!(": {field}: {foreign}"))),
        (vec!["votes", "snapshot", dir], fields.map(|field| format!(": {field}: {foreign}"))),
        (
            vec!["new", "reviewer", "critic", "--dir", dir],
            ["site.json has mistakes: ", "“a\\u{1b}[2J\\nb” is neither"].map(str::to_owned),
        ),
        (vec!["export", dir], fields.map(|field| format!(": {field}: {foreign}"))),
        (vec!["check", dir, "--excerpts"], ["ma\\u{1b}[2J\\nker".to_owned(), "   \"a\u{fffd}31m\": 1,".to_owned()]),
    ] {
        let Output { stdout, stderr, .. } = shipside(&args);
        let all = String::from_utf8([stdout, stderr].concat()).unwrap();
        assert!(!all.contains(|c: char| c.is_control() && c != '\n'), "{args:?}: {all:?}");
        assert!(said.iter().all(|line| all.contains(line.as_str())), "{args:?}: {all}");
    }
}

#[test]
fn an_excerpt_points_at_what_is_meant_behind_signs_that_it_cannot_show() {
    let marked = |quote: &str| {
        let scratch = Scratch::good();
        scratch.replace(
            "tools/alpha.json",
            "\"skip\",\n",
            &format!("\"skipp\", \"date\": \"2026-02-30\", \"x{quote}\": 1,\n"),
        );
        scratch.replace(
            "tools/alpha.json",
            "\"verdict\": \"skipp\"",
            &format!("\"y{quote}\": 1, \"verdict\": \"skipp\""),
        );
        check(scratch.dir(), &["--excerpts"])
            .1
            .lines()
            .filter(|line| line.contains('^'))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("\u{9b}\u{85}\u{80}"), marked("\u{fffd}\u{fffd}\u{fffd}"));
}

//! `new`: what it starts is valid at once, and nothing is overwritten.

use crate::{command::shipside, day, findings, scratch::Scratch};
use shipside::editor::{Severity, new_comparison, new_reviewer, new_tool, wire::Kind};

/// The paths that are warned of; there must be no errors.
fn hints(scratch: &Scratch, file: &str) -> Vec<String> {
    let findings = findings(scratch.dir());
    let errors: Vec<_> = findings.iter().filter(|it| it.severity == Severity::Error).map(ToString::to_string).collect();
    assert_eq!(errors, [""; 0]);
    findings.into_iter().filter(|it| it.file == file).map(|it| it.path).collect()
}

fn ids(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[test]
fn a_new_tool_and_its_comparison_are_valid_and_say_what_is_to_be_written() {
    let scratch = Scratch::good();
    let started = new_tool(scratch.dir(), "gamma-3", day()).unwrap();
    assert_eq!(started.file, "tools/gamma-3.json");
    assert!(started.to_do.iter().any(|line| line.contains("by builder, skeptic")), "{started:?}");
    assert_eq!(hints(&scratch, "tools/gamma-3.json"), ["category", "description", "tagline"]);
    let started = new_comparison(scratch.dir(), &ids("gamma-3 alpha"), day()).unwrap();
    assert_eq!(started.file, "comparisons/gamma-3-vs-alpha.json");
    assert_eq!(hints(&scratch, &started.file), ["bottom_line", "lede", "tools"]);
    let tool = scratch.read("tools/gamma-3.json");
    for field in
        "$schema schema id name maker category tagline description price facts reviews updated history".split(' ')
    {
        assert!(tool.contains(&format!("\"{field}\":")), "{field}");
    }
}

#[test]
fn what_is_no_file_is_compared_with_nothing() {
    let scratch = Scratch::good();
    std::fs::create_dir(scratch.dir().join("tools/gamma.json")).unwrap();
    let refused = new_comparison(scratch.dir(), &ids("alpha gamma"), day()).unwrap_err();
    assert_eq!(refused.to_string(), "tools/gamma.json is not a file");
}

#[test]
fn a_new_reviewer_is_added_and_the_rest_of_the_file_stays() {
    for has_panel in [true, false] {
        let scratch = Scratch::good();
        let mut before = scratch.read("site.json");
        if !has_panel {
            let (start, end) = (before.find("\"panel\": [").unwrap(), before.find("\"facts\"").unwrap());
            before = format!("{}\"panel\": [],\n  {}", &before[..start], &before[end..]);
            scratch.write("site.json", &before);
        }
        new_reviewer(scratch.dir(), "critic", Kind::Human).unwrap();
        let added = r#"{ "id": "critic", "name": "Critic", "kind": "human", "motto": "TODO: one line", "bio": "TODO: how this reviewer judges" }"#;
        let after = scratch.read("site.json");
        assert!(after.contains(added), "{after}");
        let words = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(words(&after.replacen(added, "", 1)).replacen(",]", "]", 1), words(&before));
        let again = new_reviewer(scratch.dir(), "critic", Kind::Ai).unwrap_err();
        assert_eq!(again.to_string(), "“critic” is on the panel already");
    }
}

#[test]
fn a_new_reviewer_keeps_the_byte_order_mark_and_the_line_ends_of_the_file() {
    for (mark, end) in [("\u{feff}", "\n"), ("", "\r\n"), ("\u{feff}", "\r\n")] {
        let (plain, scratch) = (Scratch::good(), Scratch::good());
        scratch.write("site.json", format!("{mark}{}", plain.read("site.json").replace('\n', end)));
        for scratch in [&plain, &scratch] {
            new_reviewer(scratch.dir(), "critic", Kind::Human).unwrap();
        }
        assert_eq!(scratch.read("site.json"), format!("{mark}{}", plain.read("site.json").replace('\n', end)));
    }
}

#[test]
fn what_cannot_be_started_is_said_and_nothing_is_overwritten() {
    let scratch = Scratch::good();
    let before = scratch.read("tools/alpha.json");
    let refused = new_tool(scratch.dir(), "alpha", day()).unwrap_err().to_string();
    assert_eq!(refused, "tools/alpha.json is there already, and was left as it is");
    assert_eq!(scratch.read("tools/alpha.json"), before);
    assert!(new_tool(scratch.dir(), "../alpha", day()).is_err());
    let device = "“nul” is a device to Windows, where no file can have that name; choose another id";
    assert_eq!(new_tool(scratch.dir(), "nul", day()).unwrap_err().to_string(), device);
    assert_eq!(new_reviewer(scratch.dir(), "nul", Kind::Ai).unwrap_err().to_string(), device);
    for (tools, said) in [
        ("alpha betta", "there is no tool “betta”; did you mean “beta”?"),
        ("alpha delta-9", "there is no tool “delta-9”; start it with `shipside new tool delta-9`"),
        ("alpha alpha", "“alpha” is named twice"),
        ("alpha", "a comparison has 2 to 5 tools, and 1 are named"),
        ("alpha beta", "comparisons/alpha-vs-beta.json is there already, and was left as it is"),
    ] {
        assert_eq!(new_comparison(scratch.dir(), &ids(tools), day()).unwrap_err().to_string(), said);
    }
}

#[test]
fn the_command_says_what_it_wrote_and_what_is_to_be_filled_in() {
    let scratch = Scratch::good();
    let dir = scratch.dir().to_str().unwrap();
    let done = shipside(&["new", "tool", "gamma", "--dir", dir]);
    let out = String::from_utf8(done.stdout).unwrap();
    assert!(done.status.success());
    assert!(out.contains("gamma.json\nTo fill in:\n") && out.contains("price.entry"), "{out}");
    assert_eq!(shipside(&["new", "tool", "gamma", "--dir", dir]).status.code(), Some(2));
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let scratch = Scratch::empty();
    let missing = scratch.dir().join("missing");
    for what in [&["tool", "gamma"][..], &["comparison", "alpha", "beta"], &["reviewer", "critic"]] {
        let done = shipside(&[&["new"], what, &["--dir", missing.to_str().unwrap()]].concat());
        let err = String::from_utf8(done.stderr).unwrap();
        assert_eq!((done.status.code(), missing.exists()), (Some(2), false), "{what:?}: {err}");
        assert!(err.contains(" cannot be read"), "{what:?}: {err}");
    }
    // One that is there is filled.
    assert!(shipside(&["new", "tool", "gamma", "--dir", scratch.dir().to_str().unwrap()]).status.success());
}

//! docs/CONTENT.md: its examples are good content, its reports are what is said, its commands are there.

use crate::{command::shipside, lines, scratch::Scratch};
use shipside::editor::{Table, import, write_planned};

/// Every block of the page: what stands behind its backticks, and its text.
fn blocks() -> Vec<(String, String)> {
    let page = include_str!("../../docs/CONTENT.md");
    let inside = page.split("```").skip(1).step_by(2);
    inside.map(|block| block.split_once('\n').unwrap()).map(|(info, text)| (info.to_owned(), text.to_owned())).collect()
}

fn block(info: &str) -> String {
    blocks().into_iter().find(|(it, _)| it == info).unwrap_or_else(|| panic!("the page has no “{info}”")).1
}

/// The content that the page shows.
fn shown() -> Scratch {
    let scratch = Scratch::empty();
    let files = blocks().into_iter().filter_map(|(info, text)| Some((info.strip_prefix("json ")?.to_owned(), text)));
    let files: Vec<_> = files.collect();
    assert_eq!(files.len(), 4);
    files.iter().for_each(|(file, text)| scratch.write(file, text));
    scratch
}

#[test]
fn what_the_guide_shows_is_good_content() {
    assert_eq!(lines(shown().dir()), [""; 0]);
}

#[test]
fn the_guide_shows_what_is_really_said() {
    let scratch = shown();
    scratch.replace("site.json", "\"local\"", "\"server\"");
    scratch.replace("tools/gamma-2.json", "category", "catgory");
    scratch.replace("tools/gamma-2.json", "\"skip\",", "\"skipp\",");
    assert_eq!(lines(scratch.dir()), block("text report").lines().collect::<Vec<_>>());
}

#[test]
fn tables_of_the_guide_are_imported() {
    let scratch = shown();
    for (info, table) in [("csv import", Table::Csv), ("md import", Table::Md)] {
        let import = import(scratch.dir(), &block(info), table).unwrap();
        assert_eq!((import.rejected.len(), import.planned.len()), (0, 1), "{import:?}");
        write_planned(scratch.dir(), &import).unwrap();
    }
    let zeta = scratch.read("tools/zeta.json");
    assert!(zeta.contains("\"amount\": \"9.50\"") && zeta.contains("More of what?"), "{zeta}");
    // New tools have prices that nobody has looked up yet: warnings, no mistakes.
    assert!(lines(scratch.dir()).iter().all(|line| line.contains(": warning: ")));
}

#[test]
fn what_the_guide_starts_is_started_in_that_order() {
    let scratch = Scratch::empty();
    scratch.write("site.json", block("json site.json"));
    let commands = block("sh");
    let new = commands.lines().map(|line| line.strip_prefix("cargo run --bin shipside -- ").unwrap());
    for command in new {
        let words: Vec<&str> = command.split(' ').chain(["--dir", scratch.dir().to_str().unwrap()]).collect();
        let done = shipside(&words);
        assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
    }
    assert!(lines(scratch.dir()).iter().all(|line| line.contains(": warning: ")), "{:?}", lines(scratch.dir()));
}

#[test]
fn commands_of_the_guide_are_there() {
    let all: String = blocks().into_iter().filter(|(info, _)| info == "sh").map(|(_, text)| text).collect();
    let commands: Vec<&str> =
        all.lines().filter_map(|line| line.strip_prefix("cargo run --bin shipside -- ")).collect();
    assert!(commands.len() >= 6);
    for command in commands {
        let words: Vec<&str> = command.split(" > ").next().unwrap().split(' ').chain(["--help"]).collect();
        assert!(shipside(&words).status.success(), "{command}");
    }
    for command in ["check", "new", "schema", "import", "export"] {
        assert!(include_str!("../../docs/CONTENT.md").contains(command), "{command}");
    }
}

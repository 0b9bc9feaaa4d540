//! Who may know whom, as a table.

use crate::{
    read,
    source::{Word, code, rooms, words},
    within,
};
use std::collections::BTreeSet;

/// A part of `src/`, and all that its files may name.
struct Room {
    name: &'static str,
    knows: &'static [&'static str],
    crates: &'static [&'static str],
}

const ROOMS: [Room; 11] = [
    Room { name: "model", knows: &["model"], crates: &["thiserror"] },
    Room { name: "content", knows: &["model", "content"], crates: &["serde", "serde_json", "strsim", "thiserror"] },
    Room { name: "scripts", knows: &["scripts"], crates: &["thiserror"] },
    Room { name: "view", knows: &["model", "scripts", "view"], crates: &["elements", "leptos"] },
    Room {
        name: "browser",
        knows: &["model", "content", "scripts", "browser"],
        crates: &["gloo_net", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"],
    },
    Room {
        name: "site",
        knows: &["model", "content", "scripts", "view", "site"],
        crates: &[
            "base64",
            "brotli",
            "elements",
            "flate2",
            "icu_locale",
            "icu_normalizer",
            "icu_properties",
            "icu_segmenter",
            "isolang",
            "leptos",
            "oxc",
            "png",
            "resvg",
            "serde_json",
            "sha2",
            "skrifa",
            "thiserror",
            "typst_assets",
            "unicode_segmentation",
            "unicode_width",
            "url",
            "wasm_encoder",
            "wasmparser",
        ],
    },
    Room {
        name: "app",
        knows: &["model", "content", "scripts", "view", "browser", "app"],
        crates: &["elements", "leptos"],
    },
    Room {
        name: "editor",
        knows: &["model", "content", "site", "editor"],
        crates: &["annotate_snippets", "base64", "clap", "csv", "schemars", "serde", "serde_json", "thiserror", "url"],
    },
    Room {
        name: "votes",
        knows: &["model", "content", "site", "editor", "votes"],
        crates: &["serde_json", "thiserror", "ureq"],
    },
    Room { name: "bin", knows: &["model", "site", "editor", "votes"], crates: &["clap"] },
    Room { name: "main", knows: &["app", "browser"], crates: &["talc"] },
];

/// Every crate that the package can use outside of tests, as code names it.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut lists = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let ours = (!section.contains("dev-dependencies")).then_some(section);
            lists = ours.is_some_and(|section| section.ends_with("dependencies"));
            let single = ours.and_then(|section| section.rsplit_once("dependencies.")).map(|(_, name)| name);
            found.extend(single.map(|name| name.replace('-', "_")));
        } else if lists && let Some((name, _)) = line.split_once('=') {
            found.insert(name.trim().replace('-', "_"));
        }
    }
    found
}

/// The rooms that a file names, and the crates. `depth` is how many modules the file is inside of.
fn named(source: &str, depth: usize, dependencies: &BTreeSet<String>) -> (BTreeSet<String>, BTreeSet<String>) {
    let code = code(source);
    let words = words(&code);
    // A field, a variable or a method may be named like a crate: a path begins with it, it is used whole, or it is an attribute.
    let starts = |three: &&[Word<'_>]| {
        let [before, _, after] = [0, 1, 2].map(|at| three[at].text);
        before != "." && (after == "::" || ["use", "["].contains(&before))
    };
    let paths = words.windows(3).filter(starts).map(|three| three[1].text);
    let crates = paths.filter(|it| dependencies.contains(*it)).map(str::to_owned).collect();
    (rooms(&words, depth).into_iter().collect(), crates)
}

/// What a file of this room names, and must not.
fn strangers(source: &str, room: &Room, depth: usize, dependencies: &BTreeSet<String>) -> Vec<String> {
    let (rooms, crates) = named(source, depth, dependencies);
    let foreign = rooms.iter().filter(|other| !room.knows.contains(&other.as_str()));
    let crates = crates.into_iter().filter(|name| !room.crates.contains(&name.as_str()));
    foreign.map(|other| format!("crate::{other}")).chain(crates).collect()
}

/// The room that a file is in, and how many modules it is inside of; the root of the package is in none.
fn place(file: &str) -> Option<(&str, usize)> {
    let path: Vec<&str> = file.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect();
    (path != ["lib"]).then(|| (path[0], path.len() - usize::from(path.ends_with(&["mod"]))))
}

#[test]
fn every_room_knows_only_those_that_it_may_know() {
    let dependencies = dependencies(&read("Cargo.toml"));
    let mut told = Vec::new();
    for file in within("src", "rs") {
        let Some((name, depth)) = place(&file) else { continue };
        let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
            told.push(format!("{file} is in no room: add it to the table, and to ARCHITECTURE.md"));
            continue;
        };
        let strangers = strangers(&read(&file), room, depth, &dependencies);
        told.extend(strangers.iter().map(|it| format!("{file}: {} may not know {it}", room.name)));
    }
    assert_eq!(told, [""; 0]);
}

#[test]
fn no_room_may_know_what_none_of_its_files_names() {
    let dependencies = dependencies(&read("Cargo.toml"));
    let mut told = Vec::new();
    for room in &ROOMS {
        let (mut rooms, mut crates) = (BTreeSet::from([room.name.to_owned()]), BTreeSet::new());
        for file in within("src", "rs") {
            if let Some((_, depth)) = place(&file).filter(|(name, _)| *name == room.name) {
                let of_file = named(&read(&file), depth, &dependencies);
                rooms.extend(of_file.0);
                crates.extend(of_file.1);
            }
        }
        let unused = room.knows.iter().filter(|it| !rooms.contains(**it));
        told.extend(unused.chain(room.crates.iter().filter(|it| !crates.contains(**it))).map(|it| (room.name, *it)));
    }
    assert_eq!(told, [("", ""); 0]);
}

#[test]
fn the_architecture_names_the_rooms_that_each_may_know() {
    let document = read("ARCHITECTURE.md");
    for room in ROOMS.iter().filter(|room| room.name != "main") {
        let start = format!("| `src/{}` | ", room.name);
        let row = document
            .lines()
            .find(|line| line.starts_with(&start))
            .unwrap_or_else(|| panic!("no row for {}", room.name));
        let known = row.trim_end_matches(" |").rsplit_once(" | ").map_or("", |(_, known)| known);
        let known: Vec<&str> = known.split([',', ' ']).filter(|it| ROOMS.iter().any(|room| room.name == *it)).collect();
        let allowed: Vec<&str> = room.knows.iter().copied().filter(|it| *it != room.name).collect();
        assert_eq!(known, allowed, "of {}", room.name);
    }
}

#[test]
fn the_elements_know_nothing_of_shipside_and_only_signals_and_the_browser() {
    // Effects run on an executor, which `any_spawner` holds for `reactive_graph`.
    let allowed = ["any_spawner", "js_sys", "reactive_graph", "wasm_bindgen", "web_sys"];
    assert_eq!(dependencies(&read("crates/elements/Cargo.toml")), allowed.map(str::to_owned).into());
    let strangers = |file: &String| {
        let source = code(&read(file));
        let named = words(&source).iter().any(|word| word.text.eq_ignore_ascii_case("shipside"));
        named.then(|| file.clone())
    };
    let files = [within("crates/elements/src", "rs"), within("crates/elements/tests", "rs")].concat();
    assert_eq!(files.iter().filter_map(strangers).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_tool_for_fresh_machines_depends_on_nothing() {
    assert_eq!(dependencies(&read("xtask/Cargo.toml")), BTreeSet::new());
}

#[test]
fn what_a_room_may_not_know_is_found() {
    let dependencies = dependencies(
        "[dependencies]\nserde = \"1\"\n[target.'cfg(unix)'.dependencies]\nweb-sys = { }\n[dev-dependencies]\nurl = \"2\"\n\
         [dependencies.gloo-net]\nversion = \"0\"",
    );
    let model = |source, depth| strangers(source, &ROOMS[0], depth, &dependencies);
    assert_eq!(model("use crate::{model::{Tool, view}, view::Page, content};", 2), ["crate::content", "crate::view"]);
    assert_eq!(model("fn f() -> crate::app::App {}", 2), ["crate::app"]);
    assert_eq!(model("use super::super::browser::fetch;", 2), ["crate::browser"]);
    assert_eq!(model("use super::browser;", 1), ["crate::browser"]);
    assert_eq!(model("use shipside::site; use crate::*; use crate as all;", 2), ["crate::*", "crate::site"]);
    assert_eq!(
        model("use web_sys::Window; #[serde(default)] struct A(gloo_net::Error);", 2),
        ["gloo_net", "serde", "web_sys"]
    );
    assert_eq!(
        model("use super::{site, tool}; // crate::view\nconst A: (&str, char) = (\"crate::app\", '\"');", 2),
        [""; 0]
    );
    assert_eq!(model("fn a(url: &str) {}", 2), [""; 0], "what only tests can use means nothing here");
    assert_eq!(model("pub(crate) fn a<'a>(_: &'a str) { r#\"crate::\"view\"#; /* /* */ serde */ }", 2), [""; 0]);
}

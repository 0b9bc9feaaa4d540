//! The rules that sources keep: who knows whom, nothing that can panic, names that are declared once, small files, tidy styles, no traces of a machine.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/names.rs"]
mod names;
#[path = "tidy/patches.rs"]
mod patches;
#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/source.rs"]
mod source;
#[path = "tidy/style.rs"]
mod style;

/// Lines in a file of `src/`, and of the crates, at most: what a head holds.
const MAX_LINES: usize = 250;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file} cannot be read: {error}"))
}

/// All files with this extension inside a folder, as paths from the root, sorted; there must be some.
fn within(folder: &str, extension: &str) -> Vec<String> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()))
        {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, files) } else { files.push(path) }
        }
    }
    let mut files = Vec::new();
    walk(&root().join(folder), &mut files);
    let ours = files.iter().filter(|file| file.extension().is_some_and(|it| it == extension));
    let mut names: Vec<_> = ours.map(|file| file.strip_prefix(root()).unwrap().display().to_string()).collect();
    assert!(!names.is_empty(), "{folder}/ holds no .{extension} file");
    names.sort();
    names
}

/// Everything in a file that ends the program instead of saying what is wrong, with its line.
fn panics(source: &str) -> Vec<String> {
    let code = source::without_tests(&source::code(source));
    let words = source::words(&code);
    let told = words.windows(3).filter_map(|three| {
        let [before, word, after] = [three[0].text, three[1].text, three[2].text];
        let calls = matches!(word, "unwrap" | "expect") && matches!(before, "." | "::");
        let ends = matches!(word, "panic" | "todo" | "unimplemented" | "dbg") && after == "!";
        (calls || ends).then(|| format!("{}: {word}", three[1].line))
    });
    told.collect()
}

#[test]
fn nothing_outside_of_tests_panics_by_itself() {
    let files = [within("src", "rs"), within("crates/elements/src", "rs"), within("xtask/src", "rs")].concat();
    let told = files.iter().flat_map(|file| panics(&read(file)).into_iter().map(move |line| format!("{file}:{line}")));
    assert_eq!(told.collect::<Vec<_>>(), [""; 0], "say what is wrong instead");
}

#[test]
fn what_panics_is_found() {
    let source = "// a.unwrap()\nfn f() { a\n.unwrap(); b.unwrap_or(c); \".expect(\"; Some(1).map(Option::unwrap) }\n\
        #[cfg(test)]\nmod tests { fn g() { if x { d.expect(e) } panic!() } }\nfn h() { todo!() }";
    assert_eq!(panics(source), ["3: unwrap", "3: unwrap", "6: todo"]);
}

#[test]
fn every_file_says_what_it_is_for_and_can_be_held_in_the_head() {
    let mut told = Vec::new();
    for file in [within("src", "rs"), within("crates/elements/src", "rs")].concat() {
        let source = read(&file);
        let lines = source.lines().count();
        if lines > MAX_LINES {
            told.push(format!("{file} has {lines} lines: split it, {MAX_LINES} are the most"));
        }
        if !source.starts_with("//! ") {
            told.push(format!("{file} is to begin with a line “//! …” that says what it is for"));
        }
    }
    assert_eq!(told, [""; 0]);
}

/// Traces of the machine that a text was written on: absolute paths, and hosts that only package managers need to know.
fn traces(text: &str) -> Vec<&'static str> {
    const FOLDERS: [&str; 3] = ["root", "work", "home"];
    const HOSTS: [&str; 7] = [
        concat!("index.", "crates.io"),
        concat!("static.", "crates.io"),
        concat!("registry.", "npmjs.org"),
        concat!("files.", "pythonhosted.org"),
        concat!("pypi.org", "/simple"),
        concat!("deb.", "debian.org"),
        concat!("proxy.", "golang.org"),
    ];
    let goes_on = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || "._-/}".contains(c));
    let is_path = |folder: &&str| text.match_indices(&format!("/{folder}/")).any(|(at, _)| !goes_on(&text[..at]));
    FOLDERS.into_iter().filter(is_path).chain(HOSTS.into_iter().filter(|host| text.contains(host))).collect()
}

#[test]
fn no_text_betrays_the_machine_it_was_written_on() {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let listed = git.output().expect("git is needed to list the project's files");
    assert!(
        listed.status.success(),
        "git cannot list the project's files: {}",
        String::from_utf8_lossy(&listed.stderr)
    );
    let listed = String::from_utf8(listed.stdout).unwrap();
    // Cargo.lock names cargo's own registry in every entry.
    let files = listed.split('\0').filter(|file| !file.is_empty() && *file != "Cargo.lock");
    // What is not text, or deleted but not yet committed, holds nothing to read.
    let texts = files.filter_map(|file| Some((file, fs::read_to_string(root().join(file)).ok()?)));
    let told: Vec<_> =
        texts.flat_map(|(file, text)| traces(&text).into_iter().map(move |it| format!("{file}: {it}"))).collect();
    assert_eq!(told, [""; 0]);
}

#[test]
fn traces_of_a_machine_are_found() {
    for folder in ["root", "work", "home"] {
        assert_eq!(traces(&format!("see \"/{folder}/a\"")), [folder]);
        assert_eq!(traces(&format!("see https://example.org/{folder}/ and our/{folder}/ and /{folder}s/")), [""; 0]);
    }
    let host = concat!("static.", "crates.io");
    assert_eq!(traces(&format!("from https://{host}/crates")), [host]);
}

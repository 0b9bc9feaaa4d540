//! What the build's hook does with content that has mistakes.

#![cfg(feature = "ssr")]

use crate::scratch::Scratch;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Runs the hook as Trunk does; `true` if it succeeded, and what it said.
fn finish(data: &Scratch, staging: &Scratch, last: &Scratch, profile: &str) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shipside"));
    command.arg("finish").arg(data.dir());
    command.env("TRUNK_STAGING_DIR", staging.dir()).env("TRUNK_DIST_DIR", last.dir()).env("TRUNK_PROFILE", profile);
    let output = command.output().unwrap();
    (output.status.success(), String::from_utf8(output.stderr).unwrap())
}

/// What Trunk leaves for the hook: the page, and a copy of the content.
fn staged(data: &Scratch) -> Scratch {
    let staging = Scratch::empty();
    staging.write("index.html", "<!doctype html><body></body>");
    staging.write("embed.js", include_str!("../../public/embed.js"));
    for file in ["site.json", "tools/alpha.json", "tools/beta.json", "comparisons/alpha-vs-beta.json"] {
        staging.write(&format!("data/{file}"), data.read(file));
    }
    staging
}

/// Every file of the content that a build has, with what is in it.
fn content(build: &Scratch) -> BTreeMap<PathBuf, String> {
    fn walk(folder: &Path, files: &mut BTreeMap<PathBuf, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files)
            } else {
                _ = files.insert(path.clone(), fs::read_to_string(path).unwrap())
            }
        }
    }
    let (data, mut files) = (build.dir().join("data"), BTreeMap::new());
    walk(&data, &mut files);
    files.into_iter().map(|(path, text)| (path.strip_prefix(&data).unwrap().to_owned(), text)).collect()
}

#[test]
fn a_mistake_is_shown_above_the_last_good_content_until_it_is_mended() {
    let (data, never) = (Scratch::good(), Scratch::empty());
    let good = staged(&data);
    assert!(finish(&data, &good, &never, "debug").0);
    assert!(!good.read("index.html").contains("script") && good.read("data/index.json").contains("alpha"));

    data.replace("tools/alpha.json", "\"skip\",", "\"</script>\",");
    let broken = staged(&data);
    let (done, said) = finish(&data, &broken, &good, "debug");
    assert!(done, "{said}");
    assert!(said.contains("tools/alpha.json: reviews[1].verdict: “</script>” is neither"), "{said}");
    let page = broken.read("index.html");
    assert!(page.contains(r#"["tools/alpha.json: reviews[1].verdict: “\u003c/script>”"#), "{page}");
    assert!(page.contains("nor “skip” [unknown-word]\"]"), "{page}");
    assert!(page.contains("role\", \"alert") && page.matches("</script>").count() == 1, "{page}");
    // Every page stays, also those that the app loads from what the build makes.
    let before = content(&good);
    for file in ["home.json", "tools.json", "panel.json", "portraits/alpha.json", "panel/builder.json"] {
        assert!(before.contains_key(Path::new(file)), "{file}");
    }
    assert_eq!(content(&broken), before);

    // The next mistake is shown above the same content, and then all is well.
    let still = staged(&data);
    assert!(finish(&data, &still, &broken, "debug").0);
    assert_eq!(content(&still), before);
    data.replace("tools/alpha.json", "</script>", "skip");
    let mended = staged(&data);
    assert!(finish(&data, &mended, &still, "debug").0);
    assert!(!mended.read("index.html").contains("script"));
}

#[test]
fn without_a_good_build_before_the_mistake_is_shown_all_the_same() {
    let (data, never) = (Scratch::good(), Scratch::empty());
    data.write("site.json", "{");
    let staging = staged(&data);
    assert!(finish(&data, &staging, &never, "debug").0);
    assert!(staging.read("index.html").contains("site.json: line 1 column 1: this is not JSON"));
}

#[test]
fn the_loader_for_blogs_has_its_names_in_development_builds_too() {
    let (data, never) = (Scratch::good(), Scratch::empty());
    let staging = staged(&data);
    assert!(finish(&data, &staging, &never, "debug").0);
    data.write("site.json", "{");
    let broken = staged(&data);
    assert!(finish(&data, &broken, &staging, "debug").0);
    for loader in [staging.read("embed.js"), broken.read("embed.js")] {
        assert!(loader.contains("theme: \"auto|light|dark\"") && !loader.contains("WORDS."), "{loader}");
    }
    let staging = staged(&data);
    staging.write("embed.js", "alert(WORDS.colours)");
    let (done, said) = finish(&data, &staging, &never, "debug");
    assert!(!done && said.contains("the loader for blogs: "), "{said}");
}

#[test]
fn a_release_stops_with_every_mistake() {
    let (data, never) = (Scratch::good(), Scratch::empty());
    data.replace("tools/alpha.json", "\"skip\",", "\"skipp\",");
    data.replace("site.json", "\"ai\"", "\"robot\"");
    let (done, said) = finish(&data, &staged(&data), &never, "release");
    assert!(!done);
    for line in
        ["site.json: panel[0].kind: “robot”", "tools/alpha.json: reviews[1].verdict: “skipp”", "nothing was built"]
    {
        assert!(said.contains(line), "{said}");
    }
}

#[test]
fn what_programs_leave_behind_is_in_no_build() {
    let (data, never) = (Scratch::good(), Scratch::empty());
    data.write("tools/alpha.json~", "old");
    let staging = staged(&data);
    // What an older build left there, and what Trunk would copy.
    staging.write("data/tools/.DS_Store", "");
    let (done, said) = finish(&data, &staging, &never, "debug");
    assert!(done, "{said}");
    let mut names: Vec<_> =
        fs::read_dir(staging.dir().join("data/tools")).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["alpha.json", "beta.json"]);
}

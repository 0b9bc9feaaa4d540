//! What programs leave behind in a folder of content, links, and names that cannot be: alike in `check`, `index`, the build and the
//! preview.

#![cfg(unix)]

use crate::{command::shipside, lines, scratch::Scratch};
use shipside::site::{Folder, copy_content};
use std::{collections::BTreeSet, fs, os::unix::fs::symlink, path::Path};

/// Names of what is left behind, in `tools/`.
const LEFT: [&str; 14] = [
    "._alpha.json",
    ".DS_Store",
    ".alpha.json.swp",
    "Thumbs.db",
    "thumbs.db",
    "desktop.ini",
    "alpha.json~",
    "#alpha.json#",
    "~$alpha.json",
    "Icon\r",
    "ehthumbs.db",
    "__MACOSX/alpha.json",
    "$RECYCLE.BIN/beta.json",
    "~",
];

/// Files below a folder, without what they hold.
fn files(dir: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        // A link would be published as a link.
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            assert!(entry.file_type().unwrap().is_file(), "{name}");
            found.insert(name);
        }
    }
    found
}

/// What `index` says of a folder: its output, or why there is none.
fn index(dir: &Path) -> String {
    let done = shipside(&["index", dir.to_str().unwrap()]);
    String::from_utf8(if done.status.success() { done.stdout } else { done.stderr }).unwrap()
}

/// What is published of a folder.
fn published(dir: &Path) -> BTreeSet<String> {
    let staging = Scratch::empty();
    staging.write("data/tools/.old", "from Trunk");
    copy_content(dir, &staging.dir().join("data")).unwrap();
    files(&staging.dir().join("data"))
}

fn good() -> BTreeSet<String> {
    ["comparisons/alpha-vs-beta.json", "site.json", "tools/alpha.json", "tools/beta.json"].map(str::to_owned).into()
}

#[test]
fn what_programs_leave_behind_is_not_there() {
    let (clean, scratch) = (Scratch::good(), Scratch::good());
    for name in LEFT {
        scratch.write(&format!("tools/{name}"), b"\0\xff\xfe");
    }
    symlink("me@host.1234:5678", scratch.dir().join("tools/.#alpha.json")).unwrap();
    symlink("nowhere", scratch.dir().join("gone~")).unwrap();
    scratch.write(".git/config", "");
    assert_eq!(lines(scratch.dir()), [""; 0]);
    assert_eq!(index(scratch.dir()), index(clean.dir()));
    assert_eq!(published(scratch.dir()), good());
}

#[test]
fn an_index_is_refused_for_what_check_refuses_and_for_an_index_never() {
    let scratch = Scratch::good();
    scratch.write("index.json", "");
    assert_eq!(index(scratch.dir()), index(Scratch::good().dir()), "what is about to be written over");
    for (right, wrong) in
        [("\"Alpha\"", "\"Al\\uffffpha\""), ("\"Alpha\"", "\"Al\\u0007pha\""), ("\"Alpha Works\"", "null")]
    {
        let scratch = Scratch::good();
        scratch.replace("tools/alpha.json", right, wrong);
        let said = lines(scratch.dir());
        let expected = format!("{}\nshipside: the content has mistakes, so there is no index of it\n", said.join("\n"));
        assert_eq!(index(scratch.dir()), expected, "{wrong}");
    }
}

#[test]
fn everything_else_is_named_by_all() {
    for (name, said) in [
        ("tools/notes.txt", "is not read; only files that end in “.json” are"),
        ("tools/#alpha.json", "is not named by an id, so it has no address; "),
        ("tools/Alpha.json", "is not named by an id, so it has no address; "),
        ("tools/alpha.JSON", "is not read; only files that end in “.json” are"),
        ("Thumbs.db.txt", "is not read; tools belong in tools/"),
    ] {
        let scratch = Scratch::good();
        scratch.write(name, scratch.read("tools/alpha.json"));
        for all in [lines(scratch.dir()).join("\n"), index(scratch.dir())] {
            let line = all.lines().find(|line| line.contains(name)).unwrap_or_default();
            assert!(line.contains(said), "{name}: {all}");
        }
    }
}

#[test]
fn links_are_followed_by_all() {
    let (plain, scratch, elsewhere) = (Scratch::good(), Scratch::good(), Scratch::good());
    fs::remove_dir_all(scratch.dir().join("tools")).unwrap();
    symlink(elsewhere.dir().join("tools"), scratch.dir().join("tools")).unwrap();
    fs::remove_file(scratch.dir().join("comparisons/alpha-vs-beta.json")).unwrap();
    let file = "comparisons/alpha-vs-beta.json";
    symlink(elsewhere.dir().join(file), scratch.dir().join(file)).unwrap();
    assert_eq!(lines(scratch.dir()), [""; 0]);
    assert_eq!(index(scratch.dir()), index(plain.dir()));
    assert_eq!(published(scratch.dir()), good());
    assert_eq!(Folder::read(scratch.dir()).unwrap().tools.len(), 2);
}

#[test]
fn a_folder_that_is_called_as_a_file_and_a_link_to_nothing_are_told() {
    let scratch = Scratch::good();
    fs::create_dir(scratch.dir().join("tools/gamma.json")).unwrap();
    for (link, to) in [("tools/delta.json", "nowhere"), ("tools/echo.json", "echo.json"), ("images", "nowhere")] {
        symlink(to, scratch.dir().join(link)).unwrap();
    }
    let nowhere = |file| {
        format!("{file}: whole file: cannot be read: the link leads nowhere; mend or delete it [unreadable-file]")
    };
    assert_eq!(
        lines(scratch.dir()),
        [
            nowhere("images"),
            nowhere("tools/delta.json"),
            nowhere("tools/echo.json"),
            "tools/gamma.json: whole file: is not a file [unreadable-file]".to_owned(),
        ]
    );
    assert!(index(scratch.dir()).contains("delta.json"));
    let done = shipside(&["import", "no/such.csv"]);
    assert_eq!(
        String::from_utf8(done.stderr).unwrap(),
        "shipside: no/such.csv: cannot be read: there is no such file\n"
    );
}

#[test]
fn a_link_back_is_told_once_and_not_followed() {
    let (scratch, elsewhere) = (Scratch::good(), Scratch::empty());
    symlink("..", scratch.dir().join("tools/up")).unwrap();
    symlink(elsewhere.dir(), scratch.dir().join("away")).unwrap();
    symlink(scratch.dir(), elsewhere.dir().join("back")).unwrap();
    assert_eq!(lines(scratch.dir()), [listed_already("away/back"), listed_already("tools/up")]);
}

fn listed_already(file: &str) -> String {
    format!(
        "{file}: whole file: is not read; it leads to a folder that is listed already, so delete it [misplaced-file]"
    )
}

#[test]
fn a_folder_that_links_lead_to_is_listed_once_and_by_its_own_name() {
    let scratch = Scratch::good();
    for from in 0..9 {
        scratch.write(&format!("w/{from}/x.txt"), "");
        for to in (0..9).filter(|to| *to != from) {
            symlink(format!("../{to}"), scratch.dir().join(format!("w/{from}/l{to}"))).unwrap();
        }
    }
    let mut expected: Vec<String> = (0..9)
        .flat_map(|from| {
            let links = (0..9).filter(move |to| *to != from).map(move |to| listed_already(&format!("w/{from}/l{to}")));
            let place = "tools belong in tools/, comparisons in comparisons/, and there is site.json beside them";
            links.chain([format!("w/{from}/x.txt: whole file: is not read; {place} [misplaced-file]")])
        })
        .collect();
    expected.sort();
    assert_eq!(lines(scratch.dir()), expected);
    // Content is content, though its folder has another name as well; of other names the first counts.
    let scratch = Scratch::good();
    fs::create_dir(scratch.dir().join("a")).unwrap();
    fs::rename(scratch.dir().join("tools"), scratch.dir().join("a/tools")).unwrap();
    for (to, link) in [("a/tools", "tools"), ("../a/tools", "comparisons/more"), ("a/tools", "z")] {
        symlink(to, scratch.dir().join(link)).unwrap();
    }
    let said = lines(scratch.dir());
    let (again, misplaced): (Vec<_>, Vec<_>) = said.iter().partition(|line| line.contains("listed already"));
    assert_eq!(again, [&listed_already("comparisons/more"), &listed_already("z")]);
    assert!(misplaced.len() == 2 && misplaced.iter().all(|line| line.starts_with("a/tools/")), "{misplaced:?}");
}

#[test]
fn what_lies_too_deep_is_named_by_its_folder() {
    let scratch = Scratch::good();
    scratch.write("tools/a/b/c/d/e/f/g/h/x.json", "{}");
    scratch.write("tools/a/b/c/d/e/f/g/x.json", "{}");
    let line = |file, help| format!("{file}: whole file: is not read; {help} [misplaced-file]");
    assert_eq!(
        lines(scratch.dir()),
        [
            line("tools/a/b/c/d/e/f/g/h", "it lies more than 8 folders deep; move it up, or delete it"),
            line("tools/a/b/c/d/e/f/g/x.json", "move it up, out of its folder"),
        ]
    );
}

#[test]
fn a_folder_that_cannot_be_read_hides_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::good();
    scratch.replace("tools/alpha.json", "\"paid\"", "\"cheap\"");
    let closed = scratch.dir().join("tools/closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let (is_closed, said) = (fs::read_dir(&closed).is_err(), lines(scratch.dir()));
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    let entry =
        "tools/alpha.json: price.entry: “cheap” is none of “free”, “freemium”, “paid” and “unknown” [unknown-word]";
    let why = "cannot be read (permission denied); check its permissions, or move it elsewhere [unreadable-file]";
    let closed = format!("tools/closed: whole file: {why}");
    // To root no folder is closed.
    assert_eq!(said, if is_closed { vec![entry.to_owned(), closed] } else { vec![entry.to_owned()] });
}

#[test]
fn a_name_that_is_no_text_is_a_name_that_is_no_id() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let scratch = Scratch::good();
    fs::write(scratch.dir().join("tools").join(OsStr::from_bytes(b"caf\xe9.json")), "{}").unwrap();
    let said = lines(scratch.dir());
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("tools/caf\u{fffd}.json: whole file: is not named by an id, "), "{said:?}");
}

#[test]
fn compressed_copies_are_not_there_and_archives_are() {
    let scratch = Scratch::good();
    for name in [
        "site.json.br",
        "tools/alpha.json.gz",
        "tools/gone.json.br",
        "photos.gz",
        "tools/backup.tar.gz",
        "tools/notes.br",
    ] {
        scratch.write(name, b"\x1f\x8b");
    }
    let said = lines(scratch.dir());
    let files: Vec<&str> =
        said.iter().filter_map(|line| line.split_once(": whole file: is not read; ")).map(|it| it.0).collect();
    assert_eq!((files, said.len()), (vec!["photos.gz", "tools/backup.tar.gz", "tools/notes.br"], 3), "{said:?}");
}

#[test]
fn an_index_that_is_printed_is_ours() {
    let scratch = Scratch::good();
    scratch.write("index.json", index(scratch.dir()));
    assert_eq!(lines(scratch.dir()), [""; 0]);
}

#[test]
fn names_of_devices_are_a_warning() {
    let said = |id: &str| {
        let scratch = Scratch::good();
        let text =
            scratch.read("tools/alpha.json").replace("\"alpha\"", &format!("\"{id}\"")).replace("Alpha", "Gamma");
        scratch.write(&format!("tools/{id}.json"), text);
        lines(scratch.dir()).into_iter().filter(|line| line.contains("reserved-name")).collect::<Vec<_>>()
    };
    for id in ["con", "aux", "nul", "prn", "com1", "com9", "lpt1", "lpt9"] {
        let line =
            format!("tools/{id}.json: id: warning: “{id}” is a device to Windows; choose another id [reserved-name]");
        assert_eq!(said(id), [line]);
    }
    for id in ["console", "com", "com10", "com-1", "lpt0"] {
        assert_eq!(said(id), [""; 0], "{id}");
    }
    let scratch = Scratch::good();
    let whole = scratch.read("tools/alpha.json").replace("\"alpha\"", "\"aux\"");
    scratch.replace("comparisons/alpha-vs-beta.json", "\"alpha\"", &whole);
    let said = lines(scratch.dir());
    assert!(said.iter().any(|line| line.contains("tools[0].id: warning: “aux” is a device")), "{said:?}");
}

#[test]
fn the_build_says_when_the_two_addresses_of_the_site_disagree() {
    let said = |base_url: &str, public_url: &str, base: &str| {
        let scratch = Scratch::good();
        scratch.replace("site.json", "https://192.0.2.7/", base_url);
        shipside::site::disagreement(scratch.dir(), public_url, base)
    };
    assert_eq!(
        said("https://x.test/", "/repo/", "/repo/").unwrap(),
        "base_url in site.json is “https://x.test/”, and the site is built for “/repo/”: feeds, the sitemap and link previews would \
         lead elsewhere; write \"base_url\": \"https://x.test/repo/\" into site.json, or build with --public-url /"
    );
    let other = said("http://x.test/repo", "https://y.test/repo/", "/repo/").unwrap();
    assert!(other.contains("write \"base_url\": \"https://y.test/repo/\""), "{other}");
    assert!(said("https://x.test/repo/", "/", "/").unwrap().ends_with("--public-url /repo/"));
    for (base_url, public_url, base) in [
        ("https://x.test/", "/", "/"),
        ("https://x.test", "/", "/"),
        ("https://x.test/repo", "/repo/", "/repo/"),
        ("https://x.test/a/b/", "https://X.test/a/b/", "/a/b/"),
    ] {
        assert_eq!(said(base_url, public_url, base), None, "{base_url} {public_url}");
    }
}

#[test]
fn a_folder_beside_the_one_that_is_meant_is_told_as_that_and_its_files_are_not() {
    let scratch = Scratch::empty();
    scratch.write("public/data/site.json", "{}");
    scratch.write("public/data/tools/alpha.json", "{}");
    scratch.write("README.json", "{}");
    let (root, tools) = (scratch.dir().to_owned(), scratch.dir().join("public/data/tools"));
    for (dir, meant) in [
        (&root, root.join("public/data")),
        (&root.join("public"), root.join("public/data")),
        (&tools, tools.join("..")),
    ] {
        let line = format!(
            "site.json: whole file: is missing, and it is required; did you mean {}? [missing-site]",
            meant.display()
        );
        assert_eq!(lines(dir), [line]);
    }
    // Where none is near, all that lies there is told.
    scratch.write("elsewhere/tool/alpha.json", "{}");
    assert_eq!(lines(&root.join("elsewhere")).len(), 2);
    for (dir, said) in [
        ("public/data/site.json", "it is no folder; name the one that site.json is in"),
        ("none", "there is no such folder"),
    ] {
        let dir = root.join(dir);
        let done = shipside(&["check", dir.to_str().unwrap()]);
        assert_eq!((done.status.code(), done.stdout.len()), (Some(2), 0));
        assert_eq!(
            String::from_utf8(done.stderr).unwrap(),
            format!("shipside: {} cannot be read: {said}\n", dir.display())
        );
    }
}

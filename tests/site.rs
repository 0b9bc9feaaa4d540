//! Writing a whole site: the same bytes each time, however much there is and whichever core drew what.

#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "site/copies.rs"]
mod copies;
#[path = "site/deploy.rs"]
mod deploy;
#[path = "site/hostile.rs"]
mod hostile;
#[path = "site/json.rs"]
mod json;
#[path = "site/many.rs"]
mod many;
#[path = "site/rebuilt.rs"]
mod rebuilt;
#[path = "site/rsync.rs"]
mod rsync;
#[path = "site/staged.rs"]
mod staged;
#[path = "site/valid.rs"]
mod valid;
#[path = "site/xml.rs"]
mod xml;

use shipside::{
    content,
    model::{Contender, ToolId},
    site::{Assets, Cards, Files, Folder, Lists, PageShell, Sheets, Written, badge, write_pages},
};
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process,
};

/// A folder that is removed again.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("shipside-{name}-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        Self(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn assets() -> Assets {
    let [glue, wasm, icon, touch, manifest, builder] =
        ["app.js", "app.wasm", "icon.svg", "touch.png", "site.webmanifest", "builder.js"].map(str::to_owned);
    Assets { glue, wasm, icon, touch, manifest, builder }
}

fn sheets(all: &str) -> Sheets {
    Sheets { all: all.to_owned(), ..Sheets::default() }
}

/// Reads the content anew and writes its site.
fn build(data: &Path, out: &Path, quality: Option<u32>, cards: Option<&Cards>) -> Written {
    let folder = Folder::read(data).unwrap();
    let shell = PageShell::new("/", &sheets("main { margin: 0 }"), &assets(), &folder.site.value).unwrap();
    write_pages(&folder, &shell, cards, &Files::new(out, quality)).unwrap()
}

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let bytes = |path: PathBuf| (path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
    copies::every_file(folder).into_iter().map(bytes).collect()
}

#[test]
fn four_thousand_pages_are_the_same_bytes_twice() {
    let scratch = Scratch::new("many");
    let [data, first, second] = ["data", "first", "second"].map(|name| scratch.0.join(name));
    many::write(&data, 2_000).unwrap();
    let written = build(&data, &first, None, None);
    assert_eq!(written.pages, 4_210);
    assert_eq!(build(&data, &second, None, None), written);
    let first = files(&first);
    let pages = first.iter().filter(|(path, _)| path.ends_with("index.html") || path.ends_with("404.html"));
    assert_eq!(pages.map(|(_, page)| page.len()).sum::<usize>(), written.bytes);
    // What every comparison and every tool has besides its pages, and what the site has.
    assert_eq!(first.len(), 4_210 + 2_000 + 200 + 5);
    for (path, bytes) in files(&second) {
        assert!(first[&path] == bytes, "{} differs", path.display());
    }
}

#[test]
fn cards_and_compressed_copies_are_the_same_bytes_twice_too() {
    let scratch = Scratch::new("cards");
    let [data, first, second] = ["data", "first", "second"].map(|name| scratch.0.join(name));
    many::write(&data, 6).unwrap();
    for out in [&first, &second] {
        build(&data, out, Some(11), Some(&Cards::new(None).unwrap()));
    }
    let first = files(&first);
    for path in ["og/comparison-5.png", "og.png", "index.html.br", "compare/comparison-5/index.html.gz"] {
        assert!(first.contains_key(Path::new(path)), "{path}");
    }
    assert!(first == files(&second));
}

#[test]
fn every_text_of_a_build_has_compressed_copies_that_are_smaller() {
    let scratch = Scratch::new("copies");
    let [data, out] = ["data", "out"].map(|name| scratch.0.join(name));
    many::write(&data, 4).unwrap();
    // Hosts would serve them instead of what the author wrote since.
    fs::write(data.join("tools/tool-1.json.br"), "stale").unwrap();
    fs::write(data.join("tools/gone.json.gz"), "stale").unwrap();
    staged::build(&data, "/", &out, 1);
    let (with_copies, faults) = copies::judge(&out);
    assert_eq!(faults, [""; 0]);
    for file in
        ["data/site.json", "data/index.json", "data/tools/tool-1.json", "schema/tool.json", "embed.js", "index.html"]
    {
        assert!(out.join(format!("{file}.br")).is_file() && out.join(format!("{file}.gz")).is_file(), "{file}");
    }
    assert!(with_copies > 60, "{with_copies}");
}

#[test]
fn a_page_that_cannot_be_written_ends_the_build() {
    let scratch = Scratch::new("stop");
    let [data, out] = ["data", "out"].map(|name| scratch.0.join(name));
    many::write(&data, 4).unwrap();
    fs::create_dir_all(out.join("compare")).unwrap();
    fs::write(out.join("compare/comparison-2"), "a file where a folder is to be").unwrap();
    let folder = Folder::read(&data).unwrap();
    let shell = PageShell::new("/", &sheets(""), &assets(), &folder.site.value).unwrap();
    assert!(write_pages(&folder, &shell, None, &Files::new(&out, None)).is_err());
    assert!(!out.join("index.html").exists(), "the home page comes last");
}

#[test]
fn a_tool_that_is_described_more_than_once_has_the_badge_of_its_file_or_else_of_the_first_comparison() {
    let scratch = Scratch::new("badges");
    let [data, out] = ["data", "out"].map(|name| scratch.0.join(name));
    many::write(&data, 4).unwrap();
    for i in 0..20 {
        let verdict = if i == 0 { "ship" } else { "skip" };
        let whole = |id: &str| {
            format!(
                r#"{{"id":"{id}","name":"Guest {i}","category":"C","tagline":"T","description":"D","price":{{"entry":"free"}},
"reviews":[{{"reviewer":"builder","verdict":"{verdict}","quote":"Q"}}]}}"#
            )
        };
        let (guest, own) = (whole("guest"), whole("tool-0"));
        let json = format!(r#"{{"schema":1,"slug":"whole-{i:02}","tools":[{guest},{own},"tool-1"]}}"#);
        fs::write(data.join(format!("comparisons/whole-{i:02}.json")), json).unwrap();
    }
    build(&data, &out, Some(1), None);
    let folder = Folder::read(&data).unwrap();
    let first = &folder.comparisons.iter().find(|it| it.value.slug.as_str() == "whole-00").unwrap().value;
    let Contender::Whole(guest) = &first.contenders[0] else { panic!("it is not whole") };
    let own = &folder.tools[&ToolId::parse("tool-0").unwrap()].value;
    for tool in [guest, own] {
        let written = fs::read_to_string(out.join(format!("badge/{}.svg", tool.id))).unwrap();
        assert_eq!(written, badge(tool, &folder.site.value), "{}", tool.id);
    }
    assert_eq!(copies::judge(&out.join("badge")).1, [""; 0]);
}

#[test]
fn tools_are_listed_by_name_on_their_page_and_in_what_the_app_reads() {
    let scratch = Scratch::new("names");
    let [data, out] = ["data", "out"].map(|name| scratch.0.join(name));
    many::write(&data, 4).unwrap();
    for (i, name) in ["vLLM", "Zed", "Évry", "aider"].into_iter().enumerate() {
        let file = data.join(format!("tools/tool-{i}.json"));
        let json = fs::read_to_string(&file).unwrap();
        fs::write(&file, json.replace(&format!(r#""name":"Tool {i}""#), &format!(r#""name":"{name}""#))).unwrap();
    }
    build(&data, &out, None, None);
    let names = |json: &str| -> Vec<String> {
        content::catalogue(json).unwrap().value.tools.iter().map(|tool| tool.name.clone()).collect()
    };
    let folder = Folder::read(&data).unwrap();
    let catalogue = folder.catalogue().unwrap();
    let by_name = ["aider", "Évry", "vLLM", "Zed"];
    assert_eq!(names(&Lists::of(&catalogue, &folder.front(&catalogue)).tools), by_name);
    assert_eq!(names(&folder.index().unwrap()), ["vLLM", "Zed", "Évry", "aider"]);
    let page = fs::read_to_string(out.join("tools/index.html")).unwrap();
    let list = &page[page.find("<ol class=\"comparisons\"").unwrap()..];
    let places = by_name.map(|name| list.find(&format!(">{name}</")).unwrap());
    assert!(places.is_sorted(), "{places:?}");
    let record = fs::read_to_string(out.join("panel/builder/index.html")).unwrap();
    let places = by_name.map(|name| record.find(&format!(">{name}</a></h3>")).unwrap());
    assert!(places.is_sorted(), "{places:?}");
}

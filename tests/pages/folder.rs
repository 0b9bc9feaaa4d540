//! A site in a folder of a host. The browser tests move the pages of one build into a folder instead of building twice: here
//! stands that what they make of a page is what a build for that folder writes, letter by letter.

use super::{html::in_folder, staged};
use std::{collections::BTreeMap, env, fs, path::Path};

/// The texts of a site that is built for that base.
fn built(base: &str) -> BTreeMap<String, String> {
    built_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data"), base)
}

/// The texts of a site of that content.
pub fn built_of(content: &Path, base: &str) -> BTreeMap<String, String> {
    let name = content.file_name().unwrap().to_string_lossy();
    let folder = env::temp_dir().join(format!("shipside-folder-{}-{name}-{}", std::process::id(), base.len()));
    staged::build(content, base, &folder, 1);
    let mut texts = BTreeMap::new();
    walk(&folder, "", &mut texts);
    fs::remove_dir_all(folder).unwrap();
    texts
}

fn walk(folder: &Path, path: &str, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), &path, texts);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            texts.insert(path, text);
        }
    }
}

#[test]
fn a_page_moved_into_a_folder_is_what_a_build_for_that_folder_writes() {
    let (root, folder) = (built("/"), built("/repo/"));
    assert!(root.len() > 15 && root.keys().eq(folder.keys()), "{:?}", root.keys());
    let pages = root.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, page) in pages {
        let moved = in_folder(page, "/repo");
        let same = moved.chars().zip(folder[path].chars()).take_while(|(a, b)| a == b).count();
        let around = |text: &str| text.chars().skip(same.saturating_sub(80)).take(160).collect::<String>();
        assert!(moved == folder[path], "{path}:\n{}\n{}", around(&moved), around(&folder[path]));
        assert!(!moved.contains("href=\"/\"") && moved.contains("href=\"/repo/"), "{path}");
    }
}

//! A build that finds what earlier ones kept is, file for file, the one that finds nothing.

use super::{Scratch, files, many, staged};
use std::{fs, path::Path};

/// Changes that an editor makes between two builds, each after all before it.
type Change = (&'static str, fn(&Path));

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{} has no {from}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_build_with_a_cache_is_the_one_without_whatever_has_changed() {
    let scratch = Scratch::new("rebuilt");
    let [data, cache] = ["data", "cache"].map(|name| scratch.0.join(name));
    many::write(&data, 2).unwrap();
    let changes: [Change; 6] = [
        ("nothing", |_| ()),
        ("a tool’s name", |data| edit(&data.join("tools/tool-1.json"), "Tool 1", "Tool One")),
        ("a tool’s verdict", |data| edit(&data.join("tools/tool-2.json"), "\"skip\"", "\"ship\"")),
        ("a comparison’s words", |data| {
            edit(&data.join("comparisons/comparison-0.json"), "\"lede\":\"", "\"lede\":\"So ")
        }),
        ("the site’s name", |data| edit(&data.join("site.json"), "\"name\": \"Shipside\"", "\"name\": \"Portside\"")),
        ("a comparison that went", |data| fs::remove_file(data.join("comparisons/comparison-1.json")).unwrap()),
    ];
    for (i, (change, make)) in changes.into_iter().enumerate() {
        make(&data);
        same(&scratch, &data, &cache, (change, i), "red");
    }
    same(&scratch, &data, &cache, ("the style", 6), "blue");
    same(&scratch, &data, &cache, ("the style, back again", 7), "red");
}

/// Builds with the cache and with none, and compares.
fn same(scratch: &Scratch, data: &Path, cache: &Path, (change, i): (&str, usize), colour: &str) {
    let [warm, cold] = ["warm", "cold"].map(|name| scratch.0.join(format!("{name}-{i}")));
    staged::build_kept(data, &warm, cache, colour);
    staged::build_kept(data, &cold, &scratch.0.join(format!("empty-{i}")), colour);
    let (warm, cold) = (files(&warm), files(&cold));
    assert!(warm.keys().eq(cold.keys()), "after {change}");
    for (path, bytes) in warm {
        assert!(cold[&path] == bytes, "{} after {change}", path.display());
    }
}

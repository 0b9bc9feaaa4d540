//! Patches stand for crates only as long as somebody asks for just those.

use crate::read;

/// Everything in a lock file that says that the patch of `name` is not what is built, or not all of it.
fn misses(lock: &str, name: &str) -> Vec<String> {
    let mut told = Vec::new();
    if lock.contains("[[patch.unused]]") {
        told.push("a patch is unused: the version that is asked for is another one by now".to_owned());
    }
    let packages = || lock.split("\n\n").filter(|package| package.contains(&format!("\nname = \"{name}\"\n")));
    if packages().count() != 1 {
        told.push(format!("{} packages are called {name}", packages().count()));
    }
    // A package of the workspace has no source.
    told.extend(packages().filter(|it| it.contains("\nsource = ")).map(|it| format!("not the patch: {}", it.trim())));
    let asks = |package: &&str| package.contains(&format!("\n \"{name}\",\n"));
    if !lock.split("\n\n").any(|package| asks(&package)) {
        told.push(format!("nothing asks for {name}"));
    }
    told
}

#[test]
fn the_patch_of_wasm_streams_is_what_server_functions_are_built_with() {
    assert_eq!(misses(&read("Cargo.lock"), "wasm-streams"), [""; 0], "see patches/wasm-streams");
}

#[test]
fn a_patch_that_no_longer_applies_is_found() {
    let patch = "\n[[package]]\nname = \"a\"\nversion = \"0.5.0\"\n\n";
    let crates = "\n[[package]]\nname = \"a\"\nversion = \"0.7.0\"\nsource = \"registry\"\n\n";
    let asks = "[[package]]\nname = \"b\"\ndependencies = [\n \"a\",\n]\n";
    assert_eq!(misses(&format!("{patch}{asks}"), "a"), [""; 0]);
    assert_eq!(misses(patch, "a").len(), 1, "nobody asks");
    assert_eq!(misses(&format!("{patch}{crates}{asks}"), "a").len(), 2, "both are built");
    assert_eq!(misses(&format!("{crates}{asks}"), "a").len(), 1, "the patch is not built");
    let unused = "\n\n[[patch.unused]]\nname = \"a\"\nversion = \"0.5.0\"\n";
    assert_eq!(
        misses(&format!("{crates}{asks}{unused}"), "a").len(),
        3,
        "the patch is not built and said to be unused"
    );
}

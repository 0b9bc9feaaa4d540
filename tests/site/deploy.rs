//! A deployment that stops at any file leaves no page that points to a file that is not there, and the files that hosts are given.

use crate::{
    Scratch, files, many,
    rsync::{Lying, documented},
    staged,
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Numbers that look like chance, the same for each seed (xorshift, G. Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// The files that a page needs or leads to, with what the app loads where a link leads.
fn references(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for quoted in page.split(['"', '\'', '`']) {
        let path = quoted.strip_prefix("https://shipside.example").unwrap_or(quoted);
        let path = path.split(['?', '#']).next().unwrap();
        // Addresses within the site: in attributes, scripts and policies. Texts never begin so.
        let is_path = path.starts_with('/') && !path.starts_with("//") && !path.contains(char::is_whitespace);
        let is_data = path.ends_with(".json") && (path.starts_with("tools/") || path.starts_with("comparisons/"));
        match path {
            _ if is_data => found.push(format!("data/{path}")),
            _ if is_path && path.ends_with('/') => {
                found.push(format!("{}index.html", &path[1..]));
                for (kind, data) in [("compare", "comparisons"), ("tools", "portraits"), ("panel", "panel")] {
                    let name = path
                        .strip_prefix('/')
                        .and_then(|it| it.strip_prefix(kind)?.strip_prefix('/')?.strip_suffix('/'));
                    found.extend(name.map(|name| format!("data/{data}/{name}.json")));
                }
            }
            _ if is_path && path.contains('.') => found.push(path[1..].to_owned()),
            _ => {}
        }
    }
    found
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Where a reader begins: at home, or in somebody's post.
fn is_known(file: &str) -> bool {
    file == "index.html" || (file.starts_with("embed/") && file.ends_with("/index.html"))
}

/// The pages that links lead to from where readers begin, and what these point to and is not there. Nobody comes to the others: new
/// ones before anything names them, old ones that nothing names any more.
fn walked(lying: &Lying, known: impl Fn(&str) -> bool) -> (BTreeSet<String>, Vec<String>) {
    let mut seen: BTreeSet<String> = lying.keys().filter(|file| known(file)).cloned().collect();
    let mut ahead: Vec<String> = seen.iter().cloned().collect();
    let mut lost = Vec::new();
    while let Some(file) = ahead.pop() {
        for named in references(text(&lying[&file])) {
            if !lying.contains_key(&named) {
                lost.push(format!("{file} → {named}"));
            } else if named.ends_with(".html") && seen.insert(named.clone()) {
                ahead.push(named);
            }
        }
    }
    (seen, lost)
}

fn lying(folder: &Path) -> Lying {
    let name = |path: PathBuf| path.to_string_lossy().replace('\\', "/");
    files(folder).into_iter().map(|(path, bytes)| (name(path), bytes)).collect()
}

/// Two versions of a site: another app, other words; a comparison and a tool less that name each other, and two more that do.
fn versions(scratch: &Scratch) -> (Lying, Lying) {
    let [data, first, second] = ["data", "first", "second"].map(|name| scratch.0.join(name));
    many::write(&data, 4).unwrap();
    staged::build(&data, "/", &first, 1);
    let at = |file: &str| data.join(file);
    let change = |from: &str, to: &str, words: [(&str, &str); 2]| {
        let text = fs::read_to_string(at(from)).unwrap();
        fs::remove_file(at(from)).unwrap();
        fs::write(at(to), words.iter().fold(text, |text, (old, new)| text.replace(old, new))).unwrap();
    };
    for file in ["comparisons/comparison-0.json", "tools/tool-0.json", "site.json"] {
        change(file, file, [("ships", "sails"), ("side by side", "face to face")]);
    }
    change("tools/tool-3.json", "tools/newcomer.json", [("tool-3", "newcomer"), ("Tool 3", "Newcomer")]);
    change(
        "comparisons/comparison-2.json",
        "comparisons/comparison-2.json",
        [("tool-3", "newcomer"), ("ships", "sails")],
    );
    change(
        "comparisons/comparison-3.json",
        "comparisons/another.json",
        [("tool-3", "newcomer"), ("comparison-3", "another")],
    );
    staged::build(&data, "/", &second, 2);
    (lying(&first), lying(&second))
}

#[test]
fn a_deployment_that_stops_anywhere_leaves_no_page_that_points_to_nothing() {
    let scratch = Scratch::new("deploy");
    let (old, new) = versions(&scratch);
    let passes = documented();
    assert_eq!(passes.len(), 6, "{passes:?}");
    for version in [&old, &new] {
        let (seen, lost) = walked(version, is_known);
        assert_eq!(lost, [""; 0]);
        let pages = version.keys().filter(|file| file.ends_with(".html"));
        let apart: Vec<&String> = pages.filter(|file| !seen.contains(*file)).collect();
        assert_eq!(apart, ["404.html"], "links lead to every other page");
    }
    // An embed that is new is in nobody's post yet.
    let is_known = |file: &str| is_known(file) && old.contains_key(file);
    for seed in 1..=4 {
        let mut chance = Chance(seed);
        let mut there = old.clone();
        for (i, pass) in passes.iter().enumerate() {
            let mut steps = pass.steps(&new, &there);
            chance.shuffle(&mut steps);
            for (file, bytes) in steps {
                match bytes {
                    Some(bytes) => there.insert(file.clone(), bytes),
                    None => there.remove(&file),
                };
                if chance.below(3) == 0 {
                    assert_eq!(walked(&there, is_known).1, [""; 0], "seed {seed}, line {}, after {file}", i + 1);
                }
            }
            assert_eq!(walked(&there, is_known).1, [""; 0], "seed {seed}, after line {}", i + 1);
        }
        assert!(there == new, "all is there, and nothing else");
    }
}

/// Where nothing was before, every page is new, and comes before home: what it loads is there.
#[test]
fn the_first_deployment_has_what_pages_load_before_pages() {
    let scratch = Scratch::new("deploy-first");
    let (new, _) = versions(&scratch);
    let mut there = Lying::new();
    for pass in documented() {
        for (file, bytes) in pass.steps(&new, &there) {
            there.insert(file.clone(), bytes.unwrap());
            let page = there[&file].as_slice();
            let loads = |it: &String| !it.ends_with(".html") && !it.starts_with("feed.") && !it.starts_with("data/p");
            let named = if file.ends_with(".html") { references(text(page)) } else { Vec::new() };
            let lost: Vec<String> = named.into_iter().filter(loads).filter(|it| !there.contains_key(it)).collect();
            assert_eq!(lost, [""; 0], "{file}");
        }
    }
    assert!(there == new);
}

#[test]
fn any_other_order_is_found_out() {
    let scratch = Scratch::new("deploy-order");
    let (old, new) = versions(&scratch);
    // As most programs copy: by name.
    let mut there = old.clone();
    let mut lost = 0;
    for (file, bytes) in new.iter().filter(|(file, bytes)| old.get(*file) != Some(bytes)) {
        there.insert(file.clone(), bytes.clone());
        lost += walked(&there, is_known).1.len();
    }
    assert!(lost > 0, "pages come before the app by name");
}

/// A small site, as a release writes it.
fn built(name: &str) -> (Scratch, PathBuf) {
    let scratch = Scratch::new(name);
    let [data, out] = ["data", "out"].map(|name| scratch.0.join(name));
    many::write(&data, 2).unwrap();
    staged::build(&data, "/", &out, 1);
    (scratch, out)
}

/// What deployers read.
fn guide() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/DEPLOYING.md")).unwrap()
}

#[test]
fn the_samples_for_servers_let_nobody_frame_what_the_build_lets_nobody_frame() {
    let (_scratch, out) = built("deploy-headers");
    let headers = fs::read_to_string(out.join("_headers")).unwrap();
    let rules = headers.split("\n\n").filter(|rule| rule.contains("frame-ancestors 'self'"));
    let paths: Vec<&str> = rules.map(|rule| rule.trim_start().lines().next().unwrap()).collect();
    assert!(paths.contains(&"/tools/*"), "{headers}");
    let guide = guide();
    let caddy = format!("\n  @alone path {}\n", paths.join(" "));
    assert!(guide.contains(&caddy), "docs/DEPLOYING.md is to have:{caddy}");
    let pattern =
        |path: &&str| path[1..].strip_suffix('*').map_or_else(|| path[1..].replace('.', "\\.") + "$", str::to_owned);
    let nginx = format!("\n  location ~ ^/({}) {{\n", paths.iter().map(pattern).collect::<Vec<_>>().join("|"));
    assert!(guide.contains(&nginx), "docs/DEPLOYING.md is to have:{nginx}");
}

/// A name without its hash and without the folders that it is in: as the guide writes it.
fn as_written(file: &str) -> String {
    let Some((name, ending)) = file.rsplit_once('.') else { return file.to_owned() };
    match name.rsplit_once('-') {
        Some((kind, _)) if kind.starts_with("shipside-") => format!("{kind}-<hash>.{ending}"),
        _ => file.to_owned(),
    }
}

#[test]
fn the_guide_knows_every_ending_that_a_host_serves_and_every_script_and_style() {
    let (_scratch, out) = built("deploy-endings");
    let names: BTreeSet<String> =
        lying(&out).into_keys().filter(|it| ![".br", ".gz"].iter().any(|end| it.ends_with(end))).collect();
    let guide = guide();
    let types = guide.split("\n  types {").nth(1).unwrap().split('}').next().unwrap();
    // A type, then the endings that have it.
    let typed: BTreeSet<&str> = types.split(';').flat_map(|line| line.split_whitespace().skip(1)).collect();
    let endings: BTreeSet<&str> = names.iter().filter_map(|name| Some(name.rsplit_once('.')?.1)).collect();
    assert!(endings.contains("css") && endings.contains("wasm"), "{endings:?}");
    let untyped: Vec<_> = endings.difference(&typed).collect();
    assert!(untyped.is_empty(), "nginx would send these as application/octet-stream: {untyped:?}");
    // The WebAssembly stands beside its script, icons are one row.
    let own = names.iter().filter(|it| !it.contains('/') && !it.ends_with(".wasm") && !it.starts_with("icon-"));
    let untold: Vec<String> = own.map(|it| as_written(it)).filter(|it| !guide.contains(&format!("`{it}`"))).collect();
    assert_eq!(untold, [""; 0], "docs/DEPLOYING.md is to name them");
}

#[test]
fn the_workflow_runs_the_script_that_our_own_checks_run_with_versions_that_do_not_move() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let (workflow, script) = (read("deploy/pages.yml"), read(".ci/site"));
    assert!(workflow.contains("run: COPIES=no .ci/site \"${{ steps.pages.outputs.base_path }}/\" dist"), "{workflow}");
    assert!(read(".ci/run").contains("\nCOPIES=no .ci/site /repo/ target/pages\n"));
    for file in ["deploy/netlify.toml", "deploy/wrangler.toml"] {
        assert!(read(file).contains("COPIES=no .ci/site / dist"), "{file}");
    }
    let uses: Vec<&str> = workflow.lines().filter_map(|line| line.split_once("uses: ")).map(|(_, it)| it).collect();
    assert_eq!(uses.len(), 5, "{uses:?}");
    for action in uses {
        let version = action.split_once("@v").unwrap_or_else(|| panic!("{action}: which version?")).1;
        assert_eq!(version.split('.').filter(|it| it.parse::<u32>().is_ok()).count(), 3, "{action} moves");
    }
    let trunk = script.split("\ntrunk=").nth(1).unwrap().lines().next().unwrap();
    assert!(read("xtask/src/tools/cargo_tool.rs").contains(&format!("version: \"{trunk}\".to_owned()")), "{trunk}");
}

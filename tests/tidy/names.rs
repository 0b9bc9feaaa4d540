//! Scripts, stylesheets and Rust meet in names that `src/scripts` declares; none of them writes one out, and classes are looks.

use crate::{
    read,
    source::{css, without_tests},
    within,
};
use shipside::{
    model::Choice,
    scripts::{hooks, keys, messages},
};

/// The page inside posts is found by a class, because bloggers paste it.
const PASTED: &str = "blockquote.shipside";

/// The scripts of the site: those that are given names.
fn scripts() -> Vec<(String, String)> {
    let files = within("src/scripts", "js").into_iter().chain(["public/embed.js".to_owned()]);
    files.map(|file| (without_comments(&read(&file)), file)).map(|(script, file)| (file, script)).collect()
}

/// A script without comments that have a line to themselves; no other are written.
fn without_comments(script: &str) -> String {
    script
        .lines()
        .map(|line| if line.trim_start().starts_with("//") { "" } else { line })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every place where `text` holds `before` and a small letter goes on, with its line.
fn written_out(text: &str, before: &str) -> Vec<String> {
    let lines = (1..).zip(text.lines());
    let found = lines.flat_map(|(line, text)| text.match_indices(before).map(move |(at, _)| (line, text, at)));
    let goes_on = |(_, text, at): &(usize, &str, usize)| {
        text[at + before.len()..].starts_with(|c: char| c.is_ascii_lowercase())
            && !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '-')
    };
    let word = |(line, text, at): (usize, &str, usize)| {
        let end = text[at + before.len()..].find(|c: char| !c.is_alphanumeric() && !"-_:".contains(c));
        format!("{line}: {}", &text[at..end.map_or(text.len(), |end| at + before.len() + end)])
    };
    found.filter(goes_on).map(word).collect()
}

/// What a script says without its name, and where it looks at a class.
fn faults(script: &str) -> Vec<String> {
    let script = &script.replace(PASTED, "");
    let mut told: Vec<String> =
        ["data-", "shipside:", "dataset."].into_iter().flat_map(|before| written_out(script, before)).collect();
    for (line, text) in (1..).zip(script.lines()) {
        let classes = ["className", "classList", "getElementsByClassName", "[class"];
        told.extend(classes.into_iter().filter(|word| text.contains(word)).map(|word| format!("{line}: {word}")));
        told.extend(selectors(text).into_iter().filter(|it| names_a_class(it)).map(|it| format!("{line}: {it}")));
    }
    told
}

/// The literal selectors in a line of a script.
fn selectors(line: &str) -> Vec<&str> {
    let calls = ["querySelector(", "querySelectorAll(", "closest(", "matches(", "closest?.(", "matches?.(", "all("];
    let after =
        calls.into_iter().flat_map(|call| line.match_indices(call).map(move |(at, _)| &line[at + call.len()..]));
    after
        .filter_map(|rest| {
            let quote = rest.chars().next().filter(|c| "\"'`".contains(*c))?;
            rest[1..].split(quote).next()
        })
        .collect()
}

fn names_a_class(selector: &str) -> bool {
    // Within `${…}` a dot is JavaScript's.
    let css: String = selector
        .split("${")
        .enumerate()
        .map(|(i, it)| if i == 0 { it } else { it.split_once('}').map_or("", |(_, css)| css) })
        .collect();
    css.split('.').skip(1).any(|after| after.starts_with(|c: char| c.is_ascii_alphabetic()))
}

#[test]
fn scripts_write_no_name_out_and_look_at_no_class() {
    let told = scripts()
        .iter()
        .flat_map(|(file, script)| faults(script).into_iter().map(move |it| format!("{file}:{it}")))
        .collect::<Vec<_>>();
    assert_eq!(told, [""; 0], "names are in src/scripts/names.rs");
}

#[test]
fn what_scripts_must_not_say_is_found() {
    for (script, fault) in [
        ("it.dataset.vote", "1: dataset.vote"),
        ("x\nsetAttribute('data-tool', id)", "2: data-tool"),
        ("localStorage['shipside:theme']", "1: shipside:theme"),
        ("b.className == c", "1: className"),
        ("a.closest(\"p.said\")", "1: p.said"),
        ("all(`[data-${HOOKS.vote}] .x`, f)", "1: [data-${HOOKS.vote}] .x"),
    ] {
        assert_eq!(faults(script), [fault], "{script}");
    }
    let good = "it.dataset[HOOKS.vote]; d.querySelector(`[data-${HOOKS.vote}],a`); q('blockquote.shipside a'); x.all.y; attributes(\"data-\")";
    assert_eq!(faults(good), [""; 0]);
}

#[test]
fn rust_writes_no_name_out() {
    let mut told = Vec::new();
    for file in within("src", "rs").into_iter().filter(|file| file != "src/scripts/names.rs") {
        let source = without_tests(&read(&file));
        // What bloggers paste is written as they have it.
        let pasted = file == "src/site/embed.rs";
        for before in ["\"data-", "\"shipside:"].into_iter().filter(|_| !pasted) {
            told.extend(written_out(&source, before).into_iter().map(|it| format!("{file}:{it}")));
        }
    }
    assert_eq!(told, [""; 0], "names are in src/scripts/names.rs");
}

#[test]
fn every_attribute_that_stylesheets_look_at_is_declared() {
    let declared: Vec<&str> = hooks::ALL.into_iter().chain([hooks::TOOLS]).collect();
    let mut seen = Vec::new();
    for sheet in within("style", "css") {
        let css = css(&read(&sheet));
        for part in css.split("[data-").skip(1) {
            let name = format!("data-{}", part.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap());
            assert!(declared.contains(&name.as_str()), "{sheet} looks at {name}, which is not declared");
            seen.push(name);
        }
    }
    assert!(seen.iter().any(|name| name == hooks::TOOLS), "no stylesheet needs {}", hooks::TOOLS);
}

#[test]
fn every_declared_name_is_written_by_a_view_or_a_script() {
    let rust: String = within("src", "rs")
        .iter()
        .filter(|it| !it.starts_with("src/scripts/"))
        .map(|it| without_tests(&read(it)))
        .collect();
    let scripts: String = scripts().into_iter().map(|(_, script)| script).collect();
    for name in hooks::ALL.into_iter().chain([hooks::TOOLS]) {
        let short = name.trim_start_matches("data-");
        let by_view = rust.contains(&format!("hooks::{}", short.to_uppercase()));
        // `host.js` writes those that it takes.
        let by_script = [format!("dataset[HOOKS.{short}] ="), format!("[HOOKS.{short}]: ")];
        assert!(by_view || by_script.iter().any(|it| scripts.contains(it)), "nothing has {name}");
    }
    let keys = &["BALLOTS", "BALLOTS_CORRUPT", "SCROLL", "PICKED"][..];
    for (group, names) in [("keys", keys), ("choices", &["VOTE", "PANEL", "ROWS"])] {
        for name in names {
            assert!(rust.contains(&format!("{group}::{name}")), "nothing reads {group}::{name}");
        }
    }
    assert!(keys::ALL.iter().all(|key| key.starts_with("shipside:")));
}

#[test]
fn the_page_of_development_builds_has_the_names_of_the_theme() {
    let page = read("index.html");
    for needed in
        [format!("getItem(\"{}\")", keys::THEME), format!(" {}=\"auto\"", hooks::THEME), "dataset.theme".to_owned()]
    {
        assert!(page.contains(&needed), "index.html does not say {needed}");
    }
}

#[test]
fn the_loader_tells_of_the_messages_and_choices_that_are_declared() {
    let choices = Choice::ALL.map(Choice::key).join("|");
    let [ready, error, vote] = [messages::READY, messages::ERROR, messages::VOTE];
    let told = format!(r"/^({ready} |{error} |{vote} [a-z\d-]+ ({choices}|null)$)/");
    assert!(read("public/embed.js").contains(&told), "public/embed.js does not say {told}");
}

#[test]
fn every_script_is_described() {
    let readme = read("src/scripts/README.md");
    for (file, _) in scripts() {
        let name = file.trim_start_matches("src/scripts/");
        assert!(readme.contains(&format!("| `{name}` |")), "src/scripts/README.md does not say what {name} does");
    }
}

//! Files of a room that import each other in a circle: none can be read, tested or moved without all the others.

use crate::{
    read,
    source::{code, paths, without_tests, words},
    within,
};
use std::collections::{BTreeMap, BTreeSet};

/// A module's path from the root of its crate: `content`, `object`.
type Module = Vec<String>;

/// All modules of the package, by their paths: what each imports, and what it passes on under its own name.
#[derive(Default)]
struct Modules {
    imports: BTreeMap<Module, Vec<Module>>,
    passed_on: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Modules {
    fn of(files: &[(String, String)]) -> Self {
        let mut all = Self::default();
        for (file, _) in files {
            all.imports.insert(module_of(file), Vec::new());
        }
        for (file, source) in files {
            let module = module_of(file);
            let code = without_tests(&code(source));
            for path in paths(&words(&code)) {
                let Some(full) = all.full(&module, &path.names) else { continue };
                if path.is_passed_on {
                    let name = path.alias.or_else(|| full.last().cloned()).unwrap_or_default();
                    all.passed_on.entry(module.clone()).or_default().insert(name, full);
                } else {
                    all.imports.entry(module.clone()).or_default().push(full);
                }
            }
        }
        all
    }

    /// A path from the root, where it leads into this package at all.
    fn full(&self, module: &Module, names: &[&str]) -> Option<Module> {
        let mut at = module.clone();
        let mut rest = names;
        match names {
            ["crate" | "shipside", ..] => {
                // The command is a crate of its own, and starts at its main file.
                at.truncate(if names[0] == "crate" && at.first().is_some_and(|room| room == "bin") { 2 } else { 0 });
                rest = &names[1..];
            }
            ["self", ..] => rest = &names[1..],
            ["super", ..] => {
                while let ["super", more @ ..] = rest {
                    at.pop()?;
                    rest = more;
                }
            }
            [first, ..] => {
                let inner = [module.clone(), vec![(*first).to_owned()]].concat();
                self.imports.contains_key(&inner).then_some(())?;
            }
            [] => return None,
        }
        Some([at, rest.iter().map(|name| (*name).to_owned()).collect()].concat())
    }

    /// The module that a path leads to: where the thing itself is written, not where it is passed on.
    fn target(&self, path: &Module) -> Option<Module> {
        let mut path = path.clone();
        // As many steps as a chain of passing on can have.
        for _ in 0..8 {
            let len = (1..=path.len()).rev().find(|len| self.imports.contains_key(&path[..*len]))?;
            let (module, rest) = path.split_at(len);
            let module = module.to_vec();
            match rest.first().and_then(|name| self.passed_on.get(&module)?.get(name)) {
                Some(other) => path = [other.as_slice(), &rest[1..]].concat(),
                None => return Some(module),
            }
        }
        None
    }

    /// Which modules each knows inside of its room. A module's file joins those inside of it, so that it knows them is no import.
    fn graph(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let inside = |module: &Module| {
            let targets = self.imports[module].iter().filter_map(|path| self.target(path));
            targets.filter(|it| it != module && it.first() == module.first() && !it.starts_with(module)).collect()
        };
        self.imports.keys().map(|module| (module.clone(), inside(module))).collect()
    }

    /// The shortest circle through each module that is in one, as `room: a → b → a`.
    fn circles(&self) -> Vec<String> {
        let graph = self.graph();
        let mut told = BTreeMap::new();
        for start in graph.keys() {
            if let Some(mut circle) = way_back(&graph, start) {
                // The same circle is found from each of its modules: it is told from the first.
                let first = circle.iter().enumerate().min_by_key(|(_, module)| *module).map_or(0, |(at, _)| at);
                circle.rotate_left(first);
                circle.push(circle[0].clone());
                let names: Vec<String> = circle.iter().map(|module| module[1..].join("::")).collect();
                told.insert(circle, format!("{}: {}", start[0], names.join(" → ")));
            }
        }
        told.into_values().collect()
    }
}

/// The shortest way from a module over others back to itself, without its end.
fn way_back(graph: &BTreeMap<Module, BTreeSet<Module>>, start: &Module) -> Option<Vec<Module>> {
    let mut ways = vec![vec![start.clone()]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in graph.get(way.last()?).into_iter().flatten() {
                if next == start {
                    return Some(way);
                }
                if seen.insert(next.clone()) {
                    longer.push([way.as_slice(), std::slice::from_ref(next)].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

/// `src/content/object.rs` is `content::object`; `mod.rs` and `main.rs` are the folder itself.
fn module_of(file: &str) -> Module {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Module = path.split('/').map(str::to_owned).collect();
    if module.len() > 1 {
        module.pop_if(|last| last == "mod" || last == "main");
    }
    module
}

#[test]
fn no_files_of_a_room_import_each_other_in_a_circle() {
    let files: Vec<(String, String)> =
        within("src", "rs").into_iter().map(|file| (file.clone(), read(&file))).collect();
    let modules = Modules::of(&files);
    let imports: usize = modules.graph().values().map(BTreeSet::len).sum();
    assert!(imports > 100, "only {imports} imports are seen");
    assert_eq!(modules.circles(), [""; 0], "move what both need into a file of its own");
}

#[test]
fn circles_of_imports_are_found() {
    let circles = |files: &[(&str, &str)]| {
        let files: Vec<_> =
            files.iter().map(|(file, source)| (format!("src/{file}.rs"), (*source).to_owned())).collect();
        Modules::of(&files).circles()
    };
    // As `content` had it: an object knows its reader's places, and the reader opens objects.
    let object = ("content/object", "use super::{SCHEMA, json::Json, reader::At};");
    let reader = ("content/reader", "use super::{Problem, object::Object};");
    let json = ("content/json", "");
    assert_eq!(circles(&[object, reader, json]), ["content: object → reader → object"]);
    assert_eq!(circles(&[object, json, ("content/reader", "use super::Problem;")]), [""; 0]);
    // As `editor` had it, in part through a name that the room passes on.
    let room = ("editor/mod", "mod check; mod hints; pub use check::{Notes as Noted, Told}; pub use today::today;");
    let check = ("editor/check", "use super::{hints, today};\nfn check() { hints::warn(&told) }");
    let hints = ("editor/hints", "fn warn(notes: &mut crate::editor::Noted) {}");
    let today = ("editor/today", "#[cfg(test)] mod tests { use super::super::check::check; }");
    assert_eq!(circles(&[room, check, hints, today]), ["editor: check → hints → check"]);
    assert_eq!(circles(&[room, check, today, ("editor/hints", "// use super::check;")]), [""; 0]);
    // A room's own file knows what is inside of it; what is inside may know the room, but no other way round.
    assert_eq!(circles(&[("app", "use draw::Draw; struct App;"), ("app/draw", "use super::App;")]), [""; 0]);
    let (a, b, c) =
        (("a/x/one", "use super::super::y;"), ("a/y", "use crate::a::{z::{self, Z}};"), ("a/z", "use super::x::one;"));
    assert_eq!(circles(&[a, b, c]), ["a: x::one → y → z → x::one"]);
}

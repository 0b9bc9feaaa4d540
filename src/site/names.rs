//! The names by which the app's script and its WebAssembly know each other, made short. wasm-bindgen writes them for people, and ends
//! them in hashes, which do not compress. Measured: ARCHITECTURE.md.

use super::hash::hash;
use std::collections::BTreeMap;
use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{Export, Import, Imports, Parser};

/// What the names that wasm-bindgen makes have in them. Others, like `memory`, are words that a script may mean otherwise.
const MARK: &str = "__";
/// What short names are made of.
const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Signs of the name of a build.
const BUILD: usize = 6;

/// Why the names could not be made short.
#[derive(Debug, thiserror::Error)]
pub enum NameError {
    /// wasm-bindgen writes its names in another way than it did.
    #[error("the app's WebAssembly asks its script for nothing; did wasm-bindgen change that? See src/site/names.rs")]
    None,
    /// The two files are not of one build.
    #[error("the app's WebAssembly asks for “{0}”, which its script does not have; see src/site/names.rs")]
    One(String),
    /// It is no WebAssembly, or of a kind that is not known here.
    #[error("the app's WebAssembly cannot be read: {0}; see src/site/names.rs")]
    Unread(String),
}

/// Gives what the two files hand each other the same short names in both, in the name of this build: files of two builds would else
/// take one thing for another. Nothing else is changed, but that the WebAssembly no longer offers what the script does not ask for.
pub(super) fn shorten_names(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String), NameError> {
    let build = hash(&[wasm]).get(..BUILD).unwrap_or_default().to_owned();
    let mut names = Names { script, build, module: String::new(), short: BTreeMap::new() };
    let mut module = Module::new();
    names.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| match error {
        Error::UserError(error) => error,
        Error::ParseError(error) => NameError::Unread(error.to_string()),
        error => NameError::Unread(error.to_string()),
    })?;
    if names.short.is_empty() {
        return Err(NameError::None);
    }
    let wasm = module.finish();
    let (module, build) = (format!("\"{}\"", names.module), format!("\"{}\"", names.build));
    if !script.contains(&module) {
        return Err(NameError::One(names.module));
    }
    let script = script.replacen(&module, &build, 1);
    let (mut shorter, mut left) = (String::new(), names.short.clone());
    for part in script.split_inclusive(is_between) {
        let (word, rest) = part.split_at(part.find(is_between).unwrap_or(part.len()));
        // What is no member of an object may be named like one.
        let is_member = shorter.ends_with('.') || rest == ":";
        let short = names.short.get(word).filter(|_| is_member);
        if short.is_some() {
            left.remove(word);
        }
        shorter += short.map_or(word, String::as_str);
        shorter += rest;
    }
    match left.pop_first() {
        Some((name, _)) => Err(NameError::One(name)),
        None => Ok((wasm, shorter)),
    }
}

/// Whether it is no part of a name.
fn is_between(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || c == '_')
}

/// What is called how from now on.
struct Names<'a> {
    /// The script as wasm-bindgen wrote it.
    script: &'a str,
    /// What the module that imports are from is to be called, and what wasm-bindgen called it.
    build: String,
    module: String,
    short: BTreeMap<String, String>,
}

impl Names<'_> {
    /// The short name of what has this one.
    fn short(&mut self, name: &str) -> String {
        let next = self.short.len();
        self.short.entry(name.to_owned()).or_insert_with(|| letters(next)).clone()
    }

    fn is_in_script(&self, name: &str) -> bool {
        self.script.split(is_between).any(|word| word == name)
    }
}

impl Reencode for Names<'_> {
    type Error = NameError;

    fn parse_imports(&mut self, section: &mut ImportSection, imports: Imports<'_>) -> Result<(), Error<NameError>> {
        let Imports::Single(at, import) = imports else {
            return Err(Error::UserError(NameError::Unread("its imports are compact".to_owned())));
        };
        if !self.is_in_script(import.name) {
            return Err(Error::UserError(NameError::One(import.name.to_owned())));
        }
        if !self.module.is_empty() && self.module != import.module {
            return Err(Error::UserError(NameError::Unread("it imports from two modules".to_owned())));
        }
        import.module.clone_into(&mut self.module);
        let (module, name) = (&self.build.clone(), &self.short(import.name));
        utils::parse_imports(self, section, Imports::Single(at, Import { module, name, ..import }))
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error<NameError>> {
        match export.name {
            name if !self.is_in_script(name) => Ok(()),
            name if name.contains(MARK) => {
                let name = &self.short(name);
                utils::parse_export(self, exports, Export { name, ..export })
            }
            _ => utils::parse_export(self, exports, export),
        }
    }
}

/// `a` to `Z`, then `aa` and so on.
fn letters(n: usize) -> String {
    let last = char::from(LETTERS[n % LETTERS.len()]);
    let before = n / LETTERS.len();
    if before == 0 { last.to_string() } else { letters(before - 1) + &last.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, TypeSection};

    /// As wasm-bindgen writes it, in short; a function is called like what it calls.
    const SCRIPT: &str = "{ \"./app_bg.js\": { __wbg_text_847fd86b: () => wasm.main } };\nfunction go__79ba_2(a) { wasm.go__79ba_2(a, wasm.go__79ba) }";

    /// A module that imports a function from `module`, and exports it under these names.
    fn wasm(module: &str, import: &str, exports: &[&str]) -> Vec<u8> {
        let (mut types, mut imports, mut exported) = (TypeSection::new(), ImportSection::new(), ExportSection::new());
        types.ty().function([], []);
        imports.import(module, import, EntityType::Function(0));
        for name in exports {
            exported.export(name, ExportKind::Func, 0);
        }
        Module::new().section(&types).section(&imports).section(&exported).clone().finish()
    }

    #[test]
    fn both_files_get_the_same_short_names_and_what_nobody_asks_for_is_not_offered() {
        let before = wasm("./app_bg.js", "__wbg_text_847fd86b", &["main", "go__79ba", "__unasked", "go__79ba_2"]);
        let (after, script) = shorten_names(&before, SCRIPT).unwrap();
        let build = &hash(&[&before])[..6];
        let expected =
            format!("{{ \"{build}\": {{ a: () => wasm.main }} }};\nfunction go__79ba_2(a) {{ wasm.c(a, wasm.b) }}");
        assert_eq!(script, expected);
        assert_eq!(after, wasm(build, "a", &["main", "b", "c"]));
    }

    #[test]
    fn files_that_do_not_fit_together_are_told() {
        let error = |wasm: &[u8]| shorten_names(wasm, SCRIPT).unwrap_err().to_string();
        assert!(error(&wasm("./app_bg.js", "__wbg_node", &[])).contains("asks for “__wbg_node”"));
        assert!(error(&wasm("./other_bg.js", "__wbg_text_847fd86b", &[])).contains("asks for “./other_bg.js”"));
        // One that is named, and not as a member.
        let script = SCRIPT.replace("847fd86b: ()", "847fd86b()");
        let unnamed = shorten_names(&wasm("./app_bg.js", "__wbg_text_847fd86b", &[]), &script).unwrap_err();
        assert!(unnamed.to_string().contains("asks for “__wbg_text_847fd86b”"));
        assert!(error(b"\0asm\x01\0\0\0").contains("asks its script for nothing"));
        assert!(error(b"<!doctype html>").contains("cannot be read: "));
    }

    #[test]
    fn no_two_names_are_the_same() {
        assert_eq!([0, 25, 26, 51, 52, 104].map(letters), ["a", "z", "A", "Z", "aa", "ba"]);
        let all: std::collections::BTreeSet<_> = (0..3000).map(letters).collect();
        assert_eq!(all.len(), 3000);
    }
}

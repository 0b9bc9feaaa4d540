//! Making the browser's download smaller than its tools leave it. Trunk, wasm-bindgen and wasm-opt keep what no reader needs:
//! exports that nothing calls, sections about how it was built, import names with hashes in them, which stand in both files
//! and do not compress, the glue's comments, and a second way to start. What only panics goes too: `snip`.

use super::snip::snip;
use std::fmt::Write as _;
use walrus::{Export, ModuleConfig};

/// The module that wasm-bindgen's imports come from.
const GLUE: &str = "./shipside-app_bg.js";
/// How the names of exports begin that call closures.
const SHIM: &str = "wasm_bindgen__convert__closures";
/// The glue's way to start that no page takes, up to the one that they do.
const SYNC: (&str, &str) = ("function initSync(", "let __wbg_init_promise;");
/// Names that the glue says again and again, and shorter ones: wasm-bindgen uses no dollar.
const NAMES: [(&str, &str); 12] = [
    ("arg0", "$0"),
    ("arg1", "$1"),
    ("arg2", "$2"),
    ("arg3", "$3"),
    ("arg4", "$4"),
    ("arg5", "$5"),
    ("getStringFromWasm0", "$s"),
    ("passStringToWasm0", "$p"),
    ("addToExternrefTable0", "$x"),
    ("getDataViewMemory0", "$d"),
    ("isLikeNone", "$n"),
    ("handleError", "$h"),
];

/// Why the two files could not be made smaller.
#[derive(Debug, thiserror::Error)]
pub enum SlimError {
    /// The WebAssembly could not be read.
    #[error("the WebAssembly could not be read: {0}")]
    Wasm(String),
    /// wasm-bindgen writes its glue in another way than it did.
    #[error("the glue does not look as expected: {0} is not in it; see src/site/slim.rs")]
    Glue(String),
}

/// Slims the WebAssembly and the glue that belongs to it. `crates` is the folder of cargo's sources, which messages of panics
/// name: it says something of the machine that built the site, and nothing to anybody else.
pub fn slim(wasm: &[u8], glue: &str, crates: &str) -> Result<(Vec<u8>, String), SlimError> {
    let mut config = ModuleConfig::new();
    let module = config.generate_producers_section(false).generate_name_section(false).parse(wasm);
    let mut module = module.map_err(|error| SlimError::Wasm(error.to_string()))?;
    let about: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for section in about {
        module.customs.delete(section);
    }
    let is_unused = |export: &&Export| !glue.contains(&format!("wasm.{}", export.name));
    let unused: Vec<_> = module.exports.iter().filter(is_unused).map(Export::id).collect();
    for export in unused {
        module.exports.delete(export);
    }
    snip(&mut module);
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in data {
        blank(&mut module.data.get_mut(id).value, crates.as_bytes());
    }
    let mut glue = without_sync(&without_comments(glue))?;
    for (long, short) in NAMES {
        glue = glue.replace(long, short);
    }
    let names: Vec<_> =
        module.imports.iter().filter(|import| import.module == GLUE).map(|import| import.id()).collect();
    for (n, id) in names.into_iter().enumerate() {
        let import = module.imports.get_mut(id);
        let short = short_name(n);
        let (from, to) = (format!("\n{}: ", import.name), format!("\n{short}: "));
        if !glue.contains(&from) {
            return Err(SlimError::Glue(import.name.clone()));
        }
        glue = glue.replacen(&from, &to, 1);
        import.name = short;
        import.module = "a".to_owned();
    }
    let mut shims: Vec<_> =
        module.exports.iter().filter(|export| export.name.starts_with(SHIM)).map(|export| export.id()).collect();
    // The longest first: some names begin with others.
    shims.sort_by_key(|id| std::cmp::Reverse(module.exports.get(*id).name.len()));
    for (n, id) in shims.into_iter().enumerate() {
        let export = module.exports.get_mut(id);
        let short = format!("_{n}");
        glue = glue.replace(&export.name, &short);
        export.name = short;
    }
    let module_name = format!("\"{GLUE}\": ");
    if !glue.contains(&module_name) {
        return Err(SlimError::Glue(GLUE.to_owned()));
    }
    Ok((module.emit_wasm(), glue.replace(&module_name, "\"a\": ")))
}

/// Overwrites every place that names a folder, in its length.
fn blank(data: &mut [u8], folder: &[u8]) {
    let mut at = 0;
    while !folder.is_empty() && at + folder.len() <= data.len() {
        if &data[at..at + folder.len()] == folder {
            data[at..at + folder.len()].fill(b'.');
            at += folder.len();
        } else {
            at += 1;
        }
    }
}

/// `a`, `b`, … `z`, `a1`, `b1`, …: none is a name that JavaScript reserves.
fn short_name(n: usize) -> String {
    let mut name = char::from(b'a' + (n % 26) as u8).to_string();
    if n >= 26 {
        let _ = write!(name, "{}", n / 26);
    }
    name
}

/// The glue without its comments and indentation. wasm-bindgen writes comments on lines of their own.
fn without_comments(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut in_comment = false;
    for line in glue.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

/// The glue without the way to start that no page takes.
fn without_sync(glue: &str) -> Result<String, SlimError> {
    let missing = |what: &str| SlimError::Glue(what.to_owned());
    let (before, rest) = glue.split_once(SYNC.0).ok_or_else(|| missing(SYNC.0))?;
    let end = rest.find(SYNC.1).ok_or_else(|| missing(SYNC.1))?;
    Ok(format!("{before}{}", &rest[end..]).replace("initSync, ", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_code_stays() {
        let glue = "/**\n * what\n */\n  a();\n  // why\n\n  b(\"/* not one */\");\n/* one line */\nc();\n";
        assert_eq!(without_comments(glue), "a();\nb(\"/* not one */\");\nc();\n");
    }

    #[test]
    fn the_second_way_to_start_goes() {
        let glue = "a();\nfunction initSync(m) {\nb();\n}\nlet __wbg_init_promise;\nasync function __wbg_init(m) {}\nexport { initSync, __wbg_init as default };\n";
        let slim =
            "a();\nlet __wbg_init_promise;\nasync function __wbg_init(m) {}\nexport { __wbg_init as default };\n";
        assert_eq!(without_sync(glue).unwrap(), slim);
        assert!(without_sync("a();").is_err());
    }

    #[test]
    fn the_builders_folder_is_blanked() {
        let mut data = b"a/me/.cargo/b.rs/me/.cargo/c".to_vec();
        blank(&mut data, b"/me/.cargo");
        assert_eq!(data, b"a........../b.rs........../c");
    }

    #[test]
    fn short_names_are_all_different() {
        let names: std::collections::BTreeSet<_> = (0..300).map(short_name).collect();
        assert_eq!(names.len(), 300);
    }
}

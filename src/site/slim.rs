//! Making the browser's download smaller than its tools leave it. Trunk, wasm-bindgen and wasm-opt keep three things that no
//! reader needs: exports of a library (`wasm-streams`, through leptos's `server_fn`) that nothing calls, import names with
//! hashes in them, which stand in both files and do not compress, and the glue's comments. What only panics goes too: `snip`.

use super::snip::snip;
use std::fmt::Write as _;
use walrus::Module;

/// The module that wasm-bindgen's imports come from.
const GLUE: &str = "./shipside-app_bg.js";
/// How the names of exports begin that call closures.
const SHIM: &str = "wasm_bindgen__convert__closures";
/// What the exports of `wasm-streams` have in their names.
const UNUSED: &str = "intounderlying";

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
    let mut module = Module::from_buffer(wasm).map_err(|error| SlimError::Wasm(error.to_string()))?;
    let unused: Vec<_> =
        module.exports.iter().filter(|export| export.name.contains(UNUSED)).map(|export| export.id()).collect();
    for export in unused {
        module.exports.delete(export);
    }
    snip(&mut module);
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in data {
        blank(&mut module.data.get_mut(id).value, crates.as_bytes());
    }
    let mut glue = without_classes(&without_comments(glue));
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

/// The glue without the classes of exports that are gone, and without what prepares their clean-up.
fn without_classes(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut depth = 0_i32;
    let mut in_constant = false;
    for line in glue.lines() {
        let named = line.contains("IntoUnderlying");
        if depth > 0 || named && line.contains("class ") {
            depth += line.matches('{').count() as i32 - line.matches('}').count() as i32;
        } else if named || in_constant {
            in_constant = !line.ends_with(';');
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
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
    fn classes_of_removed_exports_go() {
        let glue = "f();\nexport class IntoUnderlyingSink {\nfree() {\nx();\n}\n}\nif (Symbol.dispose) IntoUnderlyingSink.y = 1;\nconst IntoUnderlyingSinkX = a\n? b\n: c;\ng();\n";
        assert_eq!(without_classes(glue), "f();\ng();\n");
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

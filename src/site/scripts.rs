//! The scripts of `src/scripts`, with their names, as a site has them.

use super::{
    minify::{MinifyError, minify, minify_module},
    script_names::names,
};
use crate::scripts::{BOOT, BUILDER, EMBEDDED, FillError, HOST, LOAD, NEEDS, Names, PREFETCH, RECOVER, START, WHERE};

/// Why a script could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    /// Its names and those that are declared do not fit.
    #[error("a script of the site: {0}")]
    Names(#[from] FillError),
    /// wasm-bindgen writes it in another way than it did.
    #[error(
        "the app's script does not end in “{EXPORTS}”, or defines no {0}; did wasm-bindgen change it? See src/site/scripts.rs"
    )]
    Glue(&'static str),
    /// It is not JavaScript.
    #[error("a script of the site {0}")]
    Minify(#[from] MinifyError),
}

/// What wasm-bindgen exports: two ways to start the app, for which `start.js` stands.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
/// What of wasm-bindgen's script `start.js` calls.
const CALLED: [&str; 2] = ["__wbg_get_imports", "__wbg_finalize_init"];

/// The app's own script, and what stands beside the app in it. `style` is the name of the stylesheet for pages of other kinds.
pub(super) fn with_the_app(glue: &str, style: &str) -> Result<String, ScriptError> {
    let defines = |name: &&str| glue.contains(&format!("function {name}("));
    let (missing, glue) = (CALLED.iter().find(|name| !defines(name)), glue.trim_end().strip_suffix(EXPORTS));
    let (None, Some(glue)) = (missing, glue) else {
        return Err(ScriptError::Glue(missing.copied().unwrap_or(CALLED[0])));
    };
    let beside = names().with("FILES", [("style", style)]).fill(&format!("{START}\n{RECOVER}\n{PREFETCH}\n{WHERE}"))?;
    let needs = names().fill(NEEDS)?;
    Ok(minify_module(&format!("{needs}\n{glue}\n{beside}"))?)
}

/// The embed builder's script.
pub(super) fn builder() -> Result<String, ScriptError> {
    Ok(minify_module(&names().fill(BUILDER)?)?)
}

/// The scripts that stand in pages.
pub(super) struct Inline {
    /// In the head of every page.
    pub boot: String,
    /// In the head of pages inside embeds.
    pub host: String,
    /// At the end of pages that are read by themselves.
    pub load: String,
    /// At the end of pages inside embeds.
    pub load_embedded: String,
}

impl Inline {
    /// For an app whose files are at these addresses.
    pub fn new(glue: &str, wasm: &str) -> Result<Self, ScriptError> {
        let files = Names::default().with("FILES", [("glue", glue), ("wasm", wasm)]);
        files.all_read_by(&[LOAD])?;
        let names = names().with("FILES", [("glue", glue), ("wasm", wasm)]);
        let module = |more: &str| Ok::<_, ScriptError>(minify_module(&names.fill(&format!("{LOAD}\n{more}"))?)?);
        Ok(Self {
            boot: minify(&names.fill(BOOT)?)?,
            host: minify(&names.fill(HOST)?)?,
            load: module("load();")?,
            load_embedded: module(EMBEDDED)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::script_names::{check_names, loader};

    /// A script as wasm-bindgen writes them, in short.
    const GLUE: &str = "function __wbg_get_imports() {}\nlet wasm;\nfunction __wbg_finalize_init(instance) { wasm = instance.exports }\n\
        async function __wbg_init() {}\nfunction initSync() {}\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_app_is_started_by_our_script_and_not_by_wasm_bindgens() {
        let script = with_the_app(GLUE, "s.css").unwrap();
        assert!(script.contains("instantiateStreaming") && !script.contains("initSync"), "{script}");
        assert_eq!(script.matches("export ").count(), 1, "{script}");
    }

    #[test]
    fn a_script_of_the_app_that_wasm_bindgen_writes_otherwise_is_told() {
        for (from, to) in [("{ initSync,", "{ start,"), ("__wbg_get_imports(", "__wbg_imports("), ("finalize", "end")] {
            let error = with_the_app(&GLUE.replace(from, to), "s.css").unwrap_err().to_string();
            assert!(error.contains("did wasm-bindgen change it?"), "{error}");
        }
    }

    #[test]
    fn what_runs_before_first_paint_stays_small() {
        let boot = Inline::new("/app.js", "/app.wasm").unwrap().boot;
        assert!(boot.len() < 1350, "boot.js has {} bytes, minified", boot.len());
    }

    #[test]
    fn every_script_can_be_made_and_reads_every_name_that_is_declared_for_scripts() {
        let source = include_str!("../../public/embed.js");
        check_names(source).unwrap();
        let inline = Inline::new("/app.js", "/app.wasm").unwrap();
        let all = [inline.boot, inline.host, inline.load, inline.load_embedded, with_the_app(GLUE, "s.css").unwrap()];
        let all = all.into_iter().chain([builder().unwrap(), loader(source).unwrap()]).collect::<String>();
        for object in ["CHOICES", "FILES", "HOOKS", "KEYS", "MESSAGES", "PAGE", "RECIPES", "WISHES", "WORDS"] {
            let left = all.lines().filter(|line| !line.trim_start().starts_with("//") && line.contains(object));
            assert_eq!(left.collect::<Vec<_>>(), [""; 0], "{object} is no object");
        }
    }

    #[test]
    fn a_loader_that_reads_another_name_is_told() {
        let error = loader("WORDS.colours").unwrap_err().to_string();
        assert!(error.contains("reads WORDS.colours, which is not declared"), "{error}");
    }
}

//! A build as Trunk runs it, without the app: what Trunk leaves, with an app of no functions, and what the hook makes of it.

use shipside::site;
use std::{fs, path::Path};

/// Stands for the app's script: the build looks in it for what the WebAssembly asks for.
const GLUE: &[u8] =
    b"function __wbg_get_imports() { return { \"./shipside-app_bg.js\": { __wbg_a_0123456789abcdef: () => {} } } }\n\
    function __wbg_finalize_init() {}\nexport { initSync, __wbg_init as default };\n";

/// Stands for its WebAssembly: it asks for that function.
const WASM: &[u8] =
    b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x31\x01\x14./shipside-app_bg.js\x18__wbg_a_0123456789abcdef\0\0";

/// What Trunk leaves, as far as the pages need it: an app, a stylesheet, an icon, schemas, the content. `version` changes the app.
fn stage(content: &Path, folder: &Path, version: u32) {
    fs::create_dir_all(folder.join("schema")).unwrap();
    let glue = [format!("var version = {version};\n").as_bytes(), GLUE].concat();
    for (name, bytes) in [
        ("index.html", &b"<link rel=stylesheet href=/base-1.css>"[..]),
        ("base-1.css", b"@layer base { a { color: red } }"),
        ("icon-1.svg", include_bytes!("../../public/icon.svg")),
        ("embed.js", include_bytes!("../../public/embed.js")),
        ("schema/tool.json", include_bytes!("../../public/schema/tool.json")),
        ("shipside-app-1.js", &glue),
        ("shipside-app-1_bg.wasm", WASM),
    ] {
        fs::write(folder.join(name), bytes).unwrap();
    }
    site::copy_content(content, &folder.join("data")).unwrap();
}

/// Builds the site of that content for that base, into a folder that is not there yet.
pub fn build(content: &Path, base: &str, folder: &Path, version: u32) {
    stage(content, folder, version);
    let release = site::Release { base: base.to_owned(), cache: Path::new(env!("CARGO_TARGET_TMPDIR")).join("cards") };
    site::finish(content, folder, release).unwrap();
}

/// Builds the site of that content with a cache, in a style that has that colour.
pub fn build_kept(content: &Path, folder: &Path, cache: &Path, colour: &str) {
    stage(content, folder, 1);
    fs::write(folder.join("base-1.css"), format!("@layer base {{ a {{ color: {colour} }} }}")).unwrap();
    site::finish(content, folder, site::Release { base: "/".to_owned(), cache: cache.to_owned() }).unwrap();
}

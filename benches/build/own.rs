//! Shipside's own part: reading a folder, drawing its pages, writing them.

use super::memory;
use shipside::site::{Assets, Files, Folder, PageShell, Prerenderer, Sheets, Written, write_pages};
use std::{fs, path::Path, time::Instant};

/// Measures the site in a folder. Prints a row, and on a line of its own the kibibytes that drawing took beside the content.
pub fn measure(folder: &Path) -> Result<(), String> {
    let begun = Instant::now();
    let content = Folder::read(&folder.join("data")).map_err(|error| error.to_string())?;
    let read = begun.elapsed();
    let shell = shell(&content)?;
    let prerenderer = Prerenderer::new(&content, &shell);
    let held = memory::begin();
    let begun = Instant::now();
    let mut bytes = 0;
    for comparison in &content.comparisons {
        bytes += prerenderer
            .comparison(&comparison.value, &comparison.json, "/og.png")
            .map_err(|id| format!("no tool {id}"))?
            .len();
    }
    let drawn = begun.elapsed();
    let grown = memory::peak().zip(held).map(|(peak, held)| peak.saturating_sub(held));
    let begun = Instant::now();
    let written = write_all(&content, &shell, folder)?;
    let wrote = begun.elapsed();
    if written.bytes < bytes {
        return Err("Pages are missing.".to_owned());
    }
    let a_second = |pages: usize, time: std::time::Duration| pages as f64 / time.as_secs_f64();
    let mib = |kib: Option<u64>| kib.map_or_else(|| "—".to_owned(), |kib| format!("{:.1}", kib as f64 / 1024.0));
    println!(
        "{:>10}{:>16.0}{:>14}{:>16}{:>18.0}{:>12}\n{}",
        read.as_millis(),
        a_second(content.comparisons.len(), drawn),
        mib(held),
        mib(grown),
        a_second(written.pages, wrote),
        mib(memory::peak()),
        grown.map_or_else(String::new, |kib| kib.to_string()),
    );
    Ok(())
}

/// Reads the folder's content and writes its site, as a build does, cards and compression apart.
pub fn write(folder: &Path) -> Result<(), String> {
    let content = Folder::read(&folder.join("data")).map_err(|error| error.to_string())?;
    write_all(&content, &shell(&content)?, folder).map(|_| ())
}

fn write_all(content: &Folder, shell: &PageShell, folder: &Path) -> Result<Written, String> {
    let out = Files::new(&folder.join("site"), None);
    write_pages(content, shell, None, &out).map_err(|error| error.to_string())
}

/// What all pages have in common, with every stylesheet that a page that is read has.
fn shell(content: &Folder) -> Result<PageShell, String> {
    let [glue, wasm, icon, touch, manifest, builder] =
        ["js", "wasm", "svg", "png", "webmanifest", "b.js"].map(|it| format!("a.{it}"));
    let assets = Assets { glue, wasm, icon, touch, manifest, builder };
    let sheets = Sheets { all: style()?, ..Sheets::default() };
    PageShell::new("/", &sheets, &assets, &content.site.value).map_err(|error| error.to_string())
}

/// The stylesheets of pages that are read, in any order: only their size counts here.
fn style() -> Result<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let read = || {
        let mut style = String::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if !path.ends_with("embed.css") && !path.ends_with("builder.css") {
                style.push_str(&fs::read_to_string(path)?);
            }
        }
        Ok::<_, std::io::Error>(style)
    };
    read().map_err(|error| format!("{} cannot be read: {error}.", folder.display()))
}

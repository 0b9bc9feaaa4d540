//! The same site by Eleventy and Hugo: the same JSON in, pages that say the same out, in one run.

use super::{
    WRITE,
    generator::Generator,
    many,
    words::{difference, words},
};
use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

const COMPARISONS: usize = 1_000;
const TOOLS: usize = 400;
/// Of so many runs, after one that warms the file cache, the median counts.
const RUNS: usize = 3;
/// Comparisons whose pages are held against each other, word by word.
const LOOKED_AT: [usize; 3] = [0, 1, COMPARISONS - 1];

/// Builds the site by each generator that is here, and prints how fast each was.
pub fn compare(program: &Path, folder: &Path) -> Result<(), String> {
    let laid = |error: io::Error| format!("The content for other generators cannot be written: {error}.");
    many::write_of(&folder.join("data"), COMPARISONS, TOOLS).map_err(laid)?;
    let mut command = Command::new(program);
    command.env(WRITE, folder);
    let mut ours = Generator::new("Shipside", command, folder.join("site"));
    ours.build()?;
    lay_fixed(&ours, folder)?;
    let mut others: Vec<Generator> = [eleventy(folder), hugo(folder).map_err(laid)?].into_iter().flatten().collect();
    if others.is_empty() {
        println!("Eleventy and Hugo are left out: `cargo xtask bench` brings them.\n");
        return Ok(());
    }
    others.retain_mut(|other| {
        warmed(&ours, other).map_err(|reason| println!("The benchmark leaves {} out. {reason}", other.name)).is_ok()
    });
    for _ in 0..RUNS {
        for generator in std::iter::once(&mut ours).chain(&mut others) {
            let run = generator.build()?;
            generator.runs.push(run);
        }
    }
    report(&ours, &others)
}

/// Builds the site once, and says where a page does not say what ours says.
fn warmed(ours: &Generator, other: &mut Generator) -> Result<(), String> {
    other.build()?;
    for comparison in LOOKED_AT {
        if let Some(difference) = difference(&words(&ours.page(comparison)?), &words(&other.page(comparison)?)) {
            println!("{}’s page of comparison {comparison} differs from ours: {difference}.", other.name);
        }
    }
    Ok(())
}

fn report(ours: &Generator, others: &[Generator]) -> Result<(), String> {
    let size = format!("{COMPARISONS} comparisons");
    println!(
        "{size:<20}{:>10}{:>14}{:>12}{:>14}{:>22}",
        "seconds", "processor, s", "pages/s", "KiB a page", "Shipside’s pages/s"
    );
    for generator in std::iter::once(ours).chain(others) {
        let seconds = generator.median(ours, |run, _| run.seconds);
        let ratio = generator.median(ours, |run, our| run.seconds / our.seconds);
        println!(
            "{:<20}{seconds:>10.2}{:>14.2}{:>12.0}{:>14.1}{:>22}",
            generator.name,
            generator.median(ours, |run, _| run.processors),
            COMPARISONS as f64 / seconds,
            bytes(generator)? as f64 / 1024.0 / COMPARISONS as f64,
            format!("{ratio:.2} × its"),
        );
    }
    println!(
        "How: {TOOLS} tools; from the start of the process to its end, all cores, warm file cache, in turns; medians of {RUNS}, for ratios of those
within a round. Pages are those of comparisons, without cards and compressed copies; the words in their `main` are compared. In the same time
Shipside also checks what it reads, and writes a page for embeds and an oEmbed of each comparison, badges, feeds and the sitemap; benches/peers
says what else differs.\n"
    );
    Ok(())
}

/// Bytes of all comparisons' pages. All have to be there.
fn bytes(generator: &Generator) -> Result<usize, String> {
    (0..COMPARISONS).try_fold(0, |sum, comparison| Ok(sum + generator.page(comparison)?.len()))
}

/// Cuts out of one of our pages what stands in front of the title and behind the data: the same in all.
fn lay_fixed(ours: &Generator, folder: &Path) -> Result<(), String> {
    let page = ours.page(0)?;
    let opening = page.split_once("<title>").map(|(opening, _)| opening);
    let data = "<script type=\"application/json\"";
    let closing = page.split_once(data).and_then(|(_, rest)| rest.split_once("</script>")).map(|(_, closing)| closing);
    let (Some(opening), Some(closing)) = (opening, closing) else {
        return Err("Our page has no title, or no data.".to_owned());
    };
    let fixed = folder.join("fixed");
    let write = || {
        fs::create_dir_all(&fixed)?;
        fs::write(fixed.join("opening.html"), opening)?;
        fs::write(fixed.join("closing.html"), closing)
    };
    write().map_err(|error: io::Error| format!("{} cannot be written: {error}.", fixed.display()))
}

/// Eleventy, where its packages have been installed.
fn eleventy(folder: &Path) -> Option<Generator> {
    let installed = PathBuf::from(env::var_os("SHIPSIDE_ELEVENTY")?);
    let out = folder.join("eleventy");
    let mut command = Command::new("node");
    command.arg("node_modules/@11ty/eleventy/cmd.cjs").arg(format!("--output={}", out.display()));
    command.current_dir(installed).env("SHIPSIDE_PEER", folder);
    Some(Generator::new("Eleventy", command, out))
}

/// Hugo, where it is here. Its content has to be files of its own kind, with the JSON as their front matter.
fn hugo(folder: &Path) -> io::Result<Option<Generator>> {
    let Some(program) = env::var_os("SHIPSIDE_HUGO") else { return Ok(None) };
    let (source, out) = (folder.join("hugo"), folder.join("hugo-out"));
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/hugo"), &source)?;
    let content = source.join("content/compare");
    fs::create_dir_all(&content)?;
    for entry in fs::read_dir(folder.join("data/comparisons"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        fs::copy(&path, content.join(format!("{name}.md")))?;
    }
    let mut command = Command::new(program);
    command.arg("--quiet").arg("--source").arg(&source).arg("--destination").arg(&out);
    Ok(Some(Generator::new("Hugo", command, out)))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy(&path, &target)? } else { fs::copy(&path, target).map(|_| ())? }
    }
    Ok(())
}

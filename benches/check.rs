//! How long `shipside check` takes for 10,000 files: at most 2 seconds are promised, on one core. `cargo xtask bench` runs this.

use serde_json::{Value, json};
use shipside::editor;
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

const TOOLS: usize = 6_000;
const COMPARISONS: usize = 3_999;
/// The best of so many runs counts: the others tell how busy the machine is.
const RUNS: usize = 5;
const PROMISED: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let dir = std::env::temp_dir().join(format!("shipside-bench-{}", std::process::id()));
    let result = generate(&dir).map_err(|error| error.to_string()).and_then(|bytes| measure(&dir, bytes));
    fs::remove_dir_all(&dir).ok();
    match result {
        Ok(best) if best <= PROMISED => ExitCode::SUCCESS,
        Ok(_) => {
            eprintln!("That is more than the {PROMISED:?} that are promised.");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(dir: &Path, bytes: usize) -> Result<Duration, String> {
    let today = editor::today().ok_or("the clock shows no day")?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        let checked = editor::check(dir, today).map_err(|error| error.to_string())?;
        times.push(start.elapsed());
        if checked.files != TOOLS + COMPARISONS + 1 || checked.errors().next().is_some() {
            return Err(format!("{} files, {:?}", checked.files, checked.errors().next()));
        }
    }
    times.sort();
    let (best, worst) = (times.first().copied().unwrap_or_default(), times.last().copied().unwrap_or_default());
    println!(
        "Checking {} files, {} MB: {best:.2?} (best of {RUNS}, worst {worst:.2?}), one thread, files in the system's cache.\n",
        TOOLS + COMPARISONS + 1,
        bytes / 1_000_000
    );
    Ok(best)
}

/// Writes content like that which is published, thousands of times, each with words of its own.
fn generate(dir: &Path) -> io::Result<usize> {
    let published: PathBuf = [env!("CARGO_MANIFEST_DIR"), "public/data"].iter().collect();
    let read = |file: &str| fs::read_to_string(published.join(file));
    let site = read("site.json")?;
    let tool: Value = serde_json::from_str(&read("tools/aider.json")?)?;
    fs::create_dir_all(dir.join("tools"))?;
    fs::create_dir_all(dir.join("comparisons"))?;
    let mut bytes = site.len();
    fs::write(dir.join("site.json"), site)?;
    for n in 0..TOOLS {
        let mut tool = tool.clone();
        tool["id"] = format!("tool-{n}").into();
        tool["name"] = letters(n).into();
        for review in tool["reviews"].as_array_mut().into_iter().flatten() {
            let quote = review["quote"].as_str().unwrap_or_default();
            review["quote"] = quote.replace(". ", &format!(" {}. ", letters(n))).into();
        }
        let text = format!("{tool:#}\n");
        bytes += text.len();
        fs::write(dir.join(format!("tools/tool-{n}.json")), text)?;
    }
    for n in 0..COMPARISONS {
        let slug = format!("comparison-{n}");
        let tools = [format!("tool-{n}"), format!("tool-{}", n + 1), format!("tool-{}", n + 2000)];
        let text = json!({
            "schema": 1, "slug": slug, "tools": tools, "lede": "Three ways to do one thing.", "published": "2026-11-01",
        });
        let text = format!("{text:#}\n");
        bytes += text.len();
        fs::write(dir.join(format!("comparisons/{slug}.json")), text)?;
    }
    Ok(bytes)
}

/// A word of letters only: a number would be taken for a version.
fn letters(mut n: usize) -> String {
    let mut word = "Tool".to_owned();
    for _ in 0..4 {
        word.push(char::from(b'a' + (n % 26) as u8));
        n /= 26;
    }
    word
}

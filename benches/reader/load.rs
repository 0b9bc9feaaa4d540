//! From an address to a live page, on a slow line and a slow machine.

use crate::{
    COMPARISON,
    browser::{Browser, Driver, VIEW},
    figures::{median, number},
    files::BARE,
    host::Host,
};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How often each page is loaded, each time by a new browser.
const RUNS: usize = 3;
/// Bytes a second: 1.6 Mbit/s down, 0.75 Mbit/s up.
const LINE: (u32, u32) = (200_000, 93_750);
/// Milliseconds from a request to the first byte of its answer, at least.
const LATENCY: u32 = 150;
/// How many times more slowly the processor works.
pub const SLOWDOWN: f64 = 4.0;

/// What is told of a load: its name, and how the script calls it.
const MILESTONES: [(&str, &str); 8] = [
    ("requests", "requests"),
    ("bytes received", "bytes"),
    ("first contentful paint, ms", "painted"),
    ("largest contentful paint, ms", "largest"),
    ("content there, ms", "there"),
    ("app live, ms", "live"),
    ("blocking time, ms", "blocked"),
    ("layout shift", "shift"),
];

/// Loads the home page and a comparison, and tells the medians.
pub async fn measure(driver: &Driver, host: &Host) -> Result<String, String> {
    let (mut name, mut columns) = (String::new(), Vec::new());
    let bare = format!("{BARE}{COMPARISON}");
    for (path, content) in
        [("/", "ol.comparisons > li"), (COMPARISON, ".ballot button"), (bare.as_str(), ".ballot button")]
    {
        let mut runs: Vec<Value> = Vec::new();
        for _ in 0..RUNS {
            let run = async |browser: &Browser| {
                name = browser.name();
                load(browser, &host.url(path), content).await
            };
            runs.push(driver.with_browser(run).await?);
        }
        let median_of = |(_, key): &(&str, &str)| {
            let figures: Result<Vec<f64>, String> = runs.iter().map(|run| number(run, key)).collect();
            figures.map(|figures| median(&figures))
        };
        columns.push(MILESTONES.iter().map(median_of).collect::<Result<Vec<f64>, String>>()?);
    }
    let mut out = format!("{:<30}{:>12}{:>12}{:>16}\n", "Loading", "home", "comparison", "without scripts");
    for (row, (title, _)) in MILESTONES.iter().enumerate() {
        let figures = columns.iter().filter_map(|column| column.get(row));
        let digits = if *title == "layout shift" { 4 } else { 0 };
        let width = |column| if column < 2 { 12 } else { 16 };
        let cell = |(column, figure): (usize, &f64)| match figure {
            // No app, no time.
            figure if *figure < 0.0 => format!("{:>1$}", "—", width(column)),
            figure => format!("{figure:>0$.digits$}", width(column)),
        };
        let cells: String = figures.enumerate().map(cell).collect();
        let _ = writeln!(out, "{title:<30}{cells}");
    }
    let (width, height) = VIEW;
    let _ = writeln!(
        out,
        "How: {name}, headless, {width} × {height} px; {} Mbit/s, {LATENCY} ms before each answer, processor {SLOWDOWN} times slower (all by
the debugging protocol); a new profile each time, median of {RUNS}. Files come from this machine over HTTP/1.1, kept alive,
brotli-5. Bytes are what the browser counts: bodies, and 300 for the headers of each answer. Times count from the
navigation’s start: content is there with the first comparison, or the first vote button, in the page; the app is live when
it has taken over. Without scripts is the same comparison as the build writes it, and no script in it. Blocking time is what
tasks on the main thread take beyond 50 ms each. Layout shift is the sum of all shifts until a second after that.",
        f64::from(LINE.0) * 8.0 / 1e6,
    );
    Ok(out)
}

/// Makes the browser as slow as a phone, on a line as slow as a phone's.
pub async fn slow_like_a_phone(browser: &Browser) -> Result<(), String> {
    let (download, upload) = LINE;
    let line =
        json!({ "offline": false, "latency": LATENCY, "downloadThroughput": download, "uploadThroughput": upload });
    browser.devtools("Network.enable", json!({})).await?;
    browser.devtools("Network.emulateNetworkConditions", line).await?;
    browser.slow_down(SLOWDOWN).await
}

async fn load(browser: &Browser, url: &str, content: &str) -> Result<Value, String> {
    slow_like_a_phone(browser).await?;
    let observe = include_str!("observe.js").replace("SELECTOR", &json!(content).to_string());
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": observe })).await?;
    browser.open(url).await?;
    browser.promised(include_str!("milestones.js")).await
}

//! What an embed costs the post that it is in: requests and bytes, before and after the reader comes near, and the time that
//! the post's own thread is busy.

use crate::{
    COMPARISON,
    browser::{Browser, Driver},
    figures::{median, number},
    host::Host,
    load::SLOWDOWN,
};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How often each post is read, each time by a new browser.
const RUNS: usize = 3;
const WITHOUT: &str = "/post-without.html";
const WITH: &str = "/post-with.html";

/// The same post twice, by its path: without an embed, and with one far below, of the site at that origin.
pub fn pages(origin: &str) -> [(&'static str, String); 2] {
    let link = format!("<blockquote class=\"shipside\"><a href=\"{origin}{COMPARISON}\">A comparison</a></blockquote>");
    let loader = format!("<script async src=\"{origin}/embed.js\"></script>");
    let post = |link: &str, loader: &str| {
        let text =
            "<p>A paragraph of a post, as long as paragraphs of posts are, and then a little longer than that.</p>";
        format!(
            "<!doctype html><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>A post</title>\
             <link rel=\"icon\" href=\"data:,\"><script>addEventListener(\"shipside:ready\", () => window.ready = true)</script>\
             <h1>A post</h1>{}<div id=\"here\">{link}</div>{}{loader}",
            text.repeat(100),
            text.repeat(20),
        )
    };
    [(WITHOUT, post(&link.replace("class=\"shipside\"", ""), "")), (WITH, post(&link, &loader))]
}

/// Requests, bytes, and milliseconds of the post's main thread: far from the embed, and once it is there.
type Cost = [f64; 6];

const ROWS: [&str; 6] =
    ["requests, far", "bytes, far", "main thread, far, ms", "requests, near", "bytes, near", "main thread, near, ms"];

/// Reads both posts, and tells the medians.
pub async fn measure(driver: &Driver, host: &Host) -> Result<String, String> {
    let mut columns = Vec::new();
    for path in [WITHOUT, WITH] {
        let mut runs: Vec<Cost> = Vec::new();
        for _ in 0..RUNS {
            runs.push(driver.with_browser(async |browser| read(browser, host, path).await).await?);
        }
        let of = |row: usize| median(&runs.iter().filter_map(|run| run.get(row).copied()).collect::<Vec<_>>());
        columns.push((0..ROWS.len()).map(of).collect::<Vec<f64>>());
    }
    let mut out = format!("{:<30}{:>12}{:>12}\n", "Embedding", "without", "with");
    for (row, title) in ROWS.iter().enumerate() {
        let digits = usize::from(title.ends_with("ms"));
        let cells: String =
            columns.iter().filter_map(|column| column.get(row)).map(|it| format!("{it:>12.digits$}")).collect();
        let _ = writeln!(out, "{title:<30}{cells}");
    }
    let _ = writeln!(
        out,
        "How: the same post of 120 paragraphs with a link and with an embed, processor {SLOWDOWN} times slower, the line as it is; a new profile
each time, median of {RUNS}. Far: two seconds after the post was there, at its top. Near: all of that, and what followed until three
seconds after the embed had been scrolled to and was ready, the app inside it included. The host counts requests and bytes with
the heads of answers. The main thread is the post's: the embed, of another site, runs in another process.",
    );
    Ok(out)
}

async fn read(browser: &Browser, host: &Host, path: &str) -> Result<Cost, String> {
    let before = host.sent();
    browser.devtools("Performance.enable", json!({})).await?;
    browser.slow_down(SLOWDOWN).await?;
    browser.open(&host.url_elsewhere(path)).await?;
    let far = cost(browser, host, before, "await pause(2000)").await?;
    let wait = if path == WITH {
        "for (let waited = 0; !window.ready; waited += 100) {
           if (waited > 30000) throw 'the embed is not there';
           await pause(100);
         }"
    } else {
        ""
    };
    let near = format!("document.querySelector('#here').scrollIntoView(); {wait} await pause(3000)");
    let near = cost(browser, host, before, &near).await?;
    Ok([far[0], far[1], far[2], near[0], near[1], near[2]])
}

/// What all has cost when the script is through.
async fn cost(browser: &Browser, host: &Host, before: (usize, usize), script: &str) -> Result<[f64; 3], String> {
    let pause = "const pause = ms => new Promise(resume => setTimeout(resume, ms));";
    browser.promised(&format!("{pause} {script}; return null")).await?;
    let answer = browser.asked("Performance.getMetrics", json!({})).await?;
    let is_it = |metric: &&Value| metric["name"] == "TaskDuration";
    let busy = answer["metrics"].as_array().and_then(|all| all.iter().find(is_it)).cloned().unwrap_or_default();
    let (requests, bytes) = host.sent();
    Ok([(requests - before.0) as f64, (bytes - before.1) as f64, number(&busy, "value")? * 1000.0])
}

//! From a key in the home page's search to what it finds, on sites as large as they become.

use crate::{
    browser::{Browser, Driver},
    built::Built,
    figures::{median, number, numbers, worst},
    host::Host,
    large::Large,
    load::slow_like_a_phone,
    size::brotli,
    toggles::{METRICS, count, metrics, since},
};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Comparisons and tools of each site.
const SITES: [(usize, usize); 2] = [(1_000, 400), (10_000, 2_000)];
/// How often each site is searched, each time by a new browser.
const RUNS: usize = 5;
/// What is typed: two names, one of them mistyped; what tools do; and a made-up name.
const QUERIES: [&str; 3] = ["copilot vs cusor", "vector database", "walbel vs"];

/// What the sizes are called.
const SIZES: [&str; 3] = ["home, brotli-11 bytes", "index, bytes", "index, brotli-11 bytes"];
/// What is told of the first search: what it is called, and how the script calls it.
const FIRST: [(&str, &str); 2] = [("first result, ms", "first"), ("  longest task, ms", "longest")];
/// What is told of keys and filters, likewise.
const ACTS: [(&str, &str); 2] = [("a key", "keys"), ("a filter", "filters")];
/// And until when.
const COSTS: [(&str, &str); 3] = [("in the page", "found"), ("laid out", "laid"), ("drawn", "drawn")];

/// Searches, and tells the medians.
pub async fn measure(driver: &Driver, host: &Host, site: &Built) -> Result<String, String> {
    let (mut columns, mut slowest) = (Vec::new(), Vec::new());
    let (mut full, mut slowed) = (Vec::new(), Vec::new());
    for (comparisons, tools) in SITES {
        let large = Large::of(site, comparisons, tools)?;
        let mut column = sizes(&large)?;
        let pages = [("/index.html", large.home), ("/data/index.json", large.index)];
        let host = host.altered(pages.map(|(path, text)| (path.to_owned(), text)))?;
        let mut runs = Vec::new();
        for _ in 0..RUNS {
            let run = driver.with_browser(async |browser| search(browser, &host.url("/")).await).await?;
            full.extend(numbers(&run["full"])?);
            slowed.extend(numbers(&run["slowed"])?);
            runs.push(run);
        }
        for (_, name) in FIRST {
            let figures: Vec<f64> = runs.iter().map(|run| number(run, name)).collect::<Result<_, _>>()?;
            column.push(median(&figures));
        }
        for (_, acts) in ACTS {
            for (_, cost) in COSTS {
                let figures = medians(&runs, acts, cost)?;
                column.extend([median(&figures), worst(&figures)]);
            }
        }
        let keys = medians(&runs, "keys", "drawn")?;
        for at in counted() {
            let of_run = |run: &Value| numbers(&run["spent"]).map(|spent| spent.get(at).copied().unwrap_or(f64::NAN));
            let figures: Vec<f64> = runs.iter().map(of_run).collect::<Result<_, _>>()?;
            column.push(median(&figures) / keys.len() as f64);
        }
        let key = keys.iter().position(|key| *key == worst(&keys)).and_then(|at| typed().nth(at));
        slowest.push(format!("“{}” of {comparisons}", key.unwrap_or_default()));
        columns.push(column);
    }
    let mut out = table(&columns);
    let tools = SITES.map(|(_, tools)| tools.to_string()).join(" and ");
    let _ = writeln!(
        out,
        "How: the built home page with the front, and the index, of the site’s content and made-up tools and comparisons besides ({tools} tools).
Line and processor slow as for loading, a new profile each time, {RUNS} times. The first result counts from the focus of the search and its
first letter, with the index not yet asked for; the longest task is that of the main thread meanwhile. After that {} keys are typed, one by
one, and each category is chosen. Of each of them the median of all times counts, and the worst is the slowest of those medians. In the page is
from before the key until the elements are there; laid out adds style and layout; drawn adds the main thread’s part of the next frame, without
the wait for it. The slowest keys end {}. The last lines are Chromium’s own counters for all keys,
in processor time, divided by the number of keys. A fixed loop of JavaScript takes {:.0} ms here, {:.0} ms slowed down.",
        typed().count(),
        slowest.join(" and "),
        median(&full),
        median(&slowed),
    );
    Ok(out)
}

fn sizes(large: &Large) -> Result<Vec<f64>, String> {
    let squeezed = |text: &str| {
        let bytes = brotli(text.as_bytes(), 11);
        bytes.map(|it| it.len() as f64).map_err(|error| format!("A large site cannot be compressed: {error}."))
    };
    Ok(vec![squeezed(&large.home)?, large.index.len() as f64, squeezed(&large.index)?])
}

fn table(columns: &[Vec<f64>]) -> String {
    let plain = SIZES.into_iter().chain(FIRST.map(|(title, _)| title)).map(str::to_owned);
    let acts = ACTS.iter().flat_map(|(act, _)| {
        let rows = COSTS.iter().flat_map(|(until, _)| ["", ", worst"].map(|which| (*until, which)));
        rows.map(move |(until, which)| format!("{act} {until}{which}, ms"))
    });
    let spent = counted().filter_map(|at| METRICS.get(at)).map(|(_, title, ..)| format!("  of a key: {title}"));
    let heads: String = SITES.iter().map(|(comparisons, _)| format!("{comparisons:>12}")).collect();
    let mut out = format!("{:<34}{heads}\n", "Searching among comparisons");
    for (row, title) in plain.chain(acts).chain(spent).enumerate() {
        let digits = usize::from(row >= SIZES.len());
        let figures = columns.iter().filter_map(|column| column.get(row));
        let cells: String = figures.map(|figure| format!("{figure:>12.digits$}")).collect();
        let _ = writeln!(out, "{title:<34}{cells}");
    }
    out
}

/// Those of Chromium's counters that are times.
fn counted() -> impl Iterator<Item = usize> {
    METRICS.iter().enumerate().filter(|(_, (_, title, ..))| title.ends_with("ms")).map(|(at, _)| at)
}

/// What is in the search after each key.
fn typed() -> impl Iterator<Item = &'static str> {
    QUERIES.into_iter().flat_map(|query| (1..=query.len()).filter_map(|end| query.get(..end)))
}

/// What a search by a new browser took, and the fixed loop in it.
async fn search(browser: &Browser, url: &str) -> Result<Value, String> {
    let full = browser.promised(include_str!("loop.js")).await?;
    slow_like_a_phone(browser).await?;
    let slowed = browser.promised(include_str!("loop.js")).await?;
    count(browser).await?;
    browser.open(url).await?;
    let script = include_str!("searching.js").replace("QUERIES", &json!(QUERIES).to_string());
    let mut run = browser.promised(&script).await?;
    let before = metrics(browser).await?;
    run["keys"] = browser.promised("return await searching.keys()").await?;
    run["spent"] = since(browser, &before).await?.into();
    run["filters"] = browser.promised("return await searching.filters()").await?;
    (run["full"], run["slowed"]) = (full, slowed);
    Ok(run)
}

/// Of each act, the median of that cost in all runs.
fn medians(runs: &[Value], acts: &str, cost: &str) -> Result<Vec<f64>, String> {
    let count = runs.first().and_then(|run| run[acts].as_array()).map_or(0, Vec::len);
    let of_act = |at: usize| runs.iter().map(|run| number(&run[acts][at], cost)).collect::<Result<Vec<f64>, _>>();
    (0..count).map(|at| of_act(at).map(|figures| median(&figures))).collect()
}

//! Many votes and many mutes, each laid out before the next: Shipside beside React, in turns, in one browser.

use crate::{
    browser::{Browser, Driver},
    figures::number,
    host::Host,
    peer::{Peer, head, line},
};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How often each page is opened and toggled.
const ROUNDS: usize = 7;
/// Clicks of each kind in a round.
const CLICKS: usize = 200;

/// What is clicked: its name here, and in the script.
const KINDS: [&str; 2] = ["votes", "mutes"];
/// What Chromium counts besides: its name, its unit in what is told, and the digits worth telling.
pub const METRICS: [(&str, &str, f64, usize); 6] = [
    ("LayoutCount", "layouts", 1.0, 0),
    ("RecalcStyleCount", "styles computed", 1.0, 0),
    ("ScriptDuration", "script, ms", 1000.0, 1),
    ("RecalcStyleDuration", "style, ms", 1000.0, 1),
    ("LayoutDuration", "layout, ms", 1000.0, 1),
    ("TaskDuration", "all tasks, ms", 1000.0, 1),
];

/// One kind of click in one round: the time until all were laid out, then the metrics.
type Costs = Vec<f64>;

/// What a page has in it: the two must agree, or they are not compared.
struct Content {
    nodes: f64,
    height: f64,
    words: String,
}

/// Toggles, and tells the medians and their ratios.
pub async fn measure(driver: &Driver, host: &Host, peer: &Peer) -> Result<String, String> {
    let pages = peer.pages();
    let (contents, rounds) = driver.with_browser(async |browser| all_rounds(browser, host, &pages).await).await?;
    let mut out = head("Toggling", &pages);
    let of_contents = |of: fn(&Content) -> f64| contents.iter().map(|content| vec![of(content)]).collect::<Vec<_>>();
    out += &line("nodes", &of_contents(|content| content.nodes), 0);
    out += &line("height, px", &of_contents(|content| content.height), 0);
    let costs = |kind: usize, cost: usize| -> Vec<Vec<f64>> {
        rounds.iter().map(|page| page.iter().map(|round| round[kind][cost]).collect()).collect()
    };
    for (kind, name) in KINDS.iter().enumerate() {
        out += &line(&format!("{CLICKS} {name}, ms"), &costs(kind, 0), 1);
        for (at, (_, title, _, digits)) in METRICS.iter().enumerate() {
            out += &line(&format!("  {title}"), &costs(kind, at + 1), *digits);
        }
    }
    let _ = write!(
        out,
        "How: one browser as large as a phone, at full speed; the pages in turns, opened anew each time, median of {ROUNDS}. The time is the sum
over {CLICKS} clicks, from before a click until what follows from it is in the page and laid out (`document.body.offsetHeight`).
Between clicks the browser gets a turn, so that the address is written as it is in use. The lines below a time are Chromium’s
own counters for the whole, those turns included, in processor time. A ratio is the median of the rounds’ ratios."
    );
    if pages.len() < 2 {
        out += "\nThe React page is left out: it could not be built.";
    }
    out.push('\n');
    Ok(out)
}

/// What each page has in it, and what each round on it cost.
type Measured = (Vec<Content>, Vec<Vec<[Costs; 2]>>);

async fn all_rounds(browser: &Browser, host: &Host, pages: &[(&str, &str)]) -> Result<Measured, String> {
    count(browser).await?;
    let (mut contents, mut rounds) = (Vec::new(), vec![Vec::new(); pages.len()]);
    for round in 0..ROUNDS {
        // Neither page comes first every time.
        let turns: Vec<usize> = (0..pages.len()).map(|turn| (turn + round) % pages.len()).collect();
        for at in turns {
            let path = pages[at].1;
            browser.open(&host.url(path)).await?;
            let content = browser.promised(include_str!("toggles.js")).await?;
            if round == 0 {
                // The first round's turns are in order.
                contents.push(Content {
                    nodes: number(&content, "nodes")?,
                    height: number(&content, "height")?,
                    words: content["words"].as_str().unwrap_or_default().to_owned(),
                });
            }
            let votes = toggle(browser, KINDS[0]).await?;
            let mutes = toggle(browser, KINDS[1]).await?;
            rounds[at].push([votes, mutes]);
            // The next page has no ballots to begin with, either.
            browser.promised("localStorage.clear(); return null").await?;
        }
        if let [ours, theirs] = contents.as_slice() {
            compared(ours, theirs)?;
        }
    }
    Ok((contents, rounds))
}

async fn toggle(browser: &Browser, kind: &str) -> Result<Costs, String> {
    let before = metrics(browser).await?;
    let time = browser.promised(&format!("return {{ time: await toggles.{kind}({CLICKS}) }}")).await?;
    let spent = since(browser, &before).await?;
    Ok([number(&time, "time")?].into_iter().chain(spent).collect())
}

/// From now on Chromium counts, in processor time: what else the machine does is not in it.
pub async fn count(browser: &Browser) -> Result<(), String> {
    browser.devtools("Performance.enable", json!({ "timeDomain": "threadTicks" })).await
}

/// What Chromium has counted so far, in its own units.
pub async fn metrics(browser: &Browser) -> Result<Vec<f64>, String> {
    let answer = browser.asked("Performance.getMetrics", json!({})).await?;
    let of = |(name, ..): &(&str, &str, f64, usize)| {
        let all = answer["metrics"].as_array();
        let metric: Option<&Value> = all.and_then(|all| all.iter().find(|metric| metric["name"] == *name));
        number(metric.unwrap_or(&Value::Null), "value").map_err(|_| format!("Chromium does not count {name}."))
    };
    METRICS.iter().map(of).collect()
}

/// What it has counted since then, in the units that are told.
pub async fn since(browser: &Browser, before: &[f64]) -> Result<Vec<f64>, String> {
    let after = metrics(browser).await?;
    Ok(METRICS
        .iter()
        .zip(before.iter().zip(&after))
        .map(|((.., scale, _), (then, now))| (now - then) * scale)
        .collect())
}

/// Says where two pages differ that are to be the same.
fn compared(ours: &Content, theirs: &Content) -> Result<(), String> {
    let apart = |a: f64, b: f64, part: f64| (a - b).abs() > part * a.max(b);
    let at = ours.words.chars().zip(theirs.words.chars()).take_while(|(a, b)| a == b).count();
    let here = |words: &str| words.chars().skip(at.saturating_sub(20)).take(60).collect::<String>();
    let sentence = if ours.words != theirs.words {
        format!("Shipside says “{}”, React “{}”", here(&ours.words), here(&theirs.words))
    } else if apart(ours.nodes, theirs.nodes, 0.05) {
        format!("Shipside has {} nodes, React {}", ours.nodes, theirs.nodes)
    } else if apart(ours.height, theirs.height, 0.01) {
        format!("Shipside is {} px high, React {} px", ours.height, theirs.height)
    } else {
        return Ok(());
    };
    Err(format!("The pages are no longer the same: {sentence}. Let benches/peers/react follow."))
}

//! From a click to what it changes in the page: votes, and reviewers who are left out of the panel.

use crate::{
    COMPARISON,
    browser::{Browser, Driver},
    figures::{median, numbers, worst},
    host::Host,
    load::SLOWDOWN,
};
use std::fmt::Write as _;

/// Clicks in a comparison, and tells how long each kind takes.
pub async fn measure(driver: &Driver, host: &Host) -> Result<String, String> {
    driver.with_browser(async |browser| clicks(browser, &host.url(COMPARISON)).await).await
}

async fn clicks(browser: &Browser, url: &str) -> Result<String, String> {
    browser.open(url).await?;
    let full = numbers(&browser.promised(include_str!("loop.js")).await?)?;
    browser.slow_down(SLOWDOWN).await?;
    let slowed = numbers(&browser.promised(include_str!("loop.js")).await?)?;
    let answer = browser.promised(include_str!("acts.js")).await?;
    let mut out = format!("{:<30}{:>12}{:>12}\n", "Acting, ms", "median", "worst");
    let mut clicks = 0;
    for act in ["vote", "mute"] {
        let times = numbers(&answer[act])?;
        clicks = times.len();
        let _ = writeln!(out, "{act:<30}{:>12.1}{:>12.1}", median(&times), worst(&times));
    }
    let _ = writeln!(
        out,
        "How: {clicks} clicks each, one after another, with the processor {SLOWDOWN} times slower and the line as it is; from before the click
until the page’s elements say it (a vote: the button and the count; a mute: the panel’s marks), without layout and paint.
The clock ticks every 0.1 ms. A fixed loop of JavaScript takes {:.0} ms here, {:.0} ms slowed down.",
        median(&full),
        median(&slowed),
    );
    Ok(out)
}

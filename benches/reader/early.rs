//! From the navigation until a vote is stored that was pressed before the page was live: Shipside beside React, in turns.

use crate::{
    browser::{Browser, Driver},
    figures::number,
    host::Host,
    load::slow_like_a_phone,
    peer::{Peer, head, line},
};
use serde_json::{Value, json};

/// How often each page is loaded, each time by a new browser.
const RUNS: usize = 7;

/// What is told of a load: its title, and how the script calls it.
const TIMES: [(&str, &str); 3] = [("pressed, ms", "pressed"), ("page live, ms", "live"), ("vote stored, ms", "stored")];

/// Votes as early as can be, and tells the medians and their ratio.
pub async fn measure(driver: &Driver, host: &Host, peer: &Peer) -> Result<String, String> {
    let pages = peer.pages();
    let mut runs: Vec<Vec<Value>> = vec![Vec::new(); pages.len()];
    for _ in 0..RUNS {
        for (at, (_, path)) in pages.iter().enumerate() {
            runs[at].push(driver.with_browser(async |browser| vote(browser, &host.url(path)).await).await?);
        }
    }
    let mut out = head("An early vote", &pages);
    for (title, key) in TIMES {
        let of_page = |runs: &Vec<Value>| runs.iter().map(|run| number(run, key)).collect();
        out += &line(title, &runs.iter().map(of_page).collect::<Result<Vec<Vec<f64>>, String>>()?, 0);
    }
    out += &format!(
        "How: line and processor slow as for loading, a new profile each time, the pages in turns, median of {RUNS}. “Ship” is pressed once, as soon as
the first card is in the page. On both pages a script in the head notes it. Shipside’s own script stores it before the WebAssembly is
there, and the page is live once that counts it; React casts it in the layout effect of its hydration. Times count from the navigation’s start, until `localStorage` has the vote."
    );
    if pages.len() < 2 {
        out += "\nThe React page is left out: it could not be built.";
    }
    out.push('\n');
    Ok(out)
}

async fn vote(browser: &Browser, url: &str) -> Result<Value, String> {
    slow_like_a_phone(browser).await?;
    let source = include_str!("early.js");
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    browser.open(url).await?;
    browser
        .promised(
            "for (let waited = 0; voted.stored === null || voted.live === null; waited += 100) {
               if (waited > 60000) throw `after a minute the vote is not stored: ${JSON.stringify(voted)}`;
               await new Promise((resume) => setTimeout(resume, 100));
             }
             return voted",
        )
        .await
}

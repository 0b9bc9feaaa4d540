//! From a vote to its figure, where votes are shared and where they are not: the same page, in turns.

use crate::{
    COMPARISON,
    browser::{Browser, Driver},
    built::Built,
    figures::number,
    host::Host,
    load::SLOWDOWN,
    peer::{head, line},
};
use serde_json::{Value, json};
use std::net::TcpListener;

/// How often each page is opened and voted on, each time by a new browser.
const ROUNDS: usize = 7;

/// What is told: what it is called, and how the script calls it.
const TIMES: [(&str, &str); 2] = [("figure in the page, ms", "shown"), ("figure laid out, ms", "laid")];

/// Votes, and tells the medians and their ratio.
pub async fn measure(driver: &Driver, host: &Host, site: &Built) -> Result<String, String> {
    let path = format!("{COMPARISON}index.html");
    let page = shared(&site.text(path.trim_start_matches('/'))?, &closed()?)?;
    let sharing = host.altered([(path, page)])?;
    let pages = [("shared", &sharing), ("local", host)];
    let mut rounds: [Vec<Value>; 2] = Default::default();
    for round in 0..ROUNDS {
        // Neither page comes first every time.
        for turn in 0..pages.len() {
            let at = (turn + round) % pages.len();
            let (name, host) = pages[at];
            let vote = async |browser: &Browser| vote(browser, &host.url(COMPARISON), name == "shared").await;
            rounds[at].push(driver.with_browser(vote).await?);
        }
    }
    let mut out = head("Sharing", &pages.map(|(name, _)| (name, COMPARISON)));
    for (title, key) in TIMES {
        let of_page = |rounds: &Vec<Value>| rounds.iter().map(|round| number(round, key)).collect();
        out += &line(title, &rounds.iter().map(of_page).collect::<Result<Vec<Vec<f64>>, String>>()?, 2);
    }
    out += &format!(
        "How: from before a press of “Ship”, which votes or withdraws, until the community figure says it; the processor {SLOWDOWN} times slower, the line as it is. The same page
in turns, {ROUNDS} times, a new profile each time; of each time the median of its presses, of those the median; a ratio is the median of the ratios
within a round. The server of shared votes does not answer, so that votes wait: figures do not wait for it.\n"
    );
    Ok(out)
}

async fn vote(browser: &Browser, url: &str, is_shared: bool) -> Result<Value, String> {
    browser.open(url).await?;
    browser.slow_down(SLOWDOWN).await?;
    browser.promised(&include_str!("sharing.js").replace("SHARED", &is_shared.to_string())).await
}

/// The address of a server that is not there.
fn closed() -> Result<String, String> {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    free.map(|address| format!("http://{address}")).map_err(|error| format!("There is no free port: {error}."))
}

/// The page of a site that shares its votes there.
fn shared(page: &str, url: &str) -> Result<String, String> {
    let here = format!("\"votes\":{}", json!({ "backend": "postgrest", "url": url }));
    let alterations = [
        ("\"votes\":{\"backend\":\"local\"}", here.as_str()),
        ("class=\"tally\"", "class=\"tally shared\""),
        (">This browser only</span>", ">Everybody’s votes</span>"),
        (">No votes yet</span>", ">Votes are being asked for.</span>"),
    ];
    alterations.into_iter().try_fold(page.to_owned(), |page, (local, shared)| {
        if page.contains(local) {
            Ok(page.replace(local, shared))
        } else {
            Err(format!("The page has no “{local}”."))
        }
    })
}

//! What reading a comparison costs: the bytes of the built site, how long a phone on a slow line waits for it, and how long a
//! vote and a muted reviewer take, what an embed costs the post that it is in, how votes and mutes compare with React's, how long a
//! key takes in the search of a large site, and what votes take that are shared.
//! `cargo xtask bench` builds the site and the React page, and runs this in Chromium. Arguments name the parts to run.

#[path = "reader/acts.rs"]
mod acts;
#[path = "reader/browser.rs"]
mod browser;
#[path = "../tests/bytes/built.rs"]
mod built;
#[path = "reader/early.rs"]
mod early;
#[path = "reader/figures.rs"]
mod figures;
#[path = "reader/files.rs"]
mod files;
#[path = "reader/host.rs"]
mod host;
#[path = "reader/large.rs"]
mod large;
#[path = "reader/load.rs"]
mod load;
#[path = "../tests/browser/media_type.rs"]
mod media_type;
#[path = "reader/peer.rs"]
mod peer;
#[path = "reader/post.rs"]
mod post;
#[path = "reader/searching.rs"]
mod searching;
#[path = "reader/sharing.rs"]
mod sharing;
#[path = "../tests/bytes/size.rs"]
mod size;
#[path = "reader/toggles.rs"]
mod toggles;

use browser::Driver;
use host::Host;
use peer::Peer;
use std::process::ExitCode;

/// The comparison that is loaded and voted in.
const COMPARISON: &str = "/compare/smolvlm2-turbo-vs-mistral-medium-3/";

/// What can be asked for by name; without names, all of it.
const PARTS: [&str; 8] = ["bytes", "loading", "acting", "embedding", "toggling", "early", "searching", "sharing"];

fn main() -> ExitCode {
    // Cargo says that it is a benchmark; there is nothing else to say.
    let parts: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let Some(word) = parts.iter().find(|word| !PARTS.contains(&word.as_str())) {
        eprintln!("This benchmark does not take “{word}”: it takes {}.", PARTS.join(", "));
        return ExitCode::from(2);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(measure(&parts)),
        Err(error) => Err(format!("Nothing can be run: {error}.")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(parts: &[String]) -> Result<(), String> {
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|it| it == part);
    let site = built::Built::here()?;
    if wanted("bytes") {
        println!("{}", size::table(&size::of_site(&site)?));
    }
    let peer = Peer::here();
    let host = Host::start(&site.folder, &peer.folders())?;
    let driver = Driver::start()?;
    if wanted("loading") {
        println!("{}", load::measure(&driver, &host).await?);
    }
    if wanted("acting") {
        println!("{}", acts::measure(&driver, &host).await?);
    }
    if wanted("embedding") {
        println!("{}", post::measure(&driver, &host).await?);
    }
    if wanted("toggling") {
        println!("{}", toggles::measure(&driver, &host, &peer).await?);
    }
    if wanted("early") {
        println!("{}", early::measure(&driver, &host, &peer).await?);
    }
    if wanted("searching") {
        println!("{}", searching::measure(&driver, &host, &site).await?);
    }
    if wanted("sharing") {
        println!("{}", sharing::measure(&driver, &host, &site).await?);
    }
    Ok(())
}

//! What reading a comparison costs: the bytes of the built site, how long a phone on a slow line waits for it, and how long a
//! vote and a muted reviewer take, what an embed costs the post that it is in. `cargo xtask bench` builds the site and runs this in Chromium.

#[path = "reader/acts.rs"]
mod acts;
#[path = "reader/browser.rs"]
mod browser;
#[path = "../tests/bytes/built.rs"]
mod built;
#[path = "reader/figures.rs"]
mod figures;
#[path = "reader/host.rs"]
mod host;
#[path = "reader/load.rs"]
mod load;
#[path = "reader/post.rs"]
mod post;
#[path = "../tests/bytes/size.rs"]
mod size;

use browser::Driver;
use host::Host;
use std::process::ExitCode;

/// The comparison that is loaded and voted in.
const COMPARISON: &str = "/compare/smolvlm2-turbo-vs-mistral-medium-3/";

fn main() -> ExitCode {
    // Cargo says that it is a benchmark; there is nothing else to say.
    if let Some(word) = std::env::args().skip(1).find(|word| word != "--bench") {
        eprintln!("This benchmark does not take “{word}”: it takes nothing.");
        return ExitCode::from(2);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(measure()),
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

async fn measure() -> Result<(), String> {
    let site = built::Built::here()?;
    println!("{}", size::table(&size::of_site(&site)?));
    let host = Host::start(&site.folder)?;
    let driver = Driver::start()?;
    println!("{}", load::measure(&driver, &host).await?);
    println!("{}", acts::measure(&driver, &host).await?);
    println!("{}", post::measure(&driver, &host).await?);
    Ok(())
}

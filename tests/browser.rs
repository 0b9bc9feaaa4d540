//! Journeys through the built site in real browsers: every journey once in every engine that SHIPSIDE_ENGINES names.
//!
//! `cargo xtask test --only browser` builds the site, finds the browsers and runs this; what follows `--` chooses journeys by
//! their names, like `firefox` or `vote`. A journey that fails leaves a screenshot and the page in target/browser-failures/.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails may panic")]

#[path = "browser/answer.rs"]
mod answer;
#[path = "browser/engine.rs"]
mod engine;
#[path = "browser/files.rs"]
mod files;
#[path = "browser/html.rs"]
mod html;
#[path = "browser/journeys/mod.rs"]
mod journeys;
#[path = "browser/media_type.rs"]
mod media_type;
#[path = "browser/mutate.rs"]
mod mutate;
#[path = "browser/page.rs"]
mod page;
#[path = "browser/post.rs"]
mod post;
#[path = "browser/process.rs"]
mod process;
#[path = "browser/published.rs"]
mod published;
#[path = "browser/reader.rs"]
mod reader;
#[path = "browser/run.rs"]
mod run;
#[path = "browser/server.rs"]
mod server;
// Shared with `cargo xtask votes`, which prints more of it and uses less.
#[cfg(unix)]
#[allow(dead_code, reason = "each user of this file needs a part of it")]
#[path = "../xtask/src/votes/servers.rs"]
mod servers;
#[path = "browser/vendor.rs"]
mod vendor;

use engine::{Engine, Kind};
use files::Files;
use libtest_mimic::{Arguments, Trial};
use std::{env, path::Path, process::ExitCode, sync::Arc};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let (engines, files) = match setup() {
        Ok(setup) => setup,
        Err(sentence) => {
            eprintln!("{sentence} `cargo xtask test --only browser` prepares everything.");
            return ExitCode::FAILURE;
        }
    };
    run::keep_panics_quiet();
    // One journey at a time in each engine, all engines at once.
    arguments.test_threads = arguments.test_threads.or(Some(engines.len()));
    let mut trials = Vec::new();
    for journey in journeys::all() {
        for engine in engines.iter().filter(|engine| journey.engines.contains(&engine.kind)) {
            let (engine, files) = (engine.clone(), files.clone());
            let name = format!("{}::{}", engine.kind.name(), journey.name);
            trials.push(Trial::test(name, move || run::journey(&engine, &files, &journey)));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    engines.iter().for_each(|engine| engine.close());
    conclusion.exit_code()
}

/// What the environment says, or the sentence that says what it lacks.
fn setup() -> Result<(Vec<Arc<Engine>>, Arc<Files>), String> {
    let site = env::var("SHIPSIDE_SITE").map_err(|_| "SHIPSIDE_SITE does not name the folder of the built site.")?;
    let files = Files::read(site.as_ref()).map_err(|error| format!("The site in {site} cannot be read ({error})."))?;
    if files.get("/index.html").is_none() {
        return Err(format!("The folder {site} holds no built site: it has no index.html."));
    }
    let names = env::var("SHIPSIDE_ENGINES").map_err(|_| "SHIPSIDE_ENGINES does not say which browsers to run in.")?;
    if env::var_os("SHIPSIDE_AXE").is_none_or(|script| !Path::new(&script).is_file()) {
        return Err("SHIPSIDE_AXE does not name the script of axe-core.".to_owned());
    }
    let kind = |name: &str| {
        let known = Kind::ALL.into_iter().find(|kind| kind.name() == name.trim());
        known.ok_or_else(|| format!("SHIPSIDE_ENGINES names “{name}”; the engines are chromium, firefox and webkit."))
    };
    let engines = names.split(',').map(|name| Ok(Arc::new(Engine::new(kind(name)?)))).collect::<Result<_, String>>()?;
    Ok((engines, Arc::new(files)))
}

//! Running one journey: a host and a browser of its own, and what is left behind when it fails.

use super::{
    engine::{Driver, Engine, Kind},
    files::Files,
    journeys::Journey,
    reader::{Reader, wait},
    server::Server,
};
use libtest_mimic::Failed;
use serde_json::json;
use std::{
    cell::{Cell, RefCell},
    fs,
    panic::{AssertUnwindSafe, catch_unwind, set_hook},
    path::Path,
    sync::{Arc, atomic::Ordering},
};

thread_local! {
    /// What the last panic of this thread said, and where.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Failures in one engine after which the other journeys are not run: each waits patiently for what will not come.
const ENOUGH: usize = 8;

/// Panics are how journeys fail: they are told once, with the journey, instead of at once and among others.
pub fn keep_panics_quiet() {
    set_hook(Box::new(|panic| {
        let said = panic.payload_as_str().unwrap_or("it panicked");
        let place = panic.location().map_or_else(String::new, |place| format!("{}:{}", place.file(), place.line()));
        PANIC.set(format!("{said}\n  at {place}"));
    }));
}

/// Runs a journey in an engine, unless too many have failed there.
pub fn journey(engine: &Engine, files: &Arc<Files>, journey: &Journey) -> Result<(), Failed> {
    let mut driver = engine.turn();
    if engine.failed.load(Ordering::Relaxed) >= ENOUGH {
        return Err(format!("not run: {ENOUGH} journeys have failed in {}", engine.kind.name()).into());
    }
    let mut outcome = run(engine, &mut driver, files, journey);
    if let Err(Failure { has_ended: true, .. }) = outcome {
        eprintln!("{} ended while it ran {}, which runs once more.", engine.kind.name(), journey.name);
        outcome = run(engine, &mut driver, files, journey);
    }
    engine.failed.fetch_add(usize::from(outcome.is_err()), Ordering::Relaxed);
    outcome.map_err(|failure| failure.said.into())
}

/// Why a journey failed.
struct Failure {
    said: String,
    /// Whether its browser answers no more. Engines end by themselves now and then, on a machine that is short of memory for one; what
    /// ends one each time fails all the same.
    has_ended: bool,
}

fn run(engine: &Engine, driver: &mut Option<Driver>, files: &Arc<Files>, journey: &Journey) -> Result<(), Failure> {
    let site = Server::start(files);
    site.runs_first(
        "window.broken = [];
         addEventListener('error', event => event.message && broken.push(event.message));
         addEventListener('unhandledrejection', event => broken.push(String(event.reason)));
         addEventListener('securitypolicyviolation', event => broken.push(`${event.effectiveDirective} ${event.blockedURI}`));",
    );
    let opened = wait(engine.browser(driver)).and_then(|opened| opened);
    let client = opened.map_err(|said| Failure { said, has_ended: false })?;
    let reader = Reader {
        engine: engine.kind,
        client,
        site,
        failures_expected: Cell::new(false),
        complaints_expected: RefCell::default(),
    };
    let whole = || {
        (journey.run)(&reader);
        nothing_to_complain_about(&reader);
    };
    let outcome = catch_unwind(AssertUnwindSafe(whole)).map_err(|_| {
        let left = leave_behind(&reader, &format!("{}-{}", engine.kind.name(), journey.name));
        let has_ended = left.is_none();
        let left = left.unwrap_or_else(|| "(the browser gave no screenshot)".to_owned());
        Failure { said: format!("{}\n  {left}", PANIC.take()), has_ended }
    });
    if let (Ok(()), Some(driver)) = (&outcome, driver.as_mut()) {
        driver.browser = Some(reader.client);
    } else if !matches!(wait(reader.client.close()), Ok(Ok(()))) {
        // A driver that no longer answers is replaced.
        *driver = None;
    }
    outcome
}

/// No script failed. The console of Chromium, the one engine whose driver shows it, holds no error that is not expected.
fn nothing_to_complain_about(reader: &Reader) {
    reader.saw_nothing_break();
    if reader.engine != Kind::Chromium {
        return;
    }
    let log = reader.vendor("se/log", json!({ "type": "browser" }));
    let is_expected = |entry: &&serde_json::Value| {
        let message = entry["message"].as_str().unwrap_or_default();
        entry["level"] != "SEVERE"
            || (entry["source"] == "network" && reader.failures_expected.get())
            // The host of this journey is there until it ends: that was the one before, whose page fetched ahead to the last.
            || message.contains("net::ERR_CONNECTION_REFUSED")
            || reader.complaints_expected.borrow().iter().any(|part| message.contains(part))
    };
    let entries = log.as_array().cloned().unwrap_or_default();
    let unexpected: Vec<_> =
        entries.iter().filter(|entry| !is_expected(entry)).map(|entry| &entry["message"]).collect();
    assert!(unexpected.is_empty(), "errors on the console: {unexpected:#?}");
}

/// Saves what the browser shows, and says where; nothing if it answers no more.
fn leave_behind(reader: &Reader, name: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser-failures");
    let picture = folder.join(format!("{name}.png"));
    let saved = fs::create_dir_all(&folder).is_ok()
        && matches!(wait(reader.client.screenshot()), Ok(Ok(png)) if fs::write(&picture, &png).is_ok())
        && matches!(wait(reader.client.source()), Ok(Ok(html)) if fs::write(picture.with_extension("html"), &html).is_ok());
    saved.then(|| format!("see target/browser-failures/{name}.png and .html"))
}

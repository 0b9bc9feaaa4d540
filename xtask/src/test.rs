//! `cargo xtask test`: every test, in the order in which a failure is cheapest to hear of.

use std::process::Command;

use crate::args::{Part, TestRequest};
use crate::browsers::{self, Browser, Engine, Engines};
use crate::child;
use crate::failure::Failure;
use crate::machine::{Machine, is_ci};
use crate::report::Report;
use crate::site;
use crate::suite::Suite;
use crate::tools::{self, Apt, npm};
#[cfg(unix)]
use crate::votes::{programs, servers::Servers};

/// The crate of elements: its tests `views` and its examples run natively, its tests `browser` in Chromium.
const VIEW_LIBRARY: &str = "elements";

/// The variables by which a person may have chosen another driver: the runner of component tests would prefer each to ours.
const OTHER_DRIVERS: [&str; 7] = [
    "GECKODRIVER",
    "GECKODRIVER_REMOTE",
    "SAFARIDRIVER",
    "SAFARIDRIVER_REMOTE",
    "CHROMEDRIVER_REMOTE",
    "MSEDGEDRIVER",
    "MSEDGEDRIVER_REMOTE",
];

/// Installs what the chosen parts need, runs them, and sums up.
pub fn run(machine: &mut Machine, request: &TestRequest) -> Result<(), Failure> {
    let suite = Suite::in_folder(&machine.root().join("tests"))?;
    let mut report = Report::start();
    if request.includes(Part::Native) {
        native(machine, &suite, &mut report)?;
    }
    if request.includes(Part::Votes) {
        votes(machine, &suite, &mut report)?;
    }
    if request.includes(Part::Components) {
        components(machine, &suite, &mut report)?;
    }
    if request.includes(Part::Browser) {
        built_site(machine, &suite, request, &mut report)?;
    }
    report.print();
    Ok(())
}

fn native(machine: &Machine, suite: &Suite, report: &mut Report) -> Result<(), Failure> {
    report.step("model and content without the web", "cargo check --lib --bins", || {
        child::run(machine.cargo().args(["check", "--lib", "--bins"]))
    })?;
    report.step("native tests", "cargo xtask test --only native", || {
        child::run(machine.cargo().args(native_args(suite)))?;
        child::run(machine.cargo().args(["test", "--package", VIEW_LIBRARY, "--doc"]))
    })
}

/// One invocation for all, so that cargo compiles what they share in parallel.
fn native_args(suite: &Suite) -> Vec<&str> {
    let everything = ["test", "--features", "ssr", "--workspace", "--no-fail-fast", "--lib", "--bins"];
    let targets = suite.native.iter().map(String::as_str).chain(["views"]);
    everything.into_iter().chain(targets.flat_map(|name| ["--test", name])).collect()
}

#[cfg(unix)]
fn votes(machine: &Machine, suite: &Suite, report: &mut Report) -> Result<(), Failure> {
    if !suite.votes {
        report.note("No tests of shared votes: tests/votes.rs does not exist.".to_owned());
        return Ok(());
    }
    let programs = programs::ensure(machine, Apt::on(machine).as_ref()).map_err(|cause| {
        Failure::new(format!("{cause} The other parts: `cargo xtask test --only native,components,browser`."))
    })?;
    report.step("shared votes, with PostgreSQL and PostgREST", "cargo xtask test --only votes", || {
        let mut command = machine.cargo();
        command.args(["test", "--features", "ssr", "--no-fail-fast", "--test", "votes"]);
        child::run(command.envs(programs::environment(&programs)))
    })
}

#[cfg(not(unix))]
fn votes(_: &Machine, _: &Suite, report: &mut Report) -> Result<(), Failure> {
    report.note("Shared votes were not tested: their servers are started on Unix systems only.".to_owned());
    Ok(())
}

fn components(machine: &Machine, suite: &Suite, report: &mut Report) -> Result<(), Failure> {
    if !suite.components {
        report.note("No component tests: tests/components.rs does not exist.".to_owned());
        return Ok(());
    }
    tools::to_test_components(machine)?;
    let chromium = browsers::ensure(Engine::Chromium, machine, Apt::on(machine).as_ref())?;
    report.step("component tests in Chromium", "cargo xtask test --only components", || {
        child::run(&mut component_tests(machine, &chromium, [VIEW_LIBRARY, "browser"])?)?;
        let mut ours = component_tests(machine, &chromium, ["shipside", "components"])?;
        #[cfg(unix)]
        let servers = vote_servers(machine)?;
        #[cfg(unix)]
        ours.env("SHIPSIDE_VOTES_URL", servers.url());
        child::run(&mut ours)
    })
}

/// Servers of shared votes, which know the tools that component tests vote on.
#[cfg(unix)]
fn vote_servers(machine: &Machine) -> Result<Servers, Failure> {
    let programs = programs::ensure(machine, Apt::on(machine).as_ref())?;
    let servers = Servers::start(&programs, &machine.root().join("votes/schema.sql")).map_err(Failure::new)?;
    servers.sql("select votes.sync_tools('{one,two}')").map_err(Failure::new)?;
    Ok(servers)
}

/// The tests of one package that run in a browser, which are one target.
fn component_tests(machine: &Machine, chromium: &Browser, [package, target]: [&str; 2]) -> Result<Command, Failure> {
    let mut command = machine.cargo();
    command.args(["test", "--package", package, "--test", target]);
    command.args(["--target", "wasm32-unknown-unknown", "--features", "browser"]);
    for name in OTHER_DRIVERS {
        command.env_remove(name);
    }
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    command.env("WASM_BINDGEN_TEST_ONLY_WEB", "1");
    // Seconds for the whole target; the runner's own 20 are short for a busy machine.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    if let (Some(browser), Some(driver)) = (chromium.program("CHROMIUM"), chromium.program("CHROMEDRIVER")) {
        command.env("CHROMEDRIVER", driver);
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browsers::capabilities(machine, browser)?);
    }
    Ok(command)
}

fn built_site(machine: &mut Machine, suite: &Suite, request: &TestRequest, report: &mut Report) -> Result<(), Failure> {
    if suite.site.is_empty() {
        report.note("No tests of the built site: neither tests/bytes.rs nor tests/browser.rs exists.".to_owned());
        return Ok(());
    }
    let again = "cargo xtask test --only browser";
    let apt = Apt::on(machine);
    let mut engines = Engines::default();
    let mut axe = None;
    let mut servers = Vec::new();
    if suite.drives_browsers() {
        axe = Some(npm::axe(machine, apt.as_ref())?);
        // Pages that share their votes speak to real ones.
        #[cfg(unix)]
        servers.extend(programs::environment(&programs::ensure(machine, apt.as_ref())?));
        npm::react(machine, apt.as_ref())?;
        engines =
            browsers::gather(&request.engines, is_ci(), |engine| browsers::ensure(engine, machine, apt.as_ref()))?;
        report.note_engines(&engines);
    }
    // Behind npm, which has the wasm-opt that Trunk is to use.
    tools::to_build(machine)?;
    report.step("the site's release build", again, || site::build(machine))?;
    match npm::vnu(machine, apt.as_ref())? {
        Some((java, vnu)) => report.step("the pages' markup", again, || site::check_markup(machine, &java, &vnu))?,
        None if is_ci() => {
            return Err(Failure::new("The check of the pages' markup needs Java and npm: install both."));
        }
        None => report.note("The pages' markup was not checked: that needs Java and npm.".to_owned()),
    }
    report.step("the built site", again, || {
        let mut command = machine.cargo();
        command.args(["test", "--features", "ssr", "--no-fail-fast"]);
        command.args(suite.site.iter().flat_map(|name| ["--test", name])).arg("--").args(&request.extra);
        command.envs(axe.map(|script| ("SHIPSIDE_AXE", script))).envs(servers);
        child::run(command.envs(site::environment(machine, &engines)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_native_target_is_named_once() {
        let suite = Suite { native: vec!["content".into(), "tidy".into()], ..Suite::default() };
        let line = native_args(&suite).join(" ");
        assert_eq!(
            line,
            "test --features ssr --workspace --no-fail-fast --lib --bins --test content --test tidy --test views"
        );
    }
}

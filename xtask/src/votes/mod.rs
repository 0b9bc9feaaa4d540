//! `cargo xtask votes`: PostgreSQL, PostgREST and a site that shares its votes through them, on this machine, to try. All that they write
//! lies in a folder that goes with them.

mod content;
pub mod programs;
pub mod servers;

use std::process::Stdio;

use self::servers::Servers;
use crate::child;
use crate::failure::Failure;
use crate::machine::Machine;
use crate::tools::Apt;
use crate::{serve, tools};

/// The variable that tells `shipside finish`, which Trunk runs, where the content is.
const CONTENT: &str = "SHIPSIDE_CONTENT";
/// The variable that `shipside votes sync` reads the service key from.
const KEY: &str = "SHIPSIDE_VOTES_SERVICE_KEY";

/// Starts everything, and serves until Ctrl-C.
pub fn run(machine: &mut Machine, extra: &[String]) -> Result<(), Failure> {
    let port = serve::chosen_port(extra, "votes")?;
    tools::to_build(machine)?;
    let programs = programs::ensure(machine, Apt::on(machine).as_ref())?;
    let servers = Servers::start(&programs, &machine.root().join("votes/schema.sql")).map_err(Failure::new)?;
    let [anonymous, service] =
        ["anon", "service_role"].map(|role| servers.token(&format!("{{\"role\":\"{role}\"}}")).map_err(Failure::new));
    let (anonymous, service) = (anonymous?, service?);
    let data = servers.folder().join("content");
    content::copy(&machine.root().join("public/data"), &data, &servers.url(), &anonymous)?;
    let mut sync = machine.cargo();
    sync.args(["run", "--quiet", "--bin", "shipside", "--", "votes", "sync"]).arg(&data);
    child::run(sync.env(KEY, &service))?;
    println!("PostgREST is on {}; `{}` leads to its database.", servers.url(), servers.psql_line());
    println!("To speak to it as `shipside votes` does: {KEY}={service}");
    println!(
        "Building the site; then it is on http://localhost:{port} until you press Ctrl-C, which ends and removes all of it."
    );
    let mut trunk = machine.trunk();
    trunk.args(serve::arguments(extra)).arg("--dist").arg(servers.folder().join("site"));
    child::run(trunk.env(CONTENT, &data).stdin(Stdio::inherit()))
}

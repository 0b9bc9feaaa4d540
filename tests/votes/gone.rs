//! Servers leave nothing behind, however the program that started them goes.

use crate::{servers::Servers, world::programs};
use std::{
    env,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// Tells the test below that it is the program which is going to be killed.
const OWNER: &str = "SHIPSIDE_VOTES_OWNER";

#[test]
fn servers_whose_owner_is_killed_are_gone_with_their_folder() {
    if env::var_os(OWNER).is_some() {
        let servers = Servers::start(&programs(), &crate::world::file("votes/schema.sql")).unwrap();
        println!("\nfolder={}\nurl={}", servers.folder().display(), servers.url());
        sleep(Duration::from_secs(600));
    }
    let mut owner = Command::new(env::current_exe().unwrap());
    owner.args(["--exact", "gone::servers_whose_owner_is_killed_are_gone_with_their_folder", "--nocapture"]);
    let mut owner = owner.env(OWNER, "1").stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(owner.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut said = |name: &str| lines.find_map(|line| line.strip_prefix(name).map(str::to_owned)).unwrap();
    let (folder, url) = (said("folder="), said("url="));
    assert!(Path::new(&folder).join("data/postmaster.pid").is_file());
    owner.kill().unwrap();
    owner.wait().unwrap();
    let begun = Instant::now();
    while Path::new(&folder).exists() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{folder} is still there");
        sleep(Duration::from_millis(50));
    }
    let answer = ureq::get(&format!("{url}/")).call();
    assert!(matches!(answer, Err(ureq::Error::Io(_) | ureq::Error::ConnectionFailed)), "{answer:?}");
}

//! Both servers with a few tools, and ways to speak to them.

use crate::{
    http::{Answer, client, send},
    servers::{Programs, Servers},
};
use serde_json::{Value, json};
use std::{env, path::Path, thread::sleep, time::Duration};

/// Tools that every test can vote on.
pub const TOOLS: [&str; 5] = ["alpha", "beta", "gamma", "delta-2", "epsilon"];

/// The programs that `cargo xtask` found.
pub fn programs() -> Programs {
    let named = |name: &str| {
        let path = env::var_os(name).map(Into::into);
        path.unwrap_or_else(|| panic!("{name} is not set; `cargo xtask test --only votes` prepares everything"))
    };
    Programs { postgres: named("SHIPSIDE_POSTGRES"), postgrest: named("SHIPSIDE_POSTGREST") }
}

/// A file of the repository.
pub fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Servers that are there for one test.
pub struct World {
    pub servers: Servers,
    pub agent: ureq::Agent,
}

impl World {
    /// Both servers, with `TOOLS`.
    pub fn new() -> Self {
        let servers = Servers::start(&programs(), &file("votes/schema.sql")).unwrap();
        let world = Self { servers, agent: client() };
        world.sync(&TOOLS);
        world
    }

    pub fn sql(&self, sql: &str) -> String {
        self.servers.sql(sql).unwrap()
    }

    pub fn sync(&self, tools: &[&str]) {
        self.sql(&format!("select votes.sync_tools('{{{}}}')", tools.join(",")));
    }

    /// Calls a function with POST.
    pub fn call(&self, function: &str, body: &Value, headers: &[(&str, &str)]) -> Answer {
        let url = format!("{}/rpc/{function}", self.servers.url());
        let headers = [&[("Content-Type", "application/json")], headers].concat();
        send(&self.agent, "POST", &url, &headers, body.to_string().as_bytes()).unwrap()
    }

    /// Casts a ballot.
    pub fn cast(&self, tool: &str, voter: &str, choice: Option<&str>, seq: u64) -> Answer {
        self.call("cast_ballot", &ballot(tool, voter, choice, seq), &[])
    }

    /// Casts somebody's first ballot, from a network that the proxy names so.
    pub fn from(&self, network: &str, tool: &str, voter: &str) -> Answer {
        self.call("cast_ballot", &ballot(tool, voter, Some("ship"), 1), &[("X-Forwarded-For", network)])
    }

    /// The votes on a tool, to ship and to skip.
    pub fn tally(&self, tool: &str) -> (u64, u64) {
        let answer = self.call("tallies", &json!({ "tools": [tool] }), &[]).json();
        (answer[0]["ship"].as_u64().unwrap(), answer[0]["skip"].as_u64().unwrap())
    }

    /// Every counter is what its rows come to.
    pub fn check_counters(&self) {
        assert_eq!(self.sql("select * from votes.verify()"), "");
    }
}

/// The body of a ballot.
pub fn ballot(tool: &str, voter: &str, choice: Option<&str>, seq: u64) -> Value {
    json!({ "tool": tool, "voter": voter, "choice": choice, "seq": seq })
}

/// The secret of a browser, one for each number.
pub fn voter(number: u64) -> String {
    format!("{:032x}", u128::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835) ^ 0x5eed)
}

/// Waits where the hour, by which networks are limited, is about to end.
pub fn within_an_hour(world: &World) {
    let left: f64 = world.sql("select 3600 - extract(epoch from now())::numeric % 3600").parse().unwrap();
    if left < 45.0 {
        sleep(Duration::from_secs_f64(left + 0.5));
    }
}

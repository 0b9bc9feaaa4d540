//! The same as a plain table, by which the price of our functions shows.

use crate::{
    load::{Request, voter},
    servers::Servers,
};
use serde_json::json;
use std::{thread::sleep, time::Duration};

/// Makes the table and a view that counts it, for visitors to write and read.
pub fn make(servers: &Servers) -> Result<(), String> {
    servers.sql(
        "create table votes.plain_ballots (tool text, voter text, choice text, seq integer, primary key (tool, voter));
         create view votes.plain_tallies as select tool, count(*) filter (where choice = 'ship') as ship, count(*) filter (where choice = 'skip') as skip
             from votes.plain_ballots group by tool;
         grant select, insert, update on votes.plain_ballots to anon;
         grant select on votes.plain_tallies to anon;
         notify pgrst, 'reload schema'",
    )?;
    // PostgREST reads the schema behind our back.
    sleep(Duration::from_secs(2));
    Ok(())
}

/// Some voter's first ballot.
pub fn ballot(url: &str, tools: &[String], first: u64, number: usize) -> Request {
    Request {
        url: format!("{url}/plain_ballots"),
        headers: vec![("Prefer", "resolution=merge-duplicates".to_owned())],
        body: Some(
            json!({ "tool": tools[number % tools.len()], "voter": voter(first + number as u64), "choice": "ship", "seq": 1 }),
        ),
    }
}

/// The votes on all tools.
pub fn tallies(url: &str, tools: &[String]) -> Request {
    Request { url: format!("{url}/plain_tallies?tool=in.({})", tools.join(",")), headers: Vec::new(), body: None }
}

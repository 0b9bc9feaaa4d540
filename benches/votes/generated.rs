//! A tally at ten thousand ballots, and at very many.

use crate::{
    load::{self, run},
    servers::Servers,
};
use std::time::{Duration, Instant};

/// The fewer ballots.
const FEW: u64 = 10_000;
/// A tally at a thousand times the ballots may cost so many times what it costs at few: more is not flat, less is noise.
const FLAT: f64 = 2.0;

/// Generates ballots, few and then many, and measures tallies and ballots at both.
pub fn compare(servers: &Servers, tools: &[String], many: u64) -> Result<(), String> {
    println!(
        "{:<28}{:>14}{:>14}{:>16}{:>18}",
        "Ballots there", "tally, ms", "in SQL, ms", "a ballot, ms", "view by rows, ms"
    );
    let mut tallies = Vec::new();
    for ballots in [FEW, many] {
        let took = generate(servers, tools, ballots)?;
        let tally = run(1, 300, &|_, _| load::tallies(&servers.url(), tools))?.median();
        let cast = run(1, 300, &|_, i| load::ballot(&servers.url(), tools, 1 << 40, i + ballots as usize))?.median();
        let (sql, rows) = (explained(servers, &tally_sql(tools), 60)?, explained(servers, ROWS, 1)?);
        println!("{ballots:<28}{tally:>14.2}{sql:>14.2}{cast:>16.2}{rows:>18.1}");
        if ballots > FEW {
            println!("({ballots} ballots were generated in {:.0} s.)", took.as_secs_f64());
        }
        tallies.push(sql);
    }
    println!(
        "How: medians through PostgREST, one client; a tally is of {} tools. “In SQL” is the function alone, the\nbest of 60 by explain analyze.\n",
        tools.len()
    );
    match tallies[..] {
        [few, much] if much > few * FLAT => Err(format!(
            "A tally at {many} ballots takes {:.1} times what it takes at {FEW}: that is not flat.",
            much / few
        )),
        _ => Ok(()),
    }
}

/// What a count without counters has to read.
const ROWS: &str = "select tool, count(*) filter (where choice = 'ship'), count(*) filter (where choice = 'skip') from votes_private.ballots group by tool";

fn tally_sql(tools: &[String]) -> String {
    format!("select * from votes.tallies('{{{}}}')", tools.join(","))
}

/// Fills the table with so many ballots and counts them; rows first, index and counters afterwards.
fn generate(servers: &Servers, tools: &[String], ballots: u64) -> Result<Duration, String> {
    let begun = Instant::now();
    let tools = tools.len();
    servers.sql(&format!(
        "set maintenance_work_mem = '512MB';
         truncate votes_private.ballots;
         alter table votes_private.ballots drop constraint ballots_pkey, disable trigger all;
         insert into votes_private.ballots select 'tool-' || i % {tools}, sha256(int8send(i)), 1, case when i % 3 = 0 then 'skip' else 'ship' end, now()
             from generate_series(1, {ballots}::bigint) as i;
         alter table votes_private.ballots add constraint ballots_pkey primary key (tool, voter), enable trigger all;
         select votes_private.recount();
         analyze votes_private.ballots; analyze votes_private.counters"
    ))?;
    servers.sql("vacuum votes_private.counters")?;
    servers.sql("checkpoint")?;
    Ok(begun.elapsed())
}

/// The fewest milliseconds that a query takes in the server: the others tell how busy the machine is.
fn explained(servers: &Servers, sql: &str, times: usize) -> Result<f64, String> {
    let all = servers.sql(&format!("explain (analyze, timing off) {sql};").repeat(times))?;
    let number = |line: &str| line.strip_prefix("Execution Time: ")?.strip_suffix(" ms")?.parse::<f64>().ok();
    let best = all.lines().filter_map(number).min_by(f64::total_cmp);
    best.ok_or_else(|| format!("PostgreSQL did not say how long it took: {all}"))
}

//! 10,000 ballots from 50 clients at once, half of them repeats, in any order, while both servers are killed: nothing is lost, and
//! nothing counts twice.

use crate::{
    http::{client, send},
    world::{TOOLS, World, ballot, voter},
};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    process::Command,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    thread::{self, sleep},
    time::Duration,
};

const CLIENTS: usize = 50;
const VOTERS: u64 = 400;

/// A ballot as it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sent {
    tool: usize,
    voter: u64,
    seq: u64,
    choice: Option<&'static str>,
}

/// Numbers that look random and are the same each time (xorshift64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.roll(i + 1));
        }
    }
}

/// Half of them different, the others repeats of those; in an order of their own.
fn ballots(all: usize) -> Vec<Sent> {
    let mut dice = Dice(0x5eed_cafe);
    let mut keys = BTreeSet::new();
    while keys.len() < all / 2 {
        keys.insert((dice.roll(TOOLS.len()), dice.roll(VOTERS as usize) as u64, dice.roll(6) as u64 + 1));
    }
    let of = |(tool, voter, seq): (usize, u64, u64)| {
        let choice =
            [Some("ship"), Some("skip"), None, Some("ship")][(voter as usize * 31 + tool * 7 + seq as usize * 13) % 4];
        Sent { tool, voter, seq, choice }
    };
    let mut sent: Vec<Sent> = keys.into_iter().map(of).collect();
    for _ in 0..all - sent.len() {
        sent.push(sent[dice.roll(all / 2)]);
    }
    dice.shuffle(&mut sent);
    sent
}

/// What is to stand: of each voter on each tool the highest number.
fn model(sent: &[Sent]) -> BTreeMap<(usize, u64), Sent> {
    let mut standing: BTreeMap<(usize, u64), Sent> = BTreeMap::new();
    for ballot in sent {
        let stands = standing.entry((ballot.tool, ballot.voter)).or_insert(*ballot);
        if stands.seq < ballot.seq {
            *stands = *ballot;
        }
    }
    standing
}

/// Sends a ballot until it is taken, as browsers do, and as often as that takes; answers how often it failed.
fn cast(agent: &ureq::Agent, url: &str, network: &str, sent: &Sent) -> usize {
    let body = ballot(TOOLS[sent.tool], &voter(sent.voter), sent.choice, sent.seq).to_string();
    let headers = [("Content-Type", "application/json"), ("X-Forwarded-For", network)];
    for failed in 0..2000 {
        match send(agent, "POST", &format!("{url}/rpc/cast_ballot"), &headers, body.as_bytes()) {
            Some(answer) if answer.status == 200 => return failed,
            // A database that goes away while it is asked is told as 400 and nothing else.
            Some(answer) => assert!(answer.status >= 500 || answer.json()["code"] == "", "{sent:?}: {answer:?}"),
            None => {}
        }
        sleep(Duration::from_millis(30));
    }
    panic!("{sent:?} was never taken");
}

/// Sends all of them from 50 clients at once; `meanwhile` is told how many have been taken. The answer is how often a ballot had to be
/// sent again.
fn send_all(url: &str, all: &[Sent], meanwhile: impl FnOnce(&AtomicUsize)) -> usize {
    let (taken, failed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for (i, some) in all.chunks(all.len().div_ceil(CLIENTS)).enumerate() {
            let (taken, failed) = (&taken, &failed);
            scope.spawn(move || {
                let agent = client();
                for sent in some {
                    failed.fetch_add(cast(&agent, url, &format!("192.0.2.{i}"), sent), Relaxed);
                    taken.fetch_add(1, Relaxed);
                }
            });
        }
        meanwhile(&taken);
    });
    assert_eq!(taken.into_inner(), all.len());
    failed.into_inner()
}

/// Totals, counters and rows are exactly the model.
fn check(world: &World, sent: &[Sent]) {
    let standing = model(sent);
    for (tool, name) in TOOLS.iter().enumerate() {
        let votes = |choice| standing.values().filter(|it| it.tool == tool && it.choice == Some(choice)).count() as u64;
        assert_eq!(world.tally(name), (votes("ship"), votes("skip")), "{name}");
    }
    world.check_counters();
    let mut sql =
        "create temp table model (tool text, voter text, seq integer, choice text);\ninsert into model values\n"
            .to_owned();
    let rows: Vec<String> = standing
        .values()
        .map(|it| {
            let choice = it.choice.map_or("null".to_owned(), |choice| format!("'{choice}'"));
            format!("('{}', '{}', {}, {choice})", TOOLS[it.tool], voter(it.voter), it.seq)
        })
        .collect();
    let _ = write!(
        sql,
        "{};\nselect count(*), count(*) filter (where (m.seq, m.choice) is distinct from (b.seq, b.choice))
         from model as m full join votes_private.ballots as b on b.tool = m.tool and b.voter = votes_private.hashed(m.voter);",
        rows.join(",\n")
    );
    let path = world.servers.folder().join("model.sql");
    fs::write(&path, sql).unwrap();
    assert_eq!(world.servers.apply("votes", &path).unwrap(), format!("{}|0", standing.len()));
}

/// Kills a server as a machine that fails would; the number of its process lies in that file.
fn kill(world: &World, file: &str) {
    let text = fs::read_to_string(world.servers.folder().join(file)).unwrap();
    let number = text.lines().next().unwrap();
    // Every shell can do so itself; the program is not on every machine.
    assert!(Command::new("sh").args(["-c", &format!("kill -KILL {number}")]).status().unwrap().success());
}

fn wait_for(taken: &AtomicUsize, many: usize) {
    while taken.load(Relaxed) < many {
        sleep(Duration::from_millis(2));
    }
}

#[test]
fn ten_thousand_ballots_from_fifty_clients_come_to_exactly_what_a_model_says() {
    let world = World::new();
    let sent = ballots(10_000);
    assert_eq!(sent.iter().collect::<BTreeSet<_>>().len(), 5_000);
    let failed = send_all(&world.servers.url(), &sent, |_| {});
    assert_eq!(failed, 0, "a server that nobody kills takes every ballot at once");
    check(&world, &sent);
    // All of it once more, in another order: nothing changes.
    let before = world.sql("select md5(string_agg(b::text, '|' order by b::text)) from votes_private.ballots as b");
    let mut again = sent.clone();
    Dice(7).shuffle(&mut again);
    send_all(&world.servers.url(), again.get(..2_000).unwrap(), |_| {});
    assert_eq!(
        world.sql("select md5(string_agg(b::text, '|' order by b::text)) from votes_private.ballots as b"),
        before
    );
    let deadlocks = world.sql("select deadlocks from pg_stat_database where datname = 'votes'");
    assert_eq!(deadlocks, "0");
}

/// All ballots of a voter are under way at the same time: of those that meet in the database the highest has to win.
#[test]
fn ballots_of_one_voter_that_meet_leave_the_highest() {
    let world = World::new();
    let (voters, numbers) = (250, 10);
    let mut in_order: Vec<Sent> = Vec::new();
    for voter in 0..voters {
        let of = |seq| Sent { tool: 0, voter, seq, choice: [Some("ship"), Some("skip")][(voter + seq) as usize % 2] };
        let mut mine: Vec<Sent> = (1..=numbers).map(of).collect();
        Dice(voter + 1).shuffle(&mut mine);
        in_order.extend(mine);
    }
    // Client i gets what stands at i, i + 50, …: so they go through the voters together.
    let sent: Vec<Sent> = (0..CLIENTS).flat_map(|i| in_order.iter().skip(i).step_by(CLIENTS).copied()).collect();
    send_all(&world.servers.url(), &sent, |_| {});
    check(&world, &sent);
}

#[test]
fn servers_that_are_killed_in_the_middle_lose_nothing_and_count_nothing_twice() {
    let mut world = World::new();
    let sent = ballots(10_000);
    let url = world.servers.url();
    let failed = send_all(&url, &sent, |taken| {
        wait_for(taken, 2_000);
        kill(&world, "postgrest.pid");
        world.servers.start_postgrest().unwrap();
        wait_for(taken, 4_000);
        kill(&world, "data/postmaster.pid");
        world.servers.start_postgres().unwrap();
        wait_for(taken, 7_000);
        kill(&world, "data/postmaster.pid");
        kill(&world, "postgrest.pid");
        world.servers.start_postgres().unwrap();
        world.servers.start_postgrest().unwrap();
    });
    assert!(failed > 0, "nobody noticed that the servers were gone");
    check(&world, &sent);
}

#[test]
fn voters_who_are_forgotten_while_others_vote_leave_exact_counts() {
    let world = World::new();
    let (url, sent) = (world.servers.url(), ballots(2_000));
    let forgetting = || {
        let agent = client();
        for number in 0..VOTERS {
            let body = json!({ "voter": voter(number) }).to_string();
            let headers = [("Content-Type", "application/json")];
            let answer = send(&agent, "POST", &format!("{url}/rpc/forget_me"), &headers, body.as_bytes()).unwrap();
            assert_eq!(answer.status, 200, "{answer:?}");
        }
    };
    let failed = send_all(&url, &sent, |_| {
        thread::scope(|scope| {
            (0..4).for_each(|_| drop(scope.spawn(forgetting)));
        });
    });
    assert_eq!(failed, 0);
    world.check_counters();
    assert_eq!(world.sql("select deadlocks from pg_stat_database where datname = 'votes'"), "0");
}

//! How much one network may do, who is taken for one, and what is kept of it.

use crate::world::{TOOLS, World, ballot, voter, within_an_hour};
use serde_json::json;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// A world in which `many` voters may come from one network to one tool in an hour.
fn with_limit(many: u32) -> World {
    let world = World::new();
    within_an_hour(&world);
    world.sql(&format!("update votes_private.settings set new_ballots_per_hour = {many}"));
    world
}

/// Voters who have not voted yet begin here.
static NEXT: AtomicU64 = AtomicU64::new(1000);

/// Whether new voters from these networks are answered so.
fn check(world: &World, networks: &[(&str, u16)]) {
    for (network, status) in networks {
        let answer = world.from(network, "alpha", &voter(NEXT.fetch_add(1, Relaxed)));
        assert_eq!(answer.status, *status, "from “{network}”: {answer:?}");
    }
}

#[test]
fn a_school_behind_one_address_votes_within_an_hour() {
    let world = World::new();
    within_an_hour(&world);
    for number in 0..300 {
        for tool in TOOLS {
            let mine = voter(number);
            assert_eq!(world.from("198.51.100.7", tool, &mine).status, 200, "voter {number} on {tool}");
        }
    }
    // Everybody changes their mind once, and every browser sends everything three times.
    for number in 0..300 {
        let changed = ballot("beta", &voter(number), Some("skip"), 2);
        for _ in 0..3 {
            let answer = world.call("cast_ballot", &changed, &[("X-Forwarded-For", "198.51.100.7")]);
            assert_eq!(answer.status, 200, "voter {number}");
        }
    }
    assert_eq!((world.tally("alpha"), world.tally("beta")), ((300, 0), (0, 300)));
}

#[test]
fn a_flood_is_refused_until_the_hour_ends_and_nobody_else_notices() {
    let world = with_limit(5);
    for number in 0..5 {
        assert_eq!(world.from("198.51.100.7", "alpha", &voter(number)).status, 200);
    }
    let refused = world.from("198.51.100.7", "alpha", &voter(5));
    assert_eq!(refused.status, 429);
    let body = refused.json();
    assert_eq!(body["code"], "too-many");
    assert_eq!(body["message"], "Too many votes came from this network within an hour.");
    assert_eq!(body["details"].as_str().unwrap(), refused.header("Retry-After"));
    let wait: u32 = refused.header("Retry-After").parse().unwrap();
    assert!((1..=3600).contains(&wait), "{wait}");
    assert_eq!(world.tally("alpha"), (5, 0));
    // Repeats, changes, withdrawals, other tools and other networks go on.
    let mine = |choice, seq| {
        let headers = [("X-Forwarded-For", "198.51.100.7")];
        world.call("cast_ballot", &ballot("alpha", &voter(0), choice, seq), &headers).status
    };
    assert_eq!([mine(Some("ship"), 1), mine(Some("skip"), 2), mine(None, 3)], [200; 3]);
    assert_eq!(world.from("198.51.100.7", "beta", &voter(5)).status, 200);
    assert_eq!(world.from("198.51.100.8", "alpha", &voter(5)).status, 200);
    // A request may prefer a time zone; the hour stays that of UTC.
    let half = [("X-Forwarded-For", "198.51.100.7"), ("Prefer", "timezone=Asia/Kolkata")];
    assert_eq!(world.call("cast_ballot", &ballot("alpha", &voter(6), Some("ship"), 1), &half).status, 429);
    // An hour later.
    world.sql("update votes_private.addresses set hour = hour - interval '1 hour'");
    assert_eq!(world.from("198.51.100.7", "alpha", &voter(6)).status, 200);
}

#[test]
fn changes_and_all_tools_together_have_limits_too_and_withdrawing_has_none() {
    let world = with_limit(400);
    world.sql("update votes_private.settings set changes_per_hour = 3, ballots_per_hour = 6");
    let cast = |tool, number, choice, seq| world.cast(tool, &voter(number), choice, seq).status;
    assert_eq!(cast("alpha", 1, Some("ship"), 1), 200);
    assert_eq!([2, 3, 4, 5].map(|seq| cast("alpha", 1, Some("skip"), seq)), [200, 200, 200, 429]);
    // A vote can always be withdrawn, once: what withdraws nothing is a change like any other.
    assert_eq!([5, 6].map(|seq| cast("alpha", 1, None, seq)), [200, 429]);
    assert_eq!(["beta", "gamma", "delta-2"].map(|tool| cast(tool, 1, Some("ship"), 1)), [200, 200, 429]);
    assert_eq!(world.tally("alpha"), (0, 0));
}

#[test]
fn headers_that_lie_make_nobody_another() {
    let world = with_limit(2);
    let (real, rest) = ("203.0.113.9", 429);
    check(
        &world,
        &[
            (real, 200),
            // What a client wrote stands to the left of what the proxy adds.
            ("10.0.0.1, 203.0.113.9", 200),
            ("10.0.0.2,203.0.113.9", rest),
            ("203.0.113.9, 203.0.113.9", rest),
            ("a, b, c, d, 203.0.113.9", rest),
            (" 203.0.113.9 ", rest),
            ("::ffff:203.0.113.9", rest),
            ("::FFFF:cb00:7109", rest),
            ("203.0.113.9:49152", rest),
            ("\"203.0.113.9:80\"", rest),
            ("[::ffff:203.0.113.9]:80", rest),
            ("'); drop table votes_private.ballots; --, 203.0.113.9", rest),
        ],
    );
    for (header, value) in [
        ("Forwarded", "for=1.2.3.4"),
        ("X-Real-Ip", "1.2.3.4"),
        ("Cf-Connecting-Ip", "1.2.3.4"),
        ("Client-Ip", "1.2.3.4"),
    ] {
        let headers = [("X-Forwarded-For", real), (header, value)];
        let answer = world.call("cast_ballot", &ballot("alpha", &voter(1), Some("ship"), 1), &headers);
        assert_eq!(answer.status, rest, "{header}");
    }
    // All that no proxy would write is one network, and not one each.
    let world = with_limit(2);
    check(
        &world,
        &[
            ("unknown", 200),
            ("1.2.3.4:80:80", 200),
            ("", rest),
            ("[", rest),
            ("%eth0", rest),
            ("1.2.3.4:port", rest),
            ("1.2.3.4.5", rest),
            ("203.0.113.9,", rest),
            ("'); drop table votes_private.ballots; --", rest),
            ("\u{1f426}", rest),
            (&"9".repeat(4000), rest),
        ],
    );
    assert_eq!(world.cast("alpha", &voter(1), Some("ship"), 1).status, rest, "no header at all");
    assert_eq!(world.sql("select count(distinct address) from votes_private.addresses"), "1");
}

#[test]
fn hosts_of_one_ipv6_network_are_one_and_proxies_can_be_several() {
    let world = with_limit(2);
    check(
        &world,
        &[
            ("2001:db8:1:2::1", 200),
            ("2001:db8:1:2:ffff:ffff:ffff:ffff", 200),
            ("2001:DB8:1:2:3:4:5:6", 429),
            ("[2001:db8:1:2::1]", 429),
            ("[2001:db8:1:2::7]:443", 429),
            ("\"[2001:db8:1:2::7%eth0]:443\"", 429),
            ("2001:db8:1:2::8%25en0", 429),
            ("2001:db8:1:3::1", 200),
        ],
    );
    let world = with_limit(1);
    world.sql("update votes_private.settings set trusted_proxies = 2");
    check(
        &world,
        &[
            ("203.0.113.9, 10.0.0.1", 200),
            ("203.0.113.9, 10.0.0.2", 429),
            ("8.8.8.8, 203.0.113.9, 10.0.0.3", 429),
            ("203.0.113.10, 10.0.0.1", 200),
        ],
    );
    // One that passed by the outer proxy is known by nobody.
    check(&world, &[("203.0.113.11", 200), ("203.0.113.12", 429)]);
    world.sql("update votes_private.settings set trusted_proxies = 1, address_header = 'cf-connecting-ip'");
    let cast = |number, client| {
        let headers = [("Cf-Connecting-Ip", client), ("X-Forwarded-For", "1.1.1.1")];
        world.call("cast_ballot", &ballot("beta", &voter(number), Some("ship"), 1), &headers).status
    };
    assert_eq!([cast(1, "203.0.113.9"), cast(2, "203.0.113.9"), cast(3, "203.0.113.10")], [200, 429, 200]);
}

#[test]
fn what_is_kept_of_a_network_is_a_salted_hash_and_goes_after_a_day() {
    let world = with_limit(400);
    let client = "203.0.113.9";
    for tool in TOOLS {
        world.from(client, tool, &voter(1));
    }
    let address = || {
        world.sql("select distinct encode(address, 'hex') from votes_private.addresses where hour = date_trunc('hour', now(), 'UTC')")
    };
    let today = address();
    assert_eq!(today.len(), 64);
    assert_ne!(today, world.sql(&format!("select encode(sha256('{client}'), 'hex')")));
    // Neither the log nor a copy of the database's files holds it.
    let logged = "select count(*) from pg_class where relname in ('addresses', 'salts') and relpersistence <> 'u'";
    assert_eq!(world.sql(logged), "0");
    // The next day: a salt that nobody can tell from chance, and the former is gone.
    world.sql("update votes_private.salts set day = day - 1");
    world.sql("update votes_private.addresses set hour = hour - interval '23 hours'");
    world.from(client, "alpha", &voter(2));
    assert_eq!(world.sql("select count(*) from votes_private.salts"), "1");
    assert_ne!(address(), today);
    assert_eq!(world.sql("select count(*) from votes_private.addresses"), "6", "not a day old yet");
    // A day later those that come take them along, ten at a time; a clock takes all.
    world.sql("update votes_private.addresses set hour = hour - interval '1 hour'");
    world.from(client, "beta", &voter(2));
    assert_eq!(world.sql("select count(*) from votes_private.addresses"), "2");
    world.sql("insert into votes_private.addresses select sha256(i::text::bytea), now() - interval '25 hours', 'alpha', 1, 0 from generate_series(1, 100) as i");
    world.from(client, "gamma", &voter(2));
    assert_eq!(world.sql("select count(*) from votes_private.addresses"), "93");
    let token = format!("Bearer {}", world.servers.token(r#"{"role":"service_role"}"#).unwrap());
    let tidied = world.call("tidy", &json!({}), &[("Authorization", &token)]);
    assert_eq!((tidied.status, tidied.json()), (200, json!({ "deleted": 90 })));
    assert_eq!(world.sql("select count(*) from votes_private.addresses"), "3");
}

/// Statements of a function are planned anew five times, and then once for all, whatever they are given.
#[test]
fn a_network_that_is_new_costs_the_same_on_a_busy_day() {
    let world = with_limit(400);
    let many = 20_000;
    world.sql(&format!(
        "insert into votes_private.addresses
         select sha256(i::text::bytea), date_trunc('hour', now(), 'UTC') - i % 20 * interval '1 hour', 'alpha', 1, 0
         from generate_series(1, {many}) as i;
         analyze votes_private.addresses"
    ));
    let read = || -> u64 {
        let counted = "select seq_tup_read from pg_stat_user_tables where relname = 'addresses'";
        world.sql(&format!("select pg_stat_clear_snapshot(); {counted}")).lines().last().unwrap().parse().unwrap()
    };
    let before = read();
    for i in 0..10 {
        world.sql(&format!(
            r#"set plan_cache_mode = force_generic_plan; select set_config('request.headers', '{{"x-forwarded-for":"198.51.100.{i}"}}', false);
               select votes.cast_ballot('alpha', '{}', 'ship', 1)"#,
            voter(i)
        ));
    }
    // Whoever ends a session has told what it read.
    assert!(read() - before < many, "rows are read one after another: {}", read() - before);
}

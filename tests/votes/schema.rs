//! The schema itself: its migrations, its rights, its hashes.

use crate::{
    servers::{Servers, here::finished},
    world::{World, file, programs, voter},
};
use std::{fs, path::PathBuf};

/// What a database is, and the rows that it begins with, but for keys and times.
fn made(servers: &Servers, database: &str) -> String {
    let mut dump = servers.tool("pg_dump");
    let dump = finished(dump.args(["--schema-only", "--dbname", database])).unwrap();
    // Newer versions fence a dump by a random word.
    let lines = dump.lines().filter(|line| !line.starts_with("\\restrict") && !line.starts_with("\\unrestrict"));
    let rows = servers
        .sql_in(
            database,
            "select * from votes_private.settings; select number from votes_private.migrations order by 1",
        )
        .unwrap();
    format!("{}\n{rows}", lines.collect::<Vec<_>>().join("\n"))
}

/// The files of votes/migrations, in order.
fn migrations() -> Vec<PathBuf> {
    let entries = fs::read_dir(file("votes/migrations")).unwrap().map(|entry| entry.unwrap().path());
    let mut migrations: Vec<_> = entries.filter(|path| path.extension().is_some_and(|it| it == "sql")).collect();
    migrations.sort();
    migrations
}

#[test]
fn the_migrations_make_the_schema() {
    let servers = Servers::empty(&programs()).unwrap();
    let migrations = migrations();
    servers.sql_in("postgres", "create database migrated").unwrap();
    for (i, migration) in migrations.iter().enumerate() {
        let name = migration.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.starts_with(&format!("{:04}_", i + 1)), "{name} is number {}", i + 1);
        servers.apply("migrated", migration).unwrap();
        let number = servers.sql_in("migrated", "select max(number) from votes_private.migrations").unwrap();
        assert_eq!(number, (i + 1).to_string(), "{name} is to note its number");
    }
    servers.apply("votes", &file("votes/schema.sql")).unwrap();
    let (schema, migrated) = (made(&servers, "votes"), made(&servers, "migrated"));
    assert!(schema.contains("CREATE TABLE votes_private.ballots"), "{schema}");
    assert!(schema == migrated, "votes/schema.sql:\n{schema}\n\nvotes/migrations:\n{migrated}");
}

/// Every function of both schemas that a role may execute, and every table on which it has any right.
fn rights(world: &World, role: &str) -> String {
    world.sql(&format!(
        "select p.oid::regprocedure::text from pg_proc p where p.pronamespace in ('votes'::regnamespace, 'votes_private'::regnamespace)
             and has_function_privilege('{role}', p.oid, 'execute')
         union all
         select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'v')
             and c.relnamespace in ('votes'::regnamespace, 'votes_private'::regnamespace)
             and has_table_privilege('{role}', c.oid, 'select, insert, update, delete, truncate, references, trigger')
         order by 1"
    ))
}

#[test]
fn visitors_may_call_three_functions_and_nothing_else() {
    let world = World::new();
    let anonymous = "votes.cast_ballot(text,text,text,integer,text)\nvotes.tallies(text[])\nvotes.forget_me(text)";
    let mut expected: Vec<_> = anonymous.lines().collect();
    expected.sort_unstable();
    let mut found: Vec<_> = rights(&world, "anon").lines().map(str::to_owned).collect();
    found.sort_unstable();
    assert_eq!(found, expected);
    let mut service: Vec<_> = rights(&world, "service_role").lines().map(str::to_owned).collect();
    service.sort_unstable();
    assert_eq!(service, ["votes.sync_tools(text[])", "votes.tallies(text[])", "votes.tidy()", "votes.verify()"]);
    for role in ["anon", "service_role", "authenticator"] {
        let usage = world.sql(&format!("select has_schema_privilege('{role}', 'votes_private', 'usage, create')"));
        assert_eq!(usage, "f", "{role}");
    }
    // Functions run with the rights of a role that is no superuser, and no table is without row-level security.
    let owners = "select distinct rolname, rolsuper, rolbypassrls, rolcanlogin from pg_proc p join pg_roles r on r.oid = p.proowner
        where p.pronamespace in ('votes'::regnamespace, 'votes_private'::regnamespace)";
    assert_eq!(world.sql(owners), "votes_owner|f|f|f");
    let open = "select relname from pg_class where relnamespace = 'votes_private'::regnamespace and relkind = 'r' and not relrowsecurity";
    assert_eq!(world.sql(open), "");
    // A right that somebody grants by mistake shows no row.
    world.cast("alpha", &voter(1), Some("ship"), 1);
    world.sql("grant usage on schema votes_private to anon; grant select, delete on all tables in schema votes_private to anon");
    let seen = "set role anon; select count(*) from votes_private.ballots; select count(*) from votes_private.keys";
    assert_eq!(world.sql(seen), "0\n0");
    world.sql("set role anon; delete from votes_private.ballots; delete from votes_private.counters");
    assert_eq!(world.tally("alpha"), (1, 0));
}

#[test]
fn what_is_stored_of_a_voter_is_a_keyed_hash() {
    let world = World::new();
    let hmac = |key: &str, message: &str| {
        world.sql(&format!(
            "select encode(votes_private.hmac(votes_private.pad({key}, 54), votes_private.pad({key}, 92), '{message}'), 'hex')"
        ))
    };
    // RFC 4231, cases 1 and 2.
    let first = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
    assert_eq!(hmac("decode(repeat('0b', 20), 'hex')", "Hi There"), first);
    let second = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assert_eq!(hmac("'Jefe'::bytea", "what do ya want for nothing?"), second);
    let ada = voter(1);
    world.cast("alpha", &ada, Some("ship"), 1);
    let dump = finished(world.servers.tool("pg_dump").args(["--inserts", "--dbname", "votes"])).unwrap();
    assert!(!dump.contains(&ada), "the secret is stored");
    let stored = world.sql("select encode(voter, 'hex') from votes_private.ballots");
    assert_ne!(stored, world.sql(&format!("select encode(sha256('{ada}'), 'hex')")));
    assert!(dump.contains(&stored));
    // Another database has another key.
    assert_eq!(world.sql("select count(distinct votes_private.random_key()) from generate_series(1, 100)"), "100");
}

#[test]
fn counters_that_are_wrong_are_found_and_made_anew() {
    let world = World::new();
    for number in 1..=40 {
        world.cast("alpha", &voter(number), Some("ship"), 1);
    }
    world.check_counters();
    world.sql("update votes_private.counters set ship = ship + 1 where shard = (select min(shard) from votes_private.counters)");
    assert_eq!(world.sql("select count(*) from votes.verify()"), "1");
    world.sql("select votes_private.recount()");
    world.check_counters();
    assert_eq!(world.tally("alpha"), (40, 0));
    // A ballot on what was never a tool is found, too; so are rows that the trigger did not see.
    world.sql("set session_replication_role = replica; delete from votes_private.ballots where ctid in (select ctid from votes_private.ballots limit 3)");
    assert_ne!(world.sql("select count(*) from votes.verify()"), "0");
    world.sql("truncate votes_private.ballots");
    world.check_counters();
    world.sql("insert into votes_private.ballots values ('unheard-of', sha256('x'), 1, 'ship', now())");
    assert_eq!(world.sql("select tool from votes.verify()"), "unheard-of");
    assert!(world.servers.sql("update votes_private.ballots set tool = 'alpha'").is_err());
}

/// As on hosts that keep the superuser to themselves.
#[test]
fn whoever_may_make_roles_and_schemas_can_install_it() {
    let servers = Servers::empty(&programs()).unwrap();
    servers.sql("create role host login createrole").unwrap();
    servers.sql("create database hosted owner host").unwrap();
    let install = file("votes/schema.sql");
    let as_host = |words: &[&str]| finished(servers.psql("hosted").env("PGUSER", "host").args(words));
    as_host(&["--file", &install.to_string_lossy()]).unwrap();
    assert_eq!(
        as_host(&["--command", "select votes.sync_tools('{alpha}')"]).unwrap(),
        r#"{"added": 1, "closed": 0, "reopened": 0}"#
    );
    let cast = format!("set role anon; select votes.cast_ballot('alpha', '{}', 'ship', 1)", voter(1));
    // The host is no visitor; whoever connects for PostgREST is.
    servers.sql_in("hosted", &cast).unwrap();
    assert_eq!(servers.sql_in("hosted", "select * from votes.tallies('{alpha}')").unwrap(), "alpha|1|0");
    assert_eq!(
        as_host(&["--command", "select votes.tidy(); select * from votes.verify()"]).unwrap(),
        r#"{"deleted": 0}"#
    );
    // A second time it stops, and changes nothing.
    assert!(as_host(&["--file", &install.to_string_lossy()]).is_err());
    assert_eq!(servers.sql_in("hosted", "select * from votes.tallies('{alpha}')").unwrap(), "alpha|1|0");
}

/// Votes stay, and what the first version refused is taken.
#[test]
fn whoever_installed_the_first_version_can_upgrade_it() {
    let servers = Servers::empty(&programs()).unwrap();
    servers.sql("create role host login createrole").unwrap();
    servers.sql("create database hosted owner host").unwrap();
    let [first, newer @ ..] = &migrations()[..] else { panic!("there is no migration") };
    let apply =
        |file: &PathBuf| finished(servers.psql("hosted").env("PGUSER", "host").arg("--file").arg(file)).unwrap();
    apply(first);
    let sql = |sql: &str| servers.sql_in("hosted", sql);
    sql("select votes.sync_tools('{alpha,beta}')").unwrap();
    let cast = |choice: &str, seq: u8| {
        sql(&format!("set role anon; select votes.cast_ballot('alpha', '{}', {choice}, {seq})", voter(1)))
    };
    cast("'ship'", 1).unwrap();
    sql("select votes.sync_tools('{beta}')").unwrap();
    assert!(cast("null", 2).is_err());
    newer.iter().for_each(|file| drop(apply(file)));
    assert_eq!(sql("select * from votes.tallies('{alpha}')").unwrap(), "alpha|1|0");
    assert_eq!(cast("null", 2).unwrap(), r#"{"seq": 2, "choice": null}"#);
    assert_eq!(sql("select * from votes.tallies('{alpha}'); select * from votes.verify()").unwrap(), "alpha|0|0");
}

/// As docs/VOTES.md says.
#[test]
fn a_new_server_is_given_the_roles_of_a_fresh_one() {
    let page = include_str!("../../docs/VOTES.md");
    let section = page.split("\n## ").find(|section| section.starts_with("Backup and restore\n")).unwrap();
    let block = section.split("```sql\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (fresh, restored) = (Servers::empty(&programs()).unwrap(), Servers::empty(&programs()).unwrap());
    fresh.apply("votes", &file("votes/schema.sql")).unwrap();
    restored.sql(block).unwrap();
    let roles = |servers: &Servers| {
        let sql = "select rolname, rolcanlogin, rolinherit, rolsuper, rolbypassrls, rolconfig from pg_roles
            where rolname !~ '^pg_' and rolname <> 'postgres' order by 1";
        servers.sql(sql).unwrap()
    };
    assert!(roles(&fresh).contains("anon|f|t|f|f|{statement_timeout=5s}"), "{}", roles(&fresh));
    assert_eq!(roles(&fresh), roles(&restored));
}

/// As docs/VOTES.md says.
#[test]
fn a_backup_comes_back_without_network_addresses_and_with_the_key() {
    let world = World::new();
    for number in 1..=30 {
        world.cast("alpha", &voter(number), Some("ship"), 1);
    }
    let dump = world.servers.folder().join("votes.dump");
    let mut backup = world.servers.tool("pg_dump");
    backup.args(["--format=custom", "--schema=votes", "--schema=votes_private", "--no-unlogged-table-data", "--file"]);
    finished(backup.arg(&dump).arg("votes")).unwrap();
    world.sql("create database restored");
    let mut restore = world.servers.tool("pg_restore");
    finished(restore.args(["--dbname=restored", "--exit-on-error"]).arg(&dump)).unwrap();
    let restored = |sql: &str| world.servers.sql_in("restored", sql).unwrap();
    assert_eq!(restored("select * from votes.tallies('{alpha}'); select * from votes.verify()"), "alpha|30|0");
    assert_eq!(
        restored("select count(*) from votes_private.addresses; select count(*) from votes_private.salts"),
        "0\n0"
    );
    let change = format!("set role anon; select votes.cast_ballot('alpha', '{}', 'skip', 2)", voter(7));
    assert_eq!(restored(&change), r#"{"seq": 2, "choice": "skip"}"#);
    assert_eq!(restored("select * from votes.tallies('{alpha}')"), "alpha|29|1");
    // Who is no superuser, as on Supabase, where the others' roles are there already.
    let own = "create role votes_owner; grant votes_owner to current_user;";
    assert!(include_str!("../../docs/VOTES.md").contains(&format!("`{own}`")));
    let hosted = Servers::empty(&programs()).unwrap();
    hosted.sql("create role anon; create role service_role; create role host login createrole createdb").unwrap();
    hosted.sql("create database hosted owner host").unwrap();
    finished(hosted.psql("hosted").env("PGUSER", "host").args(["--command", own])).unwrap();
    let mut restore = hosted.tool("pg_restore");
    restore.env("PGUSER", "host").args(["--dbname=hosted", "--exit-on-error"]).arg(&dump);
    finished(&mut restore).unwrap();
    let restored = hosted.sql_in("hosted", "select * from votes.tallies('{alpha}'); select * from votes.verify()");
    assert_eq!(restored.unwrap(), "alpha|30|0");
}

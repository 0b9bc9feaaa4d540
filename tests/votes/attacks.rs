//! Whatever somebody sends who means harm: each is refused, and nothing changes.

use crate::{
    http::{Answer, send},
    world::{World, voter},
};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How an attack ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    /// It is refused.
    Refused,
    /// It is answered like what it repeats, and does nothing.
    Idle,
}

struct Attack {
    name: String,
    method: &'static str,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    end: End,
}

/// A list of attacks that grows.
#[derive(Default)]
struct Attacks(Vec<Attack>);

impl Attacks {
    fn request(
        &mut self,
        name: &str,
        method: &'static str,
        path: &str,
        headers: &[(&'static str, &str)],
        body: impl Into<Vec<u8>>,
    ) {
        let mut headers: Vec<_> = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        if !headers.iter().any(|(name, _)| *name == "Content-Type") {
            headers.push(("Content-Type", "application/json".to_owned()));
        }
        let (name, path) = (name.to_owned(), path.to_owned());
        self.0.push(Attack { name, method, path, headers, body: body.into(), end: End::Refused });
    }

    fn call(&mut self, name: &str, function: &str, headers: &[(&'static str, &str)], body: impl Into<Vec<u8>>) {
        self.request(name, "POST", &format!("/rpc/{function}"), headers, body);
    }

    /// A ballot in which one field is another JSON than it should be.
    fn field(&mut self, name: &str, field: &str, value: &str) {
        let body = with(field, value);
        self.call(&format!("{field}: {name}"), "cast_ballot", &[], body);
    }

    fn idle(&mut self) {
        self.0.last_mut().unwrap().end = End::Idle;
    }
}

/// The ballot that a new voter might cast, with one field as that text of JSON.
fn with(field: &str, value: &str) -> String {
    let fields = [
        ("tool", "\"alpha\"".to_owned()),
        ("voter", format!("\"{}\"", voter(99))),
        ("choice", "\"ship\"".to_owned()),
        ("seq", "1".to_owned()),
    ];
    let mut body = String::new();
    for (name, good) in fields {
        let value = if name == field { value } else { &good };
        let _ = write!(body, "{}\"{name}\":{value}", if body.is_empty() { "{" } else { "," });
    }
    body + "}"
}

const TABLES: [&str; 8] = ["migrations", "settings", "keys", "tools", "ballots", "counters", "addresses", "salts"];
const PRIVATE: [&str; 13] = [
    "pad",
    "hmac",
    "random_key",
    "shard_of",
    "hashed",
    "refuse",
    "passes",
    "client",
    "address",
    "charge",
    "count_ballot",
    "recount",
    "caching",
];
const SQL: [&str; 4] = [
    "'; drop table votes_private.ballots; --",
    "alpha' or '1'='1",
    "alpha\\\"}'); delete from votes_private.counters; --",
    "$$; select pg_sleep(9); $$",
];

fn roles(attacks: &mut Attacks, world: &World) {
    let tools = r#"{"tools":["mine"]}"#;
    let encode = |text: &str| world.sql(&format!("select translate(encode('{text}', 'base64'), E'+/=\\n', '-_')"));
    let signed = |claims: &str| format!("Bearer {}", world.servers.token(claims).unwrap());
    let claims = encode(r#"{"role":"service_role"}"#);
    let unsigned = format!("Bearer {}.{claims}.", encode(r#"{"alg":"none","typ":"JWT"}"#));
    let forged = format!("Bearer {}.{claims}.{}", encode(r#"{"alg":"HS256"}"#), encode("not the signature"));
    let anonymous = signed(r#"{"role":"anon"}"#);
    let swapped = {
        let parts: Vec<&str> = anonymous.split('.').collect();
        format!("{}.{claims}.{}", parts[0], parts[2])
    };
    attacks.call("a token without a signature", "sync_tools", &[("Authorization", &unsigned)], tools);
    attacks.call("a token with a made-up signature", "sync_tools", &[("Authorization", &forged)], tools);
    attacks.call("a visitor's token with another role put in", "sync_tools", &[("Authorization", &swapped)], tools);
    attacks.call("a visitor's own token", "sync_tools", &[("Authorization", &anonymous)], tools);
    attacks.call(
        "a token that has run out",
        "sync_tools",
        &[("Authorization", &signed(r#"{"role":"service_role","exp":1}"#))],
        tools,
    );
    for role in ["votes_owner", "postgres", "authenticator", "pg_read_all_data", "none", "anon; set role postgres"] {
        let token = signed(&format!("{{\"role\":\"{role}\"}}"));
        attacks.call(&format!("a token for the role {role}"), "sync_tools", &[("Authorization", &token)], tools);
    }
    attacks.call("a secret as key", "sync_tools", &[("apikey", "sb_secret_guess")], tools);
    attacks.call("a secret as token", "sync_tools", &[("Authorization", "Bearer sb_secret_guess")], tools);
    attacks.call("a role in a header", "sync_tools", &[("Role", "service_role"), ("X-Role", "postgres")], tools);
    for function in ["sync_tools", "verify", "tidy"] {
        attacks.call(
            &format!("{function} without a token"),
            function,
            &[],
            if function == "sync_tools" { tools } else { "{}" },
        );
    }
}

fn tables(attacks: &mut Attacks, service: &str) {
    for table in TABLES {
        for method in ["GET", "POST", "PATCH", "DELETE"] {
            for profile in ["votes", "votes_private", "pg_catalog"] {
                let header = if method == "GET" { "Accept-Profile" } else { "Content-Profile" };
                attacks.request(
                    &format!("{method} {table} of {profile}"),
                    method,
                    &format!("/{table}"),
                    &[(header, profile)],
                    "{}",
                );
            }
        }
        attacks.request(
            &format!("{table} with the service key"),
            "GET",
            &format!("/{table}"),
            &[("Authorization", service)],
            "",
        );
    }
    for function in PRIVATE {
        attacks.call(&format!("the private function {function}"), function, &[], "{}");
        attacks.call(&format!("{function} by its schema"), function, &[("Content-Profile", "votes_private")], "{}");
    }
    for function in ["pg_sleep", "set_config", "pg_read_file", "lo_import", "query_to_xml", "current_setting"] {
        attacks.call(
            &format!("PostgreSQL's function {function}"),
            function,
            &[("Content-Profile", "pg_catalog")],
            "{}",
        );
    }
    for method in ["PUT", "PATCH", "DELETE"] {
        attacks.request(&format!("{method} on a function"), method, "/rpc/cast_ballot", &[], with("", ""));
    }
    let query = format!("/rpc/cast_ballot?tool=alpha&voter={}&choice=ship&seq=1", voter(99));
    attacks.request("a ballot by GET, as an image would", "GET", &query, &[], "");
    attacks.request("forgetting by GET", "GET", &format!("/rpc/forget_me?voter={}", voter(1)), &[], "");
    attacks.request("the description of the API", "GET", "/", &[], "");
    let plan = [("Accept", "application/vnd.pgrst.plan+json")];
    attacks.request("the plan of a query", "GET", "/rpc/tallies?tools=%7Balpha%7D", &plan, "");
}

fn voters(attacks: &mut Attacks, stored: &str) {
    let victim = voter(1);
    for (name, guess) in [
        ("the hash that is stored", stored.to_owned()),
        ("the stored hash as bytea", format!("\\\\x{stored}")),
        ("half of the hash", stored[..32].to_uppercase()),
        ("the victim in capitals", victim.to_uppercase()),
        ("the victim and a line", format!("{victim}\\n")),
        ("a line and the victim", format!("\\n{victim}")),
        ("a wild card", "%".repeat(32)),
        ("underscores", "_".repeat(32)),
        ("full-width digits", "１".repeat(32)),
        ("nothing", String::new()),
        ("31 digits", victim[1..].to_owned()),
        ("33 digits", format!("{victim}0")),
        ("8 MB", "a".repeat(8_000_000)),
    ] {
        attacks.field(name, "voter", &format!("\"{guess}\""));
        attacks.call(&format!("forgetting {name}"), "forget_me", &[], format!("{{\"voter\":\"{guess}\"}}"));
    }
    attacks.field("null", "voter", "null");
    attacks.field("all voters", "voter", &format!("[\"{victim}\"]"));
    for guess in [voter(98), "0".repeat(32), "f".repeat(32)] {
        attacks.call(&format!("forgetting {guess}, guessed"), "forget_me", &[], format!("{{\"voter\":\"{guess}\"}}"));
        attacks.idle();
    }
    attacks.call("forgetting everybody", "forget_me", &[], r#"{"voter":null}"#);
    attacks.call("forgetting nobody", "forget_me", &[], "{}");
    for (name, choice, seq) in
        [("a replay", "\"ship\"", 2), ("an old ballot", "\"skip\"", 1), ("an equal one, changed", "null", 2)]
    {
        let body = format!(r#"{{"tool":"alpha","voter":"{victim}","choice":{choice},"seq":{seq}}}"#);
        attacks.call(&format!("{name} of another voter's ballot"), "cast_ballot", &[], body.clone());
        attacks.idle();
        attacks.call(&format!("{name}, rolled back"), "cast_ballot", &[("Prefer", "tx=rollback")], body);
        attacks.idle();
    }
}

fn fields(attacks: &mut Attacks) {
    for sql in SQL {
        for field in ["tool", "voter", "choice", "seq"] {
            attacks.field(&format!("SQL {sql}"), field, &format!("\"{sql}\""));
        }
        let encoded: String = sql.bytes().map(|byte| format!("%{byte:02X}")).collect();
        for parameter in ["order", "limit", "tools.eq", "or"] {
            let path = format!("/rpc/tallies?tools=%7Balpha%7D&{parameter}={encoded}");
            attacks.request(&format!("SQL in {parameter}: {sql}"), "GET", &path, &[], "");
            // A limit that is no number is none.
            if parameter == "limit" {
                attacks.idle();
            }
        }
        attacks.request(
            &format!("SQL as a tool's name: {sql}"),
            "GET",
            &format!("/rpc/tallies?tools=%7B%22{encoded}%7D"),
            &[],
            "",
        );
        attacks.request(&format!("SQL as a function: {sql}"), "POST", &format!("/rpc/{encoded}"), &[], "{}");
    }
    for (field, values) in [
        (
            "seq",
            &[
                "0",
                "-1",
                "-2147483648",
                "2147483648",
                "1e400",
                "1.5",
                "NaN",
                "Infinity",
                "\"NaN\"",
                "\"one\"",
                "\"\"",
                "null",
                "true",
                "[1]",
                "{}",
                "99999999999999999999999",
            ][..],
        ),
        (
            "choice",
            &[
                "\"Ship\"",
                "\"ship \"",
                "\"\"",
                "true",
                "1",
                "[\"ship\"]",
                "{\"ship\":1}",
                "\"sh\\u0000ip\"",
                "\"ship\\u202e\"",
            ],
        ),
        (
            "tool",
            &[
                "null",
                "\"\"",
                "\"nobody-knows-it\"",
                "\"Alpha\"",
                "\"alpha \"",
                "\"../alpha\"",
                "\"closed\"",
                "1",
                "[\"alpha\"]",
                "{}",
                "\"al\\u0000pha\"",
                "\"\\ud800\"",
            ],
        ),
    ] {
        for value in values {
            attacks.field(&format!("{value} as the value"), field, value);
        }
    }
    attacks.field("1 MB", "tool", &format!("\"{}\"", "a".repeat(1_000_000)));
    attacks.field("nested 100,000 deep", "tool", &format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    attacks.field("nested 100,000 deep", "choice", &format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000)));
}

fn bodies(attacks: &mut Attacks) {
    let good = with("", "");
    for (name, body) in [
        ("nothing", String::new()),
        ("null", "null".to_owned()),
        ("a list of nothing", "[]".to_owned()),
        ("a list of what are no ballots", "[1,2]".to_owned()),
        ("a text", "\"alpha\"".to_owned()),
        ("half of one", good[..40].to_owned()),
        ("two, one behind the other", format!("{good}{good}")),
        ("a field more", good.replace('}', ",\"role\":\"service_role\"}")),
        ("a field less", good.replace(",\"seq\":1", "")),
        ("100,000 levels", "[".repeat(100_000)),
    ] {
        attacks.call(&format!("the body is {name}"), "cast_ballot", &[], body);
    }
    attacks.call(
        "the body is no UTF-8",
        "cast_ballot",
        &[],
        [good.replace("alpha", "al").into_bytes(), vec![0xff, 0xfe]].concat(),
    );
    for media_type in
        ["text/plain", "application/xml", "application/octet-stream", "text/csv", "application/vnd.pgrst.object"]
    {
        attacks.call(
            &format!("a ballot as {media_type}"),
            "cast_ballot",
            &[("Content-Type", media_type)],
            good.clone(),
        );
    }
    attacks.call("one parameter for all", "cast_ballot", &[("Prefer", "params=single-object")], good.clone());
    attacks.call("the wrong schema", "cast_ballot", &[("Content-Profile", "public")], good);
    let many = |count: usize| json!({ "tools": (0..count).map(|i| format!("t{i}")).collect::<Vec<_>>() }).to_string();
    attacks.call("tallies of 501 tools", "tallies", &[], many(501));
    attacks.call("tallies of 300,000 tools", "tallies", &[], many(300_000));
    attacks.call("tallies of nothing", "tallies", &[], r#"{"tools":null}"#);
    attacks.call("tallies of what is no list", "tallies", &[], r#"{"tools":"alpha"}"#);
    attacks.request("tallies of half a list", "GET", "/rpc/tallies?tools=%7Balpha", &[], "");
}

/// Everything that is stored, but for what networks spent.
fn stored(world: &World) -> String {
    let hashed = |table: &str| {
        format!("(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from votes_private.{table} as t)")
    };
    let tables: Vec<String> =
        TABLES.iter().filter(|it| !["addresses", "salts"].contains(it)).map(|it| hashed(it)).collect();
    let roles = "(select md5(string_agg(r::text, '|' order by rolname)) from pg_roles as r)";
    let made =
        "(select md5(string_agg(c.oid::text || relname, '|' order by c.oid)) from pg_class as c where relnamespace in
        ('votes'::regnamespace, 'votes_private'::regnamespace))";
    world.sql(&format!("select {}, {roles}, {made}", tables.join(", ")))
}

/// Whether an answer keeps to itself how the server is made: no row, no key, no secret.
fn tells_nothing(answer: &Answer, hash: &str) -> bool {
    !answer.text.contains(hash) && !answer.text.contains(&voter(1))
}

#[test]
fn every_attack_is_refused_and_changes_nothing() {
    let world = World::new();
    world.sync(&["alpha", "beta", "closed"]);
    world.cast("closed", &voter(2), Some("ship"), 1);
    world.sync(&["alpha", "beta"]);
    world.cast("alpha", &voter(1), Some("skip"), 1);
    world.cast("alpha", &voter(1), Some("ship"), 2);
    let hash = world.sql("select encode(voter, 'hex') from votes_private.ballots where tool = 'alpha'");
    let service = format!("Bearer {}", world.servers.token(r#"{"role":"service_role"}"#).unwrap());
    let mut attacks = Attacks::default();
    roles(&mut attacks, &world);
    tables(&mut attacks, &service);
    voters(&mut attacks, &hash);
    fields(&mut attacks);
    bodies(&mut attacks);
    assert!(attacks.0.len() >= 40, "{}", attacks.0.len());
    let before = stored(&world);
    let mut told = Vec::new();
    for Attack { name, method, path, headers, body, end } in &attacks.0 {
        let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = send(&world.agent, method, &format!("{}{path}", world.servers.url()), &headers, body);
        let answer = answer.unwrap_or_else(|| panic!("{name}: no answer"));
        let ended = match answer.status {
            200 => End::Idle,
            // Only what is nested beyond measure may be too much for the server itself.
            400..500 => End::Refused,
            500 if name.contains("deep") => End::Refused,
            other => panic!("{name}: {other} {}", answer.text),
        };
        if ended != *end || !tells_nothing(&answer, &hash) {
            told.push(format!("{name}: {} {}", answer.status, answer.text));
        }
        if stored(&world) != before {
            panic!("{name} changed something: {} {}", answer.status, answer.text);
        }
    }
    assert_eq!(told, [""; 0], "of {} attacks", attacks.0.len());
    world.check_counters();
    // The servers are as they were: a ballot counts.
    assert_eq!(world.cast("alpha", &voter(99), Some("ship"), 1).json(), json!({ "choice": "ship", "seq": 1 }));
    assert_eq!(world.tally("alpha"), (2, 0));
    assert_ne!(stored(&world), before, "a change would have been noticed");
    let columns: Vec<Value> = vec![world.call("tallies", &json!({ "tools": ["alpha"] }), &[]).json()];
    assert_eq!(columns[0][0].as_object().unwrap().keys().collect::<Vec<_>>(), ["ship", "skip", "tool"]);
}

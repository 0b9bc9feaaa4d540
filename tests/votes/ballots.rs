//! What a ballot does, what a tally says, and how a voter is forgotten.

use crate::{
    http::send,
    world::{World, ballot, voter},
};
use serde_json::{Value, json};

#[test]
fn a_ballot_can_be_cast_changed_and_withdrawn_and_the_highest_number_stands() {
    let world = World::new();
    let ada = voter(1);
    let told = |choice: Option<&str>, seq: u64, standing: Value, tally: (u64, u64)| {
        let answer = world.cast("alpha", &ada, choice, seq);
        assert_eq!((answer.status, answer.json()), (200, standing), "{choice:?} {seq}");
        assert_eq!(world.tally("alpha"), tally, "{choice:?} {seq}");
        world.check_counters();
    };
    told(Some("ship"), 1, json!({ "choice": "ship", "seq": 1 }), (1, 0));
    // A repeat; an equal number, of which the first stays; a change; one that comes late.
    told(Some("ship"), 1, json!({ "choice": "ship", "seq": 1 }), (1, 0));
    told(Some("skip"), 1, json!({ "choice": "ship", "seq": 1 }), (1, 0));
    told(Some("skip"), 4, json!({ "choice": "skip", "seq": 4 }), (0, 1));
    told(Some("ship"), 3, json!({ "choice": "skip", "seq": 4 }), (0, 1));
    // Withdrawn, and what comes late does not bring it back.
    told(None, 5, json!({ "choice": null, "seq": 5 }), (0, 0));
    told(Some("skip"), 4, json!({ "choice": null, "seq": 5 }), (0, 0));
    told(None, 5, json!({ "choice": null, "seq": 5 }), (0, 0));
    told(Some("ship"), 2_147_483_647, json!({ "choice": "ship", "seq": 2_147_483_647 }), (1, 0));
    // Another voter, and another tool.
    assert_eq!(world.cast("alpha", &voter(2), Some("skip"), 1).status, 200);
    assert_eq!(world.cast("beta", &ada, None, 1).json(), json!({ "choice": null, "seq": 1 }));
    assert_eq!(world.cast("beta", &ada, Some("ship"), 1).json(), json!({ "choice": null, "seq": 1 }));
    assert_eq!((world.tally("alpha"), world.tally("beta")), ((1, 1), (0, 0)));
    world.check_counters();
    assert_eq!(world.sql("select count(*) from votes_private.ballots"), "3");
}

#[test]
fn tallies_are_one_request() {
    let world = World::new();
    for number in 1..=3 {
        world.cast("delta-2", &voter(number), Some(if number == 3 { "skip" } else { "ship" }), 1);
    }
    let url = format!("{}/rpc/tallies?tools=%7Bdelta-2,beta,unknown%7D", world.servers.url());
    let rows = json!([{ "tool": "beta", "ship": 0, "skip": 0 }, { "tool": "delta-2", "ship": 2, "skip": 1 }]);
    let got = send(&world.agent, "GET", &url, &[], b"").unwrap();
    assert_eq!((got.status, got.json()), (200, rows.clone()));
    assert_eq!(world.call("tallies", &json!({ "tools": ["beta", "delta-2", "beta"] }), &[]).json(), rows);
    assert_eq!(world.call("tallies", &json!({ "tools": [] }), &[]).json(), json!([]));
}

#[test]
fn on_a_closed_tool_a_vote_can_be_withdrawn_and_nothing_else() {
    let world = World::new();
    let (ada, bob) = (voter(1), voter(2));
    world.cast("alpha", &ada, Some("ship"), 1);
    world.cast("alpha", &bob, Some("skip"), 1);
    world.sync(&["beta"]);
    let refused = |tool, voter: &str, choice, seq| {
        let answer = world.cast(tool, voter, choice, seq);
        let code = answer.json()["code"].clone();
        assert_eq!((answer.status, code), (422, json!("unknown-tool")), "{tool} {choice:?} {seq}");
    };
    // A change, a first vote, and withdrawing what was never cast, here or on a tool that never was.
    refused("alpha", &ada, Some("skip"), 2);
    refused("alpha", &voter(3), Some("ship"), 1);
    refused("alpha", &voter(3), None, 1);
    refused("never-known", &ada, None, 1);
    assert_eq!(world.tally("alpha"), (1, 1));
    let withdrawn = world.cast("alpha", &ada, None, 2);
    assert_eq!((withdrawn.status, withdrawn.json()), (200, json!({ "choice": null, "seq": 2 })));
    assert_eq!(world.tally("alpha"), (0, 1));
    // Nor does it come back, before the tool does.
    refused("alpha", &ada, Some("ship"), 3);
    assert_eq!(world.cast("alpha", &ada, Some("ship"), 1).json(), json!({ "choice": null, "seq": 2 }));
    world.sync(&["alpha", "beta"]);
    assert_eq!(world.cast("alpha", &ada, Some("ship"), 3).status, 200);
    assert_eq!(world.tally("alpha"), (1, 1));
    world.check_counters();
    assert_eq!(world.sql("select count(*) from votes_private.ballots"), "2");
}

#[test]
fn a_page_of_another_origin_may_send_what_it_needs_and_read_why_it_is_refused() {
    let world = World::new();
    let url = format!("{}/rpc/cast_ballot", world.servers.url());
    let asked = [
        ("Origin", "https://reader.example"),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "apikey,authorization,content-profile,content-type"),
    ];
    let allowed = send(&world.agent, "OPTIONS", &url, &asked, b"").unwrap();
    assert_eq!(allowed.status, 200);
    let headers = allowed.header("Access-Control-Allow-Headers").to_lowercase();
    for header in ["apikey", "authorization", "content-profile", "content-type"] {
        assert!(headers.split(", ").any(|it| it == header), "{header}: {headers}");
    }
    world.sql("update votes_private.settings set new_ballots_per_hour = 1");
    world.cast("alpha", &voter(1), Some("ship"), 1);
    let body = ballot("alpha", &voter(2), Some("ship"), 1);
    let refused = world.call("cast_ballot", &body, &[("Origin", "https://reader.example")]);
    assert_eq!((refused.status, refused.json()["code"].as_str()), (429, Some("too-many")));
    assert!(refused.header("Access-Control-Expose-Headers").contains("Retry-After"));
}

#[test]
fn a_token_for_visitors_and_the_name_of_the_schema_change_nothing() {
    let world = World::new();
    let bearer = format!("Bearer {}", world.servers.token(r#"{"role":"anon"}"#).unwrap());
    let headers = [("Authorization", bearer.as_str()), ("apikey", "any"), ("Content-Profile", "votes")];
    let answer = world.call("cast_ballot", &ballot("alpha", &voter(1), Some("ship"), 1), &headers);
    assert_eq!((answer.status, world.tally("alpha")), (200, (1, 0)));
    let bearer = format!("Bearer {}", world.servers.token(r#"{"role":"service_role"}"#).unwrap());
    let verified = world.call("verify", &json!({}), &[("Authorization", &bearer)]);
    assert_eq!((verified.status, verified.json()), (200, json!([])));
}

/// PostgREST takes the first of a list; that is one vote for one request, as it should be.
#[test]
fn a_list_of_ballots_is_one_vote() {
    let world = World::new();
    let list = json!([1, 2, 3].map(|number| ballot("alpha", &voter(number), Some("ship"), 1)));
    assert_eq!(world.call("cast_ballot", &list, &[]).status, 200);
    assert_eq!(world.tally("alpha"), (1, 0));
}

#[test]
fn a_voter_can_be_forgotten() {
    let world = World::new();
    let (ada, bob) = (voter(1), voter(2));
    for tool in ["alpha", "beta", "gamma"] {
        world.cast(tool, &ada, Some("ship"), 3);
        world.cast(tool, &bob, Some("skip"), 1);
    }
    world.cast("gamma", &ada, None, 4);
    let forget = |voter: &str| world.call("forget_me", &json!({ "voter": voter }), &[]).json();
    assert_eq!(forget(&voter(3)), json!({ "forgotten": 0 }));
    assert_eq!(forget(&ada), json!({ "forgotten": 3 }));
    assert_eq!(forget(&ada), json!({ "forgotten": 0 }));
    assert_eq!((world.tally("alpha"), world.tally("gamma")), ((0, 1), (0, 1)));
    world.check_counters();
    assert_eq!(
        world.sql(&format!("select count(*) from votes_private.ballots where voter = votes_private.hashed('{ada}')")),
        "0"
    );
    // Also where the site has dropped the tool since.
    world.sync(&["beta"]);
    assert_eq!(forget(&bob), json!({ "forgotten": 3 }));
    assert_eq!(world.sql("select count(*) from votes_private.ballots"), "0");
    // Whoever comes back begins anew.
    assert_eq!(world.cast("beta", &ada, Some("skip"), 1).json(), json!({ "choice": "skip", "seq": 1 }));
}

#[test]
fn a_challenge_is_a_function_that_a_site_replaces() {
    let world = World::new();
    world.sql(
        "create or replace function votes_private.passes(challenge text) returns boolean language sql stable as $$ select challenge = 'solved' $$",
    );
    let mut body = ballot("alpha", &voter(1), Some("ship"), 1);
    let refused = world.call("cast_ballot", &body, &[]);
    assert_eq!((refused.status, refused.json()["code"].as_str()), (403, Some("challenge-failed")));
    body["challenge"] = "guessed".into();
    assert_eq!(world.call("cast_ballot", &body, &[]).status, 403);
    body["challenge"] = "solved".into();
    assert_eq!(world.call("cast_ballot", &body, &[]).status, 200);
    assert_eq!(world.tally("alpha"), (1, 0));
}

//! What a cache in front of PostgREST may keep: it gives one answer to everybody who asks for the same address.

use crate::{
    http::{Answer, send},
    world::{World, voter},
};
use serde_json::json;

const PAGE: (&str, &str) = ("Origin", "https://reader.example");

fn get(world: &World, headers: &[(&str, &str)]) -> Answer {
    let url = format!("{}/rpc/tallies?tools=%7Balpha,beta,unknown%7D", world.servers.url());
    send(&world.agent, "GET", &url, headers, b"").unwrap()
}

#[test]
fn what_a_page_gets_may_be_kept_for_seconds() {
    let world = World::new();
    world.cast("beta", &voter(1), Some("skip"), 1);
    let rows = json!([{ "tool": "alpha", "ship": 0, "skip": 0 }, { "tool": "beta", "ship": 0, "skip": 1 }]);
    let key = ("Authorization", format!("Bearer {}", world.servers.token(r#"{"role":"anon"}"#).unwrap()));
    let of_key = [PAGE, ("Accept-Profile", "votes"), ("apikey", "any"), (key.0, key.1.as_str())];
    for more in [
        &[PAGE][..],
        // A page of the server's own origin, or whoever else gives none.
        &[],
        &[("Accept", "application/json")],
        // A frame without an origin of its own, such as a sandboxed one.
        &[("Origin", "null")],
        &[PAGE, ("Accept", "*/*"), ("Accept-Language", "ar"), ("Cache-Control", "no-cache")],
        &[PAGE, ("Accept", "application/json")],
        &of_key,
    ] {
        let got = get(&world, more);
        assert_eq!((got.status, got.json()), (200, rows.clone()), "{more:?}");
        assert_eq!(got.header("Cache-Control"), "public, max-age=10", "{more:?}");
        assert_eq!(got.header("Access-Control-Allow-Origin"), "*", "{more:?}");
        assert_eq!(got.header("Content-Type"), "application/json; charset=utf-8", "{more:?}");
        assert_eq!(got.header("Vary"), "Accept", "{more:?}");
    }
    world.sql("update votes_private.settings set seconds_cached = 60");
    assert_eq!(get(&world, &[PAGE]).header("Cache-Control"), "public, max-age=60");
}

#[test]
fn what_other_pages_could_not_use_is_not_kept() {
    let world = World::new();
    for headers in [
        &[PAGE, ("Range", "0-0")][..],
        &[("Range", "0-0")],
        &[PAGE, ("Range-Unit", "items"), ("Range", "1-1")],
        &[PAGE, ("Accept", "text/csv")],
        &[PAGE, ("Accept", "application/vnd.pgrst.array+json;nulls=stripped")],
        &[PAGE, ("Accept", "text/csv, */*")],
        &[PAGE, ("Accept", "*/*"), ("Accept", "text/csv")],
        &[PAGE, ("Range", "0-0"), ("Range", "0-9")],
        &[PAGE, ("Prefer", "count=exact")],
    ] {
        let got = get(&world, headers);
        assert_eq!(got.header("Cache-Control"), "no-store", "{headers:?}: {got:?}");
        assert!([200, 206].contains(&got.status), "{headers:?}: {got:?}");
    }
    // Of that header twice the last alone is seen; a cache is told to look at both.
    let twice = get(&world, &[PAGE, ("Accept", "text/csv"), ("Accept", "*/*")]);
    assert_eq!(
        (twice.header("Content-Type").as_str(), twice.header("Vary").as_str()),
        ("text/csv; charset=utf-8", "Accept")
    );
    // Asked for as one object, two rows are an error, and one is none.
    let one = ("Accept", "application/vnd.pgrst.object+json");
    assert_eq!(get(&world, &[PAGE, one]).status, 406);
    let url = format!("{}/rpc/tallies?tools=%7Balpha%7D", world.servers.url());
    let got = send(&world.agent, "GET", &url, &[PAGE, one], b"").unwrap();
    assert_eq!((got.status, got.header("Cache-Control").as_str()), (200, "no-store"));
}

#[test]
fn no_refusal_and_no_answer_to_post_may_be_kept() {
    let world = World::new();
    let many = vec!["alpha"; 501].join(",");
    let url = format!("{}/rpc/tallies?tools=%7B{many}%7D", world.servers.url());
    let refused = send(&world.agent, "GET", &url, &[PAGE], b"").unwrap();
    assert_eq!((refused.status, refused.header("Cache-Control").as_str()), (422, ""));
    let posted = world.call("tallies", &json!({ "tools": ["alpha"] }), &[]);
    assert_eq!((posted.status, posted.header("Cache-Control").as_str()), (200, "no-store"));
}

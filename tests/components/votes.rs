//! Votes in this browser's storage: their exact shape, other tabs, and storage that is corrupt, full or blocked.

use crate::script::{Swapped, afresh, run, swap};
use shipside::{
    browser::LocalVotes,
    model::{
        Ballots,
        Choice::{self, Ship, Skip},
        Receipt, ToolId, Trouble, VoteBackend,
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

const KEY: &str = "shipside:ballots:v1";
const CORRUPT: &str = "shipside:ballots:v1:corrupt";
const STORED: &str = r#"{"voter":"0123456789abcdef0123456789abcdef","ballots":{"one":{"choice":"ship","seq":3,"at":"2026-11-01T12:00:00Z"}}}"#;

fn tool(id: &str) -> ToolId {
    ToolId::parse(id).unwrap()
}

/// What is stored under a key.
fn stored(key: &str) -> Option<String> {
    run(&format!("return localStorage.getItem('{key}')")).as_string()
}

/// As if another tab, or an earlier visit, had stored that.
fn store(text: &str) {
    run(&format!("localStorage.setItem('{KEY}', `{text}`)"));
}

/// A tab of a browser that has stored nothing yet.
fn first_tab() -> LocalVotes {
    afresh();
    run("localStorage.clear()");
    LocalVotes::new()
}

/// Storage without room, until it is dropped.
fn full() -> Swapped {
    swap("Storage.prototype", "setItem", "{ value() { throw new DOMException('', 'QuotaExceededError') } }")
}

/// Storage that the browser refuses, until it is dropped.
fn blocked() -> Swapped {
    swap("window", "localStorage", "{ get() { throw new DOMException('', 'SecurityError') } }")
}

fn cast(votes: &LocalVotes, id: &str, choice: Option<Choice>) -> Receipt {
    votes.cast(&tool(id), choice)
}

/// What the reader chose for some tools.
fn choices(ballots: &Ballots, ids: &[&str]) -> Vec<Option<Choice>> {
    ids.iter().map(|id| ballots.choice(&tool(id))).collect()
}

#[wasm_bindgen_test]
async fn a_ballot_is_stored_in_exactly_the_promised_shape() {
    let votes = first_tab();
    assert_eq!((votes.load().ballots.cast().len(), stored(KEY)), (0, None), "who has not voted leaves no trace");
    cast(&votes, "one", Some(Ship));
    cast(&votes, "one", None);
    let Receipt { ballots, trouble } = cast(&votes, "a-two", Some(Skip));
    assert_eq!(trouble, None);
    let (voter, cast) = (ballots.voter(), ballots.cast());
    let (second, first) = (&cast[0].1.at, &cast[1].1.at);
    assert!(voter.len() == 32 && voter.bytes().any(|b| b != b'0'), "{voter}");
    let now = run("return new Date().toISOString()").as_string().unwrap();
    assert!(
        second.len() == 20 && second.ends_with('Z') && second[..16] >= *"2026-01-01T00:00" && second[..19] <= now[..19]
    );
    assert_eq!(
        stored(KEY).unwrap(),
        format!(
            r#"{{"voter":"{voter}","ballots":{{"a-two":{{"choice":"skip","seq":1,"at":"{second}"}},"one":{{"choice":null,"seq":2,"at":"{first}"}}}}}}"#
        )
    );
}

#[wasm_bindgen_test]
async fn another_visit_reads_what_was_stored_and_is_the_same_voter() {
    let votes = first_tab();
    let before = cast(&votes, "one", Some(Ship));
    assert_eq!(LocalVotes::new().load(), before);
    let elsewhere = LocalVotes::new();
    let after = cast(&elsewhere, "two", Some(Skip)).ballots;
    assert_eq!(after.voter(), before.ballots.voter());
    assert_eq!(votes.load().ballots, after);
    assert_eq!(votes.others(&[tool("one")]).await, Some(Vec::new()), "nobody shares a count");
    assert_eq!(votes.waiting(), []);
}

#[wasm_bindgen_test]
async fn two_tabs_do_not_lose_each_others_votes() {
    let (mine, theirs) = (first_tab(), LocalVotes::new());
    mine.load();
    theirs.load();
    cast(&mine, "one", Some(Ship));
    cast(&theirs, "two", Some(Skip));
    let both = cast(&mine, "three", Some(Ship)).ballots;
    assert_eq!(choices(&both, &["one", "two", "three"]), [Some(Ship), Some(Skip), Some(Ship)]);
    cast(&theirs, "one", None);
    assert_eq!(choices(&mine.load().ballots, &["one"]), [None], "the later change counts");
    assert_eq!(mine.load().ballots, theirs.load().ballots);
}

#[wasm_bindgen_test]
async fn corrupt_ballots_are_moved_aside_and_never_destroyed() {
    for corrupt in ["", "{", "[]", "null", r#"{"voter":"me","ballots":{}}"#, &STORED.replace("ship", "shop")] {
        let votes = first_tab();
        store(corrupt);
        assert_eq!(votes.load().ballots.cast().len(), 0);
        assert_eq!((stored(KEY), stored(CORRUPT).as_deref()), (None, Some(corrupt)));
        let Receipt { ballots, trouble } = cast(&votes, "one", Some(Ship));
        assert_eq!((choices(&ballots, &["one"]), trouble), (vec![Some(Ship)], None));
        assert_eq!((LocalVotes::new().load().ballots, stored(CORRUPT).as_deref()), (ballots, Some(corrupt)));
    }
}

#[wasm_bindgen_test]
async fn what_corrupts_ballots_during_a_visit_does_not_take_them_from_this_tab() {
    let votes = first_tab();
    store(STORED);
    votes.load();
    store("oops");
    let after = cast(&votes, "two", Some(Skip)).ballots;
    assert_eq!(choices(&after, &["one", "two"]), [Some(Ship), Some(Skip)]);
    assert_eq!(LocalVotes::new().load().ballots, after);
}

#[wasm_bindgen_test]
async fn corrupt_ballots_without_room_to_move_them_stay_where_they_are() {
    let votes = first_tab();
    store("oops");
    let full = full();
    assert_eq!(votes.load().trouble, Some(Trouble::Full));
    let Receipt { ballots, trouble } = cast(&votes, "one", Some(Ship));
    assert_eq!((choices(&ballots, &["one"]), trouble), (vec![Some(Ship)], Some(Trouble::Full)));
    drop(full);
    assert_eq!((stored(KEY).as_deref(), stored(CORRUPT)), (Some("oops"), None));
}

#[wasm_bindgen_test]
async fn in_full_storage_votes_count_in_this_tab_and_are_stored_once_there_is_room() {
    let votes = first_tab();
    store(STORED);
    let full = full();
    let Receipt { ballots, trouble } = cast(&votes, "two", Some(Skip));
    assert_eq!((choices(&ballots, &["one", "two"]), trouble), (vec![Some(Ship), Some(Skip)], Some(Trouble::Full)));
    assert_eq!(votes.load().ballots, ballots);
    assert_eq!(stored(KEY).as_deref(), Some(STORED));
    drop(full);
    let after = cast(&votes, "three", Some(Ship));
    assert_eq!(after.trouble, None);
    let all = choices(&LocalVotes::new().load().ballots, &["one", "two", "three"]);
    assert_eq!(all, [Some(Ship), Some(Skip), Some(Ship)]);
}

#[wasm_bindgen_test]
async fn where_storage_is_blocked_votes_count_in_this_tab_and_the_reader_is_told() {
    let votes = first_tab();
    let before = {
        let _blocked = blocked();
        assert_eq!(votes.load().trouble, Some(Trouble::Blocked));
        cast(&votes, "one", Some(Ship));
        let Receipt { ballots, trouble } = cast(&votes, "two", Some(Skip));
        assert_eq!(
            (choices(&ballots, &["one", "two"]), trouble),
            (vec![Some(Ship), Some(Skip)], Some(Trouble::Blocked))
        );
        assert_eq!(votes.load(), Receipt { ballots: ballots.clone(), trouble });
        ballots
    };
    assert_eq!(votes.load(), Receipt { ballots: before, trouble: None });
    assert_eq!(stored(KEY), None);
}

#[wasm_bindgen_test]
async fn storage_that_cannot_even_be_read_is_blocked() {
    let votes = first_tab();
    let _unreadable = swap("Storage.prototype", "getItem", "{ value() { throw new Error('disk') } }");
    let Receipt { ballots, trouble } = cast(&votes, "one", Some(Ship));
    assert_eq!((choices(&ballots, &["one"]), trouble), (vec![Some(Ship)], Some(Trouble::Blocked)));
}

#[wasm_bindgen_test]
async fn only_what_concerns_ballots_is_followed_and_a_cleared_storage_is_a_new_voter() {
    let votes = first_tab();
    let before = cast(&votes, "one", Some(Ship)).ballots;
    assert!(!votes.follow(Some("shipside:theme")) && !votes.follow(Some(CORRUPT)));
    assert!(votes.follow(Some(KEY)) && votes.follow(None));
    assert_eq!(votes.load().ballots, before, "nothing was cleared yet");
    for (clear, key) in [("localStorage.clear()", None), ("localStorage.removeItem('shipside:ballots:v1')", Some(KEY))]
    {
        cast(&votes, "one", Some(Ship));
        run(clear);
        assert!(votes.follow(key));
        let after = votes.load().ballots;
        assert_eq!(after.cast().len(), 0);
        assert_ne!(after.voter(), before.voter());
    }
}

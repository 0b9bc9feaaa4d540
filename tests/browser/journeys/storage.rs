//! Voting where storage is corrupt, blocked or full.

use super::{Journey, Reader, journeys};
use crate::page::{COMPARISON, MISTRAL};
use serde_json::{Value, json};

pub const ALL: &[Journey] = journeys![
    corrupt_ballots_are_moved_aside_and_voting_starts_afresh,
    where_storage_is_blocked_votes_count_for_the_visit,
    where_storage_is_full_votes_count_for_the_visit,
];

const KEY: &str = "shipside:ballots:v1";

fn corrupt_ballots_are_moved_aside_and_voting_starts_afresh(reader: &Reader) {
    let voter = "0123456789abcdef0123456789abcdef";
    let corrupt = [
        "{\"voter\":\"0123".to_owned(),
        "[]".to_owned(),
        json!({ "voter": "me", "ballots": {} }).to_string(),
        json!({ "voter": voter, "ballots": { "mistral-medium-3": { "choice": "maybe", "seq": 1, "at": "" } } })
            .to_string(),
    ];
    let get = |key: &str| reader.js("return localStorage.getItem(arguments[0])", &[key.into()]);
    reader.opens("/");
    for text in corrupt {
        reader.js("localStorage.setItem(arguments[0], arguments[1])", &[KEY.into(), text.as_str().into()]);
        reader.opens(COMPARISON);
        assert_eq!(get("shipside:ballots:v1:corrupt"), Value::from(text.as_str()));
        assert_eq!(get(KEY), Value::Null);
        assert_eq!(reader.pressed(), [""; 0]);
        reader.presses("Ship Mistral Medium 3");
        reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
        assert_eq!(reader.ballots()["ballots"]["mistral-medium-3"]["choice"], "ship");
        assert!(!reader.article(MISTRAL).contains("will not be remembered"));
        reader.reloads();
        reader.sees("the remembered vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
        assert_eq!(get("shipside:ballots:v1:corrupt"), Value::from(text), "nothing is destroyed");
    }
}

fn where_storage_is_blocked_votes_count_for_the_visit(reader: &Reader) {
    reader.site.runs_first(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })",
    );
    reader.opens(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    assert_eq!(reader.figure(MISTRAL, "Community"), "100%");
    assert!(reader.article(MISTRAL).contains("will not be remembered"), "{}", reader.article(MISTRAL));
    // The visit goes on to another page with the same tool.
    reader.follows("Shipside");
    reader.sees("the home page", || reader.address(), "/");
    reader.goes_back();
    reader.sees("the vote, later in the visit", || reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.reloads();
    assert_eq!(reader.pressed(), [""; 0], "as it said");
}

fn where_storage_is_full_votes_count_for_the_visit(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Ship SmolVLM2 Turbo");
    reader.sees("the first vote, stored", || reader.ballots()["ballots"]["smolvlm2-turbo"]["seq"].clone(), json!(1));
    // Room for nothing more, down to the last character.
    reader.js(
        "for (let size = 1 << 20, n = 0; size >= 1;) {
           try { localStorage.setItem('fill' + n++, 'x'.repeat(size)); } catch { size >>= 1; }
         }",
        &[],
    );
    reader.presses("Ship Mistral Medium 3");
    let both = ["Ship SmolVLM2 Turbo", "Ship Mistral Medium 3"];
    reader.sees("both votes", || reader.pressed(), both);
    assert_eq!(reader.article(MISTRAL).matches("will not be remembered").count(), 1, "{}", reader.article(MISTRAL));
    reader.reloads();
    reader.sees("only the vote that had room", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("both votes", || reader.pressed(), both);
    // With room again, the next vote stores them all, and nothing is said any more.
    reader.js(
        "Object.keys(localStorage).filter(key => key.startsWith('fill')).forEach(key => localStorage.removeItem(key))",
        &[],
    );
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the changed vote", || reader.pressed(), ["Skip SmolVLM2 Turbo", "Ship Mistral Medium 3"]);
    assert!(!reader.article(MISTRAL).contains("will not be remembered"));
    reader.reloads();
    reader.sees("both votes after reload", || reader.pressed(), ["Skip SmolVLM2 Turbo", "Ship Mistral Medium 3"]);
}

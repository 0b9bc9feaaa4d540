//! Voting.

use super::{Journey, Reader, journeys};
use crate::page::{COMPARISON, MISTRAL, MISTRAL_FILE, SMOL};
use serde_json::{Value, json};

pub const ALL: &[Journey] = journeys![
    a_vote_is_cast_changed_and_withdrawn,
    a_vote_is_remembered_after_reload_and_in_every_comparison_of_the_tool,
    what_is_stored_has_the_promised_shape,
    another_tab_follows_at_once,
    the_readers_own_vote_counts_exactly_once,
];

/// Without votes.
const NOBODY: [String; 0] = [];

fn a_vote_is_cast_changed_and_withdrawn(reader: &Reader) {
    reader.opens(COMPARISON);
    assert_eq!(reader.pressed(), NOBODY);
    assert_eq!(reader.figure(SMOL, "Community"), "—");
    assert!(reader.article(SMOL).contains("No votes yet") && reader.article(SMOL).contains("This browser only"));
    reader.presses("Ship SmolVLM2 Turbo");
    reader.sees("the status", || reader.status(SMOL), "You voted ship.");
    assert_eq!(reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    assert_eq!(reader.figure(SMOL, "Community"), "100%");
    assert!(reader.article(SMOL).contains("Early: 1 vote"), "{}", reader.article(SMOL));
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the status", || reader.status(SMOL), "You voted skip.");
    assert_eq!(reader.pressed(), ["Skip SmolVLM2 Turbo"]);
    assert_eq!(reader.figure(SMOL, "Community"), "0%");
    // The other tool has a vote of its own.
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the other status", || reader.status(MISTRAL), "You voted ship.");
    assert_eq!(reader.pressed(), ["Skip SmolVLM2 Turbo", "Ship Mistral Medium 3"]);
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the status", || reader.status(SMOL), "You withdrew your vote.");
    assert_eq!(reader.pressed(), ["Ship Mistral Medium 3"]);
    assert_eq!(reader.figure(SMOL, "Community"), "—");
    assert!(reader.article(SMOL).contains("No votes yet"));
}

fn a_vote_is_remembered_after_reload_and_in_every_comparison_of_the_tool(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Skip Mistral Medium 3");
    reader.sees("the pressed button", || reader.pressed(), ["Skip Mistral Medium 3"]);
    reader.reloads();
    reader.sees("the pressed button after reload", || reader.pressed(), ["Skip Mistral Medium 3"]);
    assert_eq!(reader.status(MISTRAL), "", "nothing has happened in this visit");
    reader.opens("/compare/?tools=ollama,mistral-medium-3");
    reader.sees("the pressed button elsewhere", || reader.pressed(), ["Skip Mistral Medium 3"]);
    assert_eq!(reader.figure(MISTRAL, "Community"), "0%");
    assert_eq!(reader.figure("Ollama", "Community"), "—");
}

fn what_is_stored_has_the_promised_shape(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Ship SmolVLM2 Turbo");
    reader.presses("Ship Mistral Medium 3");
    reader.presses("Skip Mistral Medium 3");
    reader.presses("Skip Mistral Medium 3");
    reader.sees("three changes", || reader.ballots()["ballots"]["mistral-medium-3"]["seq"].clone(), json!(3));
    let mut stored = reader.ballots();
    let voter = stored["voter"].as_str().unwrap().to_owned();
    assert!(voter.len() == 32 && voter.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)), "{voter}");
    for tool in ["smolvlm2-turbo", "mistral-medium-3"] {
        let at = stored["ballots"][tool]["at"].take();
        let at = at.as_str().unwrap();
        let digits: String = at.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        assert_eq!(digits, "0000-00-00T00:00:00Z", "{at} is UTC to the second");
        let age = reader.js("return Date.now() - Date.parse(arguments[0])", &[at.into()]).as_f64().unwrap();
        assert!((0.0..60_000.0).contains(&age), "{at} was {age} ms ago");
    }
    let ballots = json!({
        "smolvlm2-turbo": { "choice": "ship", "seq": 1, "at": null },
        "mistral-medium-3": { "choice": null, "seq": 3, "at": null },
    });
    assert_eq!(stored, json!({ "voter": voter, "ballots": ballots }));
    reader.reloads();
    reader.presses("Ship Mistral Medium 3");
    reader.sees("one more change", || reader.ballots()["ballots"]["mistral-medium-3"]["seq"].clone(), json!(4));
    assert_eq!(reader.ballots()["voter"], Value::from(voter), "the voter stays the same");
}

fn another_tab_follows_at_once(reader: &Reader) {
    reader.opens(COMPARISON);
    let first = reader.asks("this tab", reader.client.window());
    let second = reader.asks("open a tab", reader.client.new_window(true)).handle;
    reader.asks("look at it", reader.client.switch_to_window(second.clone()));
    reader.opens(COMPARISON);
    reader.presses("Ship SmolVLM2 Turbo");
    reader.sees("the vote", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    reader.asks("look at the first tab", reader.client.switch_to_window(first.clone()));
    reader.sees("the vote in the first tab", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    assert_eq!(reader.figure(SMOL, "Community"), "100%");
    reader.presses("Skip SmolVLM2 Turbo");
    reader.presses("Skip Mistral Medium 3");
    reader.asks("look at the second tab", reader.client.switch_to_window(second));
    reader.sees("both votes", || reader.pressed(), ["Skip SmolVLM2 Turbo", "Skip Mistral Medium 3"]);
    // Who clears the site's data there is forgotten here too.
    reader.js("localStorage.clear()", &[]);
    reader.asks("look at the first tab", reader.client.switch_to_window(first));
    reader.sees("no vote", || reader.pressed(), NOBODY);
}

fn the_readers_own_vote_counts_exactly_once(reader: &Reader) {
    reader.edits(MISTRAL_FILE, |tool| tool["community"] = json!({ "ship": 2, "skip": 1, "as_of": "2026-11-01" }));
    reader.opens(COMPARISON);
    let community = || reader.figure(MISTRAL, "Community");
    let scope = "3 votes as of 2026-11-01, yours in this browser only";
    assert!(reader.article(MISTRAL).contains(scope), "{}", reader.article(MISTRAL));
    reader.sees("two of three", community, "67%");
    reader.presses("Ship Mistral Medium 3");
    reader.sees("three of four", community, "75%");
    assert!(
        reader.article(MISTRAL).contains("Early: 4 votes, one of them yours, too few to tell"),
        "{}",
        reader.article(MISTRAL)
    );
    assert!(reader.article(MISTRAL).contains(scope), "the snapshot stays what it was");
    reader.reloads();
    reader.sees("three of four, still", community, "75%");
    reader.presses("Skip Mistral Medium 3");
    reader.sees("two of four", community, "50%");
    reader.presses("Skip Mistral Medium 3");
    reader.sees("two of three, again", community, "67%");
}

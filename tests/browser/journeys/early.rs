//! What a reader does before the app is there is shown at once, and done once.

use super::{Journey, Reader, journeys};
use crate::page::{APP, COMPARISON, MISTRAL, SMOL};
use serde_json::{Value, json};

pub const ALL: &[Journey] = journeys![
    an_early_choice_is_shown_at_once_and_done_once,
    an_early_vote_is_stored_before_the_app_is_there,
    an_early_vote_gives_way_to_a_later_one_of_another_tab,
    an_early_vote_destroys_no_ballots_that_cannot_be_read,
    an_early_vote_takes_no_ballot_beyond_what_the_app_reads,
    what_was_kept_and_is_no_ballot_costs_none,
    an_early_vote_counts_where_storage_is_blocked,
    an_early_choice_outlives_a_reload,
    an_early_vote_outlives_the_page,
    a_page_that_comes_back_follows_what_other_tabs_did,
    a_page_that_comes_back_too_early_for_its_app_still_knows_what_was_chosen,
];

const NOTED: &str = "Noted: it counts once the page is ready.";

fn ballot(reader: &Reader, tool: &str) -> Value {
    let mut ballot = reader.ballots()["ballots"][tool].clone();
    if let Some(ballot) = ballot.as_object_mut() {
        ballot.remove("at");
    }
    ballot
}

/// Names of controls whose effect is still to come.
fn pending(reader: &Reader) -> Vec<String> {
    reader.texts("[...document.querySelectorAll('[aria-busy=true]')].map(nameOf)")
}

fn an_early_choice_is_shown_at_once_and_done_once(reader: &Reader) {
    reader.site.holds(&reader.app());
    reader.goes_to(COMPARISON);
    reader.presses("Ship SmolVLM2 Turbo");
    assert_eq!(reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    assert_eq!(reader.status(SMOL), NOTED);
    assert_eq!(pending(reader), ["Ship SmolVLM2 Turbo", "Skip SmolVLM2 Turbo"]);
    // Pressed twice is withdrawn.
    reader.js(
        "const it = named('button').find(([name]) => name === 'Ship Mistral Medium 3')[1]; it.click(); it.click()",
        &[],
    );
    assert_eq!(reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    assert_eq!(reader.status(MISTRAL), NOTED);
    reader.clicks("checkbox", "The Skeptic");
    reader.clicks("checkbox", "The Founder");
    reader.clicks("checkbox", "The Skeptic");
    reader.clicks("radio", "Differences");
    let marked = pending(reader);
    for name in ["The Skeptic", "The Founder", "Differences"] {
        assert!(marked.iter().any(|marked| marked == name), "{name} is not among {marked:?}");
    }
    assert_eq!(reader.text(APP), "", "the app is already there, and this shows nothing");
    reader.site.releases(&reader.app());
    reader.sees("the app", || reader.text(APP), "on");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?rows=differences&mute=founder"));
    reader.sees("the vote", || reader.status(SMOL), "");
    assert_eq!(reader.status(MISTRAL), "You withdrew your vote.");
    assert_eq!(reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    assert_eq!(pending(reader), [""; 0]);
    assert_eq!(ballot(reader, "smolvlm2-turbo"), json!({ "choice": "ship", "seq": 1 }));
    assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": null, "seq": 2 }));
    for _ in 0..2 {
        reader.reloads();
        reader.sees("the vote after reload", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
        assert_eq!(ballot(reader, "smolvlm2-turbo"), json!({ "choice": "ship", "seq": 1 }), "done again");
        assert_eq!(reader.address(), format!("{COMPARISON}?rows=differences&mute=founder"));
    }
}

/// Opens the comparison, whose app is on its way and whose script is there.
pub(super) fn opens_early(reader: &Reader) {
    reader.site.holds(&reader.app());
    reader.goes_to(COMPARISON);
    reader.sees(
        "the app’s script",
        || reader.js("return typeof document.documentElement.shipside.takeOver", &[]),
        json!("function"),
    );
}

/// Does so, and votes.
fn votes_early(reader: &Reader, vote: &str) {
    opens_early(reader);
    reader.presses(vote);
    assert_eq!(reader.text(APP), "", "the app is already there, and this shows nothing");
}

fn an_early_vote_is_stored_before_the_app_is_there(reader: &Reader) {
    votes_early(reader, "Ship SmolVLM2 Turbo");
    let stored = reader.ballots();
    let (voter, at) = (stored["voter"].as_str().unwrap(), stored["ballots"]["smolvlm2-turbo"]["at"].as_str().unwrap());
    assert!(voter.len() == 32 && voter.bytes().all(|digit| b"0123456789abcdef".contains(&digit)), "{voter}");
    assert!(at.len() == "2026-11-22T12:00:00Z".len() && at.starts_with("20") && at.ends_with('Z'), "{at}");
    assert_eq!(ballot(reader, "smolvlm2-turbo"), json!({ "choice": "ship", "seq": 1 }));
    reader.presses("Ship SmolVLM2 Turbo");
    assert_eq!(ballot(reader, "smolvlm2-turbo"), json!({ "choice": null, "seq": 2 }));
    reader.presses("Skip SmolVLM2 Turbo");
    reader.presses("Ship Mistral Medium 3");
    reader.site.releases(&reader.app());
    reader.sees("the votes", || reader.status(MISTRAL), "You voted ship.");
    assert_eq!(reader.pressed(), ["Skip SmolVLM2 Turbo", "Ship Mistral Medium 3"]);
    assert_eq!(reader.ballots()["voter"], stored["voter"]);
    assert_eq!(ballot(reader, "smolvlm2-turbo"), json!({ "choice": "skip", "seq": 3 }));
    assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": "ship", "seq": 1 }));
}

fn an_early_vote_gives_way_to_a_later_one_of_another_tab(reader: &Reader) {
    votes_early(reader, "Ship Mistral Medium 3");
    reader.js(
        "const key = 'shipside:ballots:v1', all = JSON.parse(localStorage[key]);
         all.ballots['mistral-medium-3'] = { choice: 'skip', seq: 2, at: '2026-11-22T12:00:00Z' };
         localStorage[key] = JSON.stringify(all);",
        &[],
    );
    reader.site.releases(&reader.app());
    reader.sees("the other tab’s vote", || reader.pressed(), ["Skip Mistral Medium 3"]);
    assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": "skip", "seq": 2 }));
    assert_eq!(reader.status(MISTRAL), "");
}

fn an_early_vote_destroys_no_ballots_that_cannot_be_read(reader: &Reader) {
    let voter = "0123456789abcdef0123456789abcdef";
    let corrupt = [
        "{\"voter\":\"0123".to_owned(),
        json!({ "voter": "me", "ballots": {} }).to_string(),
        json!({ "ballots": { "mistral-medium-3": 7 }, "voter": voter }).to_string(),
        format!(
            "{{\"voter\":\"{voter}\",\"ballots\":{{\"mistral-medium-3\":{{\"choice\":\"maybe\",\"seq\":1,\"at\":\"\"}}}}}}"
        ),
    ];
    reader.opens("/");
    for text in corrupt {
        reader.js("localStorage.clear(); localStorage['shipside:ballots:v1'] = arguments[0]", &[text.as_str().into()]);
        votes_early(reader, "Skip Mistral Medium 3");
        reader.site.releases(&reader.app());
        reader.sees("the vote", || reader.status(MISTRAL), "You voted skip.");
        assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": "skip", "seq": 1 }));
        assert_eq!(reader.text("localStorage['shipside:ballots:v1:corrupt']"), text, "nothing is destroyed");
    }
}

fn an_early_vote_takes_no_ballot_beyond_what_the_app_reads(reader: &Reader) {
    let (voter, highest) = ("0123456789abcdef0123456789abcdef", 2_147_483_647_u32);
    let at = |choice, seq| json!({ "choice": choice, "seq": seq, "at": "2026-11-22T12:00:00Z" });
    let full =
        json!({ "voter": voter, "ballots": { "cursor": at("ship", 3), "mistral-medium-3": at("ship", highest) } });
    reader.opens("/");
    reader.js("localStorage['shipside:ballots:v1'] = JSON.stringify(arguments[0])", &[full]);
    votes_early(reader, "Skip Mistral Medium 3");
    reader.site.releases(&reader.app());
    reader.sees("the vote", || reader.status(MISTRAL), "You voted skip.");
    assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": "skip", "seq": highest }));
    assert_eq!(reader.ballots()["voter"], voter, "the reader is the same");
    assert_eq!(ballot(reader, "cursor"), json!({ "choice": "ship", "seq": 3 }));
}

fn what_was_kept_and_is_no_ballot_costs_none(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || ballot(reader, "mistral-medium-3"), json!({ "choice": "ship", "seq": 1 }));
    let odd = json!([
        "/",
        [["vote", "Old_Tool", "ship"], ["vote", "\"]", "ship"], ["vote", "cursor", "maybe"], ["vote", "cline", "skip"]]
    ]);
    reader.js("sessionStorage['shipside:early1'] = arguments[0]", &[odd.to_string().into()]);
    reader.reloads();
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.sees("the one that is a ballot", || ballot(reader, "cline"), json!({ "choice": "skip", "seq": 1 }));
    assert_eq!(reader.ballots()["ballots"].as_object().map(|all| all.len()), Some(2));
}

/// What the tab keeps of what was noted.
const KEPT: &str =
    "Object.entries(sessionStorage).filter(([key]) => key.startsWith('shipside:early')).map(([, it]) => it)";

fn an_early_vote_counts_where_storage_is_blocked(reader: &Reader) {
    reader.site.runs_first(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })",
    );
    votes_early(reader, "Ship Mistral Medium 3");
    reader.site.releases(&reader.app());
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.sees("that it will not last", || reader.article(MISTRAL).contains("will not be remembered"), true);
    assert_eq!(reader.texts(KEPT), [""; 0], "it would be done again");
}

fn an_early_choice_outlives_a_reload(reader: &Reader) {
    reader.site.holds(&reader.app());
    reader.goes_to(COMPARISON);
    reader.presses("Skip Mistral Medium 3");
    reader.clicks("checkbox", "The Founder");
    for _ in 0..2 {
        reader.asks("reload", reader.client.refresh());
        reader.sees("the choice", || reader.pressed(), ["Skip Mistral Medium 3"]);
        assert_eq!(reader.status(MISTRAL), NOTED);
        assert_eq!(
            reader.js("return named('checkbox').find(([name]) => name === 'The Founder')[1].checked", &[]),
            false
        );
    }
    assert_eq!(reader.text(APP), "", "the app is already there, and this shows nothing");
    reader.site.releases(&reader.app());
    reader.sees("the vote", || reader.status(MISTRAL), "You voted skip.");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?mute=founder"));
    assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": "skip", "seq": 1 }));
    reader.reloads();
    assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": "skip", "seq": 1 }), "done again");
}

fn an_early_vote_outlives_the_page(reader: &Reader) {
    reader.site.holds(&reader.app());
    reader.goes_to(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    reader.clicks("checkbox", "The Founder");
    // Phones tell a page nothing of its end: it is kept already.
    let noted = reader.texts(KEPT);
    assert!(noted.len() == 1 && noted[0].contains("mistral-medium-3") && noted[0].contains("founder"), "{noted:?}");
    reader.goes_to("/compare/ollama-vs-vllm/");
    reader.sees("the other page", || reader.names("article"), ["Ollama", "vLLM"]);
    assert_eq!(reader.pressed(), [""; 0]);
    reader.site.releases(&reader.app());
    reader.sees("the app", || reader.text(APP), "on");
    reader.sees("the vote", || ballot(reader, "mistral-medium-3"), json!({ "choice": "ship", "seq": 1 }));
    assert_eq!(reader.texts(KEPT), [""; 0]);
    assert_eq!(reader.address(), "/compare/ollama-vs-vllm/", "how one page is looked at is no matter of another's");
    reader.opens(COMPARISON);
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": "ship", "seq": 1 }), "done again");
}

fn a_page_that_comes_back_follows_what_other_tabs_did(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    // Browsers tell a page of what other tabs store, but not one that they keep for Back. Not all keep one under a driver, so
    // this is what such a page meets: other ballots, of which nobody told it, and the event.
    reader.js(
        "const key = 'shipside:ballots:v1', all = JSON.parse(localStorage[key]);
         all.ballots['mistral-medium-3'] = { choice: 'skip', seq: 2, at: '2026-11-22T12:00:00Z' };
         localStorage[key] = JSON.stringify(all);
         localStorage['shipside:theme'] = 'dark';",
        &[],
    );
    assert_eq!(reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.js("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))", &[]);
    reader.sees("the other vote", || reader.pressed(), ["Skip Mistral Medium 3"]);
    reader.sees("the other theme", || reader.text("document.documentElement.dataset.theme"), "dark");
}

fn a_page_that_comes_back_too_early_for_its_app_still_knows_what_was_chosen(reader: &Reader) {
    opens_early(reader);
    reader.presses("Ship Mistral Medium 3");
    reader.clicks("checkbox", "The Founder");
    // What such a page is told, as above.
    for event in ["pagehide", "pageshow"] {
        reader.js("dispatchEvent(new PageTransitionEvent(arguments[0], { persisted: true }))", &[event.into()]);
    }
    reader.site.releases(&reader.app());
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?mute=founder"));
    reader.sees("the vote", || reader.status(MISTRAL), "You voted ship.");
    assert_eq!(ballot(reader, "mistral-medium-3"), json!({ "choice": "ship", "seq": 1 }));
    assert_eq!(reader.texts(KEPT), [""; 0], "it would be done again");
}

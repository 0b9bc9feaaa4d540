//! What every back end for votes promises, local or shared. The shared one speaks to a real PostgREST, which `cargo xtask test --only
//! components` starts and names in SHIPSIDE_VOTES_URL; it knows the tools `one` and `two`.

use crate::script::{afresh, run};
use shipside::{
    browser::{LocalVotes, SharedVotes},
    model::{
        Choice::{self, Ship, Skip},
        Fate, Tally, Tell, ToolId, VoteBackend,
    },
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const SERVER: Option<&str> = option_env!("SHIPSIDE_VOTES_URL");

fn tool(id: &str) -> ToolId {
    ToolId::parse(id).unwrap()
}

fn local() -> Rc<dyn VoteBackend> {
    Rc::new(LocalVotes::new())
}

fn shared() -> Rc<dyn VoteBackend> {
    let url = SERVER.expect("SHIPSIDE_VOTES_URL is not set; `cargo xtask test --only components` prepares everything");
    Rc::new(SharedVotes::new(url, None, Rc::new(LocalVotes::new())))
}

/// Both kinds of back end, each in a browser that has stored nothing.
fn each(case: impl Fn(&dyn Fn() -> Rc<dyn VoteBackend>)) {
    for make in [local, shared] {
        afresh();
        run("localStorage.clear()");
        case(&make);
    }
}

fn ballot(votes: &Rc<dyn VoteBackend>, id: &str) -> Option<(Option<Choice>, u64)> {
    votes.load().ballots.ballot(&tool(id)).map(|ballot| (ballot.choice, ballot.seq))
}

#[wasm_bindgen_test]
fn a_vote_counts_at_once_and_every_change_has_a_number() {
    each(|make| {
        let votes = make();
        assert_eq!(ballot(&votes, "one"), None);
        let steps = [(Some(Ship), 1), (Some(Ship), 1), (Some(Skip), 2), (None, 3), (None, 3), (Some(Ship), 4)];
        for (choice, seq) in steps {
            let receipt = votes.cast(&tool("one"), choice);
            assert_eq!((receipt.ballots.choice(&tool("one")), receipt.trouble), (choice, None));
            assert_eq!(ballot(&votes, "one"), Some((choice, seq)));
        }
        assert_eq!(votes.cast(&tool("two"), None).ballots.ballot(&tool("two")), None, "nothing to withdraw");
    });
}

#[wasm_bindgen_test]
fn another_tab_is_the_same_voter_and_loses_nothing() {
    each(|make| {
        let (mine, theirs) = (make(), make());
        mine.cast(&tool("one"), Some(Ship));
        theirs.cast(&tool("two"), Some(Skip));
        for votes in [&mine, &theirs, &make()] {
            assert_eq!((ballot(votes, "one"), ballot(votes, "two")), (Some((Some(Ship), 1)), Some((Some(Skip), 1))));
        }
        assert_eq!(mine.load().ballots.voter(), theirs.load().ballots.voter());
    });
}

/// Waits for a moment.
async fn moment() {
    let promise = run("return new Promise(done => setTimeout(done, 50))").unchecked_into::<js_sys::Promise>();
    JsFuture::from(promise).await.unwrap();
}

/// Sends what waits, and answers with what became of it once nothing does.
async fn sent(votes: &Rc<dyn VoteBackend>) -> Vec<(ToolId, Fate)> {
    let heard = Rc::<RefCell<Vec<_>>>::default();
    let tell: Tell = {
        let heard = heard.clone();
        Rc::new(move |tool, _, fate| heard.borrow_mut().push((tool, fate)))
    };
    votes.send(tell);
    for _ in 0..200 {
        if votes.waiting().is_empty() {
            break;
        }
        moment().await;
    }
    moment().await;
    heard.take()
}

async fn others(votes: &Rc<dyn VoteBackend>) -> Vec<(ToolId, Tally)> {
    votes.others(&[tool("one"), tool("unheard-of")]).await.expect("an answer")
}

#[wasm_bindgen_test]
async fn nothing_waits_where_votes_are_local() {
    afresh();
    run("localStorage.clear()");
    let votes = local();
    votes.cast(&tool("one"), Some(Ship));
    assert_eq!((votes.waiting(), sent(&votes).await, others(&votes).await), (vec![], vec![], vec![]));
}

#[wasm_bindgen_test]
async fn what_waits_is_sent_once_and_the_readers_own_is_not_among_the_others() {
    afresh();
    run("localStorage.clear()");
    let (votes, before) = (shared(), others(&shared()).await);
    assert_eq!(before.len(), 1, "a tool that the server does not know has no tally");
    votes.cast(&tool("one"), Some(Ship));
    votes.cast(&tool("one"), Some(Skip));
    assert_eq!(votes.waiting(), [tool("one")]);
    // Somebody else, who may be in another tab, sees what waits, too.
    assert_eq!(shared().waiting(), [tool("one")]);
    assert_eq!(sent(&votes).await, [(tool("one"), Fate::Counted)]);
    assert_eq!(others(&votes).await, before, "without this reader's");
    run("localStorage.clear()");
    let stranger = others(&shared()).await;
    let with = before.iter().map(|(id, tally)| (id.clone(), tally.with(Some(Skip)))).collect::<Vec<_>>();
    assert_eq!(stranger, with, "once, as it was last");
}

#[wasm_bindgen_test]
async fn what_the_server_does_not_count_is_taken_back() {
    afresh();
    run("localStorage.clear()");
    let votes = shared();
    votes.cast(&tool("unheard-of"), Some(Ship));
    let fates = sent(&votes).await;
    assert!(
        matches!(&fates[..], [(_, Fate::Refused(why))] if why == "Votes on this tool are not counted here."),
        "{fates:?}"
    );
    assert_eq!(ballot(&votes, "unheard-of"), Some((None, 2)));
    assert_eq!(votes.waiting(), []);
}

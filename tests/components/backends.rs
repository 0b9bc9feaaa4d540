//! What every back end for votes promises, local or shared. The shared one speaks to a real PostgREST, which `cargo xtask test --only
//! components` starts and names in SHIPSIDE_VOTES_URL; it knows the tools `one` and `two`.

use crate::script::{afresh, run};
use shipside::{
    browser::{LocalVotes, SharedVotes},
    model::{
        Choice::{self, Ship, Skip},
        Fate, Tally, ToolId, VoteBackend,
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

/// Sends what waits, and answers with what is told of it from now on.
fn sends(votes: &Rc<dyn VoteBackend>) -> Rc<RefCell<Vec<(ToolId, Fate)>>> {
    let heard = Rc::<RefCell<Vec<_>>>::default();
    let told = heard.clone();
    votes.send(Rc::new(move |tool, _, fate| told.borrow_mut().push((tool, fate))));
    heard
}

/// Sends what waits, and answers with what became of it once nothing does.
async fn sent(votes: &Rc<dyn VoteBackend>) -> Vec<(ToolId, Fate)> {
    let heard = sends(votes);
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
async fn what_the_server_does_not_count_stays_here() {
    afresh();
    run("localStorage.clear()");
    let votes = shared();
    votes.cast(&tool("unheard-of"), Some(Ship));
    let fates = sent(&votes).await;
    assert!(
        matches!(&fates[..], [(_, Fate::Uncounted(why))] if why == "Votes on this tool are not counted here."),
        "{fates:?}"
    );
    // Of other tools, nothing new is known.
    votes.others(&[tool("one")]).await.expect("an answer");
    assert_eq!(ballot(&votes, "unheard-of"), Some((Some(Ship), 1)));
    assert_eq!(votes.waiting(), []);
}

#[wasm_bindgen_test]
async fn a_server_that_has_a_later_ballot_than_storage_is_overtaken() {
    afresh();
    run("localStorage.clear()");
    let votes = shared();
    for choice in [Ship, Skip] {
        votes.cast(&tool("two"), Some(choice));
        assert_eq!(sent(&votes).await, [(tool("two"), Fate::Counted)]);
    }
    // The browser died, and its storage is what it was after the first.
    run("const stored = JSON.parse(localStorage['shipside:ballots:v1']);
        Object.assign(stored.ballots.two, { choice: 'ship', seq: 1 });
        for (const key of Object.keys(localStorage)) if (key.startsWith('shipside:taken')) localStorage.removeItem(key);
        localStorage['shipside:ballots:v1'] = JSON.stringify(stored)");
    let votes = shared();
    votes.cast(&tool("two"), None);
    let fates: Vec<Fate> = sent(&votes).await.into_iter().map(|(_, fate)| fate).collect();
    assert_eq!(fates, [Fate::Unreached, Fate::Counted], "what stood was another choice");
    assert_eq!(ballot(&votes, "two"), Some((None, 3)));
}

#[wasm_bindgen_test]
async fn what_was_said_to_a_voter_whose_storage_was_emptied_is_not_said_to_the_next() {
    afresh();
    run("localStorage.clear()");
    let before = others(&shared()).await[0].1;
    let local = Rc::new(LocalVotes::new());
    let votes: Rc<dyn VoteBackend> = Rc::new(SharedVotes::new(SERVER.unwrap(), None, local.clone()));
    run("const own = fetch;
        window.fetch = (...request) => {
            window.fetch = own;
            return new Promise(go => window.go = go).then(() => own(...request));
        }");
    votes.cast(&tool("one"), Some(Ship));
    votes.send(Rc::new(|_, _, _| {}));
    while run("return window.go").is_undefined() {
        moment().await;
    }
    run("go(); localStorage.clear()");
    assert!(local.follow(None), "as the event of another tab has it");
    votes.cast(&tool("one"), Some(Skip));
    sent(&votes).await;
    run("localStorage.clear()");
    let both = others(&shared()).await[0].1;
    assert_eq!(both, before.with(Some(Ship)).with(Some(Skip)), "two voters, two votes");
}

#[wasm_bindgen_test]
async fn a_server_that_is_away_is_tried_with_one_ballot_at_a_time() {
    afresh();
    run("localStorage.clear()");
    // Nothing listens there.
    let votes: Rc<dyn VoteBackend> = Rc::new(SharedVotes::new("http://127.0.0.1:1", None, Rc::new(LocalVotes::new())));
    for id in ["one", "two", "three"] {
        votes.cast(&tool(id), Some(Ship));
    }
    let heard = sends(&votes);
    for _ in 0..10 {
        moment().await;
    }
    let heard = heard.take();
    // The first pause is a second and more: on a busy machine, the next attempt may have been made.
    assert!(!heard.is_empty() && heard.len() < 3, "{heard:?}");
    assert_eq!(votes.waiting().len(), 3);
    // It would go on, and nobody else could send.
    run("localStorage.clear()");
    votes.send(Rc::new(|_, _, _| {}));
    moment().await;
}

#[wasm_bindgen_test]
async fn a_limit_lasts_as_long_as_the_header_says_or_else_the_body() {
    let told = [
        ("'{\"details\":\"9\"}', { status: 429, headers: { 'Retry-After': '7' } }", 7),
        ("'{\"details\":\"9\"}', { status: 429, headers: { 'Retry-After': 'Fri, 01 Jan 2027 00:00:00 GMT' } }", 9),
        ("'{\"details\":\"9\"}', { status: 429 }", 9),
        ("'slow down', { status: 429, headers: { 'Retry-After': '-1' } }", 60),
    ];
    for (answer, seconds) in told {
        afresh();
        run("localStorage.clear()");
        run(&format!("const own = fetch; window.fetch = async () => (window.fetch = own, new Response({answer}))"));
        let votes = shared();
        votes.cast(&tool("one"), Some(Ship));
        let heard = sends(&votes);
        while heard.borrow().is_empty() {
            moment().await;
        }
        assert_eq!(heard.take(), [(tool("one"), Fate::TooMany(seconds))], "{answer}");
        // Nobody else could send while it waits.
        run("localStorage.clear()");
        votes.send(Rc::new(|_, _, _| {}));
        moment().await;
    }
}

#[wasm_bindgen_test]
async fn whoever_withdraws_need_not_wait_until_a_limit_ends() {
    afresh();
    run("localStorage.clear()");
    let votes = shared();
    votes.cast(&tool("one"), Some(Ship));
    assert_eq!(sent(&votes).await, [(tool("one"), Fate::Counted)]);
    run("const own = fetch;
        window.fetch = async () => (window.fetch = own, new Response('', { status: 429, headers: { 'Retry-After': '3000' } }))");
    votes.cast(&tool("one"), Some(Skip));
    let heard = sends(&votes);
    let hears = async || {
        while heard.borrow().is_empty() {
            moment().await;
        }
        heard.take()
    };
    assert_eq!(hears().await, [(tool("one"), Fate::TooMany(3000))]);
    votes.cast(&tool("one"), None);
    votes.send(Rc::new(|_, _, _| {}));
    assert_eq!(hears().await, [(tool("one"), Fate::Counted)]);
    assert_eq!(votes.waiting(), []);
}

#[wasm_bindgen_test]
async fn whoever_withdraws_while_a_limit_is_on_its_way_need_not_wait_either() {
    afresh();
    run("localStorage.clear()");
    let votes = shared();
    votes.cast(&tool("one"), Some(Ship));
    assert_eq!(sent(&votes).await, [(tool("one"), Fate::Counted)]);
    run("const own = fetch; window.go = undefined;
        window.fetch = async () => {
            window.fetch = own;
            await new Promise(go => window.go = go);
            return new Response('', { status: 429, headers: { 'Retry-After': '3000' } });
        }");
    votes.cast(&tool("one"), Some(Skip));
    let heard = sends(&votes);
    while run("return window.go").is_undefined() {
        moment().await;
    }
    votes.cast(&tool("one"), None);
    run("go()");
    while heard.borrow().len() < 2 {
        moment().await;
    }
    assert_eq!(heard.take(), [(tool("one"), Fate::TooMany(3000)), (tool("one"), Fate::Counted)]);
    assert_eq!(votes.waiting(), []);
    run("window.go = undefined");
}

//! Fetching, with every way in which that fails told apart.

use crate::script::{Swapped, afresh, promised, run, swap, text};
use shipside::{browser::fetch_text, model::LoadError};
use wasm_bindgen_test::wasm_bindgen_test;

/// What fetching from this site says.
async fn fetched(url: &str) -> Result<String, LoadError> {
    fetch_text(url, "some.json", None, false).await.map_err(|error| *error)
}

/// The address of a file that the browser holds, of these JavaScript parts.
fn blob(parts: &str) -> String {
    text(&format!("return URL.createObjectURL(new Blob([{parts}]))"))
}

/// Until it is dropped, every request comes to this JavaScript promise.
fn answering(promise: &str) -> Swapped {
    swap("window", "fetch", &format!("{{ value: () => {promise} }}"))
}

fn rejecting(name: &str) -> String {
    format!("Promise.reject(new DOMException('', '{name}'))")
}

#[wasm_bindgen_test]
async fn a_text_is_fetched_whole() {
    afresh();
    assert_eq!(fetched("data:application/json,%7B%22a%22:1%7D").await.as_deref(), Ok("{\"a\":1}"));
    assert_eq!(
        fetched(&blob("'ein Schiff: ', '⛵'.repeat(100000)")).await,
        Ok(format!("ein Schiff: {}", "⛵".repeat(100_000)))
    );
    assert_eq!(fetched(&blob("")).await.as_deref(), Ok(""));
}

#[wasm_bindgen_test]
async fn what_is_too_large_is_refused_and_what_just_fits_is_not() {
    afresh();
    let largest = fetched(&blob(&format!("' '.repeat({})", LoadError::MAX_BYTES))).await;
    assert_eq!(largest.map(|text| text.len()), Ok(LoadError::MAX_BYTES));
    let larger = fetched(&blob(&format!("' '.repeat({})", LoadError::MAX_BYTES + 1))).await;
    assert_eq!(larger.map(|text| text.len()), Err(LoadError::TooLarge("some.json".to_owned())));
}

#[wasm_bindgen_test]
async fn what_is_too_large_is_refused_before_all_of_it_has_come() {
    afresh();
    // Never ends, as a hostile file would.
    run("window.pulled = 0; window.cancelled = false");
    let endless = "new ReadableStream({
        pull(c) { pulled++; c.enqueue(new Uint8Array(1000000)) }, cancel() { cancelled = true } })";
    let _endless = answering(&format!("Promise.resolve(new Response({endless}))"));
    assert_eq!(fetched("/a").await, Err(LoadError::TooLarge("some.json".to_owned())));
    assert_eq!(run("return cancelled"), true);
    assert!(run("return pulled").as_f64().unwrap() <= 8.0);
}

#[wasm_bindgen_test]
async fn what_is_not_there_and_what_the_server_cannot_do_are_told_apart() {
    afresh();
    let missing = LoadError::NotFound("there is no some.json here".to_owned());
    assert_eq!(fetched("/no/such/file.json").await, Err(missing.clone()));
    for (status, error) in [
        (404, missing.clone()),
        (410, missing),
        (403, LoadError::Server { file: "some.json".to_owned(), status: 403 }),
        (500, LoadError::Server { file: "some.json".to_owned(), status: 500 }),
        (503, LoadError::Server { file: "some.json".to_owned(), status: 503 }),
    ] {
        let _answer = answering(&format!("Promise.resolve(new Response('[]', {{ status: {status} }}))"));
        assert_eq!(fetched("/a").await, Err(error));
    }
}

#[wasm_bindgen_test]
async fn no_answer_is_this_site_offline_or_another_host_unreachable() {
    afresh();
    let gone = blob("'gone'");
    run(&format!("URL.revokeObjectURL('{gone}')"));
    assert_eq!(fetched(&gone).await, Err(LoadError::Offline));
    let _none = answering("Promise.reject(new TypeError('Failed to fetch'))");
    assert_eq!(fetched("/a").await, Err(LoadError::Offline));
    let elsewhere = fetch_text("https://blog.example/a.json", "a.json", Some("blog.example"), false).await;
    assert_eq!(elsewhere, Err(Box::new(LoadError::Unreachable("blog.example".to_owned()))));
}

#[wasm_bindgen_test]
async fn an_answer_that_takes_too_long_is_told_whenever_it_stops() {
    afresh();
    let late = Err(LoadError::TimedOut("some.json".to_owned()));
    let _never = answering(&rejecting("AbortError"));
    assert_eq!(fetched("/a").await, late);
    let stalled = "new ReadableStream({ pull(c) { c.error(new DOMException('', 'AbortError')) } })";
    let _half = answering(&format!("Promise.resolve(new Response({stalled}))"));
    assert_eq!(fetched("/a").await, late);
}

#[wasm_bindgen_test]
async fn an_answer_that_breaks_off_is_no_connection() {
    afresh();
    let broken = "new ReadableStream({ pull(c) { c.error(new TypeError('network error')) } })";
    let _half = answering(&format!("Promise.resolve(new Response({broken}))"));
    assert_eq!(fetched("/a").await, Err(LoadError::Offline));
}

#[wasm_bindgen_test]
async fn a_request_without_an_answer_is_given_up_after_the_time_limit() {
    afresh();
    // The limit is ten seconds; here they pass at once.
    let _limit = swap("window", "setTimeout", "{ value(then, limit) { window.limit = limit; then() } }");
    assert_eq!(fetched("/no/such/file.json").await, Err(LoadError::TimedOut("some.json".to_owned())));
    assert_eq!(run("return limit"), LoadError::TIMEOUT_MS);
}

#[wasm_bindgen_test]
async fn what_is_not_text_is_not_json() {
    afresh();
    let bytes = blob("new Uint8Array([0x7b, 0xff, 0xfe])");
    let why = "it is not UTF-8 text".to_owned();
    assert_eq!(fetched(&bytes).await, Err(LoadError::NotJson { file: "some.json".to_owned(), why }));
    assert_eq!(
        promised(&format!("return fetch('{bytes}').then(r => r.status)")).await,
        200,
        "the browser has no doubt"
    );
}

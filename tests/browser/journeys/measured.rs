//! What the benchmarks do in a page still finds what it presses and waits for: they are run seldom.

use super::{Journey, Reader, journeys};
use crate::{engine::Kind, page::COMPARISON};
use serde_json::{Value, json};

pub const CHROMIUM: &[Journey] = journeys![
    in &[Kind::Chromium];
    the_benchmark_sees_what_its_votes_and_mutes_change,
    the_benchmark_sees_what_its_search_finds,
];

/// Runs a script as the benchmarks do: within a function that may wait.
#[track_caller]
fn runs(reader: &Reader, script: &str) -> Value {
    let found =
        reader.js(&format!("return (async () => {{ {script} }})().catch(error => ({{ error: String(error) }}))"), &[]);
    assert_eq!(found["error"], Value::Null, "{script}");
    found
}

#[track_caller]
fn is_times(found: &Value, many: usize) {
    let times = found.as_array().unwrap();
    assert_eq!(times.len(), many);
    assert!(times.iter().all(|time| time.as_f64().is_some_and(|time| time >= 0.0)), "{found}");
}

fn the_benchmark_sees_what_its_votes_and_mutes_change(reader: &Reader) {
    reader.opens(COMPARISON);
    let acts = runs(reader, &include_str!("../../../benches/reader/acts.js").replace("CLICKS = 30", "CLICKS = 8"));
    is_times(&acts["vote"], 8);
    is_times(&acts["mute"], 8);
    let page = runs(reader, include_str!("../../../benches/reader/toggles.js"));
    assert!(page["words"].as_str().unwrap().contains("Your panel"), "{page}");
    for act in ["votes", "mutes"] {
        let time = runs(reader, &format!("return {{ time: await toggles.{act}(8) }}"));
        assert!(time["time"].as_f64().is_some_and(|time| time > 0.0), "{time}");
    }
}

fn the_benchmark_sees_what_its_search_finds(reader: &Reader) {
    reader.opens("/");
    let queries = json!(["cursor"]).to_string();
    let first = runs(reader, &include_str!("../../../benches/reader/searching.js").replace("QUERIES", &queries));
    assert!(first["first"].as_f64().is_some_and(|time| time > 0.0), "{first}");
    let found = runs(reader, "return { keys: await searching.keys(), filters: await searching.filters() }");
    let times = |of: &str| found[of].as_array().unwrap().iter().map(|it| it["laid"].clone()).collect::<Value>();
    is_times(&times("keys"), "cursor".len());
    assert!(!found["filters"].as_array().unwrap().is_empty());
}

//! The answer, reckoned by a machine of 32 bits.

use serde_json::{Value, json};
use shipside::{
    content,
    model::{Phrase, answer},
};
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn panels_of_thousands_are_told_apart_in_the_browser() {
    let tool = |id: &str, verdicts: &[&str]| {
        let review =
            |(at, verdict): (usize, &&str)| json!({ "reviewer": format!("r{at}"), "verdict": verdict, "quote": "So." });
        let reviews: Vec<Value> = verdicts.iter().enumerate().map(review).collect();
        let tool = json!({ "schema": 1, "id": id, "name": id, "category": "A", "tagline": "T", "description": "D",
            "price": { "entry": "unknown" }, "reviews": reviews });
        Arc::new(content::tool(tool.to_string().as_str()).unwrap().value)
    };
    let site = json!({ "schema": 1, "name": "S", "panel": [] }).to_string();
    let site = content::site(site.as_str()).unwrap().value;
    // A million times as many as that do not go into 32 bits.
    let tools = [tool("half", &["ship", "skip"]), tool("all", &["ship"; 4_295])];
    let said: String =
        answer(&tools, &site, &[]).into_iter().map(|Phrase::Words(it)| Phrase::Authored(it) | it).collect();
    assert!(said.starts_with("The panel prefers all: 4295 of 4295"), "{said}");
}

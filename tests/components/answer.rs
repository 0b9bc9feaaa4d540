//! The answer, reckoned by a machine of 32 bits.

use shipside::{
    browser::json,
    content,
    model::{Phrase, answer},
};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn panels_of_thousands_are_told_apart_in_the_browser() {
    let tool = |id: &str, verdicts: &[&str]| {
        let review = |(at, verdict)| format!(r#"{{"reviewer":"r{at}","verdict":"{verdict}","quote":"So."}}"#);
        let reviews: Vec<String> = verdicts.iter().enumerate().map(review).collect();
        let tool = format!(
            r#"{{"schema":1,"id":"{id}","name":"{id}","category":"A","tagline":"T","description":"D","price":{{"entry":"unknown"}},"reviews":[{}]}}"#,
            reviews.join(",")
        );
        content::tool(json(&tool).unwrap()).unwrap().value
    };
    let site = content::site(json(r#"{"schema":1,"name":"S","panel":[]}"#).unwrap()).unwrap().value;
    // A million times as many do not go into 32 bits.
    let tools = [tool("half", &["ship", "skip"]), tool("all", &["ship"; 4_295])];
    let text = |phrase| match phrase {
        Phrase::Words(text) | Phrase::Authored(text) => text,
    };
    let said: String = answer(&tools, &site, &[]).into_iter().map(text).collect();
    assert!(said.starts_with("The panel prefers all: 4295 of 4295"), "{said}");
}

//! What a comparison says.

use super::{Journey, Reader, journeys};
use crate::page::{COMPARISON, COMPARISON_TITLE, MISTRAL, SMOL};
use serde_json::Value;

pub const ALL: &[Journey] = journeys![
    a_comparison_says_what_was_promised,
    what_assistive_technology_hears_is_what_was_promised,
    tools_in_the_address_are_compared_in_that_order,
];

fn json(reader: &Reader, path: &str) -> Value {
    serde_json::from_str(&reader.site.file(path)).unwrap()
}

/// Text as it reads on the page, where backticks are code.
fn plain(text: &Value) -> String {
    text.as_str().unwrap().replace('`', "")
}

fn a_comparison_says_what_was_promised(reader: &Reader) {
    reader.opens(COMPARISON);
    assert_eq!(reader.title(), format!("{COMPARISON_TITLE} · Shipside"));
    assert_eq!(reader.heading(), COMPARISON_TITLE);
    assert_eq!(reader.number("document.querySelectorAll('main').length"), 1.0);
    assert_eq!(reader.number("document.querySelectorAll('h1').length"), 1.0);
    assert_eq!(reader.names("article"), [SMOL, MISTRAL]);
    assert_eq!(reader.figures(SMOL), ["Panel ship: 100%", "Community: —", "Entry: Free"]);
    assert_eq!(reader.figures(MISTRAL), ["Panel ship: 75%", "Community: —", "Entry: Paid"]);
    assert!(reader.article(SMOL).contains("4–0, unanimous"));
    assert!(reader.article(MISTRAL).contains("3–1, The Founder dissents"));
    let scorecard = reader.text("named('region').find(([name]) => name === 'Reviewer scorecard')[1].innerText");
    assert_eq!(scorecard.matches("AI reviewer").count(), 4);
    for (id, name) in [("smolvlm2-turbo", SMOL), ("mistral-medium-3", MISTRAL)] {
        let tool = json(reader, &format!("/data/tools/{id}.json"));
        let article = reader.article(name);
        assert!(article.contains(&plain(&tool["tagline"])), "{name}: {article}");
        assert!(article.contains(&plain(&tool["description"])), "{name}: {article}");
        for review in tool["reviews"].as_array().unwrap() {
            assert!(scorecard.contains(&plain(&review["quote"])), "a quote is not whole: {}", review["quote"]);
            let row = reader.text(&format!(
                "document.querySelector('#reviewer-{}').innerText",
                review["reviewer"].as_str().unwrap()
            ));
            let verdict = review["verdict"].as_str().unwrap();
            let heading = row.find(name).unwrap_or_else(|| panic!("{name} is not in {row}"));
            let said = row[heading + name.len()..].to_lowercase();
            assert!(said.trim_start_matches([' ', '✓', '✕']).starts_with(verdict), "{verdict} is not said: {said}");
        }
    }
    let notice = json(reader, "/data/site.json")["notice"].take();
    assert!(reader.text("document.body.innerText").contains(&plain(&notice)));
    assert_eq!(reader.text("document.querySelector('form').action"), "https://newsletter.example/subscribe");
    assert_eq!(reader.text("document.querySelector('form input').name"), "email");
}

/// Roles and names as the browser computes them for assistive technology.
fn what_assistive_technology_hears_is_what_was_promised(reader: &Reader) {
    reader.opens(COMPARISON);
    let promised = [
        ("article", SMOL),
        ("article", MISTRAL),
        ("button", "Ship SmolVLM2 Turbo"),
        ("button", "Skip Mistral Medium 3"),
        ("region", "Reviewer scorecard"),
        ("group", "Your panel"),
        ("checkbox", "The Founder"),
        ("radiogroup", "Rows"),
        ("radio", "Differences"),
        ("table", "Facts"),
        ("link", "Skip to content"),
        ("link", "Shipside"),
    ];
    for (role, name) in promised {
        let element = reader.finds(role, name);
        assert_eq!(reader.computed("role", &element), role, "{name}");
        assert_eq!(reader.computed("label", &element), name);
    }
}

fn tools_in_the_address_are_compared_in_that_order(reader: &Reader) {
    let cases: [&[&str]; 3] = [
        &["mistral-medium-3", "smolvlm2-turbo"],
        &["ollama", "llama-cpp", "vllm"],
        &["whisper", "aider", "qdrant", "cline", "chroma"],
    ];
    for ids in cases {
        let names: Vec<String> = ids
            .iter()
            .map(|id| json(reader, &format!("/data/tools/{id}.json"))["name"].as_str().unwrap().to_owned())
            .collect();
        reader.opens(&format!("/compare/?tools={}", ids.join(",")));
        reader.sees("the tools", || reader.names("article"), &names[..]);
        assert_eq!(reader.heading(), names.join(" vs "));
        assert_eq!(reader.title(), format!("{} · Shipside", names.join(" vs ")));
    }
}

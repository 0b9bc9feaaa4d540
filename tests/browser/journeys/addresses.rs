//! Addresses that lead nowhere, and comparisons from elsewhere.

use super::{Journey, Reader, journeys};
use crate::{answer::Answer, page::COMPARISON, server::Missing};
use serde_json::{Value, json};

pub const ALL: &[Journey] = journeys![
    what_is_not_there_is_named_with_a_way_home,
    too_few_or_too_many_tools_are_refused,
    a_comparison_from_elsewhere_is_shown_with_its_host,
    a_comparison_that_its_host_does_not_share_can_be_tried_again,
    a_source_that_is_no_web_address_is_refused,
];

fn what_is_not_there_is_named_with_a_way_home(reader: &Reader) {
    let cases = [
        ("/nowhere/at/all/", "Not found: there is no page at “/nowhere/at/all/”."),
        ("/compare/no-such-slug/", "Not found: there is no comparison called “no-such-slug” here."),
        ("/compare/?tools=ollama,no-such-tool", "Not found: there is no tool called “no-such-tool” here."),
    ];
    reader.failures_expected.set(true);
    for missing in [Missing::PageForAddresses, Missing::PageForAll] {
        reader.site.for_missing(missing);
        for (path, alert) in cases {
            reader.opens(path);
            reader.sees("what was asked for", || reader.alert(), alert);
            assert_eq!(reader.heading(), "Not found");
            assert_eq!(reader.title(), "Not found · Shipside");
            assert_eq!(reader.names("button"), ["Subscribe"], "trying again cannot help");
            reader.follows("Home");
            reader.sees(
                "the home page",
                || reader.title(),
                "Shipside: AI tools, side by side, before you waste an afternoon",
            );
            assert_eq!(reader.address(), "/");
        }
    }
}

fn too_few_or_too_many_tools_are_refused(reader: &Reader) {
    for (tools, alert) in [
        ("ollama", "A comparison needs 2 to 5 different tools, and “ollama” does not name so many."),
        ("ollama,ollama", "A comparison needs 2 to 5 different tools, and “ollama,ollama” does not name so many."),
        ("aider,cline,cursor,ollama,vllm,whisper", "A comparison has at most 5 tools, and this address names 6."),
        (
            "ollama,Not%20An%20Id",
            "“Not An Id” is not a tool of this site: their ids are small letters, digits and hyphens.",
        ),
    ] {
        reader.opens(&format!("/compare/?tools={tools}"));
        reader.sees("the reason", || reader.alert(), alert);
        assert_eq!(reader.heading(), "That comparison does not work");
    }
    reader.follows("All comparisons");
    reader.sees("all of them: nothing is asked for", || reader.heading(), "All comparisons");
    assert_eq!(reader.address(), "/compare/");
}

/// Whatever another host sends is text.
const TITLE: &str = "A <b>comparison</b> <img src=x onerror=\"broken.push('taken over')\"> from elsewhere";

/// A comparison in one file.
fn given(reader: &Reader) -> String {
    let mut tools = ["ollama", "vllm"]
        .map(|id| serde_json::from_str::<Value>(&reader.site.file(&format!("/data/tools/{id}.json"))).unwrap());
    tools[0]["name"] = json!("Ollama Elsewhere");
    json!({ "schema": 1, "slug": "given", "title": TITLE, "tools": tools }).to_string()
}

fn a_comparison_from_elsewhere_is_shown_with_its_host(reader: &Reader) {
    let other = reader.site.another();
    other.answers("/given.json", Answer::json(&given(reader)).for_any_origin());
    reader.opens(&format!("/compare/?src={}", other.url("/given.json")));
    reader.sees("the comparison", || reader.heading(), TITLE);
    assert_eq!(reader.names("article"), ["Ollama Elsewhere", "vLLM"]);
    let main = reader.text("document.querySelector('main').innerText");
    assert!(main.contains(&format!("loaded from {}", other.host())), "the host is not named: {main}");
    // Its tools can be voted on, and it can be looked at in other ways: the address keeps both the source and the look.
    reader.presses("Ship Ollama Elsewhere");
    reader.clicks("checkbox", "The Founder");
    reader.sees("the look in the address", || reader.address().ends_with("&mute=founder"), true);
    reader.reloads();
    reader.sees("the comparison again", || reader.names("article"), ["Ollama Elsewhere", "vLLM"]);
    assert_eq!(reader.pressed(), ["Ship Ollama Elsewhere"]);
    assert_eq!(
        reader.texts("named('checkbox').filter(([, box]) => !box.checked).map(([name]) => name)"),
        ["The Founder"]
    );
}

fn a_comparison_that_its_host_does_not_share_can_be_tried_again(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.complaints_expected.borrow_mut().push("blocked by CORS policy");
    let other = reader.site.another();
    let (url, host) = (other.url("/given.json"), other.host());
    other.answers("/given.json", Answer::json(&given(reader)));
    reader.opens(&format!("/compare/?src={url}"));
    let alert = format!(
        "{host} could not be reached, or does not let other sites read this file. Check the address and your connection, then try again."
    );
    reader.sees("the reason", || reader.alert(), alert);
    other.answers("/given.json", Answer::json(&given(reader)).for_any_origin());
    reader.presses("Try again");
    reader.sees("the comparison", || reader.heading(), TITLE);
    other.answers("/given.json", Answer::status(404).for_any_origin());
    reader.reloads();
    reader.sees("that it is gone", || reader.alert(), format!("Not found: there is nothing at {url}."));
}

fn a_source_that_is_no_web_address_is_refused(reader: &Reader) {
    for source in
        ["javascript:document.title='taken over'", "mailto:a@example.org", "data:application/json,{}", COMPARISON]
    {
        reader.opens(&format!("/compare/?src={source}"));
        let alert = format!(
            "“{source}” is not an address that a comparison can be loaded from: it must start with https:// or http://."
        );
        reader.sees("the reason", || reader.alert(), alert);
        assert_eq!(reader.title(), "That comparison does not work · Shipside");
        assert_eq!(reader.names("button"), ["Subscribe"], "trying again cannot help");
    }
}

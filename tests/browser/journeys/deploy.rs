//! The site in a folder of a host, and a host that publishes another build.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    files::Files,
    html::renamed,
    page::{COMPARISON, COMPARISON_FILE, COMPARISON_TITLE},
    server::OUTSIDE,
};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

pub const ALL: &[Journey] = journeys![
    the_site_works_in_a_folder,
    a_tab_that_is_open_across_a_deployment_keeps_working,
    a_page_from_before_a_deployment_loads_itself_again_once,
    a_style_that_came_too_early_is_asked_for_anew,
];

fn the_site_works_in_a_folder(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.deploys_in("/repo");
    reader.opens("/");
    reader.marks_the_document();
    let hrefs = reader.texts("[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))");
    assert!(hrefs.iter().all(|href| href.starts_with("/repo/") || href.starts_with('#')), "{hrefs:?}");
    reader.follows(COMPARISON_TITLE);
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    assert_eq!(reader.address(), format!("/repo{COMPARISON}"));
    reader.clicks("checkbox", "The Founder");
    reader.sees("the look in the address", || reader.address(), format!("/repo{COMPARISON}?mute=founder"));
    reader.presses("Ship Mistral Medium 3");
    assert!(reader.is_the_marked_document());
    reader.reloads();
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.goes_back();
    reader.sees("the home page", || reader.address(), "/repo/");
    reader.opens("/compare/?tools=ollama,vllm");
    reader.sees("the tools", || reader.names("article"), ["Ollama", "vLLM"]);
    reader.opens("/nowhere/");
    reader.sees("what was asked for", || reader.alert(), "Not found: there is no page at “/nowhere/”.");
    reader.follows("Home");
    reader.sees("the home page", || reader.address(), "/repo/");
    reader.finds("link", COMPARISON_TITLE);
    assert_eq!(reader.site.asked(OUTSIDE), 0, "something outside of the folder was asked for");
}

/// The same site with the app's files under other names, as after a change of the app: nothing is left of the old ones.
fn next_build(reader: &Reader) -> (Files, String) {
    let old = hash(reader);
    let new: String = old.chars().rev().collect();
    let next = reader.site.files().map(|path, bytes| match path.rsplit('.').next() {
        Some("html") => (path.to_owned(), renamed(&String::from_utf8_lossy(bytes), &old, &new).into_bytes()),
        _ => (path.replace(&old, &new), bytes.to_owned()),
    });
    (next, new)
}

/// What the names of the app's files are told apart by.
fn hash(reader: &Reader) -> String {
    let app = reader.app();
    app.trim_start_matches("/shipside-app-").trim_end_matches("_bg.wasm").to_owned()
}

fn a_tab_that_is_open_across_a_deployment_keeps_working(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.marks_the_document();
    let (next, new) = next_build(reader);
    reader.site.publishes(next);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    reader.follows("Shipside");
    reader.sees("the home page", || reader.address(), "/");
    reader.follows("Ollama vs vLLM");
    reader.sees("another comparison", || reader.names("article"), ["Ollama", "vLLM"]);
    reader.presses("Skip vLLM");
    reader.sees("the vote", || reader.pressed(), ["Skip vLLM"]);
    reader.goes_back();
    reader.goes_back();
    reader.sees("the first vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    assert!(reader.is_the_marked_document(), "the page was loaded again");
    reader.reloads();
    assert!(reader.app().contains(&new) && reader.site.asked(&reader.app()) > 0, "the new app was not asked for");
    reader.sees("the first vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
}

fn a_page_from_before_a_deployment_loads_itself_again_once(reader: &Reader) {
    reader.failures_expected.set(true);
    let old = hash(reader);
    let (next, new) = next_build(reader);
    reader.site.publishes(next);
    let served = Arc::new(AtomicUsize::new(0));
    // The browser, or a cache on the way, still has the page as it was.
    let count = served.clone();
    let (from, to) = (new.clone(), old.clone());
    reader.site.alters(move |_, page| match count.fetch_add(1, Ordering::SeqCst) {
        0 => renamed(page, &from, &to),
        _ => page.to_owned(),
    });
    reader.goes_to(COMPARISON);
    reader.waits_for_a_page();
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.pressed(), ["Ship Mistral Medium 3"]);
    assert_eq!(served.load(Ordering::SeqCst), 3, "asked for by the reader, by the page to compare, and by its reload");
    assert_eq!(reader.site.asked(COMPARISON_FILE), 0, "what the page came with counts");
    // A page that stays old is not loaded over and over: there is nothing newer to be had.
    reader.js("sessionStorage.clear()", &[]);
    let (from, to) = (new.clone(), old.clone());
    reader.site.alters(move |_, page| renamed(page, &from, &to));
    stays_as_it_is(reader, 2);
    // Nor is one that is old whenever it is loaded, and new whenever it is looked at.
    reader.js("sessionStorage.clear()", &[]);
    let turn = AtomicUsize::new(0);
    reader.site.alters(move |_, page| match turn.fetch_add(1, Ordering::SeqCst) % 2 {
        0 => renamed(page, &new, &old),
        _ => page.to_owned(),
    });
    stays_as_it_is(reader, 4);
}

/// The page is asked for so often, can be read, and says that voting is off.
fn stays_as_it_is(reader: &Reader, asked: usize) {
    let before = reader.site.asked(COMPARISON);
    reader.goes_to(COMPARISON);
    reader.sees("that voting is off", || reader.alert().starts_with("Voting is off: "), true);
    reader.js("return new Promise(done => setTimeout(done, 500))", &[]);
    assert_eq!(reader.site.asked(COMPARISON) - before, asked);
    assert_eq!(reader.heading(), COMPARISON_TITLE);
}

fn a_style_that_came_too_early_is_asked_for_anew(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.complaints_expected.borrow_mut().push("MIME");
    reader.opens(COMPARISON);
    let sheet = "[...document.styleSheets].find(it => /shipside-style-/.test(it.href))";
    let styled = || reader.js(&format!("try {{ return {sheet}.cssRules.length > 0 }} catch {{ return false }}"), &[]);
    reader.sees("the style of other pages", styled, serde_json::json!(true));
    let path = reader.text(&format!("new URL({sheet}.href).pathname"));
    // A host that answers its home page for what is not uploaded yet, and lets it be kept like the style.
    let early = Answer::html("<!doctype html><title>Home</title>");
    reader.site.answers(&path, early.with_headers("Cache-Control: max-age=31536000, immutable\r\n"));
    reader.js("return fetch(arguments[0], { cache: 'reload' }).then(() => 1)", &[path.as_str().into()]);
    reader.site.mends(&path);
    reader.opens("/");
    reader.sees("the style of other pages", styled, serde_json::json!(true));
}

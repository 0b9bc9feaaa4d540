//! What a reader points at is fetched before it is pressed, so that the next comparison opens at once.

use super::{Journey, Reader, journeys};

pub const ALL: &[Journey] = journeys![
    what_a_reader_points_at_is_fetched_ahead_once,
    a_page_without_its_app_fetches_the_next_page_ahead,
    what_cannot_be_fetched_ahead_disturbs_nobody,
];

/// The link to a comparison is pointed at, as a mouse or a finger does before it presses.
const POINT: &str = "const link = document.querySelector('main .comparisons a[href*=\"/compare/\"]');
    for (const kind of ['pointerover', 'pointerover']) link.dispatchEvent(new PointerEvent(kind, { bubbles: true }));
    return link.pathname";

fn points(reader: &Reader) -> String {
    reader.js(POINT, &[]).as_str().unwrap().to_owned()
}

fn json_of(path: &str) -> String {
    format!("/data/comparisons/{}.json", path.trim_start_matches("/compare/").trim_end_matches('/'))
}

fn what_a_reader_points_at_is_fetched_ahead_once(reader: &Reader) {
    reader.opens("/");
    reader.marks_the_document();
    let path = points(reader);
    let json = json_of(&path);
    reader.sees("the comparison fetched", || reader.site.answered(&json), 1);
    let comparison: serde_json::Value = serde_json::from_str(&reader.site.file(&json)).unwrap();
    for tool in comparison["tools"].as_array().unwrap() {
        let tool = format!("/data/tools/{}.json", tool.as_str().unwrap());
        reader.sees("its tools fetched", || reader.site.answered(&tool), 1);
    }
    points(reader);
    reader.js("document.querySelector('main .comparisons a[href*=\"/compare/\"]').focus()", &[]);
    reader.js("document.querySelector('main .comparisons a[href*=\"/compare/\"]').click()", &[]);
    reader.sees("the comparison", || reader.text("location.pathname"), path);
    reader.waits_for_a_page();
    assert!(reader.is_the_marked_document());
}

fn a_page_without_its_app_fetches_the_next_page_ahead(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.runs_first("delete globalThis.WebAssembly");
    reader.goes_to("/");
    reader.sees("an app that is off", || reader.text("document.documentElement.dataset.app"), "off");
    let path = points(reader);
    reader.sees("the page fetched", || reader.site.answered(&path), 1);
}

fn what_cannot_be_fetched_ahead_disturbs_nobody(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.opens("/");
    let path = reader.text("document.querySelector('main .comparisons a[href*=\"/compare/\"]').pathname");
    reader.site.answers(&json_of(&path), crate::answer::Answer::of(200, "text/html", "<!doctype html>"));
    points(reader);
    reader.sees("it answered", || reader.site.answered(&json_of(&path)), 1);
    reader.site.mends(&json_of(&path));
    reader.saw_nothing_break();
    reader.js("document.querySelector('main .comparisons a[href*=\"/compare/\"]').click()", &[]);
    reader.sees("the comparison", || reader.text("location.pathname"), path);
    reader.waits_for_a_page();
    reader.sees("cards", || reader.number("document.querySelectorAll('main article').length") >= 2.0, true);
}

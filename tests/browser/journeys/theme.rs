//! Light and dark.

use super::{Journey, Reader, journeys};
use crate::page::COMPARISON;
use fantoccini::Locator;
use serde_json::Value;

pub const ALL: &[Journey] = journeys![
    the_chosen_theme_is_there_before_first_paint,
    a_theme_that_was_chosen_in_another_tab_is_followed_and_not_stored_again,
    where_storage_is_blocked_the_chosen_theme_lasts_for_the_visit,
];

/// How light the page's paper is, from 0 to 255.
fn paper(reader: &Reader) -> f64 {
    reader.number("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
}

fn chooses(reader: &Reader, theme: &str) {
    let select = reader.finds("combobox", "Theme");
    reader.asks("choose a theme", select.select_by(Locator::XPath(&format!(".//option[.='{theme}']"))));
}

fn the_chosen_theme_is_there_before_first_paint(reader: &Reader) {
    // Scripts wait for stylesheets, and nothing of the body is there yet to be painted.
    reader.site.runs_before_paint(
        "window.first = [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]",
    );
    let first = || reader.js("return window.first", &[]);
    reader.opens(COMPARISON);
    assert_eq!(first()[0], "auto");
    assert!(paper(reader) > 200.0, "a light system shows a light page");
    chooses(reader, "Dark");
    reader.sees("a dark page", || paper(reader) < 60.0, true);
    let dark = reader.text("getComputedStyle(document.body).backgroundColor");
    reader.reloads();
    assert_eq!(first(), Value::from(vec!["dark", dark.as_str()]));
    assert_eq!(reader.text("named('combobox').find(([name]) => name === 'Theme')[1].selectedOptions[0].text"), "Dark");
    // It does not wait for the app.
    let app = reader.text("performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).find(path => path.endsWith('.wasm'))");
    reader.site.delays(&app, 2000);
    reader.goes_to(COMPARISON);
    assert_eq!(first(), Value::from(vec!["dark", dark.as_str()]));
    assert_eq!(reader.text("document.documentElement.dataset.app ?? ''"), "", "the app is not there yet");
    reader.sees("the app", || reader.text("document.documentElement.dataset.app ?? ''"), "on");
    reader.site.mends(&app);
    chooses(reader, "Light");
    reader.sees("a light page", || paper(reader) > 200.0, true);
    chooses(reader, "Automatic");
    reader.sees("the theme", || reader.text("document.documentElement.dataset.theme"), "auto");
    reader.reloads();
    assert_eq!(first()[0], "auto");
}

fn a_theme_that_was_chosen_in_another_tab_is_followed_and_not_stored_again(reader: &Reader) {
    reader.opens(COMPARISON);
    let hears = |of: &str| {
        let script = format!(
            "{of}; const writes = []; const {{ setItem }} = Storage.prototype;
            Storage.prototype.setItem = function (...item) {{ writes.push(item[0]); setItem.apply(this, item) }};
            dispatchEvent(new StorageEvent('storage'));
            Storage.prototype.setItem = setItem;
            return writes.filter(key => key === 'shipside:theme').length"
        );
        assert_eq!(reader.js(&script, &[]), 0, "{of}");
        reader.text("document.documentElement.dataset.theme")
    };
    assert_eq!(hears("localStorage.setItem('shipside:theme', 'dark')"), "dark");
    assert_eq!(hears("localStorage.clear()"), "auto");
    assert_eq!(reader.js("return localStorage.getItem('shipside:theme')", &[]), Value::Null);
}

fn where_storage_is_blocked_the_chosen_theme_lasts_for_the_visit(reader: &Reader) {
    reader.site.runs_first(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })",
    );
    reader.opens(COMPARISON);
    chooses(reader, "Dark");
    reader.sees("a dark page", || paper(reader) < 60.0, true);
    // As where the page comes back as it was left.
    reader.js("dispatchEvent(new StorageEvent('storage'))", &[]);
    assert_eq!(reader.text("document.documentElement.dataset.theme"), "dark");
    reader.follows("Shipside");
    reader.sees("the home page", || reader.address(), "/");
    assert_eq!(reader.text("document.documentElement.dataset.theme"), "dark");
}

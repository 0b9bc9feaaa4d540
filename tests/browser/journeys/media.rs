//! What the reader's system asks for. Only Chromium's driver can pretend to be another system.

use super::{Journey, Reader, journeys};
use crate::{engine::Kind, page::COMPARISON};
use serde_json::json;

pub const CHROMIUM: &[Journey] = journeys![in &[Kind::Chromium];
    the_automatic_theme_follows_the_system,
    nothing_moves_for_those_who_ask_for_that,
    votes_are_told_apart_in_forced_colours,
    on_paper_everything_can_be_read,
    on_paper_a_figure_stands_beside_or_below_its_label,
    on_paper_the_numbers_of_a_picture_are_there_without_what_opens_them,
    on_paper_a_count_stands_with_its_scope,
    on_small_paper_nothing_stands_in_narrow_columns,
    whoever_asks_for_more_contrast_gets_it,
];

fn system(reader: &Reader, media: &str, features: &[(&str, &str)]) {
    let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    reader.devtools("Emulation.setEmulatedMedia", json!({ "media": media, "features": features }));
}

/// A count without what it is a count of would say too much.
fn on_paper_a_count_stands_with_its_scope(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.pressed().len(), 1);
    system(reader, "print", &[]);
    let scopes = "[...document.querySelectorAll('.tally')].filter(seen).map(it => it.textContent)";
    let scopes = reader.texts(scopes);
    assert!(scopes.len() == 2 && scopes.iter().all(|it| it.starts_with("This browser only")), "{scopes:?}");
    assert!(scopes.iter().any(|it| it.contains("too few to tell")), "{scopes:?}");
}

fn on_small_paper_nothing_stands_in_narrow_columns(reader: &Reader) {
    reader.opens("/compare/vector-databases-three-ways/");
    system(reader, "print", &[]);
    // A5 and A4, 96 pixels an inch.
    for (width, facts, quotes) in [(560, "grid", "block"), (794, "table-cell", "block")] {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        reader.devtools("Emulation.setDeviceMetricsOverride", metrics);
        let display = |what: &str| reader.text(&format!("getComputedStyle(document.querySelector('{what}')).display"));
        reader.sees("the facts", || display(".facts td + td"), facts);
        assert_eq!(display(".quotes"), quotes, "three columns of quotes at {width} px");
    }
    reader.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
}

fn whoever_asks_for_more_contrast_gets_it(reader: &Reader) {
    reader.opens(COMPARISON);
    let soft =
        || reader.js("return ['.tally', 'body'].map(it => getComputedStyle(document.querySelector(it)).color)", &[]);
    let is_as_dark = || soft()[0] == soft()[1];
    assert!(!is_as_dark());
    system(reader, "", &[("prefers-contrast", "more")]);
    reader.sees("ink", is_as_dark, true);
}

/// How light a colour of the body is, from 0 to 255; see-through is white paper.
fn light(reader: &Reader, property: &str) -> f64 {
    reader.number(&format!(
        "(([r, g, b, a]) => a === 0 ? 255 : (r + g + b) / 3)(getComputedStyle(document.body).{property}.match(/[\\d.]+/g).map(Number))"
    ))
}

fn the_automatic_theme_follows_the_system(reader: &Reader) {
    reader.opens(COMPARISON);
    for _ in 0..2 {
        system(reader, "", &[("prefers-color-scheme", "dark")]);
        reader.sees("a dark page", || light(reader, "backgroundColor") < 60.0 && light(reader, "color") > 200.0, true);
        system(reader, "", &[("prefers-color-scheme", "light")]);
        reader.sees("a light page", || light(reader, "backgroundColor") > 200.0 && light(reader, "color") < 60.0, true);
    }
}

fn nothing_moves_for_those_who_ask_for_that(reader: &Reader) {
    reader.opens(COMPARISON);
    let moving = "[...document.querySelectorAll('*')].filter(el => {
        const style = getComputedStyle(el);
        return [style.transitionDuration, style.animationDuration].some(it => it.split(',').some(one => parseFloat(one) > 0));
    }).length";
    system(reader, "", &[("prefers-reduced-motion", "no-preference")]);
    assert!(reader.number(moving) > 0.0, "somebody else sees some motion, or this looks in the wrong place");
    system(reader, "", &[("prefers-reduced-motion", "reduce")]);
    assert_eq!(reader.number(moving), 0.0);
    assert_eq!(reader.text("getComputedStyle(document.documentElement).scrollBehavior"), "auto");
}

fn votes_are_told_apart_in_forced_colours(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.pressed().len(), 1);
    system(reader, "", &[("forced-colors", "active")]);
    assert_eq!(reader.js("return matchMedia('(forced-colors: active)').matches", &[]), true);
    let colours = |name: &str| {
        let element = format!("getComputedStyle(named('button').find(([name]) => name === '{name}')[1])");
        reader
            .text(&format!("(style => style.backgroundColor + ' ' + style.color + ' ' + style.borderStyle)({element})"))
    };
    let (pressed, not) = (colours("Ship Mistral Medium 3"), colours("Skip Mistral Medium 3"));
    assert_ne!(pressed, not, "the pressed button looks like the other");
    assert!(not.ends_with("solid"), "buttons have an edge: {not}");
}

fn on_paper_everything_can_be_read(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.js("localStorage.setItem('shipside:theme', 'dark')", &[]);
    reader.reloads();
    assert!(light(reader, "backgroundColor") < 60.0);
    system(reader, "print", &[]);
    reader.sees(
        "dark ink on white paper",
        || light(reader, "backgroundColor") > 250.0 && light(reader, "color") < 60.0,
        true,
    );
    let pressed = "[...document.querySelectorAll('button:not([popovertarget])')].filter(seen).map(nameOf)";
    assert_eq!(reader.texts(pressed), [""; 0], "nobody presses buttons on paper");
    assert_eq!(reader.names("article").len(), 2);
    let quotes = "[...document.querySelectorAll('blockquote')].filter(seen).length";
    assert_eq!(reader.number(quotes), 8.0);
    reader.js("document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=\"https://example.org/source\">source</a>')", &[]);
    let after = "getComputedStyle(document.querySelector('a[href=\"https://example.org/source\"]'), '::after').content";
    assert!(
        reader.text(after).contains("https://example.org/source"),
        "sources are written out: {}",
        reader.text(after)
    );
}

fn on_paper_a_figure_stands_beside_or_below_its_label(reader: &Reader) {
    reader.opens("/compare/coding-assistants-five-ways/");
    system(reader, "print", &[]);
    let above = "[...document.querySelectorAll('.figures dl > div:not(.rate)')].filter(it => {
        const [label, value] = ['dt', 'dd'].map(what => it.querySelector(what).getBoundingClientRect());
        return value.bottom <= label.top + 1;
    }).length";
    assert_eq!(reader.number(above), 0.0);
}

fn on_paper_the_numbers_of_a_picture_are_there_without_what_opens_them(reader: &Reader) {
    reader.opens("/tools/");
    system(reader, "print", &[]);
    let seen = |what: &str| {
        reader.number(&format!(
            "[...document.querySelectorAll('{what}')].filter(it => it.getBoundingClientRect().height > 0).length"
        ))
    };
    assert!(seen(".picture table") > 0.0);
    assert_eq!(seen(".picture summary"), 0.0);
}

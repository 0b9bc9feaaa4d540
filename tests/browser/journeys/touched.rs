//! What one act touches: only what shows it.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    page::{COMPARISON, COMPARISON_TITLE, SMOL},
};

pub const ALL: &[Journey] = journeys![
    a_vote_touches_its_own_tool_and_nothing_else,
    leaving_a_reviewer_out_touches_what_shows_the_panel_and_nothing_else,
    a_choice_of_rows_touches_rows_and_their_count_and_nothing_else,
    the_address_is_written_at_most_once_in_150_ms,
    the_address_is_right_when_the_page_is_left_at_once,
];

/// Notes every change of the document by its place: an element's name and class, within what is a tool's, has an id or is there
/// once; and the attribute, if it is one.
const CHANGES: &str = "
    const own = it => it.localName + (it.classList[0] ? '.' + it.classList[0] : '');
    const place = node => {
        const it = node.nodeType === 1 ? node : node.parentElement ?? document.documentElement;
        const around = it.parentElement?.closest('[data-tool], [id]:not(main), .bar, fieldset, table');
        const name = around && (around.dataset.tool ?? around.id) || around?.classList[0] || around?.localName;
        return (name ? name + ' ' : '') + own(it);
    };
    window.changes = [];
    const note = records => changes.push(...records.map(it => `${place(it.target)} ${it.attributeName ?? ''}`.trim()));
    const observer = new MutationObserver(note);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    window.touched = () => (note(observer.takeRecords()), changes.splice(0).sort());";

/// Every change that comes of pressing one control, each by its place.
#[track_caller]
fn touched(reader: &Reader, control: &str) -> Vec<String> {
    let script = "touched();
        document.querySelector(arguments[0]).click();
        return new Promise(done => setTimeout(() => done(touched()), 400))";
    let list = reader.js(script, &[control.into()]);
    list.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

fn a_vote_touches_its_own_tool_and_nothing_else(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.js(CHANGES, &[]);
    let button = |tool: &str, choice: &str| format!("[data-tool={tool}] [data-vote={choice}]");
    let first = [
        "smolvlm2-turbo button aria-pressed",
        "smolvlm2-turbo dd",
        "smolvlm2-turbo p.said",
        "smolvlm2-turbo span.count",
    ];
    assert_eq!(touched(reader, &button("smolvlm2-turbo", "ship")), first);
    assert_eq!(reader.status(SMOL), "You voted ship.");
    // Changed, both buttons look another way, and there are as many votes.
    let changed = [
        "smolvlm2-turbo button aria-pressed",
        "smolvlm2-turbo button aria-pressed",
        "smolvlm2-turbo dd",
        "smolvlm2-turbo p.said",
    ];
    assert_eq!(touched(reader, &button("smolvlm2-turbo", "skip")), changed);
    assert_eq!(touched(reader, &button("smolvlm2-turbo", "skip")), first, "withdrawn");
    // Of the other tool, what was said last is said no longer.
    let other = [
        "mistral-medium-3 button aria-pressed",
        "mistral-medium-3 dd",
        "mistral-medium-3 p.said",
        "mistral-medium-3 span.count",
        "smolvlm2-turbo p.said",
    ];
    assert_eq!(touched(reader, &button("mistral-medium-3", "ship")), other);
}

fn leaving_a_reviewer_out_touches_what_shows_the_panel_and_nothing_else(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.js(CHANGES, &[]);
    // The dissenter: one tool's figure is another then, and nobody dissents any more.
    let mut once = touched(reader, "input[value=founder]");
    once.dedup();
    let follows = [
        "answer bdi",
        "answer p",
        "bar b",
        "mistral-medium-3 dd",
        "mistral-medium-3 p.verdict",
        "mistral-medium-3 rect.out class",
        "mistral-medium-3 svg.split aria-label",
        "mistral-medium-3 text.out class",
        "reviewer-founder header",
        "section.answer",
        "smolvlm2-turbo p.verdict",
        "smolvlm2-turbo rect.out class",
        "smolvlm2-turbo svg.split aria-label",
        "smolvlm2-turbo text.out class",
        "table td",
        "table td class",
        "table tr.out class",
    ];
    assert_eq!(once, follows);
    // One of several who agree changes no figure. What is struck is called otherwise than what is not.
    for _ in ["left out", "counted"] {
        let told = touched(reader, "input[value=builder]");
        let plain = |it: &String| {
            let shapes =
                ["rect.ship", "rect.out", "text.ship", "text.out", "tr.out"].map(|name| name.split_once('.').unwrap());
            shapes.iter().fold(it.clone(), |it, (tag, class)| it.replace(&format!("{tag}.{class}"), tag))
        };
        let mut told: Vec<String> = told.iter().map(plain).collect();
        told.dedup();
        let follows = [
            "answer bdi",
            "answer p",
            "answer p.soft",
            "mistral-medium-3 p.verdict",
            "mistral-medium-3 rect class",
            "mistral-medium-3 svg.split aria-label",
            "mistral-medium-3 text class",
            "reviewer-builder header",
            "smolvlm2-turbo p.verdict",
            "smolvlm2-turbo rect class",
            "smolvlm2-turbo svg.split aria-label",
            "smolvlm2-turbo text class",
            "table tr class",
        ];
        assert_eq!(told, follows);
    }
}

fn a_choice_of_rows_touches_rows_and_their_count_and_nothing_else(reader: &Reader) {
    reader.opens_with_facts();
    reader.js(CHANGES, &[]);
    for rows in ["differences", "all"] {
        let told = touched(reader, &format!("input[value={rows}]"));
        assert_eq!(told, ["fieldset p.hint", "table tr hidden"].map(|it| it.replace("fieldset", "choices")), "{rows}");
    }
}

/// Notes when the address is written.
const WRITINGS: &str = "
    window.written = [];
    const write = history.replaceState;
    history.replaceState = function (...all) { written.push(performance.now()); return write.apply(this, all) };";

fn the_address_is_written_at_most_once_in_150_ms(reader: &Reader) {
    reader.site.runs_first(WRITINGS);
    reader.opens(COMPARISON);
    // One every 30 ms, so that the founder is left out at last and the others are not.
    let mutes = "written.length = 0;
        const press = reviewer => document.querySelector(`input[value=${reviewer}]`).click();
        return new Promise(done => {
            let n = 0;
            const timer = setInterval(() => {
                press(['builder', 'skeptic', 'futurist'][n % 3]);
                press(['builder', 'skeptic', 'futurist'][n++ % 3]);
                if (n < 20) return;
                clearInterval(timer);
                press('founder');
                setTimeout(() => done(written), 400);
            }, 30);
        })";
    let written: Vec<f64> = reader.js(mutes, &[]).as_array().unwrap().iter().map(|at| at.as_f64().unwrap()).collect();
    assert!((2..=6).contains(&written.len()), "{written:?}");
    // Timers may be late but not early; clocks are rounded.
    assert!(written.windows(2).all(|pair| pair[1] - pair[0] >= 145.0), "{written:?}");
    assert_eq!(reader.address(), format!("{COMPARISON}?mute=founder"));
}

/// Two reviewers left out by the very click that leads on: the second is still to be written then.
const LEAVES: &str = "
    addEventListener('click', event => {
        for (const it of ['founder', 'skeptic']) document.querySelector(`input[value=${it}]`).click();
        if (!arguments[0]) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        location.href = arguments[0];
    }, { capture: true, once: true });";

fn the_address_is_right_when_the_page_is_left_at_once(reader: &Reader) {
    reader.site.answers("/elsewhere.html", Answer::html("<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>"));
    let seen = format!("{COMPARISON}?mute=founder,skeptic");
    let unchecked = || reader.texts("named('checkbox').filter(([, box]) => !box.checked).map(([name]) => name)");
    for (link, elsewhere, heading) in [
        ("Shipside", "", "AI tools, side by side, before you waste an afternoon"),
        ("Shipside", "/elsewhere.html", "Elsewhere"),
        ("Embed a comparison", "", "Embed a comparison"),
    ] {
        reader.opens(COMPARISON);
        reader.js(LEAVES, &[elsewhere.into()]);
        reader.follows(link);
        reader.sees("another page", || reader.heading(), heading);
        reader.goes_back();
        let what = format!("back from {link} {elsewhere}");
        reader.sees(&what, || reader.heading(), COMPARISON_TITLE);
        reader.sees(&what, || reader.address(), seen.as_str());
        reader.sees(&what, unchecked, ["The Skeptic", "The Founder"]);
    }
}

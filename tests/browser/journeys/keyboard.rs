//! Keyboard alone.

use super::{Journey, Reader, journeys};
use crate::{
    engine::Kind,
    page::{COMPARISON, COMPARISON_TITLE, MISTRAL},
};
use fantoccini::key::Key;

pub const ALL: &[Journey] = journeys![
    the_skip_link_comes_first_and_works,
    everything_is_reached_by_tab_and_focus_is_seen,
    votes_reviewers_and_rows_are_chosen_by_keyboard,
    links_are_followed_by_keyboard,
];

fn the_skip_link_comes_first_and_works(reader: &Reader) {
    reader.opens("/");
    reader.follows(COMPARISON_TITLE);
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    reader.reloads();
    reader.types(Key::Tab);
    reader.sees("focus on the skip link", || reader.focus(), "a Skip to content");
    reader.sees("the mark of focus on it", || focus_is_seen(reader), "seen");
    reader.types(Key::Enter);
    reader.sees("focus on the content", || reader.text("document.activeElement.id"), "main");
    assert_eq!(reader.heading(), COMPARISON_TITLE, "the page stays");
    reader.types(Key::Tab);
    reader.sees("the first control of the content", || reader.focus(), "a SmolVLM2 Turbo");
    // It was a step within the page, and Back takes it back.
    reader.goes_back();
    reader.sees("the address", || reader.text("location.pathname + location.hash"), COMPARISON);
    assert_eq!(reader.heading(), COMPARISON_TITLE);
    reader.goes_back();
    reader.sees("the page before", || reader.address(), "/");
    reader.finds("link", COMPARISON_TITLE);
}

/// “seen” where the focused element, or the box that it stands for, is marked as focused, with the whole ring in sight, and covered by
/// nothing; otherwise what is wrong.
pub(super) fn focus_is_seen(reader: &Reader) -> String {
    // Firefox and WebKit keep no room below what Tab leads to.
    let room = reader.engine == Kind::Chromium;
    let script = "
        const el = document.activeElement;
        document.getAnimations().forEach(it => it.finish());
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'var(--accent)';
        probe.style.colorScheme = getComputedStyle(el).colorScheme;
        const accent = getComputedStyle(probe).color;
        probe.remove();
        const styles = [el, el.closest('li')].filter(it => it).map(it => [it, getComputedStyle(it)]);
        const [marked, style] = styles.find(([, style]) => style.outlineStyle === 'solid' && style.outlineWidth === '3px' && style.outlineColor === accent) ?? [];
        if (!marked) return `no ring: ${styles.map(([it, style]) => style.outline)}, not ${accent}`;
        const { left, top, right, bottom } = marked.getBoundingClientRect(), ring = 3 + parseFloat(style.outlineOffset);
        if (top - ring < -.5 || (arguments[0] && bottom + ring > innerHeight + .5 && bottom - top < innerHeight / 2)) return `the ring is cut off: ${top - ring} to ${bottom + ring} of ${innerHeight}`;
        const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2, y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
        const seen = document.elementFromPoint(x, y);
        const isSeen = right - left > 10 && bottom - top > 10 && (marked.contains(seen) || !!seen?.closest('label')?.contains(el));
        return isSeen ? 'seen' : `covered by ${seen?.outerHTML}`;";
    reader.js(script, &[room.into()]).as_str().unwrap_or_default().to_owned()
}

fn everything_is_reached_by_tab_and_focus_is_seen(reader: &Reader) {
    reader.failures_expected.set(true);
    for path in ["/", COMPARISON, "/nowhere/", "/tools/cursor/", "/panel/", "/panel/founder/"] {
        reader.opens(path);
        // Of radio buttons that belong together, Tab reaches the chosen one; arrows reach the others.
        let reachable = "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]
            .filter(el => seen(el) && (el.type !== 'radio' || el.checked)).map(el => el.tagName.toLowerCase() + ' ' + nameOf(el).slice(0, 60))";
        let expected = reader.texts(reachable);
        assert!(expected.len() > 5, "{expected:?}");
        let mut reached = Vec::new();
        for wanted in &expected {
            reader.types(Key::Tab);
            reader.sees("focus", || reader.focus(), wanted.as_str());
            reader.sees(&format!("the focus on {wanted}"), || focus_is_seen(reader), "seen");
            reached.push(reader.focus());
        }
        assert_eq!(reached, expected, "Tab follows the order of the page");
    }
}

/// Presses Tab until that element has focus.
pub(super) fn tabs_to(reader: &Reader, wanted: &str) {
    for _ in 0..150 {
        if reader.focus() == wanted {
            return;
        }
        reader.types(Key::Tab);
    }
    panic!("Tab does not reach “{wanted}”");
}

fn votes_reviewers_and_rows_are_chosen_by_keyboard(reader: &Reader) {
    reader.opens(COMPARISON);
    tabs_to(reader, "button Skip Mistral Medium 3");
    reader.types(' ');
    reader.sees("the vote", || reader.pressed(), ["Skip Mistral Medium 3"]);
    assert_eq!(reader.status(MISTRAL), "You voted skip.");
    assert_eq!(reader.focus(), "button Skip Mistral Medium 3", "focus stays where it was");
    reader.types(Key::Enter);
    reader.sees("the withdrawn vote", || reader.status(MISTRAL), "You withdrew your vote.");
    // In the order of the page: from its end, Tab leads out of it in some browsers.
    tabs_to(reader, "input All");
    reader.types(Key::Down);
    reader.sees("the rows that differ", || reader.address(), format!("{COMPARISON}?rows=differences"));
    assert_eq!(reader.focus(), "input Differences");
    tabs_to(reader, "input The Founder");
    reader.types(' ');
    reader.sees("the panel without one", || reader.figure(MISTRAL, "Panel ship"), "100%");
    assert_eq!(reader.focus(), "input The Founder");
    assert_eq!(reader.address(), format!("{COMPARISON}?rows=differences&mute=founder"));
}

fn links_are_followed_by_keyboard(reader: &Reader) {
    reader.opens("/");
    reader.marks_the_document();
    tabs_to(reader, &format!("a {COMPARISON_TITLE}"));
    reader.types(Key::Enter);
    reader.sees("focus on the new heading", || reader.focus(), format!("h1 {COMPARISON_TITLE}"));
    reader.types(Key::Tab);
    reader.sees("the first control after the heading", || reader.focus(), "a SmolVLM2 Turbo");
    assert!(reader.is_the_marked_document());
}

//! Votes that come while the app does: just before it takes the page over, at that moment, and after.

use super::{Journey, Reader, early::opens_early, journeys};
use crate::{
    answer::{Answer, How},
    engine::Kind,
    page::{APP, COMPARISON},
};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    a_vote_does_not_have_the_page_drawn_again,
    a_press_that_the_app_comes_into_counts,
    of_two_early_votes_the_one_on_the_page_before_is_the_earlier,
    an_early_vote_outlives_a_page_that_was_left_half_way,
    a_vote_counts_on_a_page_that_is_being_left,
    early_votes_in_two_frames_that_are_left_at_once_both_count,
    a_vote_on_a_page_that_was_to_be_left_counts_once,
    whenever_votes_come_none_is_lost,
    what_the_reader_has_in_hand_is_theirs_though_the_page_is_drawn_anew,
    back_and_forward_before_the_app_is_there_lead_to_the_page_of_the_address,
];

/// Remembers every element.
const REMEMBERS: &str = "window.before = [...document.body.querySelectorAll('*')]";

/// Elements that were remembered and are no longer in the page. The marks of the panel are drawn anew with every change of what the
/// reader chose, the first one included.
fn gone(reader: &Reader) -> Vec<String> {
    reader.texts("before.filter(el => !el.isConnected && !el.closest('.split')).map(el => el.outerHTML)")
}

fn lets_the_app_come(reader: &Reader) {
    assert_eq!(reader.text(APP), "", "the app is already there, and this shows nothing");
    reader.site.releases(&reader.app());
    reader.sees("the app", || reader.text(APP), "on");
}

fn a_vote_does_not_have_the_page_drawn_again(reader: &Reader) {
    // Voted early; and voted at an earlier visit.
    for what in ["noted", "remembered"] {
        opens_early(reader);
        if what == "noted" {
            reader.presses("Ship SmolVLM2 Turbo");
        }
        reader.js(REMEMBERS, &[]);
        reader.js("named('button').find(([name]) => name === 'Skip Mistral Medium 3')[1].focus()", &[]);
        lets_the_app_come(reader);
        reader.sees("the vote", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
        assert_eq!(gone(reader), [""; 0], "{what}: the page has been drawn again");
        assert_eq!(reader.focus(), "button Skip Mistral Medium 3", "{what}");
    }
}

fn a_press_that_the_app_comes_into_counts(reader: &Reader) {
    opens_early(reader);
    reader.presses("Ship SmolVLM2 Turbo");
    let element = reader.finds("button", "Ship Mistral Medium 3");
    let mouse = || MouseActions::new("mouse".to_owned());
    let down = mouse()
        .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    reader.asks("hold the button", reader.client.perform_actions(down));
    lets_the_app_come(reader);
    let up = mouse().then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    reader.asks("let go", reader.client.perform_actions(up));
    reader.sees("both votes", || reader.pressed(), ["Ship SmolVLM2 Turbo", "Ship Mistral Medium 3"]);
}

/// The app's script is there, and does nothing until `go` is called. One that is not there would keep WebKit from saying that the page is.
fn keeps_the_script_waiting(reader: &Reader) {
    let waits = "await new Promise(go => window.go = go); export default (await import('/there.js')).default";
    reader.site.answers("/there.js", Answer::script(&reader.site.file(&reader.glue())));
    reader.site.answers(&reader.glue(), Answer::script(waits));
}

fn lets_the_script_go(reader: &Reader) {
    reader.sees("the script that waits", || reader.text("typeof go"), "function");
    reader.js("go()", &[]);
    reader.sees("the app", || reader.text(APP), "on");
}

/// What was noted before the app's script was there is neither in storage nor carried out: it waits in the tab.
fn of_two_early_votes_the_one_on_the_page_before_is_the_earlier(reader: &Reader) {
    keeps_the_script_waiting(reader);
    reader.goes_to(COMPARISON);
    for vote in ["Ship Mistral Medium 3", "Skip Mistral Medium 3"] {
        reader.presses(vote);
        assert_eq!(reader.pressed(), [vote]);
        if vote.starts_with("Ship") {
            reader.asks("reload", reader.client.refresh());
            assert_eq!(reader.pressed(), [""; 0], "the script is already there, and this shows nothing");
        }
    }
    lets_the_script_go(reader);
    reader.sees("the later vote", || reader.pressed(), ["Skip Mistral Medium 3"]);
    assert_eq!(reader.ballots()["ballots"]["mistral-medium-3"]["choice"], "skip");
}

fn an_early_vote_outlives_a_page_that_was_left_half_way(reader: &Reader) {
    reader.failures_expected.set(true);
    // Still loading when it is left: another address, so that nothing lets it go before.
    let left = "/left/";
    let page = reader.site.file(&format!("{COMPARISON}index.html"));
    // Behind the buttons of the first tool: what is said of votes on it is still to come.
    let half = &page[..page.match_indices("</button>").nth(1).expect("two buttons").0];
    let stalls = Answer::html(&format!("{half}{}", " ".repeat(half.len()))).arriving(How::Stalls);
    reader.site.answers(left, stalls);
    let around = "<!doctype html><title>Around</title><iframe></iframe>";
    reader.site.answers("/around/", Answer::html(around));
    reader.goes_to("/around/");
    let frame = "document.querySelector('iframe')";
    reader.js(&format!("{frame}.src = arguments[0]"), &[left.into()]);
    let states = || {
        reader.texts(&format!(
            "[...{frame}.contentDocument?.querySelectorAll('[data-vote]') ?? []].map(it => it.ariaPressed)"
        ))
    };
    reader.sees("the first tool’s buttons", states, ["false", "false"]);
    let press = format!(
        "window.broken = [];
         {frame}.contentWindow.addEventListener('error', event => broken.push(event.message));
         {frame}.contentDocument.querySelector('[data-vote]').click();"
    );
    reader.js(&press, &[]);
    assert_eq!(states(), ["true", "false"]);
    reader.saw_nothing_break();
    assert_eq!(reader.text(&format!("{frame}.contentDocument.readyState")), "loading");
    reader.js(&format!("{frame}.contentWindow.location.href = arguments[0]"), &[COMPARISON.into()]);
    reader.sees("the vote", states, ["true", "false", "false", "false"]);
    let stored = || reader.ballots()["ballots"]["smolvlm2-turbo"]["choice"].clone();
    reader.sees("the vote in storage", stored, json!("ship"));
}

/// Some browsers give up what they load for a page before they leave it.
fn a_vote_counts_on_a_page_that_is_being_left(reader: &Reader) {
    opens_early(reader);
    reader.site.delays(COMPARISON, 1500);
    let leave = "const it = named('button').find(([name]) => name === 'Ship SmolVLM2 Turbo')[1];
         setTimeout(() => { it.click(); sessionStorage.pressed = `${it.ariaPressed} ${it.ariaDisabled}` }, 500);
         location.reload()";
    reader.js(leave, &[]);
    reader.sees("the press", || reader.text("sessionStorage.pressed"), "true null");
    reader.site.mends(COMPARISON);
    lets_the_app_come(reader);
    reader.sees("the vote", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
}

fn early_votes_in_two_frames_that_are_left_at_once_both_count(reader: &Reader) {
    keeps_the_script_waiting(reader);
    let frames = [COMPARISON, "/compare/ollama-vs-vllm/"].map(|path| format!("<iframe src={path}></iframe>")).concat();
    reader.site.answers("/around/", Answer::html(&format!("<!doctype html><title>Around</title>{frames}")));
    reader.goes_to("/around/");
    let buttons =
        "[...document.querySelectorAll('iframe')].map(it => it.contentDocument?.querySelector('[data-vote]'))";
    reader.sees("buttons", || reader.texts(&format!("{buttons}.map(it => it?.dataset.vote)")), ["ship"; 2]);
    // One clock for both, which stands still.
    let press = format!("for (const it of {buttons}) it.ownerDocument.defaultView.Date.now = () => 1, it.click()");
    reader.js(&press, &[]);
    reader.goes_to(COMPARISON);
    lets_the_script_go(reader);
    let stored = || ["smolvlm2-turbo", "ollama"].map(|tool| reader.ballots()["ballots"][tool]["choice"].clone());
    reader.sees("both votes", stored, [json!("ship"), json!("ship")]);
}

fn a_vote_on_a_page_that_was_to_be_left_counts_once(reader: &Reader) {
    opens_early(reader);
    reader.presses("Ship SmolVLM2 Turbo");
    // The browser asked for another page, was told that there is nothing, and stayed.
    reader.site.answers("/nothing/", Answer::status(204));
    reader.js("location = '/nothing/'", &[]);
    let kept = || reader.texts("Object.keys(sessionStorage).filter(key => key.startsWith('shipside:early'))").len();
    reader.sees("what is kept", kept, 1);
    if reader.engine == Kind::Webkit {
        // It has given up loading the app, and tells nobody. The page says so in the end, and keeps the vote.
        reader.sees("the app", || reader.text(APP), "off");
        assert_eq!(kept(), 1);
        reader.asks("reload", reader.client.refresh());
    }
    lets_the_app_come(reader);
    reader.sees("the vote", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    assert_eq!(kept(), 0, "the next page would cast the vote again");
    assert_eq!(reader.ballots()["ballots"]["smolvlm2-turbo"]["seq"], 1, "it has been cast twice");
}

/// Seeds tried in Chromium, and in each of the others.
const SEEDS: (u64, u64) = (60, 30);
/// Seeds that are waited for together: so few that a busy machine has been through them before a journey waits no longer.
const AT_ONCE: u64 = 3;

/// In the page around: opens pages in a frame, one after the other, votes while the app comes, and notes what is wrong.
const HOST: &str = "
    const wrong = window.wrong = [], KEY = 'shipside:ballots:v1';
    window.done = window.early = 0;
    const wait = ms => new Promise(next => setTimeout(next, ms));
    const until = async check => {
        for (const begun = performance.now(); performance.now() - begun < 20000; await wait(15)) if (check()) return true;
    };
    const page = async (frame, seed) => {
        const dice = diceOf(seed), wants = {}, told = [];
        localStorage.clear();
        sessionStorage.clear();
        // Some have voted at an earlier visit.
        if (!dice(3)) {
            wants.cursor = 'skip';
            const ballots = { cursor: { choice: 'skip', seq: 3, at: '2026-11-22T12:00:00Z' } };
            localStorage[KEY] = JSON.stringify({ voter: '0123456789abcdef0123456789abcdef', ballots });
        }
        frame.src = '/compare/coding-assistants-five-ways/?seed=' + seed;
        const all = what => [...frame.contentDocument?.querySelectorAll(what) ?? []];
        const isOn = () => frame.contentDocument?.documentElement?.dataset.app === 'on';
        // Some load the page again before the app is there.
        let reloads = dice(3) ? 0 : 1;
        for (let late = 0, begun = performance.now(); late < 4; ) {
            if (performance.now() - begun > 20000) return `the app did not arrive (${told})`;
            await wait(dice(30));
            if (reloads && !isOn() && told.length && !dice(4)) {
                reloads--;
                told.push('reload');
                frame.contentWindow.location.reload();
                continue;
            }
            const buttons = all('main [data-vote]'), button = buttons[dice(buttons.length || 1)];
            if (!button) continue;
            // A press takes its time.
            if (dice(2)) await wait(dice(60));
            // Whoever still pressed as the page was left did not press on the next one.
            if (button.ownerDocument !== frame.contentDocument) continue;
            const tool = button.closest('[data-tool]')?.dataset.tool, vote = button.dataset.vote;
            if (!button.isConnected) return `${vote} was taken away while it was pressed (${told})`;
            wants[tool] = button.ariaPressed === 'true' ? null : vote;
            told.push(`${isOn() ? 'late' : 'early'} ${tool} ${wants[tool]}`);
            isOn() ? late++ : early++;
            button.click();
        }
        const shown = () => Object.fromEntries(all('main [aria-pressed=true]').map(it => [it.closest('[data-tool]').dataset.tool, it.dataset.vote]));
        const kept = () => Object.fromEntries(Object.entries(JSON.parse(localStorage[KEY]).ballots).map(([tool, { choice }]) => [tool, choice]));
        const same = found => Object.entries(wants).every(([tool, choice]) => (found[tool] ?? null) === choice)
            && Object.entries(found).every(([tool, choice]) => (wants[tool] ?? null) === choice);
        if (!await until(() => same(shown()) && same(kept())))
            return `${JSON.stringify(shown())} is shown and ${JSON.stringify(kept())} is stored (${told})`;
        if (frame.contentWindow.broken.length) return `scripts failed: ${frame.contentWindow.broken} (${told})`;
    };
    window.work = async (first, end) => {
        for (let seed = first; seed < end; seed++, done++) {
            const frame = document.body.appendChild(document.createElement('iframe'));
            const what = await page(frame, seed).catch(error => `${error} ${error.stack}`);
            if (what) wrong.push(`seed ${seed}: ${what}`);
            frame.remove();
        }
    };";

fn whenever_votes_come_none_is_lost(reader: &Reader) {
    let script = format!("{}{HOST}", include_str!("../alter.js"));
    reader.site.answers(
        "/hurried/",
        Answer::html(&format!(
            "<!doctype html><meta charset=utf-8><title>Hurry</title><body><script>{script}</script>"
        )),
    );
    reader.site.delays(&reader.glue(), 60);
    reader.site.delays(&reader.app(), 120);
    reader.goes_to("/hurried/");
    let seeds = if reader.engine == Kind::Chromium { SEEDS.0 } else { SEEDS.1 };
    for first in (0..seeds).step_by(AT_ONCE as usize) {
        let end = first + AT_ONCE;
        reader.js("work(arguments[0], arguments[1])", &[first.into(), end.into()]);
        reader.waits_for("these pages", || (reader.number("done") >= end as f64).then_some(()));
    }
    let wrong = reader.texts("wrong");
    assert!(wrong.is_empty(), "{} of {seeds}:\n{}", wrong.len(), wrong.join("\n"));
    let early = reader.number("early");
    assert!(early >= seeds as f64, "only {early} of the votes were early, and this shows little");
}

/// What browsers' translators do to every text, after which the page is no longer what the app could take over.
const TRANSLATES: &str = "
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(text);
    }
    // And what others put beside what is there.
    for (const it of ['button', 'a', 'input']) document.querySelector('main').prepend(document.createElement(it));";

fn what_the_reader_has_in_hand_is_theirs_though_the_page_is_drawn_anew(reader: &Reader) {
    for (path, element, focus, typed) in [
        ("/", "#email", "input Email address", "me@x.org"),
        ("/", "[type=search]", "input Search", "pg"),
        (COMPARISON, "[data-vote=skip]", "button Skip SmolVLM2 Turbo", ""),
        ("/", "main a[href]", "a Coding Assistants", ""),
        ("/tools/", "[name=category]", "select Category", ""),
    ] {
        reader.site.holds(&reader.app());
        reader.goes_to(path);
        reader.js(TRANSLATES, &[]);
        let has = reader.js(
            "const it = document.querySelector(arguments[0]);
             it?.focus();
             if (arguments[1]) it.value = arguments[1];
             return it !== null",
            &[element.into(), typed.into()],
        );
        assert_eq!(has, true, "{path} has no {element}");
        reader.js(REMEMBERS, &[]);
        lets_the_app_come(reader);
        assert_ne!(gone(reader), [""; 0], "the page is not drawn anew, and this shows nothing");
        reader.sees("focus", || reader.focus(), focus);
        reader.sees("what was typed", || reader.text("document.activeElement.value ?? ''"), typed);
    }
}

/// By then the address is that of another page, and the one that was served is none of its.
fn back_and_forward_before_the_app_is_there_lead_to_the_page_of_the_address(reader: &Reader) {
    let app = reader.app();
    let titled = |title: &str| reader.sees(title, || reader.text("document.querySelector('h1')?.textContent"), title);
    let hurries = |by: i32| {
        reader.site.holds(&app);
        reader.asks("reload", reader.client.refresh());
        reader.sees("the page", || reader.text("document.readyState"), "complete");
        assert_eq!(reader.text(APP), "", "the app is already there, and this shows nothing");
        reader.js(&format!("history.go({by})"), &[]);
    };
    for (first, link, second, title) in [
        (COMPARISON, "a[href$=\"/tools/smolvlm2-turbo/\"]", "/tools/smolvlm2-turbo/", "SmolVLM2 Turbo"),
        ("/tools/", "a[href$=\"/panel/\"]", "/panel/", "The panel"),
    ] {
        reader.opens(first);
        let own = reader.text("document.querySelector('h1').textContent");
        reader.js(&format!("document.querySelector('{link}').click()"), &[]);
        titled(title);
        // Back, to what a page before this one had shown; then forward again, likewise.
        for (by, path, title) in [(-1, first, own.as_str()), (1, second, title)] {
            hurries(by);
            reader.sees("the other address", || reader.address(), path);
            reader.site.releases(&app);
            titled(title);
            reader.sees("the app", || reader.text(APP), "on");
            assert_eq!(reader.address(), path);
            titled(title);
        }
    }
}

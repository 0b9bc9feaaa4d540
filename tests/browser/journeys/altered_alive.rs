//! Pages that were altered while they were live.

use super::{Journey, Reader, journeys};
use crate::{answer::Answer, engine::Kind};
use serde_json::json;
use std::{thread::sleep, time::Duration};

pub const ALL: &[Journey] = journeys![however_a_live_page_is_altered_votes_count_and_links_lead_on];

/// Seeds tried in Chromium, and in each of the others.
const SEEDS: (u64, u64) = (300, 80);
/// Alterations of one page, one after the other, each with a vote and two moves. What goes wrong is done again with all of them.
const A_PAGE: u64 = 5;
/// Pages that are altered at the same time.
const AT_ONCE: usize = 4;

/// WebKit lets a tab change its address a hundred times in half a minute, and no oftener. These pages do so forty times.
const REST: Duration = Duration::from_secs(12);

/// In every page: ballots of its own, because pages in frames beside it would follow them.
const OWN_BALLOTS: &str = "
    const kept = {};
    Object.defineProperty(window, 'localStorage', { value: {
        getItem: key => kept[key] ?? null, setItem(key, value) { kept[key] = value }, removeItem(key) { delete kept[key] },
    } });";

/// In every page: alters it, votes, goes home and to a comparison again. Says what is wrong, if anything.
const LOOK: &str = "
    const until = async check => {
        for (const begun = performance.now(); performance.now() - begun < 10000; await new Promise(next => setTimeout(next, 10)))
            if (check()) return true;
    };
    const one = what => document.querySelector(what);
    // Foreign links, which lead on whatever became of the page's own.
    const on = document.createElement('a');
    const goes = path => { on.isConnected || document.body.append(on); on.href = path; on.click() };
    const headings = () => [...document.querySelectorAll('main h1')].map(it => it.textContent);
    // What shows the votes on a tool, as it is before anything is done to it.
    const shows = tool => {
        const said = tool.querySelector('[data-said]'), count = tool.querySelector('.count');
        const figure = [...tool.querySelectorAll('dt')].find(it => it.textContent === 'Community')?.nextSibling;
        return { tool, buttons: [...tool.querySelectorAll('[data-vote]')], said, figure, count, counted: count?.textContent };
    };
    window.look = async seed => {
        const tools = [...document.querySelectorAll('main [data-tool]')].map(shows);
        if (tools.length < 2) return `there are ${tools.length} tools`;
        const how = alter(seed, [on]);
        // A button that others took away cannot be pressed; the one of another tool can.
        const left = tools.find(it => it.buttons.length === 2 && it.buttons.every(button => button.isConnected));
        if (left) {
            const { buttons: [ship, skip], said, figure, count, counted } = left;
            const button = seed % 3 ? ship : skip, withdrawn = button.ariaPressed === 'true';
            const expected = withdrawn ? ['You withdrew your vote.', '—', 'No votes yet']
                : button === ship ? ['You voted ship.', '100%', 'Early: 1 vote, yours'] : ['You voted skip.', '0%', 'Early: 1 vote, yours'];
            button.click();
            const now = () => [said, figure, count].map(it => it?.isConnected ? it.textContent : 'gone');
            // A vote that goes to the other side is still one vote: a text that does not change stays as others left it.
            if (counted?.includes(expected[2])) expected.pop();
            const right = () => button.ariaPressed === String(!withdrawn) && expected.every((text, at) => now()[at].includes(text));
            if (!await until(right)) return `a vote shows ${now().join(' | ')} instead of ${expected.join(' | ')} (${how})`;
        }
        goes('/');
        if (!await until(() => location.pathname === '/' && headings().some(it => it.startsWith('AI tools, side by side'))))
            return `home is not there: ${headings()} (${how})`;
        if (!await until(() => document.querySelectorAll('main li a').length > 11)) return `comparisons are missing (${how})`;
        const next = ['smolvlm2-turbo-vs-mistral-medium-3', 'coding-assistants-five-ways', 'ollama-vs-vllm'][seed % 3];
        goes(`/compare/${next}/`);
        if (!await until(() => document.querySelectorAll('main article button').length > 3)) return `the comparison is not there (${how})`;
        if (headings().length !== 1) return `there are several headings: ${headings()} (${how})`;
        if (document.documentElement.dataset.app !== 'on') return `voting is off (${how})`;
        return left ? '' : 'no vote';
    };";

/// In the page around: opens pages in frames, and has each altered by several seeds, one after the other.
const HOST: &str = "<!doctype html><meta charset=utf-8><title>Live pages</title><script>
    const wrong = window.wrong = [], queue = window.queue = [];
    window.done = window.voted = 0;
    const page = async seeds => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.style = 'width: 1000px; height: 700px';
        let loads = 0;
        frame.onload = () => loads++;
        frame.src = '/compare/smolvlm2-turbo-vs-mistral-medium-3/';
        for (const begun = performance.now(); frame.contentDocument?.documentElement?.dataset.app !== 'on'; await new Promise(next => setTimeout(next, 15)))
            if (performance.now() - begun > 20000) return 'the app did not arrive';
        for (const seed of seeds) {
            const what = await frame.contentWindow.look(seed).catch(error => `${error} ${error.stack}`);
            if (what === '') voted++;
            done++;
            if (what && what !== 'no vote') return `seed ${seed} after ${seeds[0]}: ${what}`;
        }
        const errors = frame.contentWindow.broken;
        if (errors.length) return `from seed ${seeds[0]} on: scripts failed: ${errors}`;
        if (loads > 1) return `from seed ${seeds[0]} on: the page was loaded again`;
        frame.remove();
    };
    window.work = async () => {
        for (let next; next = queue.shift(); ) {
            const what = await page(next).catch(String);
            if (what) wrong.push(what);
        }
        window.idle = (window.idle ?? 0) + 1;
    };
</script><body>";

fn however_a_live_page_is_altered_votes_count_and_links_lead_on(reader: &Reader) {
    reader.site.runs_first(OWN_BALLOTS);
    reader.site.runs_first(&format!("{}{LOOK}", include_str!("../alter.js")));
    reader.site.answers("/altered/", Answer::html(HOST));
    reader.goes_to("/altered/");
    let seeds = if reader.engine == Kind::Chromium { SEEDS.0 } else { SEEDS.1 };
    let pages: Vec<Vec<u64>> =
        (0..seeds).step_by(A_PAGE as usize).map(|first| (first..first + A_PAGE).collect()).collect();
    for pages in pages.chunks(AT_ONCE) {
        reader
            .js("window.idle = 0; queue.push(...arguments[0]); for (const _ of arguments[0]) work()", &[json!(pages)]);
        reader.waits_for("these pages", || (reader.number("idle") >= pages.len() as f64).then_some(()));
        if reader.engine == Kind::Webkit {
            sleep(REST);
        }
    }
    let wrong = reader.texts("wrong");
    assert!(wrong.is_empty(), "{} of {seeds}:\n{}", wrong.len(), wrong.join("\n"));
    // Whole articles are seldom all gone.
    let voted = reader.number("voted");
    assert!(voted >= seeds as f64 * 0.7, "only {voted} of {seeds} could be voted on");
}

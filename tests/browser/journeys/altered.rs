//! Pages that were altered on their way.

use super::{Journey, Reader, journeys};
use crate::{answer::Answer, engine::Kind, mutate::mutated, page::COMPARISON};

pub const ALL: &[Journey] = journeys![however_a_page_was_altered_it_is_whole_once_the_app_is_there];

/// Seeds tried in Chromium, and in each of the others, which take the same pages apart more slowly.
const SEEDS: (u64, u64) = (300, 80);
/// Seeds that are waited for together: so few that a busy machine has drawn them before a journey waits no longer.
const AT_ONCE: u64 = 10;

/// In every altered page: ballots of its own, because pages in frames beside it would follow them; and whether its heading was
/// ever away once it had been there.
const WATCH: &str = "
    const kept = {};
    Object.defineProperty(window, 'localStorage', { value: {
        getItem: key => kept[key] ?? null, setItem(key, value) { kept[key] = value }, removeItem(key) { delete kept[key] },
    } });
    addEventListener('DOMContentLoaded', () => {
        const has = () => document.querySelector('h1') !== null;
        let had = has();
        new MutationObserver(() => { if (had && !has()) window.blank = true; had ||= has() })
            .observe(document, { childList: true, subtree: true });
    });";

/// In the page around: opens altered pages in frames, a few at a time, and notes what is wrong with them.
const HOST: &str = "<!doctype html><meta charset=utf-8><title>Altered pages</title><script>
    const wrong = window.wrong = [], queue = window.queue = [];
    window.done = 0;
    const until = async check => {
        for (const begun = performance.now(); performance.now() - begun < 20000; ) {
            try { if (check()) return true } catch {}
            await new Promise(next => setTimeout(next, 15));
        }
    };
    const look = async (frame, path) => {
        const page = () => frame.contentDocument, all = what => [...page().querySelectorAll(what)];
        let loads = 0;
        frame.onload = () => loads++;
        frame.src = path;
        const one = () => all('h1').length === 1 && all('main').length === 1 && all('main h1').length === 1;
        if (!await until(() => page().documentElement.dataset.app === 'on')) return 'the app did not arrive';
        if (!await until(one)) return `h1: ${all('h1').length}, main: ${all('main').length}`;
        if (path.startsWith('/compare/')) {
            if (!await until(() => all('article button').length >= 4)) return 'there is nothing to vote with';
            if (all('blockquote').length < 6) return 'reviews are missing';
            const button = all('article button')[0];
            button.click();
            const said = () => all('article [role=status]')[0]?.textContent;
            if (!await until(() => button.ariaPressed === 'true' && said() === 'You voted ship.')) return `a vote does not work: ${said()}`;
        } else if (all('main li a').length < 12) return 'comparisons are missing';
        const errors = frame.contentWindow.broken.filter(it => !/-src/.test(it));
        if (errors.length) return `scripts failed: ${errors}`;
        if (frame.contentWindow.blank) return 'the page was blank for a moment';
        if (loads > 1) return 'the page was loaded again';
    };
    window.work = async () => {
        for (let next; next = queue.shift(); done++) {
            const frame = document.body.appendChild(document.createElement('iframe'));
            const what = await look(frame, next[1]).catch(String);
            if (what) wrong.push(`${next[0]} ${what}`);
            frame.remove();
        }
    };
</script><body>";

/// Pages of all kinds; comparisons more often than others.
const PATHS: [&str; 5] =
    [COMPARISON, "/", "/compare/coding-assistants-five-ways/", COMPARISON, "/compare/?tools=ollama,vllm"];

fn path_of(seed: u64) -> String {
    let path = PATHS[seed as usize % PATHS.len()];
    format!("{path}{}seed={seed}", if path.contains('?') { '&' } else { '?' })
}

fn seed_of(query: &str) -> Option<u64> {
    query.rsplit_once("seed=")?.1.parse().ok()
}

fn however_a_page_was_altered_it_is_whole_once_the_app_is_there(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.complaints_expected.borrow_mut().push("Content Security Policy directive");
    reader.site.runs_first(WATCH);
    reader.site.answers("/altered/", Answer::html(HOST));
    reader.site.alters(|query, page| seed_of(query).map_or_else(|| page.to_owned(), |seed| mutated(page, seed).0));
    reader.goes_to("/altered/");
    let seeds = if reader.engine == Kind::Chromium { SEEDS.0 } else { SEEDS.1 };
    for first in (0..seeds).step_by(AT_ONCE as usize) {
        let paths: Vec<_> = (first..first + AT_ONCE).map(|seed| serde_json::json!([seed, path_of(seed)])).collect();
        reader.js("queue.push(...arguments[0]); for (let n = 0; n < 4; n++) work()", &[paths.into()]);
        reader.waits_for("these pages", || (reader.number("done") >= (first + AT_ONCE) as f64).then_some(()));
        let wrong: Vec<String> = reader.texts("wrong.splice(0)").iter().map(|wrong| explained(reader, wrong)).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// “seed 7, /compare/…: a vote does not work (a node is removed)”.
fn explained(reader: &Reader, wrong: &str) -> String {
    let (seed, what) = wrong.split_once(' ').unwrap_or_default();
    let seed = seed.parse().unwrap_or_default();
    let (_, done) = mutated(&reader.site.file("/index.html"), seed);
    format!("seed {seed}, {}: {what} ({})", path_of(seed), done.join(", "))
}

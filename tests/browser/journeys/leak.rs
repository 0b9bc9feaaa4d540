//! What a page costs that stays open: what was left is freed, and nothing grows.

use super::{Journey, Reader, journeys};
use crate::{
    engine::Kind,
    page::{COMPARISON, SMOL},
};
use serde_json::json;
use std::{thread::sleep, time::Duration};

pub const CHROMIUM: &[Journey] = journeys![in &[Kind::Chromium]; a_thousand_moves_leave_nothing_behind, a_thousand_votes_and_mutes_leave_nothing_behind];

/// Keeps the app's memory within reach.
const MEMORY: &str = "
    for (const how of ['instantiate', 'instantiateStreaming']) {
        const was = WebAssembly[how];
        WebAssembly[how] = async (...all) => {
            const made = await was.apply(WebAssembly, all);
            window.memory = (made.instance ?? made).exports.memory;
            return made;
        };
    }";

/// Acts that are done before what there is counts as usual. As after half and all of them, nobody is left out then, and the
/// page is home.
const FIRST: u32 = 24;
/// Acts in all, in as many parts as the browser's time limit for a script asks for.
const ACTS: u32 = 1008;
const PART: u32 = 140;

/// Bytes by which WebAssembly's memory grows at least.
const MEMORY_STEP: u64 = 65_536;

/// What the browser holds for the page, once what nobody needs is gone.
#[derive(Debug, Clone, Copy)]
struct Held {
    nodes: u64,
    listeners: u64,
    /// Bytes of the scripts' heap.
    heap: u64,
    /// Bytes of the app's memory, which never shrinks.
    memory: u64,
}

impl Held {
    fn now(reader: &Reader) -> Self {
        // What is found to be unused the first time may be what holds something else.
        for _ in 0..3 {
            reader.devtools("HeapProfiler.collectGarbage", json!({}));
        }
        let dom = reader.devtools("Memory.getDOMCounters", json!({}));
        let heap = reader.devtools("Runtime.getHeapUsage", json!({}));
        let number = |value: &serde_json::Value| value.as_f64().unwrap_or(f64::NAN) as u64;
        Self {
            nodes: number(&dom["nodes"]),
            listeners: number(&dom["jsEventListeners"]),
            heap: number(&heap["usedSize"]),
            memory: number(&reader.js("return memory.buffer.byteLength", &[])),
        }
    }

    /// A browser's own nodes come and go, and so do a few objects; what grows with every act would be many times that. In the
    /// first hundreds of acts, the browser's compiler adds its own to the heap, and the app may ask once for more memory: by then,
    /// pages of all sizes have come while others went.
    #[track_caller]
    fn is_flat(&self, before: &Self, heap_in_hundred: u64, grown: u64) {
        let all = format!("before: {before:?}\n   after: {self:?}");
        assert!(before.nodes > 100 && before.listeners > 10, "nothing was counted: {all}");
        assert!(self.nodes <= before.nodes + 20, "nodes are left behind\n  {all}");
        assert!(self.listeners <= before.listeners + 2, "listeners are left behind\n  {all}");
        assert!(self.heap <= before.heap + before.heap * heap_in_hundred / 100, "the heap has grown\n  {all}");
        assert!(self.memory <= before.memory + grown, "the app's memory has grown\n  {all}");
    }
}

/// Does `act` so often, in the page, where it is quicker than any driver; and again until the limit is reached.
#[track_caller]
fn acts(reader: &Reader, act: &str, from: u32, to: u32) {
    let script = format!(
        "const seen = async (what, check) => {{
            for (const begun = performance.now(); !check(); await new Promise(next => setTimeout(next, 1)))
                if (performance.now() - begun > 10000) throw new Error(`waited for ${{what}} after ${{n}} acts`);
        }};
        let n = arguments[0];
        return (async () => {{ for (; n < arguments[1]; n++) {{ {act} }} }})()"
    );
    for begin in (from..to).step_by(PART as usize) {
        reader.js(&script, &[begin.into(), to.min(begin + PART).into()]);
    }
}

/// What there is after the first acts is all that there is after half of them, and after all. Before it is counted, `idle` lets
/// timers end.
#[track_caller]
fn stays_flat(reader: &Reader, act: &str, idle: Duration) {
    acts(reader, act, 0, FIRST);
    let first = Held::now(reader);
    acts(reader, act, FIRST, ACTS / 2);
    sleep(idle);
    let half = Held::now(reader);
    half.is_flat(&first, 25, MEMORY_STEP);
    acts(reader, act, ACTS / 2, ACTS);
    sleep(idle);
    let all = Held::now(reader);
    all.is_flat(&first, 25, MEMORY_STEP);
    all.is_flat(&half, 10, 0);
}

/// One move: home and a comparison in turn, of which there are several. Each step of the history takes as long as a browser
/// asks for: from 200 in 10 seconds on, it ignores them.
const MOVE: &str = "
    const links = [...document.querySelectorAll('main .comparisons a[href*=\"/compare/\"]')];
    const link = n % 2 ? document.querySelector('a.brand') : links[n / 2 % links.length];
    const begun = performance.now();
    link.click();
    await seen(link.pathname, () => !link.isConnected || n % 2 && document.querySelector('main li a'));
    await seen('the address', () => location.pathname === link.pathname);
    await new Promise(next => setTimeout(next, begun + 52 - performance.now()));";

fn a_thousand_moves_leave_nothing_behind(reader: &Reader) {
    reader.site.runs_first(MEMORY);
    reader.opens("/");
    // Each request has a time limit of ten seconds, whose timer ends then.
    stays_flat(reader, MOVE, Duration::from_secs(11));
    assert_eq!(reader.address(), "/");
    // What is there works still.
    reader.follows("Ollama vs vLLM");
    reader.sees("the comparison", || reader.heading(), "Ollama vs vLLM");
}

/// One vote and one mute, each seen.
const TOGGLE: &str = "
    const buttons = [...document.querySelectorAll('button[data-vote]')], button = buttons[n % buttons.length];
    const pressed = button.ariaPressed;
    button.click();
    await seen('the vote', () => button.ariaPressed !== pressed);
    const boxes = [...document.querySelectorAll('input[name=panel]')], box = boxes[n % boxes.length];
    const tag = () => document.querySelector(`#reviewer-${box.value} .tag + .tag`) === null;
    const counted = tag();
    box.click();
    await seen('the mute', () => tag() !== counted);";

fn a_thousand_votes_and_mutes_leave_nothing_behind(reader: &Reader) {
    reader.site.runs_first(MEMORY);
    reader.opens(COMPARISON);
    stays_flat(reader, TOGGLE, Duration::ZERO);
    reader.js("document.querySelector('button[data-vote][aria-pressed=false]').click()", &[]);
    reader.sees("a vote", || reader.status(SMOL).is_empty(), false);
}

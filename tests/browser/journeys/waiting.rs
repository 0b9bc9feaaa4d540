//! Content that is late.

use super::{Journey, Reader, journeys};
use crate::{
    answer::{Answer, How},
    page::{COMPARISON, COMPARISON_FILE, COMPARISON_TITLE},
};

pub const ALL: &[Journey] = journeys![
    a_slow_first_page_shows_nothing_and_then_that_it_is_loading,
    a_slow_next_page_leaves_the_old_one_for_a_moment,
    a_quick_page_never_says_that_it_is_loading,
    an_answer_for_a_page_that_was_left_changes_nothing,
    a_link_that_is_pressed_twice_moves_nothing_before_its_page_is_there,
    a_part_of_a_page_is_shown_though_the_page_was_on_its_way_or_had_to_be_tried_again,
];

/// Notes when what appears in the page, and when the reader clicks.
const CLOCK: &str = "
    window.shown = [];
    const heading = () => document.querySelector('main h1')?.textContent ?? '';
    const look = () => {
        const waiting = [...document.querySelectorAll('[role=status]')].some(it => it.textContent === 'Loading…');
        const what = waiting ? 'Loading…' : heading();
        if (what !== (shown.at(-1)?.[0] ?? '')) shown.push([what, performance.now()]);
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    addEventListener('click', () => { window.clicked = performance.now(); shown = [[heading(), clicked]]; }, true);
";

/// Everything that has been shown, and after how many milliseconds since `start`.
fn shown(reader: &Reader, start: &str) -> Vec<(String, f64)> {
    let list = reader.js(&format!("return window.shown.map(([what, at]) => [what, at - {start}])"), &[]);
    let pair = |pair: &serde_json::Value| (pair[0].as_str().unwrap().to_owned(), pair[1].as_f64().unwrap());
    list.as_array().unwrap().iter().map(pair).collect()
}

/// When the page asked for its first file: then the reader began to wait.
const ASKED: &str =
    "performance.getEntriesByType('resource').find(it => it.name.endsWith('/data/site.json')).startTime";

/// “Loading…” appeared after 300 ms: timers may be late, but not early. They start a little before the first request does.
fn after_300_ms(at: f64) -> bool {
    at >= 250.0
}

fn a_slow_first_page_shows_nothing_and_then_that_it_is_loading(reader: &Reader) {
    reader.site.runs_first(CLOCK);
    reader.site.delays("/data/site.json", 2500);
    reader.opens(COMPARISON);
    let shown = shown(reader, ASKED);
    assert_eq!(shown.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(), ["Loading…", COMPARISON_TITLE]);
    assert!(after_300_ms(shown[0].1) && shown[1].1 >= 2490.0, "{shown:?}");
}

fn a_slow_next_page_leaves_the_old_one_for_a_moment(reader: &Reader) {
    reader.site.runs_first(CLOCK);
    reader.opens("/");
    let home = reader.heading();
    reader.site.delays(COMPARISON_FILE, 2500);
    reader.follows(COMPARISON_TITLE);
    reader.sees("that it is loading", || reader.names("status").iter().any(|it| it == "Loading…"), true);
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    let shown = shown(reader, "window.clicked");
    assert_eq!(
        shown.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(),
        [home.as_str(), "Loading…", COMPARISON_TITLE]
    );
    assert!(after_300_ms(shown[1].1) && shown[2].1 >= 2490.0, "{shown:?}");
}

fn a_quick_page_never_says_that_it_is_loading(reader: &Reader) {
    reader.site.runs_first(CLOCK);
    reader.opens("/");
    let home = reader.heading();
    // On a busy machine a page may take longer than it should; then it is right to say so, and another try is made.
    reader.waits_for("a page within 300 ms, and without “Loading…”", || {
        reader.follows(COMPARISON_TITLE);
        reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
        let shown = shown(reader, "window.clicked");
        let (last, at) = shown.last().unwrap();
        let quick = *last == COMPARISON_TITLE && *at < 290.0;
        assert!(!quick || shown.len() == 2, "{shown:?}");
        reader.follows("Shipside");
        reader.sees("the home page", || reader.heading(), home.as_str());
        quick.then_some(())
    });
}

fn an_answer_for_a_page_that_was_left_changes_nothing(reader: &Reader) {
    reader.opens("/");
    reader.site.delays(COMPARISON_FILE, 1500);
    let answered = reader.site.answered("/data/tools/smolvlm2-turbo.json");
    reader.follows(COMPARISON_TITLE);
    // Once, or once more where what is fetched ahead is not kept.
    reader.sees("the request", || reader.site.asked(COMPARISON_FILE) > 0, true);
    reader.follows("Shipside");
    reader.sees("the home page's address", || reader.address(), "/");
    reader.follows("Ollama vs vLLM");
    reader.sees("the other comparison", || reader.heading(), "Ollama vs vLLM");
    // The late page goes on to ask for its tools; when they have arrived, it had all that it needs.
    reader.sees("the late answer", || reader.site.answered("/data/tools/smolvlm2-turbo.json") > answered, true);
    reader.sees("the late answer's other half", || reader.site.answered("/data/tools/mistral-medium-3.json") > 0, true);
    reader.js("return new Promise(done => setTimeout(done, 200))", &[]);
    assert_eq!(reader.heading(), "Ollama vs vLLM");
    assert_eq!(reader.title(), "Ollama vs vLLM · Shipside");
    assert_eq!(reader.address(), "/compare/ollama-vs-vllm/");
}

fn a_link_that_is_pressed_twice_moves_nothing_before_its_page_is_there(reader: &Reader) {
    reader.opens("/compare/ollama-vs-vllm/");
    let steps = reader.number("history.length");
    reader.scrolls_to(500.0);
    reader.sees("it scrolled", || reader.scrolled(), 500.0);
    reader.site.holds("/data/panel.json");
    reader.js("for (const press of [1, 2, 3]) named('link').find(([name]) => name === 'Panel')[1].click()", &[]);
    std::thread::sleep(std::time::Duration::from_millis(150));
    let (heading, scrolled) = (reader.heading(), reader.scrolled());
    assert!(heading == "Loading…" || scrolled == 500.0, "{heading} was left at {scrolled}");
    reader.site.releases("/data/panel.json");
    reader.sees("the page", || reader.heading(), "The panel");
    reader.sees("focus at its beginning", || reader.focus(), "h1 The panel");
    assert_eq!((reader.scrolled(), reader.number("history.length")), (0.0, steps + 1.0));
    // Not the browser's own way back: WebKit's passes over what scripts pressed.
    reader.js("history.back()", &[]);
    reader.sees("the page before", || reader.heading(), "Ollama vs vLLM");
    reader.sees("where it was left", || reader.scrolled(), 500.0);
}

fn a_part_of_a_page_is_shown_though_the_page_was_on_its_way_or_had_to_be_tried_again(reader: &Reader) {
    reader.failures_expected.set(true);
    let file = "/data/portraits/ollama.json";
    let follows = |fragment: &str| {
        let press = "const link = document.createElement('a');
            link.href = '/tools/ollama/' + arguments[0];
            document.querySelector('main').append(link);
            link.click()";
        reader.js(press, &[fragment.into()]);
    };
    let is_at_its_prices = || {
        reader.sees("focus on the prices", || reader.focus(), "h2 Pricing");
        reader.sees(
            "them",
            || reader.number("Math.round(document.activeElement.getBoundingClientRect().top)") < 200.0,
            true,
        );
        assert!(reader.scrolled() > 200.0);
    };
    reader.opens("/compare/ollama-vs-vllm/");
    reader.site.holds(file);
    follows("");
    follows("#pricing");
    reader.site.releases(file);
    reader.sees("the tool", || reader.heading(), "Ollama");
    is_at_its_prices();

    // Back while it was on its way, and forward once it is there. (Not the browser's own way: WebKit's passes over what scripts pressed.)
    reader.opens("/compare/ollama-vs-vllm/");
    reader.site.holds(file);
    follows("");
    follows("#pricing");
    reader.js("history.back()", &[]);
    reader.sees("the entry before", || reader.text("location.hash"), "");
    reader.site.releases(file);
    reader.sees("the tool", || reader.heading(), "Ollama");
    reader.sees("focus at its beginning", || reader.focus(), "h1 Ollama");
    reader.js("history.forward()", &[]);
    is_at_its_prices();

    reader.opens("/compare/ollama-vs-vllm/");
    reader.site.answers(file, Answer::never(How::Cut));
    follows("#pricing");
    reader.waits_for("an alert", || (!reader.alert().is_empty()).then_some(()));
    reader.site.mends(file);
    reader.presses("Try again");
    reader.sees("the tool", || reader.heading(), "Ollama");
    is_at_its_prices();
}

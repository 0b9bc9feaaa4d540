//! How a comparison is laid out: what the first screen holds, what lines up, what a reader can move.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    engine::Kind,
    page::{APP, COMPARISON, MISTRAL, MISTRAL_FILE, SMOL},
};
use serde_json::{Value, json};

pub const ALL: &[Journey] = journeys![
    the_first_screen_of_a_phone_holds_the_answer_and_both_tools,
    names_and_figures_stand_over_their_columns_and_appear_when_the_cards_have_gone,
    what_comes_with_the_app_fits_into_its_room,
    the_index_says_where_the_reader_is,
    the_index_fits_where_the_window_is_narrow_and_what_is_read_is_bold,
    verdicts_grow_with_the_letters_of_the_reader,
    the_index_leads_to_a_part_with_all_of_the_bar_above_it,
    with_large_text_every_way_of_the_index_can_be_reached,
    with_large_text_the_bar_cuts_off_no_figure,
    eight_marks_do_not_overlap,
    enlarged_text_makes_no_page_scroll_sideways,
    rows_that_are_hidden_stay_so_in_the_address_and_come_back,
    who_is_left_out_is_said_on_the_first_screen_and_all_count_again,
];
pub const CHROMIUM: &[Journey] =
    journeys![in &[Kind::Chromium]; on_paper_definitions_are_open_and_tables_are_tables, on_paper_nothing_is_hidden];

const FIVE: &str = "/compare/coding-assistants-five-ways/";

/// Shows a page in a frame of that size: a frame can have any, windows cannot. Waits for the app.
pub(super) fn frames(reader: &Reader, path: &str, width: u32, height: u32) {
    framed(reader, path, width, height);
    let live = "document.querySelector('iframe').contentDocument?.documentElement?.dataset.app";
    reader.sees(path, || reader.text(live), "on");
}

/// The same without waiting.
pub(super) fn framed(reader: &Reader, path: &str, width: u32, height: u32) {
    let frame = format!("<iframe style='border: 0; width: {width}px; height: {height}px' src='{path}'></iframe>");
    reader.site.answers("/frame.html", Answer::html(&format!("<!doctype html><title>Frame</title>{frame}")));
    reader.goes_to("/frame.html");
}

/// What a script answers about the page in the frame, `page`.
pub(super) fn inside(reader: &Reader, script: &str) -> Value {
    reader.js(&format!("const page = document.querySelector('iframe').contentDocument; {script}"), &[])
}

fn the_first_screen_of_a_phone_holds_the_answer_and_both_tools(reader: &Reader) {
    for slug in ["smolvlm2-turbo-vs-mistral-medium-3", "cursor-vs-github-copilot"] {
        frames(reader, &format!("/compare/{slug}/"), 390, 844);
        let script = "
            const wanted = ['h1', '.answer', 'article h2', '.tagline', 'article dd', '.split', '.verdict', '.price-from', '[data-vote]', '[data-scope]'];
            const all = wanted.flatMap(what => [...page.querySelectorAll(what)].map(it => [what, it]));
            const below = all.filter(([, it]) => it.getBoundingClientRect().bottom > 844 || !it.checkVisibility?.());
            return [all.length, below.map(([what, it]) => `${what} ends at ${it.getBoundingClientRect().bottom}`)]";
        let [count, below] = [0, 1].map(|i| inside(reader, script)[i].clone());
        assert_eq!(below, json!([]), "{slug}");
        // A title, an answer, and of both tools a name, a tagline, three figures, split, sentence, price, two buttons and a scope.
        assert_eq!(count, 2 + 2 * 11, "{slug}");
    }
}

fn names_and_figures_stand_over_their_columns_and_appear_when_the_cards_have_gone(reader: &Reader) {
    for (path, width) in [(FIVE, 1440), (FIVE, 390), (COMPARISON, 1440), (COMPARISON, 390)] {
        frames(reader, path, width, 900);
        let script = "
            const starts = what => [...page.querySelectorAll(what)].map(it => Math.round(it.getBoundingClientRect().left));
            return [starts('.bar > span'), starts('.panel tbody tr:first-child td'), starts('.facts tbody tr:first-child td')]";
        let found = inside(reader, script);
        assert_eq!(found[0], found[1], "{path} at {width} px: the grid of verdicts");
        // Of many tools on a phone, each value has a line of its own, with the name before it.
        if width > 700 || path == COMPARISON {
            assert_eq!(found[0], found[2], "{path} at {width} px: the facts");
        }
        // The bar is behind the index until the cards have gone, and then below it. Nothing moves for that.
        let seen = "
            const window = page.defaultView, box = what => page.querySelector(what).getBoundingClientRect();
            const isBehind = () => box('.bar').top >= box('.index').top && box('.bar').bottom <= box('.index').bottom;
            page.querySelector('.index').scrollIntoView({ block: 'center' });
            const before = isBehind(), high = page.documentElement.scrollHeight;
            page.querySelector('.scorecard').scrollIntoView();
            const sticks = box('.index').top === 0 && box('.bar').top === box('.index').bottom;
            return [before, sticks, page.documentElement.scrollHeight - high]";
        assert_eq!(inside(reader, seen), json!([true, true, 0]), "{path} at {width} px");
    }
}

fn what_comes_with_the_app_fits_into_its_room(reader: &Reader) {
    for slug in ["smolvlm2-turbo-vs-mistral-medium-3", "vector-databases-three-ways", "coding-assistants-five-ways"] {
        for width in [320, 390, 768, 1440] {
            frames(reader, &format!("/compare/{slug}/"), width, 900);
            // The style of buttons comes after the app.
            let high = "
                const desk = page.querySelector('.desk'), px = name => parseFloat(getComputedStyle(desk)[name]);
                return [getComputedStyle(page.querySelector('.ways')).display, Math.round(desk.getBoundingClientRect().height - px('minHeight'))]";
            reader.sees(&format!("{slug} at {width} px"), || inside(reader, high), json!(["flex", 0]));
        }
    }
}

fn enlarged_text_makes_no_page_scroll_sideways(reader: &Reader) {
    for path in ["/", "/tools/", "/tools/aider/", "/panel/", "/panel/skeptic/", COMPARISON, FIVE] {
        for (width, percent) in [(390, 200), (320, 200)] {
            frames(reader, path, width, 844);
            let script = format!(
                "const root = page.documentElement; root.style.fontSize = '{percent}%';
                 const wide = [...page.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > root.clientWidth + 1);
                 return [root.scrollWidth - root.clientWidth, wide.slice(0, root.scrollWidth > root.clientWidth ? 9 : 0).map(it => it.tagName + '.' + it.className)]"
            );
            assert_eq!(inside(reader, &script), json!([0, []]), "{path} at {width} px, {percent} %");
        }
    }
}

fn the_index_says_where_the_reader_is(reader: &Reader) {
    reader.opens(COMPARISON);
    let here =
        || reader.texts("[...document.querySelectorAll('.index [aria-current=true]')].map(it => it.textContent)");
    assert!(here().is_empty(), "nothing is said before the reader has begun");
    for part in ["Facts", "Reviews", "Prices"] {
        reader.follows(part);
        reader.sees("the part", here, [part]);
    }
    assert!(reader.text("location.hash").ends_with("pricing"));
}

fn the_index_fits_where_the_window_is_narrow_and_what_is_read_is_bold(reader: &Reader) {
    frames(reader, COMPARISON, 320, 800);
    inside(reader, "page.querySelector('.scorecard').scrollIntoView()");
    let here = "return page.querySelector('.index [aria-current]')?.textContent";
    reader.sees("where the reader is", || inside(reader, here), json!("Reviews"));
    let cut = "const index = page.querySelector('.index'); return index.scrollWidth - index.clientWidth";
    assert_eq!(inside(reader, cut), json!(0));
}

fn verdicts_grow_with_the_letters_of_the_reader(reader: &Reader) {
    for (width, grows) in [(320, 1.8), (390, 1.9)] {
        frames(reader, COMPARISON, width, 844);
        let script = "
            const size = () => ['.panel .stamp', '.panel thead th', '.bar'].map(it => parseFloat(getComputedStyle(page.querySelector(it)).fontSize));
            const before = size();
            page.documentElement.style.fontSize = '200%';
            size();
            page.getAnimations().forEach(it => it.finish());
            return size().map((after, at) => after / before[at])";
        let found = inside(reader, script);
        let ratios: Vec<f64> = found.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
        assert!(ratios.len() == 3 && ratios.iter().all(|ratio| *ratio >= grows), "{ratios:?} at {width} px");
    }
}

fn the_index_leads_to_a_part_with_all_of_the_bar_above_it(reader: &Reader) {
    for (path, width) in [(FIVE, 1440), (FIVE, 390), (COMPARISON, 390)] {
        frames(reader, path, width, 844);
        for part in ["facts", "pricing", "scorecard"] {
            inside(reader, &format!("page.querySelector('.index [href=\"#{part}\"]').click()"));
            // Firefox scrolls to whole pixels, and what sticks stands at fractions. Names are read from below the index on, and the heading from below the bar on: its line and its room lie above its words.
            let script = format!(
                "const box = what => page.querySelector(what).getBoundingClientRect(), words = new Range();
                 words.selectNodeContents(page.querySelector('#{part}'));
                 return [Math.round(box('.index').top), box('.bar').top > box('.index').bottom - .5, words.getBoundingClientRect().top > box('.bar').bottom,
                     words.getBoundingClientRect().top < box('.bar').bottom + 60]"
            );
            let what = format!("{part} of {path} at {width} px");
            reader.sees(&what, || inside(reader, &script), json!([0, true, true, true]));
        }
    }
}

fn with_large_text_every_way_of_the_index_can_be_reached(reader: &Reader) {
    for width in [320, 390, 480] {
        frames(reader, COMPARISON, width, 844);
        let script = "page.documentElement.style.fontSize = '200%';
             return [...page.querySelectorAll('.index a')].map(link => {
                 link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
                 const { left, right } = link.getBoundingClientRect();
                 return left >= -1 && right <= page.documentElement.clientWidth + 1;
             })";
        assert_eq!(inside(reader, script), json!([true, true, true, true]), "at {width} px");
    }
}

fn with_large_text_the_bar_cuts_off_no_figure(reader: &Reader) {
    for (width, size) in [(320, 100), (320, 150), (768, 200), (1440, 200)] {
        frames(reader, FIVE, width, 844);
        let script = format!(
            "page.documentElement.style.fontSize = '{size}%';
             const bar = page.querySelector('.bar').getBoundingClientRect();
             return [...page.querySelectorAll('.bar b')].map(it => it.getBoundingClientRect()).filter(it => it.bottom > bar.bottom + 1 || it.top < bar.top - 1).length"
        );
        assert_eq!(inside(reader, &script), json!(0), "at {width} px and {size} %");
    }
}

fn eight_marks_do_not_overlap(reader: &Reader) {
    let review = |n: usize| {
        let verdict = if n.is_multiple_of(3) { "skip" } else { "ship" };
        json!({ "reviewer": format!("reviewer-{n}"), "verdict": verdict, "quote": "So." })
    };
    let reviews: Vec<Value> = (0..8).map(review).collect();
    let name = "A-tool-whose-makers-agreed-on-no-name-of-fewer-letters-than-60";
    let tool = |n: usize| {
        json!({
            "id": format!("tool-{n}"), "name": name, "maker": name, "category": "Odd", "tagline": name, "description": "So.",
            "url": "https://tools.example/", "price": { "entry": "free" }, "reviews": reviews,
        })
    };
    let tools: Vec<Value> = (0..5).map(tool).collect();
    let odd = json!({ "schema": 1, "slug": "odd", "tools": tools });
    reader.site.answers("/odd.json", Answer::json(&odd.to_string()));
    let path = format!("/compare/?src={}", reader.site.url("/odd.json").replace(':', "%3A").replace('/', "%2F"));
    frames(reader, &path, 1440, 900);
    for width in [320, 390, 768, 1440] {
        let script = format!(
            "document.querySelector('iframe').style.width = '{width}px';
             const boxes = what => [...page.querySelectorAll(what)].map(it => it.getBoundingClientRect());
             const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
             const lists = [...page.querySelectorAll('.split')].map(list => [...list.querySelectorAll('rect')].map(it => it.getBoundingClientRect()));
             const overlaps = lists.flatMap(list => list.flatMap((a, i) => list.slice(i + 1).filter(b => over(a, b))));
             return [lists.map(it => it.length), overlaps.length, page.documentElement.scrollWidth <= {width}]"
        );
        assert_eq!(inside(reader, &script), json!([[8, 8, 8, 8, 8], 0, true]), "at {width} px");
    }
}

fn rows_that_are_hidden_stay_so_in_the_address_and_come_back(reader: &Reader) {
    reader.opens(COMPARISON);
    let rows = || reader.number("[...document.querySelectorAll('.facts tbody tr')].filter(seen).length");
    let (all, steps) = (rows(), reader.number("history.length"));
    reader.presses("Hide Weights");
    reader.sees("a row less", rows, all - 1.0);
    reader.sees("focus on the way back", || reader.focus(), "button Show 1 hidden row");
    reader.presses("Hide Inputs");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?hide=weights,inputs"));
    assert_eq!(reader.number("history.length"), steps);
    reader.reloads();
    reader.sees("the same rows after reload", rows, all - 2.0);
    reader.presses("Show 2 hidden rows");
    reader.sees("all rows", rows, all);
    reader.sees("the address", || reader.address(), COMPARISON);
    reader.sees("focus on the choice of rows", || reader.focus(), "input All");
    // Pressed before the app is there, it counts too.
    reader.site.delays(&reader.app(), 1500);
    reader.goes_to(COMPARISON);
    reader.presses("Hide Weights");
    assert_eq!(reader.text(APP), "", "the app is already there, and this shows nothing");
    reader.sees("a row less", rows, all - 1.0);
}

fn who_is_left_out_is_said_on_the_first_screen_and_all_count_again(reader: &Reader) {
    reader.opens(&format!("{COMPARISON}?mute=skeptic"));
    let answer = || reader.text("document.querySelector('.answer').innerText");
    reader.sees("who is left out", || answer().contains("without The Skeptic"), true);
    assert!(answer().contains("Your panel: 3 of 4 reviewers"), "{}", answer());
    let struck = || reader.number("document.querySelectorAll('.split rect.out').length");
    reader.sees("the marks that do not count", struck, 2.0);
    let names = reader.texts("[...document.querySelectorAll('.split')].map(it => it.getAttribute('aria-label'))");
    assert!(names.iter().all(|name| name.contains("The Skeptic: Ship, not counted")), "{names:?}");
    reader.presses("Count all");
    reader.sees("the address", || reader.address(), COMPARISON);
    reader.sees("no mark is struck", struck, 0.0);
    assert!(!answer().contains("without"), "{}", answer());
    assert_eq!(reader.figure(MISTRAL, "Panel ship"), "75%");
}

fn on_paper_nothing_is_hidden(reader: &Reader) {
    let hidden = [
        ("/compare/ollama-vs-vllm/?rows=differences", ".facts tbody tr", 7.0),
        ("/compare/ollama-vs-vllm/?hide=licence", ".facts tbody tr", 7.0),
    ];
    let shown = |what: &str| reader.number(&format!("[...document.querySelectorAll('{what}')].filter(seen).length"));
    let all = |what: &str| reader.number(&format!("document.querySelectorAll('{what}').length"));
    for (address, what, least) in hidden.into_iter().chain([("/panel/skeptic/?verdict=ship", ".verdicts li", 41.0)]) {
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "screen", "features": [] }));
        reader.opens(address);
        let count = all(what);
        assert!(count >= least, "{count} on {address}");
        reader.sees("some of them", || shown(what) < count, true);
        reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "print", "features": [] }));
        reader.sees("all of them on paper", || shown(what), count);
    }
}

fn on_paper_definitions_are_open_and_tables_are_tables(reader: &Reader) {
    reader.edits(MISTRAL_FILE, |tool| tool["url"] = "https://mistral.example/".into());
    reader.opens(COMPARISON);
    let are_open = || reader.texts("[...document.querySelectorAll('.facts [popover]')].map(it => String(seen(it)))");
    assert_eq!(are_open().concat(), "false".repeat(are_open().len()), "closed on a screen");
    let before = are_open().len();
    assert!(before > 5, "{before} definitions");
    reader.devtools("Emulation.setEmulatedMedia", json!({ "media": "print", "features": [] }));
    reader.sees("open on paper", || are_open().concat(), "true".repeat(before));
    let terms = "[...document.querySelectorAll('.facts [popovertarget]')].filter(seen).length";
    assert_eq!(reader.number(terms), before as f64, "terms are named on paper");
    assert_eq!(reader.names("article"), [SMOL, MISTRAL]);
    assert_eq!(
        reader.number("[...document.querySelectorAll('nav, button:not([popovertarget]), .index, .bar, .newsletter')].filter(seen).length"),
        0.0
    );
    assert_eq!(reader.text("getComputedStyle(document.querySelector('.facts tr')).display"), "table-row");
}

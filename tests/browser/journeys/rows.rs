//! Rows across the tools: what is compared stands at one height.

use super::{
    Journey, Reader, journeys,
    looks::{frames, inside},
};
use crate::answer::Answer;
use serde_json::{Value, json};

pub const ALL: &[Journey] = journeys![
    the_same_parts_of_all_cards_begin_at_one_height,
    odd_tools_begin_at_one_height_and_votes_leave_them_there,
    the_way_to_hide_a_row_stands_within_it_and_makes_none_higher,
    a_screen_reader_finds_every_cell_below_its_tool_at_any_width,
];

/// Whether each card has all parts, and how many cards there are; then the parts whose tops differ, in whole pixels, and what is
/// higher than another of its kind.
const ROWS: &str = "
    const parts = ['h2', '.maker', '.tagline', '.rate dd', '.split', '.verdict', '.rate + div', '.price-from', '.ballot', '.tally'];
    const cards = [...page.querySelectorAll('article')];
    // Of many tools the descriptions stand below each other.
    if (cards.length < 4) parts.push('.prose p:last-child');
    const tops = parts.map(part => cards.flatMap(card => [...card.querySelectorAll(part)]).map(it => Math.round(it.getBoundingClientRect().top)));
    const uneven = parts.map((part, at) => [part, ...tops[at]]).filter(([, first, ...others]) => others.some(top => top !== first));
    const high = ['[data-vote]'].filter(part => {
        const heights = [...page.querySelectorAll(part)].map(it => it.getBoundingClientRect().height);
        return Math.max(...heights) - Math.min(...heights) > 4;
    });
    // Where nobody spoke, there is room for nobody.
    if ([...page.querySelectorAll('.split:empty')].some(it => it.getBoundingClientRect().height > 0)) high.push('.split:empty');
    return [tops.every(row => row.length === cards.length), cards.length, uneven, high]";

/// Holds the cards of the page in the frame against each other, at each width.
fn line_up(reader: &Reader, what: &str, tools: usize) {
    for width in [320, 390, 768, 1024, 1440] {
        inside(reader, &format!("document.querySelector('iframe').style.width = '{width}px'"));
        let mut found = inside(reader, ROWS);
        if width < 768 {
            // Here cards may stand below each other.
            found[2] = json!([]);
        }
        assert_eq!(found, json!([true, tools, [], []]), "{what} at {width} px");
    }
}

fn the_same_parts_of_all_cards_begin_at_one_height(reader: &Reader) {
    for (path, tools) in [
        ("/compare/chroma-vs-pgvector/", 2),
        ("/compare/terminal-agents-of-three-labs/", 3),
        ("/compare/local-models-four-ways/", 4),
        ("/compare/coding-assistants-five-ways/", 5),
        ("/compare/?tools=aider,midjourney,cursor,pgvector,cline", 5),
    ] {
        frames(reader, path, 1440, 900);
        reader.sees(path, || inside(reader, "return page.querySelectorAll('article').length"), json!(tools));
        line_up(reader, path, tools);
    }
}

fn odd_tools_begin_at_one_height_and_votes_leave_them_there(reader: &Reader) {
    let long = "Words that go on until they take more lines than those of anybody beside them";
    let tool = |count: usize, n: usize| {
        let words = [long, "Short"][n % 2];
        let reviews: Vec<Value> = ["a", "b", "c", "d", "e", "f", "g", "h"][..(n % 3) * 4]
            .iter()
            .map(|by| json!({ "reviewer": by, "verdict": "ship", "quote": "So." }))
            .collect();
        let (maker, entry) = [("So", "free"), ("", "freemium"), (long, "unknown")][n % 3];
        json!({
            "id": format!("tool-{n}-of-{count}"), "name": words, "maker": maker, "category": "Odd", "tagline": words, "description": words,
            "url": "https://tools.example/", "price": { "entry": entry }, "reviews": reviews,
        })
    };
    for count in 2..=5 {
        let tools: Vec<Value> = (0..count).map(|n| tool(count, n)).collect();
        let file = format!("/odd-{count}.json");
        let odd = json!({ "schema": 1, "slug": format!("odd-{count}"), "tools": tools });
        reader.site.answers(&file, Answer::json(&odd.to_string()));
        let path = format!("/compare/?src={}", reader.site.url(&file).replace(':', "%3A").replace('/', "%2F"));
        frames(reader, &path, 1440, 900);
        line_up(reader, &format!("{count} odd tools"), count);
        inside(reader, "page.querySelector('[data-vote]').click()");
        let told = "return page.querySelector('.said').textContent";
        reader.sees("the vote", || inside(reader, told), json!("You voted ship."));
        line_up(reader, &format!("{count} odd tools and a vote"), count);
    }
}

/// As for who has a mouse, whether or not the engine has one: without, the way is always seen, and may take a line.
fn the_way_to_hide_a_row_stands_within_it_and_makes_none_higher(reader: &Reader) {
    for (slug, rows) in
        [("smolvlm2-turbo-vs-mistral-medium-3", 7), ("chroma-vs-pgvector", 6), ("coding-assistants-five-ways", 5)]
    {
        for width in [390, 740, 768, 1024, 1440] {
            frames(reader, &format!("/compare/{slug}/"), width, 900);
            let script = "
                const hover = rule => rule.media?.mediaText === '(hover)'
                    ? (rule.media.mediaText = 'all', 1)
                    : [...rule.cssRules ?? []].reduce((sum, rule) => sum + hover(rule), 0);
                const rules = [...page.styleSheets].reduce((sum, sheet) => sum + hover(sheet), 0);
                page.getAnimations().forEach(it => it.finish());
                const wrong = [];
                for (const row of page.querySelectorAll('.facts tbody tr')) {
                    const hide = row.querySelector('[name=hide]');
                    const [around, own] = [row, hide].map(it => it.getBoundingClientRect());
                    if (own.top < around.top || own.bottom > around.bottom || own.right > around.right + 1) wrong.push(`${hide.ariaLabel} is outside`);
                    const text = page.createRange();
                    text.selectNodeContents(row.querySelector('[popovertarget]') ?? row.firstChild.firstChild);
                    const meets = it => it.right > own.left && it.left < own.right && it.bottom > own.top && it.top < own.bottom;
                    if ([...text.getClientRects()].some(meets)) wrong.push(`${hide.ariaLabel} lies over the term`);
                    if (text.getClientRects().length > text.toString().split(' ').length) wrong.push(`${text} is torn`);
                    hide.hidden = true;
                    if (row.getBoundingClientRect().height !== around.height) wrong.push(`${hide.ariaLabel} takes room`);
                    hide.hidden = false;
                }
                return [rules, page.querySelectorAll('[name=hide]').length, wrong]";
            assert_eq!(inside(reader, script), json!([1, rows, []]), "{slug} at {width} px");
        }
    }
}

/// Columns are counted by the cells that are there: one that is not displayed moves all others, and whose value it is with them.
fn a_screen_reader_finds_every_cell_below_its_tool_at_any_width(reader: &Reader) {
    for (path, tools) in [
        ("/compare/chroma-vs-pgvector/", 2),
        ("/compare/terminal-agents-of-three-labs/", 3),
        ("/compare/coding-assistants-five-ways/", 5),
    ] {
        for width in [320, 390, 1440] {
            frames(reader, path, width, 900);
            reader.sees(path, || inside(reader, "return page.querySelectorAll('article').length"), json!(tools));
            let counts = "const rows = [...page.querySelectorAll('.comparison tr:not([hidden])')];
                const there = row => [...row.cells].filter(cell => cell.checkVisibility()).length;
                return [rows.length > 6, [...new Set(rows.map(there))], page.documentElement.scrollWidth - page.documentElement.clientWidth]";
            assert_eq!(inside(reader, counts), json!([true, [tools + 1], 0]), "{path} at {width} px");
        }
    }
}

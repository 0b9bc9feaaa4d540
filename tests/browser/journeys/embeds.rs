//! The page inside an embed: its views, votes, what it loads and when, how high it is.

use super::{
    Journey, Reader,
    access::audit,
    journeys,
    looks::{framed, inside},
};
use crate::{
    answer::Answer,
    page::{COMPARISON_TITLE, MISTRAL, SMOL},
};
use serde_json::{Value, json};

pub const ALL: &[Journey] = journeys![
    in_an_embed_too_whoever_is_left_out_is_struck_through,
    a_view_shows_its_part_and_nobody_meets_the_rest,
    a_vote_inside_counts_and_is_told,
    an_embed_can_be_read_where_the_app_never_arrives,
    the_app_comes_once_the_embed_is_seen,
    an_embed_looks_as_it_is_told,
    what_is_not_there_is_said_in_an_embed_too,
    a_definition_opens_below_its_term,
];
pub const CHROMIUM: &[Journey] = journeys![in &[crate::engine::Kind::Chromium]; axe_finds_nothing_in_any_view, the_room_that_is_reserved_is_what_shows_on_a_screen, compact_fits_one_phone_screen];

const FRAME: &str = "/embed/smolvlm2-turbo-vs-mistral-medium-3/";

/// Where the app is served.
fn app(reader: &Reader) -> String {
    let page = reader.site.file("/index.html");
    let end = page.find(".wasm").expect("a page names the app") + ".wasm".len();
    page[page[..end].rfind(['"', '`']).unwrap() + 1..end].to_owned()
}

fn a_view_shows_its_part_and_nobody_meets_the_rest(reader: &Reader) {
    let shown = |view: &str| {
        reader.opens(&format!("{FRAME}?view={view}"));
        assert_eq!(reader.heading(), COMPARISON_TITLE);
        assert_eq!(reader.number("document.querySelectorAll('main, h1').length"), 2.0);
        assert_eq!(reader.names("article"), [SMOL, MISTRAL]);
        let votes = "[...document.querySelectorAll('button:not([name], [popovertarget])')].filter(seen).length";
        assert_eq!(reader.number(votes), 4.0, "a vote has two buttons a tool");
        assert_eq!(reader.names("link").last().unwrap(), "This comparison on Shipside, in a new tab");
        let prose = reader.article(MISTRAL).contains("mid-tier language model");
        (reader.names("region"), prose)
    };
    let (regions, prose) = shown("full");
    assert_eq!(regions, ["Answer", "Facts", "Pricing", "Reviewer scorecard"]);
    assert!(prose);
    reader.js("window.stays = true", &[]);
    reader.follows("This comparison on Shipside, in a new tab");
    reader.sees("a tab more", || reader.asks("tabs", reader.client.windows()).len(), 2);
    assert_eq!(
        reader.js("return window.stays === true", &[]),
        true,
        "the link leads out of the embed, not away from it"
    );
    assert_eq!(shown("vote"), (vec![], false));
    assert_eq!(shown("compact"), (vec!["Answer".to_owned()], false));
    assert_eq!(shown("nonsense"), (vec!["Answer".to_owned()], false), "what is no view is the usual one");
    let answer = || reader.text("document.querySelector('.answer').innerText");
    let prefers = "The panel of AI reviewers prefers SmolVLM2 Turbo: 4 of 4 would ship it, 3 of 4 would ship Mistral Medium 3. \
        SmolVLM2 Turbo is free; Mistral Medium 3 costs from $0.40 per 1M tokens.";
    assert_eq!(answer(), prefers);
    let prices = reader.texts("[...document.querySelectorAll('.price-from')].map(it => tidy(it.innerText))");
    assert_eq!(prices, ["Price: Free", "Price: from $0.40 per 1M tokens"]);
    reader.opens(FRAME);
    assert_eq!(reader.text("document.documentElement.dataset.view"), "compact");
    assert_eq!(reader.figures(SMOL), ["Panel ship: 100%", "Community: —", "Entry: Free"]);
    // What can be looked at in another way can be here, too; the address stays the embed's.
    reader.opens(&format!("{FRAME}?view=full"));
    reader.clicks("checkbox", "The Founder");
    reader.sees("the panel without the Founder", || reader.figure(MISTRAL, "Panel ship"), "100%");
    let tie = "The panel of AI reviewers, without The Founder, has no favourite between SmolVLM2 Turbo and Mistral Medium 3: 3 of 3";
    assert!(answer().starts_with(tie), "{}", answer());
    assert_eq!(reader.address(), format!("{FRAME}?view=full"));
    assert_eq!(reader.text("document.querySelector('meta[name=robots]').content"), "noindex");
    assert!(reader.text("document.querySelector('link[rel=canonical]').href").contains("/compare/"));
}

fn a_vote_inside_counts_and_is_told(reader: &Reader) {
    reader.opens(&format!("{FRAME}?view=vote"));
    reader.js(
        "window.heard = []; document.addEventListener('shipside:vote', it => heard.push(it.detail.tool + ' ' + it.detail.choice))",
        &[],
    );
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the vote", || reader.status(MISTRAL), "You voted ship.");
    assert_eq!(reader.figure(MISTRAL, "Community"), "100%");
    reader.sees("that it was told", || reader.texts("heard"), ["mistral-medium-3 ship"]);
    reader.presses("Skip SmolVLM2 Turbo");
    reader.presses("Ship Mistral Medium 3");
    let told = ["mistral-medium-3 ship", "smolvlm2-turbo skip", "mistral-medium-3 null"];
    reader.sees("every vote", || reader.texts("heard"), told);
    reader.opens(crate::page::COMPARISON);
    reader.sees("the vote on the site", || reader.pressed(), ["Skip SmolVLM2 Turbo"]);
}

fn an_embed_can_be_read_where_the_app_never_arrives(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.answers(&app(reader), Answer::status(500));
    reader.goes_to(FRAME);
    assert_eq!(reader.figures(SMOL), ["Panel ship: 100%", "Community: —", "Entry: Free"]);
    assert_eq!(reader.number("document.querySelectorAll('blockquote').length"), 8.0);
    let off = || reader.status(MISTRAL).starts_with("Voting is off: the app did not load.");
    reader.sees("that voting is off", off, true);
    reader.finds("link", "This comparison on Shipside, in a new tab");
    // The view that has the facts.
    reader.goes_to(&format!("{FRAME}?view=full"));
    reader.sees("that voting is off", off, true);
    let seen = "[...document.querySelectorAll('[name=hide]')].map(it => String(it.checkVisibility()))";
    assert_eq!(reader.texts(seen), vec!["false"; 7], "a button that does nothing is in sight");
}

/// A post with the embed far below.
fn post(reader: &Reader) {
    let frame = format!("<iframe src='{FRAME}?view=vote' style='width: 600px; height: 500px'></iframe>");
    let post = format!("<!doctype html><title>Post</title><div style='height: 5000px'></div>{frame}");
    reader.site.answers("/post.html", Answer::html(&post));
}

fn the_app_comes_once_the_embed_is_seen(reader: &Reader) {
    post(reader);
    reader.goes_to("/post.html");
    let inside = "document.querySelector('iframe').contentDocument";
    reader.sees("the embed", || reader.text(&format!("{inside}?.querySelector('h1')?.textContent")), COMPARISON_TITLE);
    // Long enough for an app that did not wait to be asked for.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert_eq!(reader.site.asked(&app(reader)), 0, "nobody has seen the embed");
    reader.js("scrollTo(0, 5000)", &[]);
    reader.sees("the app", || reader.text(&format!("{inside}.documentElement.dataset.app")), "on");
    assert_eq!(reader.site.asked(&app(reader)), 1);
    // The page around it is of the same site: nothing is kept apart.
    assert_eq!(reader.text(&format!("{inside}.querySelector('[data-scope]').textContent")), "This browser only");
}

fn an_embed_looks_as_it_is_told(reader: &Reader) {
    reader.opens("/");
    reader.js("localStorage.setItem('shipside:theme', 'dark')", &[]);
    let paper = || reader.text("getComputedStyle(document.body).backgroundColor");
    reader.opens(&format!("{FRAME}?theme=light"));
    assert_eq!(paper(), "rgb(250, 248, 243)", "the reader's theme is that of the site, not of embeds");
    reader.opens(&format!("{FRAME}?theme=dark"));
    assert_eq!(paper(), "rgb(20, 22, 26)");
    reader.opens(&format!("{FRAME}?theme=sepia"));
    assert_eq!(reader.text("document.documentElement.dataset.theme"), "auto");
}

fn what_is_not_there_is_said_in_an_embed_too(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.opens("/embed/no-such-comparison/");
    reader.sees(
        "what was asked for",
        || reader.alert(),
        "Not found: there is no comparison called “no-such-comparison” here.",
    );
    reader.follows("Home");
    reader.finds("link", COMPARISON_TITLE);
}

fn axe_finds_nothing_in_any_view(reader: &Reader) {
    super::access::serves_axe(reader);
    for view in ["full", "compact", "vote"] {
        for theme in ["light", "dark"] {
            reader.opens(&format!("{FRAME}?view={view}&theme={theme}"));
            reader.presses("Ship SmolVLM2 Turbo");
            reader.sees("the vote", || reader.pressed().len(), 1);
            reader.js("document.activeElement.blur()", &[]);
            reader.comes_to_rest();
            let found = audit(reader);
            assert_eq!(found["violations"], json!([]), "{view} in {theme}: {found:#}");
            reader.presses("Ship SmolVLM2 Turbo");
        }
    }
}

/// The height that posts reserve for a comparison in a view, in a frame of this width: from the list that its oEmbed has.
pub fn reserved(reader: &Reader, slug: &str, view: &str, width: u32) -> u32 {
    let oembed: Value = serde_json::from_str(&reader.site.file(&format!("/oembed/{slug}.json"))).unwrap();
    let list = oembed["shipside"]["views"][view]["heights"].as_str().unwrap();
    let pairs = list.split(' ').map(|pair| pair.split_once(':').unwrap());
    let mut fitting = pairs.filter(|(from, _)| from.parse::<u32>().unwrap() <= width);
    fitting.next_back().unwrap().1.parse().unwrap()
}

/// About one tall screen, in CSS pixels: what moves below it, nobody sees.
const SCREEN: u32 = 1000;
/// Pixels that may be reserved beyond what a published comparison needs: names and sentences differ in their lines.
const SPARE: u32 = 230;
/// Widths of frames: of phones less what posts leave at their sides, of columns of text, and where the layout changes.
const WIDTHS: [u32; 18] = [288, 320, 328, 343, 358, 361, 380, 398, 430, 479, 480, 560, 640, 735, 736, 960, 1087, 1200];

/// Opens the page inside a comparison's embed, as it is within another site's post.
fn frames(reader: &Reader, slug: &str) {
    let frame = "document.querySelector('iframe')";
    reader.js(&format!("{frame}.src = '/embed/{slug}/'"), &[]);
    let live = || reader.text(&format!("{frame}.contentDocument?.documentElement?.dataset.app"));
    let there = || reader.text(&format!("{frame}.contentWindow.location.pathname"));
    reader.sees(slug, || there() + &live(), format!("/embed/{slug}/on"));
    reader.js(
        &format!("for (const it of {frame}.contentDocument.querySelectorAll('.scope')) it.textContent += ', within the site around this'"),
        &[],
    );
}

/// How high that page is in a view, in frames of these widths.
fn heights(reader: &Reader, view: &str, widths: &[u32]) -> Vec<u32> {
    let script = "const frame = document.querySelector('iframe'), root = frame.contentDocument.documentElement;
        root.dataset.view = arguments[0];
        return arguments[1].map(width => {
          frame.style.width = width + 'px';
          const high = Math.ceil(root.getBoundingClientRect().height);
          return frame.contentWindow.innerWidth === width && root.scrollWidth <= width ? high : -width;
        })";
    let heights = reader.js(script, &[view.into(), json!(widths)]);
    let high = |height: &Value| {
        let height = height.as_i64().unwrap();
        u32::try_from(height).unwrap_or_else(|_| panic!("{view} in {} px scrolls sideways", -height))
    };
    heights.as_array().unwrap().iter().map(high).collect()
}

fn in_a_frame(reader: &Reader) {
    reader.site.answers(
        "/post.html",
        Answer::html("<!doctype html><title>Post</title><iframe style='border: 0; height: 20000px'></iframe>"),
    );
    reader.goes_to("/post.html");
}

fn published(reader: &Reader) -> Vec<(String, usize)> {
    let index: Value = serde_json::from_str(&reader.site.file("/data/index.json")).unwrap();
    let comparisons = index["comparisons"].as_array().unwrap().iter();
    comparisons.map(|it| (it["slug"].as_str().unwrap().to_owned(), it["tools"].as_array().unwrap().len())).collect()
}

/// With the widest fonts that the style names. With others, all comes out smaller.
fn the_room_that_is_reserved_is_what_shows_on_a_screen(reader: &Reader) {
    in_a_frame(reader);
    let mut told = Vec::new();
    for (slug, tools) in published(reader) {
        frames(reader, &slug);
        for view in ["compact", "full", "vote"] {
            for (width, real) in WIDTHS.into_iter().zip(heights(reader, view, &WIDTHS)) {
                let reserved = reserved(reader, &slug, view, width);
                if reserved < real.min(SCREEN) || reserved > real.min(SCREEN) + SPARE {
                    told.push(format!(
                        "{slug}, {tools} tools, {view} at {width} px is {real} px high; {reserved} px are reserved"
                    ));
                }
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

fn compact_fits_one_phone_screen(reader: &Reader) {
    in_a_frame(reader);
    for (slug, tools) in published(reader).into_iter().filter(|(_, tools)| *tools == 2) {
        frames(reader, &slug);
        let high = heights(reader, "compact", &[358])[0];
        // The lowest screens of phones in use have 667.
        assert!(high <= 660, "{slug}, {tools} tools, is {high} px high on a phone");
    }
}

fn a_definition_opens_below_its_term(reader: &Reader) {
    for width in [320, 900] {
        // A frame is as high as its page, and its middle far from who reads the top or the end of it.
        framed(reader, "/embed/smolvlm2-turbo-vs-mistral-medium-3/?view=full", width, 5_000);
        let terms = "return page?.querySelectorAll('[popovertarget]').length ?? 0";
        reader.sees("terms", || inside(reader, terms), json!(7));
        let places = "return [...page.querySelectorAll('[popovertarget]')].map(term => {
            term.click();
            const it = page.getElementById(term.getAttribute('popovertarget')), at = it.getBoundingClientRect();
            const gap = at.top - term.getBoundingClientRect().bottom;
            return it.matches(':popover-open') && gap >= 0 && gap < 10 && at.left >= 0 && at.right <= page.documentElement.clientWidth })";
        assert_eq!(inside(reader, places), json!([true, true, true, true, true, true, true]), "at {width} px");
    }
}

/// Nobody goes on from an embed, so it has no second stylesheet.
fn in_an_embed_too_whoever_is_left_out_is_struck_through(reader: &Reader) {
    reader.opens("/embed/smolvlm2-turbo-vs-mistral-medium-3/?view=full&mute=skeptic");
    let struck = "[...document.querySelectorAll('.out .stamp')].map(it => getComputedStyle(it).textDecorationLine)";
    reader.sees("two verdicts", || reader.texts(struck), ["line-through", "line-through"]);
}

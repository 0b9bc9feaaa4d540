//! The home page, and moving between it and the comparisons.

use super::{Journey, Reader, journeys};
use crate::{
    engine::Kind,
    page::{COMPARISON, COMPARISON_TITLE},
};
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_MIDDLE, MouseActions, PointerAction},
    key::Key,
};
use serde_json::Value;

pub const ALL: &[Journey] = journeys![
    home_lists_the_newest_comparisons_latest_first,
    every_link_opens_its_comparison_without_a_reload,
    a_link_to_where_the_reader_is_makes_no_step_back,
    back_returns_to_where_the_reader_was,
    two_quick_steps_back_mix_no_places,
    a_link_to_a_part_of_a_page_moves_focus_there,
    back_over_a_part_of_the_same_page_returns_to_its_link,
    a_part_that_was_asked_for_twice_is_found_by_back_and_forward,
    reload_keeps_the_place,
];

pub const CHROMIUM: &[Journey] = journeys![in &[Kind::Chromium]; clicks_that_ask_for_a_new_tab_are_left_to_the_browser];

/// Every comparison of the published site: slug, title and date.
fn published(reader: &Reader) -> Vec<[String; 3]> {
    let index: Value = serde_json::from_str(&reader.site.file("/data/index.json")).unwrap();
    let text = |item: &Value, field: &str| item[field].as_str().unwrap_or_default().to_owned();
    let comparisons = index["comparisons"].as_array().unwrap();
    comparisons.iter().map(|item| ["slug", "title", "published"].map(|field| text(item, field))).collect()
}

fn home_lists_the_newest_comparisons_latest_first(reader: &Reader) {
    let mut expected = published(reader);
    expected.sort_by(|a, b| b[2].cmp(&a[2]));
    expected.truncate(24);
    reader.opens("/");
    reader.sees("the site's name in the title", || reader.title().starts_with("Shipside"), true);
    let listed =
        reader.texts("[...document.querySelectorAll('main .comparisons > li h3 a')].map(link => link.pathname)");
    assert_eq!(listed.len(), expected.len());
    let dates =
        reader.texts("[...document.querySelectorAll('main .comparisons > li time')].map(time => time.dateTime)");
    assert_eq!(dates, expected.iter().map(|[_, _, date]| date.clone()).collect::<Vec<_>>());
    for [slug, title, _] in &expected {
        let item = reader.text(&format!(
            "[...document.querySelectorAll('main .comparisons > li h3 a')].find(link => link.pathname === '/compare/{slug}/')
                .closest('li').innerText"
        ));
        assert!(item.starts_with(title.as_str()), "{slug} is told as {item}");
        assert!(item.contains('%') || item.contains('—'), "{slug} has no figure: {item}");
        assert!(
            ["Free", "Freemium", "Paid", "—"].iter().any(|entry| item.contains(entry)),
            "{slug} has no price: {item}"
        );
    }
}

fn every_link_opens_its_comparison_without_a_reload(reader: &Reader) {
    reader.opens("/");
    reader.marks_the_document();
    let (home, heading) = (reader.title(), reader.heading());
    for [slug, title, _] in published(reader).into_iter().take(24) {
        reader.follows(&title);
        reader.sees("the comparison's heading", || reader.heading(), title.as_str());
        assert_eq!(reader.address(), format!("/compare/{slug}/"));
        assert_eq!(reader.title(), format!("{title} · Shipside"));
        reader.sees("focus on the heading", || reader.focus(), format!("h1 {title}"));
        assert_eq!(reader.scrolled(), 0.0, "a new page begins at its top");
        reader.follows("Shipside");
        reader.sees("focus on the home page's heading", || reader.focus(), format!("h1 {heading}"));
        assert_eq!(reader.title(), home);
    }
    assert!(reader.is_the_marked_document(), "the page was reloaded on the way");
}

fn back_returns_to_where_the_reader_was(reader: &Reader) {
    reader.opens("/");
    reader.marks_the_document();
    let home = reader.heading();
    // A link far below.
    let [_, title, _] = published(reader).into_iter().take(24).next_back().unwrap();
    reader.js(
        "named('link').find(([name]) => name === arguments[0])[1].scrollIntoView({ block: 'center' })",
        &[title.as_str().into()],
    );
    let place = reader.scrolled();
    assert!(place > 200.0, "the home page is long enough to scroll, not just {place} px");
    reader.follows(&title);
    reader.sees("the comparison", || reader.heading(), title.as_str());
    reader.sees("the top of the page", || reader.scrolled(), 0.0);
    reader.scrolls_to(300.0);
    reader.goes_back();
    reader.sees("the home page", || reader.heading(), home.as_str());
    assert_eq!(reader.address(), "/");
    reader.sees("the place on the home page", || (reader.scrolled() - place).abs() <= 1.0, true);
    reader.sees("focus on the link that was followed", || reader.focus(), format!("a {title}"));
    reader.asks("Forward", reader.client.forward());
    reader.sees("the comparison again", || reader.heading(), title.as_str());
    reader.sees("the place in the comparison", || reader.scrolled(), 300.0);
    assert!(reader.is_the_marked_document(), "the page was reloaded on the way");
}

fn two_quick_steps_back_mix_no_places(reader: &Reader) {
    reader.opens("/");
    reader.follows(COMPARISON_TITLE);
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    reader.scrolls_to(100.0);
    // By keyboard: before a click, WebKit's driver scrolls.
    let link = "named('link').find(([name]) => name === 'SmolVLM2 Turbo')[1].focus({ preventScroll: true })";
    reader.js(link, &[]);
    reader.types(Key::Enter);
    reader.sees("the tool", || reader.heading(), "SmolVLM2 Turbo");
    reader.scrolls_to(400.0);
    // The second step begins before the page of the first is drawn.
    reader.js("addEventListener('popstate', () => history.back(), { once: true }); history.back()", &[]);
    reader.sees("home", || reader.address(), "/");
    reader.finds("link", COMPARISON_TITLE);
    reader.asks("Forward", reader.client.forward());
    reader.sees("the comparison again", || reader.heading(), COMPARISON_TITLE);
    reader.sees("the link that was followed", || reader.focus(), "a SmolVLM2 Turbo");
    reader.sees("the place", || reader.scrolled(), 100.0);
}

fn a_link_to_a_part_of_a_page_moves_focus_there(reader: &Reader) {
    reader.opens("/");
    reader.follows("Speech");
    reader.sees("focus on the part", || reader.focus(), "h2 Speech");
    assert_eq!(reader.address() + &reader.text("location.hash"), "/compare/#category-Speech");
    assert!(reader.scrolled() > 0.0, "the part is in sight");
    reader.types(Key::Tab);
    let first =
        reader.text("document.querySelector('#category-Speech').closest('section').querySelector('li a').textContent");
    reader.sees("the first of that part", || reader.focus(), format!("a {first}"));
}

fn back_over_a_part_of_the_same_page_returns_to_its_link(reader: &Reader) {
    reader.opens("/compare/aider-vs-cline/");
    reader.js("document.querySelector('a[href$=\"#skeptic.cline\"]').focus()", &[]);
    let place = reader.scrolled();
    reader.types(Key::Enter);
    reader.sees("the quote", || reader.text("location.hash"), "#skeptic.cline");
    reader.goes_back();
    reader.sees("the place", || (reader.scrolled() - place).abs() <= 1.0, true);
    reader.sees("the link", || reader.text("document.activeElement.getAttribute('href')"), "#skeptic.cline");
}

/// Firefox forgets what it was told of an entry in which a link to a part of its page is followed twice.
fn a_part_that_was_asked_for_twice_is_found_by_back_and_forward(reader: &Reader) {
    let go = |steps: i32| reader.js(&format!("history.go({steps})"), &[]);
    reader.opens("/panel/");
    reader.follows("Tools");
    reader.sees("the tools", || reader.heading(), "All tools");
    // The second click and the third lead to where the reader is.
    for _ in 0..3 {
        reader.js("document.querySelector('.to-content').click()", &[]);
    }
    reader.sees("the part", || reader.text("location.hash"), "#main");
    reader.follows("Comparisons");
    reader.sees("all comparisons", || reader.heading(), "All comparisons");
    go(-1);
    reader.sees("the tools again", || reader.heading(), "All tools");
    assert_eq!(reader.text("location.pathname + location.hash"), "/tools/#main");
    assert!(reader.title().starts_with("All tools"), "{}", reader.title());
    go(-2);
    reader.sees("the panel", || reader.heading(), "The panel");
    go(2);
    reader.sees("the tools once more", || reader.heading(), "All tools");
    assert_eq!(reader.text("location.pathname + location.hash"), "/tools/#main");
}

fn a_link_to_where_the_reader_is_makes_no_step_back(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.follows("Shipside");
    reader.sees("the home page", || reader.address(), "/");
    reader.finds("link", COMPARISON_TITLE);
    let steps = reader.number("history.length");
    reader.scrolls_to(300.0);
    reader.follows("Shipside");
    reader.sees("the top of the page", || reader.scrolled(), 0.0);
    reader.follows("Shipside");
    assert_eq!(reader.number("history.length"), steps);
    reader.goes_back();
    reader.sees("the page before", || reader.heading(), COMPARISON_TITLE);
}

fn reload_keeps_the_place(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.scrolls_to(700.0);
    reader.sees("the scrolled page", || reader.scrolled(), 700.0);
    reader.reloads();
    reader.sees("the same place", || reader.scrolled(), 700.0);
    // The place belongs to the visit of a page, not to its address.
    reader.opens("/");
    reader.follows(COMPARISON_TITLE);
    reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
    assert_eq!(reader.scrolled(), 0.0);
}

fn clicks_that_ask_for_a_new_tab_are_left_to_the_browser(reader: &Reader) {
    reader.opens("/");
    let link = reader.finds("link", COMPARISON_TITLE);
    let tabs = || reader.asks("list tabs", reader.client.windows()).len();
    assert_eq!(tabs(), 1);
    let control = |action: fn(char) -> KeyAction| {
        reader.asks(
            "Control",
            reader.client.perform_actions(KeyActions::new("keys".to_owned()).then(action(Key::Control.into()))),
        );
    };
    control(|value| KeyAction::Down { value });
    reader.asks("click with Control held", link.clone().click());
    control(|value| KeyAction::Up { value });
    reader.sees("a second tab", tabs, 2);
    let middle = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveToElement { element: link, duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: MOUSE_BUTTON_MIDDLE })
        .then(PointerAction::Up { button: MOUSE_BUTTON_MIDDLE });
    reader.asks("click with the middle button", reader.client.perform_actions(middle));
    reader.sees("a third tab", tabs, 3);
    assert_eq!(reader.address(), "/", "the page itself stays where it is");
    let here = reader.asks("this tab", reader.client.window());
    for tab in reader.asks("list tabs", reader.client.windows()).into_iter().filter(|tab| *tab != here) {
        reader.asks("look at the new tab", reader.client.switch_to_window(tab));
        reader.sees("the comparison in the new tab", || reader.heading(), COMPARISON_TITLE);
        assert_eq!(reader.address(), COMPARISON);
    }
}

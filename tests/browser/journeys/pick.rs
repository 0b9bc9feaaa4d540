//! Picking tools on the way, and changing a comparison: by keyboard alone, and where storage fails.

use super::{
    Journey, Reader,
    access::{audit, serves_axe},
    journeys,
    keyboard::tabs_to,
    looks::{frames, inside},
};
use crate::page::{COMPARISON, MISTRAL, SMOL};
use fantoccini::key::Key;
use serde_json::json;

pub const ALL: &[Journey] = journeys![
    picks_follow_the_reader_and_lead_to_a_comparison,
    a_pick_before_the_app_is_there_counts_once,
    what_became_of_an_early_pick_is_heard,
    tools_are_picked_on_the_pages_of_tools,
    a_sixth_pick_is_refused_in_words,
    what_is_said_of_a_pick_hides_nothing_that_has_focus,
    within_the_tray_the_page_does_not_move,
    five_picks_make_nothing_scroll_sideways,
    another_tab_s_picks_are_followed,
    where_storage_is_blocked_picks_last_for_the_visit,
    a_tool_is_added_by_keyboard_alone,
    arrows_that_were_pressed_before_there_are_offers_lead_to_one,
    the_offer_that_enter_takes_is_in_sight,
    a_tool_is_added_by_pointer_and_what_is_found_is_announced,
    a_tool_that_does_not_come_is_not_said_to_be_added,
    keys_with_ctrl_or_meta_do_nothing_in_the_combobox,
    tools_are_moved_and_removed_by_keyboard_and_back_undoes_it,
    what_was_written_about_these_tools_is_offered,
    an_unknown_tool_is_named_and_the_others_are_shown,
    without_the_list_of_tools_the_combobox_says_so_and_tries_again,
    what_is_said_is_a_small_note,
    the_list_of_all_is_not_seen_before_a_comparison_that_the_app_draws,
    axe_finds_nothing_with_the_combobox_open_and_tools_picked,
];

fn stored(reader: &Reader) -> String {
    reader.text("localStorage.getItem('shipside:picked')")
}

/// Names of the buttons in the region “Picked”.
fn picked(reader: &Reader) -> Vec<String> {
    reader.texts("[...document.querySelectorAll('[aria-label=Picked] button')].map(nameOf)")
}

fn statuses(reader: &Reader) -> String {
    reader.text("[...document.querySelectorAll('[role=status]')].map(it => it.textContent).join(' | ')")
}

/// Presses a button of the page, wherever the tray is.
fn presses(reader: &Reader, button: &str) {
    let center = "named('button').find(([name]) => name === arguments[0])[1].scrollIntoView({ block: 'center' })";
    reader.finds("button", button);
    reader.js(center, &[button.into()]);
    reader.presses(button);
}

fn presses_by_keyboard(reader: &Reader, button: &str) {
    tabs_to(reader, &format!("button {button}"));
    reader.types(Key::Enter);
}

fn picks_follow_the_reader_and_lead_to_a_comparison(reader: &Reader) {
    reader.opens("/tools/");
    presses_by_keyboard(reader, "Compare Aider");
    reader.sees("the pick", || picked(reader), ["Remove Aider"]);
    assert_eq!(reader.focus(), "button Compare Aider", "focus stays");
    presses_by_keyboard(reader, "Compare Cline");
    reader.sees("both picks", || picked(reader), ["Remove Aider", "Remove Cline"]);
    reader.follows("Comparisons");
    reader.sees("another page", || reader.address(), "/compare/");
    assert_eq!(picked(reader), ["Remove Aider", "Remove Cline"]);
    reader.reloads();
    reader.sees("the picks after reload", || picked(reader), ["Remove Aider", "Remove Cline"]);
    reader.follows("Compare 2 tools");
    reader.sees("the comparison", || reader.heading(), "Aider vs Cline");
    assert_eq!(reader.address(), "/compare/?tools=aider,cline");
    presses(reader, "Remove Aider");
    reader.sees("one pick", || picked(reader), ["Remove Cline"]);
    presses(reader, "Remove Cline");
    reader.sees("no tray", || picked(reader).len(), 0);
    reader.sees("focus where reading goes on", || reader.text("document.activeElement.id"), "main");
    assert_eq!(stored(reader), "");
}

fn a_pick_before_the_app_is_there_counts_once(reader: &Reader) {
    reader.site.holds(&reader.app());
    reader.goes_to("/tools/");
    presses(reader, "Compare Aider");
    assert_eq!(stored(reader), "", "nobody can store it yet");
    reader.scrolls_to(1500.0);
    reader.site.releases(&reader.app());
    reader.sees("the pick", || picked(reader), ["Remove Aider"]);
    assert_eq!(reader.scrolled(), 1500.0, "whoever reads on is not led back");
    assert_eq!(reader.pressed(), ["Compare Aider"]);
}

fn what_became_of_an_early_pick_is_heard(reader: &Reader) {
    reader.site.runs_first(
        "window.heard = [];
        new MutationObserver(changes => changes.forEach(({ target }) => {
            const status = (target.nodeType === 3 ? target.parentNode : target)?.closest?.('.tray [role=status]');
            if (status?.textContent) heard.push(status.textContent);
        })).observe(document, { childList: true, characterData: true, subtree: true });",
    );
    reader.site.holds(&reader.app());
    reader.goes_to("/tools/");
    presses(reader, "Compare Aider");
    reader.site.releases(&reader.app());
    reader.sees("the pick", || picked(reader), ["Remove Aider"]);
    reader.sees("what is said within a status that was there", || reader.texts("heard"), ["Aider is picked."]);
}

fn tools_are_picked_on_the_pages_of_tools(reader: &Reader) {
    reader.opens("/tools/aider/");
    presses(reader, "Compare Aider");
    reader.sees("the pick", || picked(reader), ["Remove Aider"]);
    let other = reader.text("document.querySelector('.alternatives h3').textContent");
    presses(reader, &format!("Compare {other}"));
    reader.sees("both", || picked(reader), ["Remove Aider".to_owned(), format!("Remove {other}")]);
    presses(reader, "Compare Aider");
    reader.sees("the other", || picked(reader), [format!("Remove {other}")]);
}

fn a_sixth_pick_is_refused_in_words(reader: &Reader) {
    reader.opens("/tools/");
    for tool in ["Aider", "Chroma", "Cline", "Cursor", "Ollama"] {
        presses(reader, &format!("Compare {tool}"));
    }
    reader.sees("five picks", || picked(reader).len(), 5);
    presses(reader, "Compare Midjourney");
    let refusal = "A comparison has at most five tools. Remove one, then pick Midjourney.";
    reader.sees("the refusal", || statuses(reader).contains(refusal), true);
    assert_eq!(picked(reader).len(), 5);
    assert_eq!(reader.pressed().len(), 5);
    presses(reader, "Remove Chroma");
    presses(reader, "Compare Midjourney");
    reader.sees("the pick", || picked(reader).last().cloned(), Some("Remove Midjourney".to_owned()));
}

fn what_is_said_of_a_pick_hides_nothing_that_has_focus(reader: &Reader) {
    // A window of 1280 by 1024 pixels at 400 %.
    frames(reader, "/tools/", 320, 256);
    let press = "const press = name => { const it = [...page.querySelectorAll('.pick')].find(it => it.textContent.trim().endsWith(name));
         document.querySelector('iframe').contentWindow.focus(); it.focus(); it.click(); };";
    for tool in ["Aider", "Chroma", "Cline", "Cursor", "Ollama"] {
        inside(reader, &format!("{press} press('{tool}')"));
    }
    reader.sees("five picks", || inside(reader, "return page.querySelectorAll('#picked button').length"), json!(5));
    inside(reader, &format!("{press} press('Midjourney')"));
    let over = "const said = page.querySelector('.tray p'), box = it => it.getBoundingClientRect(), focus = box(page.activeElement);
         return [said.textContent.includes('Midjourney'), page.activeElement.className, focus.bottom <= box(said).top, focus.top > -1]";
    reader.sees("the button above what is said", || inside(reader, over), json!([true, "pick", true, true]));
}

fn the_offer_that_enter_takes_is_in_sight(reader: &Reader) {
    reader.opens("/compare/?tools=aider,cursor,zed");
    tabs_to(reader, "input Add a tool");
    for at in 0..6 {
        reader.types(Key::Down);
        let seen = format!(
            "const box = document.querySelector('#add-offer-{at}[aria-selected=true]')?.getBoundingClientRect();
             return box ? box.top >= 0 && box.bottom <= innerHeight + 1 : 'not there'"
        );
        reader.sees(&format!("offer {at}"), || reader.js(&seen, &[]), json!(true));
    }
}

fn within_the_tray_the_page_does_not_move(reader: &Reader) {
    reader.opens("/tools/");
    for tool in ["Claude Code", "Gemini CLI", "GitHub Copilot"] {
        presses(reader, &format!("Compare {tool}"));
    }
    reader.sees("three picks", || picked(reader).len(), 3);
    reader.scrolls_to(600.0);
    reader.js("document.querySelector('#picked button').focus({ preventScroll: true })", &[]);
    for _ in 0..2 {
        reader.types(Key::Tab);
        assert!(reader.text("document.activeElement.closest('#picked')?.id") == "picked", "{}", reader.focus());
        assert_eq!(reader.scrolled(), 600.0, "{}", reader.focus());
    }
}

/// They scroll within their tray, and so do the names that only screen readers read.
fn five_picks_make_nothing_scroll_sideways(reader: &Reader) {
    reader.opens("/tools/");
    for tool in ["Claude Code", "Gemini CLI", "GitHub Copilot", "OpenAI Codex CLI", "Stable Diffusion XL"] {
        presses(reader, &format!("Compare {tool}"));
    }
    reader.sees("five picks", || picked(reader).len(), 5);
    for path in ["/panel/", "/tools/aider/", COMPARISON] {
        for width in [320, 390] {
            frames(reader, path, width, 844);
            let script = "const root = page.documentElement, list = page.querySelector('#picked ul');
                return list && [root.scrollWidth - root.clientWidth, list.scrollWidth > list.clientWidth, list.querySelectorAll('button').length]";
            reader.sees(&format!("{path} at {width} px"), || inside(reader, script), json!([0, true, 5]));
        }
    }
}

fn another_tab_s_picks_are_followed(reader: &Reader) {
    reader.opens("/tools/");
    presses(reader, "Compare Aider");
    let first = reader.asks("this tab", reader.client.window());
    let second = reader.asks("open a tab", reader.client.new_window(true)).handle;
    reader.asks("look at it", reader.client.switch_to_window(second.clone()));
    reader.opens("/tools/");
    reader.sees("the pick of the first tab", || picked(reader), ["Remove Aider"]);
    presses(reader, "Compare Cline");
    reader.asks("look at the first tab", reader.client.switch_to_window(first));
    reader.sees("both picks", || picked(reader), ["Remove Aider", "Remove Cline"]);
}

fn where_storage_is_blocked_picks_last_for_the_visit(reader: &Reader) {
    reader.site.runs_first(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })",
    );
    reader.opens("/tools/");
    presses(reader, "Compare Aider");
    presses(reader, "Compare Cline");
    reader.sees("both picks", || picked(reader), ["Remove Aider", "Remove Cline"]);
    reader.follows("Compare 2 tools");
    reader.sees("the comparison", || reader.heading(), "Aider vs Cline");
    assert_eq!(picked(reader), ["Remove Aider", "Remove Cline"]);
    reader.reloads();
    assert_eq!(picked(reader), [""; 0]);
}

/// The combobox as assistive technology is told of it: expanded, and the words of the active descendant.
fn combobox(reader: &Reader) -> (String, String) {
    let field = "document.querySelector('[role=combobox]')";
    let active = format!("document.getElementById({field}.getAttribute('aria-activedescendant'))?.textContent");
    (reader.text(&format!("{field}.ariaExpanded")), reader.text(&active))
}

fn offers(reader: &Reader) -> Vec<String> {
    reader.names("option")
}

fn at(expanded: bool, active: &str) -> (String, String) {
    (expanded.to_string(), active.to_owned())
}

fn types_text(reader: &Reader, text: &str) {
    for letter in text.chars() {
        reader.types(letter);
    }
}

fn a_tool_is_added_by_keyboard_alone(reader: &Reader) {
    reader.opens(COMPARISON);
    assert_eq!(reader.site.asked("/data/index.json"), 0, "nobody wants it yet");
    tabs_to(reader, "input Add a tool");
    reader.sees("a closed list", || combobox(reader), at(false, ""));
    types_text(reader, "mid");
    reader.sees("the offer", || offers(reader), ["Midjourney"]);
    assert_eq!(combobox(reader), at(true, ""));
    for _ in 0..3 {
        reader.types(Key::Backspace);
    }
    reader.sees("all", || offers(reader).len(), 8);
    let all = offers(reader);
    assert!(!all.iter().any(|it| it.contains(SMOL) || it.contains(MISTRAL)), "{all:?} are there already");
    reader.types(Key::Down);
    reader.sees("the first", || combobox(reader).1, all[0].clone());
    reader.types(Key::Up);
    reader.sees("the last", || combobox(reader).1, all[7].clone());
    reader.types(Key::Home);
    reader.sees("the text", || combobox(reader), at(true, ""));
    reader.types(Key::Down);
    reader.types(Key::End);
    reader.sees("the text again", || combobox(reader), at(true, ""));
    reader.types(Key::Escape);
    reader.sees("a closed list", || combobox(reader), at(false, ""));
    reader.types(Key::Down);
    reader.types(Key::Tab);
    reader.sees("focus further on", || reader.focus() == "input Add a tool", false);
    assert_eq!(combobox(reader), at(false, ""), "the list closes with it");
    tabs_back_to(reader, "input Add a tool");
    types_text(reader, "midj");
    reader.sees("the offer", || offers(reader), ["Midjourney"]);
    let steps = reader.number("history.length");
    reader.types(Key::Down);
    reader.types(Key::Enter);
    let address = "/compare/?tools=smolvlm2-turbo,mistral-medium-3,midjourney";
    reader.sees("the address", || reader.address(), address);
    reader.sees("the comparison", || reader.names("article"), [SMOL, MISTRAL, "Midjourney"]);
    assert_eq!(reader.number("history.length"), steps + 1.0);
    reader.sees("focus for the next", || reader.focus(), "input Add a tool");
    reader.sees("what happened", || statuses(reader).contains("Midjourney added."), true);
    reader.goes_back();
    reader.sees("the two", || reader.names("article"), [SMOL, MISTRAL]);
}

fn arrows_that_were_pressed_before_there_are_offers_lead_to_one(reader: &Reader) {
    for (key, at) in [(Key::Down, 0), (Key::Up, 7)] {
        reader.site.holds("/data/index.json");
        reader.opens(COMPARISON);
        reader.js("document.querySelector('[role=combobox]').focus()", &[]);
        reader.types(key);
        reader.sees("that they come", || statuses(reader).contains("Loading the tools…"), true);
        reader.site.releases("/data/index.json");
        reader.sees("offers", || offers(reader).len(), 8);
        reader.sees("one of them", || combobox(reader).1, offers(reader)[at].clone());
    }
}

fn tabs_back_to(reader: &Reader, wanted: &str) {
    reader.js("document.querySelector('[role=combobox]').focus()", &[]);
    assert_eq!(reader.focus(), wanted);
}

fn a_tool_is_added_by_pointer_and_what_is_found_is_announced(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.clicks("combobox", "Add a tool");
    reader.sees("offers", || offers(reader).len(), 8);
    assert!(statuses(reader).contains("tools, of which 8 are shown."), "{}", statuses(reader));
    types_text(reader, "zzzz");
    reader.sees("none", || statuses(reader).contains("No other tool fits."), true);
    reader.sees("a closed list", || combobox(reader), at(false, ""));
    reader.types(Key::Escape);
    reader.types(Key::Escape);
    types_text(reader, "curs");
    reader.sees("the offer", || offers(reader).len(), 1);
    reader.js("named('option')[0][1].click()", &[]);
    reader.sees("the comparison", || reader.names("article"), [SMOL, MISTRAL, "Cursor"]);
}

fn a_tool_that_does_not_come_is_not_said_to_be_added(reader: &Reader) {
    let file = "/data/tools/cursor.json";
    let adds_cursor = || {
        reader.opens(COMPARISON);
        reader.clicks("combobox", "Add a tool");
        types_text(reader, "curs");
        reader.sees("the offer", || offers(reader).len(), 1);
        reader.js("named('option')[0][1].click()", &[]);
    };
    // It fails.
    reader.failures_expected.set(true);
    reader.site.answers(file, crate::answer::Answer::status(500));
    adds_cursor();
    reader.sees("that it failed", || reader.heading(), "This page could not be loaded");
    reader.sees("focus on that", || reader.focus(), "h1 This page could not be loaded");
    assert!(!statuses(reader).contains("added"), "{}", statuses(reader));
    // It was taken away since the index was read.
    reader.site.answers(file, crate::answer::Answer::status(404));
    adds_cursor();
    let gone = "There is no tool called “cursor” here; the others are shown.";
    reader.sees("that it is gone", || reader.text("document.querySelector('main').innerText").contains(gone), true);
    assert!(!statuses(reader).contains("added"), "{}", statuses(reader));
    reader.site.mends(file);
    // It is late, and the reader goes elsewhere.
    reader.site.holds(file);
    adds_cursor();
    reader.sees("its address", || reader.address().contains("cursor"), true);
    reader.follows("Panel");
    reader.sees("another page", || reader.heading(), "The panel");
    reader.sees("focus there", || reader.focus(), "h1 The panel");
    assert!(!statuses(reader).contains("added"), "{}", statuses(reader));
    reader.site.releases(file);
}

fn keys_with_ctrl_or_meta_do_nothing_in_the_combobox(reader: &Reader) {
    reader.opens(COMPARISON);
    tabs_to(reader, "input Add a tool");
    reader.types(Key::Down);
    reader.sees("offers", || offers(reader).len(), 8);
    let takes = |keys: &str| {
        let script = format!(
            "const down = new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, {keys} }});
            return !document.activeElement.dispatchEvent(down)"
        );
        reader.js(&script, &[]) == true
    };
    for held in ["ctrlKey", "metaKey"] {
        for key in ["ArrowUp", "ArrowDown", "Home", "Escape", "Enter"] {
            assert!(!takes(&format!("key: '{key}', {held}: true")), "{held} and {key}");
        }
    }
    assert_eq!(offers(reader).len(), 8, "the list has changed");
    assert!(takes("key: 'ArrowUp', altKey: true"));
    reader.sees("a closed list", || combobox(reader), at(false, ""));
}

fn tools_are_moved_and_removed_by_keyboard_and_back_undoes_it(reader: &Reader) {
    reader.opens("/compare/?tools=aider,cline,cursor&mute=skeptic&rows=differences&hide=models");
    presses_by_keyboard(reader, "Move Aider Later");
    reader.sees("the order", || reader.names("article"), ["Cline", "Aider", "Cursor"]);
    let rest = "&rows=differences&mute=skeptic&hide=models";
    assert_eq!(reader.address(), format!("/compare/?tools=cline,aider,cursor{rest}"));
    reader.sees("focus on the same", || reader.focus(), "button Move Aider Later");
    reader.types(Key::Enter);
    reader.sees("the order", || reader.names("article"), ["Cline", "Cursor", "Aider"]);
    reader.sees("focus nearby", || reader.focus(), "h2 Change this comparison");
    presses_by_keyboard(reader, "Remove Cursor");
    reader.sees("two", || reader.names("article"), ["Cline", "Aider"]);
    assert!(!reader.names("button").iter().any(|it| it.starts_with("Remove")), "two are the fewest");
    reader.goes_back();
    reader.sees("three", || reader.names("article"), ["Cline", "Cursor", "Aider"]);
    reader.sees("focus on what was pressed", || reader.focus(), "button Remove Cursor");
    reader.sees_its_focus();
}

fn what_was_written_about_these_tools_is_offered(reader: &Reader) {
    reader.opens("/compare/?tools=github-copilot,cursor");
    reader.follows("Cursor vs GitHub Copilot");
    reader.sees("what was written", || reader.address(), "/compare/cursor-vs-github-copilot/");
    reader.opens("/compare/?tools=aider,midjourney");
    reader.sees("the comparison", || reader.heading(), "Aider vs Midjourney");
    assert!(!reader.text("document.querySelector('main').innerText").contains("were compared here"));
}

fn an_unknown_tool_is_named_and_the_others_are_shown(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.opens("/compare/?tools=aider,no-such-tool,cline");
    reader.sees("the others", || reader.names("article"), ["Aider", "Cline"]);
    let said = reader.text("document.querySelector('main').innerText");
    assert!(said.contains("There is no tool called “no-such-tool” here; the others are shown."), "{said}");
    reader.opens("/compare/?tools=aider,no-such-tool");
    reader.sees("the alert", || reader.alert(), "Not found: there is no tool called “no-such-tool” here.");
    reader.opens("/compare/?tools=no-such-tool,neither");
    reader.sees("both", || reader.alert(), "Not found: there is no tool called “no-such-tool” or “neither” here.");
}

fn without_the_list_of_tools_the_combobox_says_so_and_tries_again(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.opens(COMPARISON);
    reader.site.answers("/data/index.json", crate::answer::Answer::status(500));
    reader.clicks("combobox", "Add a tool");
    let said = "The tools could not be loaded. The server answered ";
    reader.sees("what happened", || reader.alert().starts_with(said), true);
    let asked = "performance.getEntriesByType('resource').filter(it => it.name.endsWith('/data/index.json')).length";
    reader.sees("a request", || reader.number(asked), 1.0);
    types_text(reader, "curs");
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(reader.number(asked), 1.0, "nobody asked again");
    reader.presses("Try again");
    reader.sees("focus in the field", || reader.focus(), "input Add a tool");
    reader.sees("what happened again", || reader.alert().starts_with(said), true);
    reader.site.mends("/data/index.json");
    reader.presses("Try again");
    reader.sees("the offer", || offers(reader), vec!["Cursor".to_owned()]);
    assert_eq!((reader.focus(), reader.alert()), ("input Add a tool".to_owned(), String::new()));
}

/// What is said has an edge and room of its own, and takes neither where nothing is said.
fn what_is_said_is_a_small_note(reader: &Reader) {
    reader.opens(COMPARISON);
    let note = || {
        let box_of = "(style => [style.borderTopWidth, style.paddingLeft].map(parseFloat).map(it => it > 0))(getComputedStyle(document.querySelector('.tray p')))";
        let size = "(box => [box.height > 0, box.width < innerWidth / 2])(document.querySelector('.tray p').getBoundingClientRect())";
        reader.js(&format!("return [...{box_of}, ...{size}]"), &[])
    };
    reader.sees("nothing", note, json!([false, false, false, true]));
    presses(reader, "Compare SmolVLM2 Turbo");
    reader.sees("a note", note, json!([true, true, true, true]));
}

/// Whether the content can be seen.
fn content(reader: &Reader) -> String {
    reader.text("getComputedStyle(document.querySelector('main')).visibility")
}

fn the_list_of_all_is_not_seen_before_a_comparison_that_the_app_draws(reader: &Reader) {
    reader.failures_expected.set(true);
    for address in [
        "/compare/?tools=aider,cline",
        "/compare/index.html?tools=aider,cline",
        "/compare/?mute=skeptic&src=https%3A%2F%2Fexample.org%2Fx.json",
    ] {
        reader.site.holds(&reader.app());
        reader.goes_to(address);
        reader.sees("nothing to read", || content(reader), "hidden");
        reader.site.releases(&reader.app());
        reader.sees("the page", || content(reader), "visible");
    }
    reader.site.holds(&reader.app());
    reader.goes_to("/compare/?mute=skeptic");
    assert_eq!(content(reader), "visible", "the list itself is what this address asks for");
    for address in [
        "/?src=hn",
        "/tools/aider/?src=hn",
        "/compare/ollama-vs-vllm/?tools=2&src=hn",
        "/embed/?src=hn",
        "/compare/?xsrc=1",
    ] {
        reader.goes_to(address);
        assert_eq!(content(reader), "visible", "{address} asks for what is there");
    }
    reader.site.releases(&reader.app());
    reader.site.answers(&reader.app(), crate::answer::Answer::status(500));
    reader.goes_to("/compare/?tools=aider,cline");
    reader.sees("that it failed", || reader.heading(), "This page could not be loaded");
    assert_eq!(content(reader), "visible");
}

fn axe_finds_nothing_with_the_combobox_open_and_tools_picked(reader: &Reader) {
    serves_axe(reader);
    reader.opens("/tools/");
    presses(reader, "Compare Aider");
    presses(reader, "Compare Cline");
    reader.sees("both picks", || picked(reader).len(), 2);
    reader.comes_to_rest();
    assert_eq!(audit(reader)["violations"], json!([]), "{:#}", audit(reader));
    reader.opens("/compare/?tools=aider,cline");
    tabs_to(reader, "input Add a tool");
    reader.types(Key::Down);
    reader.sees("an offer", || combobox(reader).1.is_empty(), false);
    reader.comes_to_rest();
    let found = audit(reader);
    assert_eq!(found["violations"], json!([]), "{found:#}");
}

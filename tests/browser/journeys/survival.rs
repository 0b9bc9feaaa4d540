//! Pages that others change while they are live: browsers' translators, extensions, readers who edit them.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    page::{COMPARISON, COMPARISON_TITLE, MISTRAL, SMOL},
    post::FRAME,
};
use serde_json::{Value, json};

pub const ALL: &[Journey] = journeys![
    a_translated_page_follows_votes_and_the_panel,
    a_translated_embed_tells_its_votes,
    a_link_leads_on_whatever_was_done_to_the_page,
    a_page_that_others_took_away_comes_back_with_a_vote,
    focus_and_scroll_stay_where_a_page_is_mended,
    a_page_is_itself_also_below_another_path,
    home_is_itself_in_an_archive_but_not_at_the_address_of_another_page,
    pages_come_without_a_time_limit_of_the_browsers_own,
    a_reviewer_whom_the_page_lacks_leaves_the_address,
    a_stranger_on_the_panel_stays_in_the_address,
];

#[track_caller]
fn alters(reader: &Reader, act: &str) {
    reader.js(&format!("{} {act}", include_str!("../alter.js")), &[]);
}

/// How a page is translated, as different translators do it.
const TRANSLATIONS: [&str; 5] = [
    "textsOf(document.querySelector('main')).forEach(translated)",
    "textsOf(document.querySelector('main')).forEach(wrapped)",
    "textsOf(document.body).forEach(it => it.data = it.data.replace('No votes yet', 'Noch keine Stimmen'))",
    "textsOf(document.body).forEach(translated); textsOf(document.body).forEach(translated)",
    "textsOf(document.body).forEach(split); textsOf(document.body).forEach(wrapped); document.body.normalize()",
];

/// Forgets all votes and opens the comparison.
fn begins(reader: &Reader, path: &str) {
    reader.opens("/");
    reader.js("localStorage.clear()", &[]);
    reader.opens(path);
}

/// Votes, and sees everything that follows a vote.
#[track_caller]
fn votes(reader: &Reader, what: &str) {
    reader.presses("Ship SmolVLM2 Turbo");
    reader.sees(what, || reader.status(SMOL), "You voted ship.");
    assert_eq!(reader.pressed(), ["Ship SmolVLM2 Turbo"], "{what}");
    assert_eq!(reader.figure(SMOL, "Community"), "100%", "{what}");
    let article = reader.article(SMOL);
    assert!(article.contains("Early: 1 vote, yours, too few to tell"), "{what}: {article}");
    assert!(article.contains("This browser only"), "{what}: {article}");
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees(what, || reader.status(SMOL), "You voted skip.");
    assert_eq!(reader.figure(SMOL, "Community"), "0%", "{what}");
}

fn a_translated_page_follows_votes_and_the_panel(reader: &Reader) {
    for how in TRANSLATIONS {
        begins(reader, COMPARISON);
        alters(reader, how);
        votes(reader, how);
        reader.clicks("checkbox", "The Founder");
        reader.sees(how, || reader.figure(MISTRAL, "Panel ship"), "100%");
        assert!(reader.article(MISTRAL).contains("3–0, unanimous"), "{how}: {}", reader.article(MISTRAL));
        assert_eq!(reader.texts("[...document.querySelectorAll('.bar b')].map(words)"), ["100%", "100%"], "{how}");
        let dissents = || reader.number("document.querySelectorAll('.panel .dissent').length");
        reader.sees(how, dissents, 0.0);
        reader.clicks("radio", "Differences");
        let status = || reader.text("document.querySelector('.facts [role=status]').textContent");
        reader.sees(how, || status().contains("differ or may differ"), true);
        // Translated again, as translators do with what is new, it goes on.
        alters(reader, how);
        reader.presses("Ship SmolVLM2 Turbo");
        reader.sees(how, || reader.figure(SMOL, "Community"), "100%");
        reader.follows("Shipside");
        reader.sees(how, || reader.address(), "/?mute=founder");
        reader.follows("Ollama vs vLLM");
        reader.sees(how, || reader.names("article"), ["Ollama", "vLLM"]);
        assert_eq!(reader.heading(), "Ollama vs vLLM");
    }
}

fn a_translated_embed_tells_its_votes(reader: &Reader) {
    for how in TRANSLATIONS {
        begins(reader, &format!("{FRAME}?view=vote"));
        reader.js(
            "window.heard = []; document.addEventListener('shipside:vote', it => heard.push(it.detail.tool + ' ' + it.detail.choice))",
            &[],
        );
        alters(reader, how);
        reader.presses("Ship Mistral Medium 3");
        reader.sees(how, || reader.status(MISTRAL), "You voted ship.");
        reader.sees(how, || reader.texts("heard"), ["mistral-medium-3 ship"]);
        // What was said is translated, too; that is no vote.
        alters(reader, how);
        reader.presses("Ship Mistral Medium 3");
        reader.sees(how, || reader.texts("heard"), ["mistral-medium-3 ship", "mistral-medium-3 null"]);
        assert_eq!(reader.figure(MISTRAL, "Community"), "—", "{how}");
    }
}

fn a_link_leads_on_whatever_was_done_to_the_page(reader: &Reader) {
    let main = "const main = document.querySelector('main');";
    for how in [
        "document.body.normalize()",
        "main.prepend(make('mark', ...[...main.childNodes].slice(0, 2)))",
        "main.append(make('mark', ...main.childNodes))",
        "main.replaceChildren()",
        "main.append(...[...main.childNodes].reverse())",
        "main.replaceWith(...main.childNodes)",
        "document.body.prepend(make('mark', main))",
        "main.parentElement.replaceWith(make('section', ...main.parentElement.childNodes))",
        "document.designMode = 'on'; document.body.normalize(); main.firstChild.remove()",
        "main.innerHTML += ''",
        "document.body.innerHTML += '<p>Install our app</p>'",
    ] {
        reader.opens(COMPARISON);
        reader.marks_the_document();
        alters(reader, &format!("{main} {how}; document.designMode = 'off'"));
        // Links of our own may be gone.
        reader.js(
            "const link = document.createElement('a'); link.href = '/'; link.textContent = 'Onwards'; document.body.prepend(link)",
            &[],
        );
        reader.follows("Onwards");
        reader.sees(how, || reader.address(), "/");
        let headings =
            || reader.texts("named('heading').filter(([, it]) => it.localName === 'h1').map(([name]) => name)");
        let home = "AI tools, side by side, before you waste an afternoon";
        reader.sees(how, headings, [home]);
        reader.follows("Ollama vs vLLM");
        reader.sees(how, headings, ["Ollama vs vLLM"]);
        assert_eq!(reader.names("article"), ["Ollama", "vLLM"], "{how}");
        assert!(reader.is_the_marked_document(), "{how}: loaded again");
        reader.goes_back();
        reader.goes_back();
        reader.sees(how, headings, [COMPARISON_TITLE]);
        assert_eq!(reader.names("article"), [SMOL, MISTRAL], "{how}");
    }
}

fn a_page_that_others_took_away_comes_back_with_a_vote(reader: &Reader) {
    let article = "const article = document.querySelector('article'), main = document.querySelector('main');";
    for how in [
        "article.querySelector('[data-said]').remove(); article.querySelector('dl').replaceChildren()",
        "article.querySelector('[data-said]').textContent = ''; article.querySelector('.count').remove()",
        "article.querySelector('.figures').remove(); article.querySelector('.said').replaceWith('gone')",
        "article.normalize(); article.querySelector('.vote').append(...[...article.querySelector('.vote').childNodes].reverse())",
        "for (const it of article.querySelectorAll('p, dd, dt')) it.innerHTML = it.innerHTML",
        "for (const it of article.querySelectorAll('p, dd, dt')) it.innerText = it.innerText + ' '",
        "main.after(article)",
        "document.body.append(make('section', ...main.childNodes))",
        "document.designMode = 'on'; article.querySelector('.count').firstChild.data = ''; article.querySelector('dd').innerHTML = '<br>'",
    ] {
        begins(reader, COMPARISON);
        alters(reader, &format!("{article} {how}; document.designMode = 'off'"));
        votes(reader, how);
    }
}

fn focus_and_scroll_stay_where_a_page_is_mended(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.js(
        "const box = document.querySelector('input[value=founder]'); box.scrollIntoView({ block: 'center' }); box.focus()",
        &[],
    );
    let before = reader.scrolled();
    assert!(before > 100.0, "{before}");
    // A vote in another tab, while this page is in pieces.
    alters(
        reader,
        "textsOf(document.body).forEach(translated);
         document.querySelectorAll('article p, article dl').forEach(it => it.remove());
         localStorage.setItem('shipside:ballots:v1', JSON.stringify({ voter: 'a'.repeat(32), ballots: {
             'smolvlm2-turbo': { choice: 'ship', seq: 1, at: '2026-11-01T00:00:00Z' } } }));
         dispatchEvent(new StorageEvent('storage', { key: 'shipside:ballots:v1' }))",
    );
    reader.sees("the vote", || reader.pressed(), ["Ship SmolVLM2 Turbo"]);
    reader.sees("the figure", || reader.figure(SMOL, "Community"), "100%");
    assert_eq!(reader.focus(), "input The Founder");
}

fn a_page_is_itself_also_below_another_path(reader: &Reader) {
    let mirror = format!("/mirror{COMPARISON}");
    let file = reader.site.file(&format!("{COMPARISON}index.html"));
    reader.site.answers(&mirror, Answer::html(&file));
    reader.opens(&mirror);
    reader.marks_the_document();
    let shown = || (reader.heading(), reader.names("article"), reader.alert());
    let comparison = (COMPARISON_TITLE.to_owned(), vec![SMOL.to_owned(), MISTRAL.to_owned()], String::new());
    assert_eq!(shown(), comparison);
    assert_eq!(reader.title(), format!("{COMPARISON_TITLE} · Shipside"));
    votes(reader, "in the mirror");
    reader.clicks("checkbox", "The Founder");
    reader.sees("the address", || reader.address(), format!("{mirror}?mute=founder"));
    reader.sees("the figure", || reader.figure(MISTRAL, "Panel ship"), "100%");
    reader.follows("Shipside");
    reader.sees("the home page, with the panel as it was", || reader.address(), "/?mute=founder");
    reader.finds("link", "Ollama vs vLLM");
    reader.goes_back();
    reader.sees("the comparison again", shown, comparison);
    assert_eq!(reader.address(), format!("{mirror}?mute=founder"));
    reader.sees("the figure again", || reader.figure(MISTRAL, "Panel ship"), "100%");
    assert_eq!(reader.pressed(), ["Skip SmolVLM2 Turbo"]);
    assert!(reader.is_the_marked_document());
    reader.reloads();
    assert_eq!(shown().0, COMPARISON_TITLE);
    reader.sees("the figure after reload", || reader.figure(MISTRAL, "Panel ship"), "100%");
}

fn home_is_itself_in_an_archive_but_not_at_the_address_of_another_page(reader: &Reader) {
    let file = reader.site.file("/index.html");
    for archived in ["/web/2026/https://shipside.example/", "/web/20261101id_/http://shipside.example/"] {
        reader.site.answers(archived, Answer::html(&file));
        reader.opens(archived);
        reader.marks_the_document();
        reader.finds("link", COMPARISON_TITLE);
        assert_eq!((reader.address().as_str(), reader.alert().as_str()), (archived, ""));
        reader.follows(COMPARISON_TITLE);
        reader.sees("the comparison", || reader.heading(), COMPARISON_TITLE);
        reader.goes_back();
        reader.sees("home again", || reader.address(), archived);
        reader.finds("link", COMPARISON_TITLE);
        assert!(reader.is_the_marked_document());
    }
    // A host that answers home where it has no page.
    reader.site.answers("/compare/", Answer::html(&file));
    reader.opens("/compare/?tools=ollama,vllm");
    reader.sees("the comparison that was asked for", || reader.heading(), "Ollama vs vLLM");
}

fn pages_come_without_a_time_limit_of_the_browsers_own(reader: &Reader) {
    reader.site.runs_first("delete AbortSignal.timeout; delete AbortSignal.any;");
    reader.opens("/");
    reader.marks_the_document();
    for title in [COMPARISON_TITLE, "Ollama vs vLLM"] {
        reader.follows(title);
        reader.sees("the comparison", || reader.heading(), title);
        reader.follows("Shipside");
        reader.sees("the home page", || reader.address(), "/");
    }
    assert!(reader.is_the_marked_document(), "loaded again");
    assert_eq!(reader.text("document.documentElement.dataset.app"), "on");
    assert_eq!(reader.text("typeof AbortSignal.timeout"), "undefined", "this shows nothing");
}

fn a_reviewer_whom_the_page_lacks_leaves_the_address(reader: &Reader) {
    reader.opens(&format!("{COMPARISON}?mute=founder,nobody"));
    reader.sees("the figure", || reader.figure(MISTRAL, "Panel ship"), "100%");
    assert_eq!(reader.address(), format!("{COMPARISON}?mute=founder,nobody"), "nothing was changed yet");
    reader.clicks("checkbox", "The Founder");
    reader.sees("the address", || reader.address(), COMPARISON);
    reader.opens(&format!("{COMPARISON}?mute=nobody"));
    reader.clicks("checkbox", "The Skeptic");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?mute=skeptic"));
    // A choice of rows writes the address, too.
    reader.opens(&format!("{COMPARISON}?mute=nobody,skeptic"));
    reader.clicks("radio", "Differences");
    reader.sees("the address", || reader.address(), format!("{COMPARISON}?rows=differences&mute=skeptic"));
}

/// A comparison in one file, with a reviewer whom this site's panel lacks.
fn given(reader: &Reader) -> String {
    let mut tools = ["ollama", "vllm"]
        .map(|id| serde_json::from_str::<Value>(&reader.site.file(&format!("/data/tools/{id}.json"))).unwrap());
    tools[0]["reviews"][0]["reviewer"] = json!("stranger");
    json!({ "schema": 1, "slug": "given", "title": "Given", "tools": tools }).to_string()
}

fn a_stranger_on_the_panel_stays_in_the_address(reader: &Reader) {
    let other = reader.site.another();
    other.answers("/given.json", Answer::json(&given(reader)).for_any_origin());
    let page = format!("/compare/?src={}", other.url("/given.json"));
    reader.opens(&format!("{page}&mute=stranger,nobody"));
    let unchecked = || reader.texts("named('checkbox').filter(([, box]) => !box.checked).map(([name]) => name)");
    reader.sees("the stranger left out", unchecked, ["stranger"]);
    reader.clicks("checkbox", "The Skeptic");
    reader.sees("the address", || reader.address().ends_with("&mute=stranger,skeptic"), true);
    reader.reloads();
    reader.sees("both left out", unchecked, ["The Skeptic", "stranger"]);
}

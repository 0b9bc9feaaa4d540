//! Votes that a real PostgREST over a real PostgreSQL counts for everybody, from the page that casts them.

use super::{
    Journey, Reader, journeys,
    looks::{frames, inside},
};
use crate::{
    page::{COMPARISON, MISTRAL, SMOL},
    servers::{Programs, Servers},
};
use serde_json::{Value, json};
use std::{env, fs, path::Path, process::Command};

pub const ALL: &[Journey] = journeys![
    a_vote_is_shown_at_once_and_then_counted_with_everybodys,
    without_a_connection_a_vote_waits_and_is_sent_once,
    two_tabs_send_what_waits_once,
    a_refused_vote_is_rolled_back_and_the_reason_said,
    too_many_votes_from_a_network_are_kept_for_later,
    an_early_vote_is_sent_once_the_app_is_there,
    a_vote_that_is_cast_while_leaving_arrives,
    a_change_of_a_vote_that_is_on_its_way_arrives_though_the_page_is_left,
    tallies_that_cannot_be_had_are_not_zero,
    all_tallies_of_a_page_are_one_request_and_move_nothing,
    tallies_that_come_need_no_more_room_and_no_less,
    a_vote_in_an_embed_is_shared_too,
    without_locks_what_waits_is_sent_all_the_same,
    a_database_that_dies_takes_no_vote_back,
    votes_from_before_they_were_shared_are_sent,
    what_a_tab_that_shares_nothing_stores_is_sent,
    a_vote_from_before_on_a_tool_that_is_closed_is_refused_once,
    tools_that_the_server_does_not_count_are_voted_on_here,
    a_vote_whose_answer_was_lost_is_counted_once,
    what_another_tab_has_changed_is_not_said_any_more,
    presses_while_the_server_is_away_make_nobody_wait_longer,
    a_server_that_was_away_is_asked_again_while_the_page_is_seen,
];

const SHIP: &str = "Ship SmolVLM2 Turbo";
const OUTBOX: &str = "return localStorage.getItem('shipside:outbox:v1')";

/// How many ballots this page has sent.
const SENT: &str = "performance.getEntriesByType('resource').filter(it => it.name.endsWith('/rpc/cast_ballot')).length";

/// Both servers, which know the comparison's tools, and how they stand: 3 for SmolVLM2 Turbo, 1 against.
struct World(Servers);

impl World {
    fn new() -> Self {
        let named = |name: &str| {
            let path = env::var_os(name).map(Into::into);
            path.unwrap_or_else(|| panic!("{name} is not set; `cargo xtask test --only browser` prepares everything"))
        };
        let programs = Programs { postgres: named("SHIPSIDE_POSTGRES"), postgrest: named("SHIPSIDE_POSTGREST") };
        let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("votes/schema.sql");
        let world = Self(Servers::start(&programs, &schema).unwrap());
        world.sql("select votes.sync_tools('{smolvlm2-turbo,mistral-medium-3}')");
        for (at, choice) in ["ship", "ship", "ship", "skip"].iter().enumerate() {
            world.sql(&format!("select votes.cast_ballot('smolvlm2-turbo', '{at:032x}', '{choice}', 1)"));
        }
        world
    }

    fn sql(&self, sql: &str) -> String {
        self.0.sql(sql).unwrap()
    }

    /// What the server counts for SmolVLM2 Turbo.
    fn tally(&self) -> String {
        self.sql("select ship || ' ' || skip from votes.tallies('{smolvlm2-turbo}')").trim().to_owned()
    }

    /// How many ballots the server has, and the highest number of one.
    fn rows(&self) -> String {
        self.sql("select count(*) || ' ' || max(seq) from votes_private.ballots").trim().to_owned()
    }

    /// The API is away until it is started again.
    fn goes_away(&self) {
        self.signals("-KILL");
    }

    fn signals(&self, signal: &str) {
        let number = fs::read_to_string(self.0.folder().join("postgrest.pid")).unwrap();
        assert!(signals(signal, &number));
    }

    /// From now on every page of the site is one that shares its votes here.
    fn serves(&self, reader: &Reader) {
        let shared = json!({ "backend": "postgrest", "url": self.0.url() });
        let (local, here) = ("\"votes\":{\"backend\":\"local\"}", format!("\"votes\":{shared}"));
        // The site that is tested shares no votes, so its pages lack this sheet.
        let style = json!(include_str!("../../../style/shared.css"));
        reader.site.runs_first(&format!(
            "{{ const own = new CSSStyleSheet(); own.replaceSync({style}); document.adoptedStyleSheets = [own]; }}"
        ));
        reader.site.alters(move |_, page| {
            page.replacen(local, &here, 1)
                .replace("class=\"tally\"", "class=\"tally shared\"")
                .replace(">This browser only</span>", ">Everybody’s votes</span>")
                .replace(">No votes yet</span>", ">Votes are being asked for.</span>")
        });
    }
}

/// Sends a signal to the process of that number. Every shell can do so itself; the program is not on every machine.
fn signals(signal: &str, number: &str) -> bool {
    Command::new("sh").args(["-c", &format!("kill {signal} {}", number.trim())]).status().is_ok_and(|it| it.success())
}

impl Drop for World {
    /// Nobody who is stopped can be ended.
    fn drop(&mut self) {
        if let Ok(number) = fs::read_to_string(self.0.folder().join("postgrest.pid")) {
            signals("-CONT", &number);
        }
    }
}

fn opened(reader: &Reader) -> World {
    let world = World::new();
    world.serves(reader);
    reader.opens(COMPARISON);
    world
}

/// The words beside the count of SmolVLM2 Turbo.
fn scope(reader: &Reader) -> String {
    reader.text("document.querySelector('[data-tool=smolvlm2-turbo] [data-scope]').textContent")
}

fn outbox(reader: &Reader) -> Value {
    reader.js(OUTBOX, &[])
}

fn wakes(reader: &Reader) {
    reader.js("dispatchEvent(new Event('online'))", &[]);
}

fn a_vote_is_shown_at_once_and_then_counted_with_everybodys(reader: &Reader) {
    let world = opened(reader);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    assert_eq!(reader.figure(SMOL, "Community"), "75%");
    assert_eq!(reader.figure(MISTRAL, "Community"), "—");
    reader.presses(SHIP);
    reader.sees("the figure", || reader.figure(SMOL, "Community"), "80%");
    reader.sees("that it is counted", || reader.status(SMOL), "You voted ship. It is counted.");
    assert_eq!((scope(reader).as_str(), world.tally().as_str()), ("5 votes", "4 1"));
    assert_eq!(outbox(reader), Value::Null);
    assert_eq!(reader.number(SENT), 1.0);
    reader.reloads();
    reader.sees("its own vote once", || scope(reader), "5 votes");
    assert_eq!(reader.pressed(), [SHIP]);
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the change", || world.tally(), "3 2");
    reader.sees("its figure", || reader.figure(SMOL, "Community"), "60%");
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the withdrawal", || world.tally(), "3 1");
    reader.sees("what is said of it", || reader.status(SMOL), "You withdrew your vote. It is counted.");
    assert_eq!((scope(reader).as_str(), world.rows().as_str()), ("4 votes", "5 3"));
}

fn without_a_connection_a_vote_waits_and_is_sent_once(reader: &Reader) {
    let mut world = opened(reader);
    reader.failures_expected.set(true);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    world.goes_away();
    reader.presses(SHIP);
    reader.sees("that it waits", || scope(reader), "5 votes, waiting for a connection");
    assert_eq!(reader.figure(SMOL, "Community"), "80%");
    assert!(outbox(reader).as_str().unwrap().contains("\"smolvlm2-turbo\":{\"choice\":\"ship\",\"seq\":1"));
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the change", || reader.figure(SMOL, "Community"), "60%");
    reader.reloads();
    reader.sees("the vote after a reload", || reader.pressed(), ["Skip SmolVLM2 Turbo"]);
    reader.sees("that it still waits", || scope(reader), "This browser only, waiting for a connection");
    world.0.start_postgrest().unwrap();
    wakes(reader);
    reader.sees("the vote at the server", || world.tally(), "3 2");
    reader.sees("nothing left to send", || outbox(reader), Value::Null);
    reader.sees("everybody's votes", || scope(reader), "5 votes");
    wakes(reader);
    reader.reloads();
    reader.sees("the same", || scope(reader), "5 votes");
    assert_eq!(reader.number(SENT), 0.0, "it was taken before");
    assert_eq!(world.rows(), "5 2");
}

fn two_tabs_send_what_waits_once(reader: &Reader) {
    let mut world = opened(reader);
    reader.failures_expected.set(true);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    let first = reader.asks("this tab", reader.client.window());
    let second = reader.asks("open a tab", reader.client.new_window(true)).handle;
    reader.asks("look at it", reader.client.switch_to_window(second.clone()));
    reader.opens(COMPARISON);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    world.goes_away();
    reader.presses("Skip Mistral Medium 3");
    reader.asks("look at the first tab", reader.client.switch_to_window(first));
    reader.presses(SHIP);
    reader.sees("both votes wait", || outbox(reader).to_string().matches("seq").count(), 2);
    world.0.start_postgrest().unwrap();
    wakes(reader);
    reader.asks("look at the second tab", reader.client.switch_to_window(second));
    wakes(reader);
    reader.sees("both at the server", || world.rows(), "6 1");
    reader.sees("nothing left to send", || outbox(reader), Value::Null);
    // What the other tab sent is no longer said to wait here.
    reader.sees("the scope", || scope(reader).ends_with("waiting for a connection"), false);
    assert_eq!(world.tally(), "4 1");
}

fn a_refused_vote_is_rolled_back_and_the_reason_said(reader: &Reader) {
    let world = opened(reader);
    reader.failures_expected.set(true);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    reader.presses(SHIP);
    reader.sees("the vote", || world.tally(), "4 1");
    world.sql("update votes_private.tools set is_open = false");
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the refusal", || reader.status(SMOL).contains("Your vote was refused"), true);
    assert!(reader.status(SMOL).contains("Votes on this tool are not counted here."), "{}", reader.status(SMOL));
    assert_eq!(reader.pressed(), [SHIP], "what was before");
    assert_eq!((scope(reader).as_str(), outbox(reader)), ("5 votes", Value::Null));
    // So is a first vote on what is closed.
    reader.presses("Ship Mistral Medium 3");
    reader.sees("the refusal", || reader.status(MISTRAL).contains("Your vote was refused"), true);
    reader.reloads();
    reader.sees("what was before", || scope(reader), "5 votes");
    assert_eq!(reader.pressed(), [SHIP]);
}

fn too_many_votes_from_a_network_are_kept_for_later(reader: &Reader) {
    let world = World::new();
    world.sql("update votes_private.settings set ballots_per_hour = 4");
    world.serves(reader);
    reader.opens(COMPARISON);
    reader.failures_expected.set(true);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    reader.presses(SHIP);
    let kept = "You voted ship. Too many votes came from your network; it is kept here and sent later.";
    reader.sees("what is said", || reader.status(SMOL), kept);
    assert_eq!((reader.pressed(), world.tally().as_str()), (vec![SHIP.to_owned()], "3 1"));
    assert_eq!(scope(reader), "5 votes, yours to be sent later");
    world.sql("update votes_private.settings set ballots_per_hour = 15000");
    reader.reloads();
    reader.sees("the vote, on the next visit", || world.tally(), "4 1");
}

fn an_early_vote_is_sent_once_the_app_is_there(reader: &Reader) {
    let world = World::new();
    world.serves(reader);
    reader.site.holds(&reader.app());
    reader.goes_to(COMPARISON);
    reader.waits_for("the page", || {
        reader.js("return !!document.querySelector('[data-vote]')", &[]).as_bool()?.then_some(())
    });
    reader.js("document.querySelector('[data-tool=smolvlm2-turbo] [data-vote=ship]').click()", &[]);
    reader.sees("that it is pressed", || reader.pressed(), [SHIP]);
    reader.site.releases(&reader.app());
    reader.waits_for_a_page();
    reader.sees("the vote at the server", || world.tally(), "4 1");
    reader.sees("everybody's votes", || scope(reader), "5 votes");
}

fn a_vote_that_is_cast_while_leaving_arrives(reader: &Reader) {
    let world = opened(reader);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    let leave =
        "document.querySelector('[data-tool=smolvlm2-turbo] [data-vote=ship]').click(); location.href = 'about:blank'";
    reader.js(leave, &[]);
    reader.sees("the vote at the server", || world.tally(), "4 1");
}

fn a_change_of_a_vote_that_is_on_its_way_arrives_though_the_page_is_left(reader: &Reader) {
    reader.site.runs_first(
        "window.casts = 0;
         const own = fetch;
         window.fetch = (...it) => { casts += String(it[0]).endsWith('/rpc/cast_ballot'); return own(...it) }",
    );
    let world = opened(reader);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    world.signals("-STOP");
    reader.presses(SHIP);
    reader.sees("the first on its way", || reader.number("casts"), 1.0);
    let leave =
        "document.querySelector('[data-tool=smolvlm2-turbo] [data-vote=skip]').click(); location.href = 'about:blank'";
    reader.js(leave, &[]);
    world.signals("-CONT");
    reader.sees("the change at the server", || world.tally(), "3 2");
}

fn tallies_that_cannot_be_had_are_not_zero(reader: &Reader) {
    let mut world = World::new();
    reader.failures_expected.set(true);
    world.serves(reader);
    world.goes_away();
    reader.opens(COMPARISON);
    reader.sees("the scope", || scope(reader), "This browser only, because the server of votes does not answer");
    assert_eq!(reader.figure(SMOL, "Community"), "—");
    assert!(reader.article(SMOL).contains("Everybody’s votes cannot be had now."));
    // The widget works as a local one.
    reader.presses(SHIP);
    reader.sees("the figure", || reader.figure(SMOL, "Community"), "100%");
    world.0.start_postgrest().unwrap();
    wakes(reader);
    reader.sees("the vote at the server", || world.tally(), "4 1");
    reader.sees("everybody's votes", || scope(reader), "5 votes");
}

fn all_tallies_of_a_page_are_one_request_and_move_nothing(reader: &Reader) {
    let world = World::new();
    world.serves(reader);
    reader.site.runs_first(
        "window.shifts = 0;
         if (window.PerformanceObserver?.supportedEntryTypes.includes('layout-shift'))
             new PerformanceObserver(list => { for (const shift of list.getEntries()) window.shifts += shift.value })
                 .observe({ type: 'layout-shift', buffered: true });",
    );
    reader.opens(COMPARISON);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    let asked = "performance.getEntriesByType('resource').filter(it => it.name.includes('/rpc/tallies')).length";
    assert_eq!((reader.number(asked), reader.number("window.shifts")), (1.0, 0.0));
    reader.presses(SHIP);
    reader.sees("the vote", || world.tally(), "4 1");
    assert_eq!(reader.number(asked), 1.0, "a vote asks for no tallies");
}

fn tallies_that_come_need_no_more_room_and_no_less(reader: &Reader) {
    let world = World::new();
    world.serves(reader);
    reader.site.runs_first(
        "window.heights = () => [...document.querySelectorAll('.vote')].map(it => it.offsetHeight);
         addEventListener('DOMContentLoaded', () => window.before = heights())",
    );
    for width in [320, 390, 768, 1200] {
        frames(reader, COMPARISON, width, 900);
        let scope = || inside(reader, "return page.querySelector('[data-scope]').textContent");
        reader.sees("everybody's votes", scope, json!("4 votes"));
        let heights = |when: &str| inside(reader, &format!("return page.defaultView.{when}"));
        assert_eq!(heights("heights()"), heights("before"), "{width} px");
    }
}

fn a_vote_in_an_embed_is_shared_too(reader: &Reader) {
    let world = World::new();
    world.serves(reader);
    let frame = reader.site.url("/embed/smolvlm2-turbo-vs-mistral-medium-3/?view=vote");
    let post = reader.site.another();
    post.answers(
        "/post/",
        crate::answer::Answer::html(&format!(
            "<!doctype html><title>Post</title><h1>Post</h1><iframe src='{frame}' style='width: 600px; height: 600px'></iframe>"
        )),
    );
    reader.asks("open the post", reader.client.goto(&post.url("/post/")));
    reader.waits_for("the frame", || reader.js("return !!document.querySelector('iframe')", &[]).as_bool());
    reader.asks("enter the frame", reader.client.enter_frame(0));
    reader.sees("everybody's votes", || scope(reader), "4 votes, yours kept within the site around this");
    reader.js("document.querySelector('[data-tool=smolvlm2-turbo] [data-vote=ship]').click()", &[]);
    reader.sees("the vote at the server", || world.tally(), "4 1");
    reader.sees("its figure", || scope(reader), "5 votes, yours kept within the site around this");
}

fn without_locks_what_waits_is_sent_all_the_same(reader: &Reader) {
    reader.site.runs_first("Object.defineProperty(navigator, 'locks', { value: undefined })");
    let world = opened(reader);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    reader.presses(SHIP);
    reader.sees("the vote", || world.tally(), "4 1");
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the change", || world.tally(), "3 2");
    let lease = || reader.js("return localStorage.getItem('shipside:outbox:lease')", &[]);
    reader.sees("no lease", lease, Value::Null);
}

fn a_database_that_dies_takes_no_vote_back(reader: &Reader) {
    let mut world = opened(reader);
    reader.failures_expected.set(true);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    let number = fs::read_to_string(world.0.folder().join("data/postmaster.pid")).unwrap();
    let number = number.lines().next().unwrap().to_owned();
    assert!(signals("-KILL", &number));
    reader.presses(SHIP);
    reader.sees("that it waits", || scope(reader), "5 votes, waiting for a connection");
    assert_eq!(reader.pressed(), [SHIP]);
    world.0.start_postgres().unwrap();
    world.0.start_postgrest().unwrap();
    wakes(reader);
    reader.sees("the vote at the server", || world.tally(), "4 1");
    reader.sees("that it is counted", || reader.status(SMOL), "You voted ship. It is counted.");
}

fn votes_from_before_they_were_shared_are_sent(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses(SHIP);
    assert_eq!(outbox(reader), Value::Null, "nobody is to be told");
    let world = opened(reader);
    reader.sees("the vote at the server", || world.tally(), "4 1");
    reader.sees("everybody's votes", || scope(reader), "5 votes");
}

/// A tab of the build before stores the reader's ballots, and tells nobody else.
fn what_a_tab_that_shares_nothing_stores_is_sent(reader: &Reader) {
    let world = opened(reader);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    let first = reader.asks("this tab", reader.client.window());
    let second = reader.asks("open a tab", reader.client.new_window(true)).handle;
    reader.asks("look at it", reader.client.switch_to_window(second));
    reader.opens("/panel/");
    let store = "const key = 'shipside:ballots:v1', it = JSON.parse(localStorage[key] ?? null) ?? { voter: '1'.repeat(32), ballots: {} };
        it.ballots['smolvlm2-turbo'] = { choice: 'ship', seq: 1, at: '2026-11-01T12:00:00Z' };
        localStorage[key] = JSON.stringify(it)";
    reader.js(store, &[]);
    reader.asks("look at the first tab", reader.client.switch_to_window(first));
    reader.sees("the vote at the server", || world.tally(), "4 1");
}

fn a_vote_from_before_on_a_tool_that_is_closed_is_refused_once(reader: &Reader) {
    reader.opens(COMPARISON);
    reader.presses(SHIP);
    reader.failures_expected.set(true);
    let world = World::new();
    world.sql("update votes_private.tools set is_open = false");
    world.serves(reader);
    reader.opens(COMPARISON);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    reader.sees("that it is refused", || reader.status(SMOL).contains("Your vote was refused"), true);
    assert_eq!((reader.pressed(), outbox(reader), scope(reader).as_str()), (vec![], Value::Null, "4 votes"));
}

fn tools_that_the_server_does_not_count_are_voted_on_here(reader: &Reader) {
    let world = opened(reader);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    reader.follows("Shipside");
    reader.follows("Ollama vs vLLM");
    reader.sees("the comparison", || reader.heading(), "Ollama vs vLLM");
    let here = || reader.text("document.querySelector('[data-tool=ollama] [data-scope]').textContent");
    reader.sees("whose votes", here, "This browser only");
    reader.presses("Ship Ollama");
    reader.sees("the vote", || reader.pressed(), ["Ship Ollama"]);
    reader.goes_back();
    reader.goes_back();
    reader.sees("everybody's votes again", || scope(reader), "4 votes");
    assert_eq!((world.rows().as_str(), outbox(reader)), ("4 1", Value::Null));
    // A page that knows nothing of that tool sends it, and is told.
    reader.failures_expected.set(true);
    reader.reloads();
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    reader.sees("nothing that waits", || outbox(reader), Value::Null);
    assert_eq!(reader.ballots()["ballots"]["ollama"]["choice"], "ship", "a vote that nobody refused is gone");
}

/// The server has it, and counts it, before this browser knows.
fn a_vote_whose_answer_was_lost_is_counted_once(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.runs_first(
        "const own = fetch;
         window.fetch = async (...it) => {
             const answer = await own(...it);
             if (sessionStorage.loses && String(it[0]).endsWith('/rpc/cast_ballot')) throw new TypeError('lost');
             return answer;
         }",
    );
    let world = opened(reader);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    reader.js("sessionStorage.loses = 'all'", &[]);
    reader.presses(SHIP);
    reader.sees("the vote at the server", || world.tally(), "4 1");
    reader.reloads();
    reader.sees("that it waits", || scope(reader).ends_with("waiting for a connection"), true);
    reader.sees("everybody's votes", || scope(reader).contains("votes,"), true);
    reader.js("sessionStorage.removeItem('loses')", &[]);
    wakes(reader);
    reader.sees("that it is counted, once", || scope(reader), "5 votes");
}

fn what_another_tab_has_changed_is_not_said_any_more(reader: &Reader) {
    let world = opened(reader);
    let first = reader.asks("this tab", reader.client.window());
    reader.presses(SHIP);
    reader.sees("that it is counted", || reader.status(SMOL), "You voted ship. It is counted.");
    let second = reader.asks("open a tab", reader.client.new_window(true)).handle;
    reader.asks("look at it", reader.client.switch_to_window(second));
    reader.opens(COMPARISON);
    reader.presses("Skip SmolVLM2 Turbo");
    reader.sees("the vote at the server", || world.tally(), "3 2");
    reader.asks("look at the first tab", reader.client.switch_to_window(first));
    reader.sees("the vote", || reader.pressed(), ["Skip SmolVLM2 Turbo"]);
    assert_eq!(reader.status(SMOL), "");
}

fn presses_while_the_server_is_away_make_nobody_wait_longer(reader: &Reader) {
    let mut world = opened(reader);
    reader.failures_expected.set(true);
    reader.sees("everybody's votes", || scope(reader), "4 votes");
    world.goes_away();
    let fails = "It is kept here and sent once there is a connection.";
    for _ in 0..4 {
        for vote in ["Skip SmolVLM2 Turbo", SHIP] {
            reader.presses(vote);
            reader.sees("that it waits", || reader.status(SMOL).ends_with(fails), true);
        }
    }
    world.0.start_postgrest().unwrap();
    reader.sees("the vote at the server", || world.tally(), "4 1");
}

fn a_server_that_was_away_is_asked_again_while_the_page_is_seen(reader: &Reader) {
    reader.failures_expected.set(true);
    // A minute takes two seconds.
    reader.site.runs_first("const own = setTimeout; window.setTimeout = (then, ms) => own(then, ms >= 6e4 ? 2e3 : ms)");
    let mut world = World::new();
    world.serves(reader);
    world.goes_away();
    reader.opens(COMPARISON);
    reader.sees("the scope", || scope(reader), "This browser only, because the server of votes does not answer");
    world.0.start_postgrest().unwrap();
    reader.sees("everybody's votes", || scope(reader), "4 votes");
}

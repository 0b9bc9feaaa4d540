//! Messages between posts and embeds: those that are forged have no effect, on either side.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    engine::Kind,
    page::COMPARISON_TITLE,
    post::{FRAME, Post, allows},
};
use serde_json::json;

pub const ALL: &[Journey] = journeys![in &[Kind::Chromium, Kind::Firefox];
    a_post_believes_the_pages_of_its_embeds_only,
    what_is_malformed_changes_nothing,
    an_embed_obeys_the_page_around_it_only,
];

/// Everything that a page inside an embed might say, as an expression.
const MESSAGES: &str = "[
  { shipside: 1, type: 'ready', title: 'Forged', height: 777 }, { shipside: 1, type: 'resize', height: 777 },
  { shipside: 1, type: 'vote', tool: 'forged', choice: 'ship' }, { shipside: 1, type: 'error', message: 'Forged' },
  { shipside: 1, type: 'configure', theme: 'dark', view: 'vote', lang: 'en' },
]";

fn a_post_believes_the_pages_of_its_embeds_only(reader: &Reader) {
    let blog = reader.blog();
    // The site's own origin, in another window; and another origin.
    let other = reader.site.another();
    let forger = Answer::html(&format!(
        "<!doctype html><title>Forger</title><script>
           for (let n = 0; n < 60; n++) for (const message of {MESSAGES}) parent.postMessage(message, '*');
           parent.postMessage('done', '*');
         </script>"
    ));
    for host in [&reader.site, &other, &blog.0] {
        host.answers("/forger.html", forger.clone());
    }
    // One embed that is ready, and one whose page never says so.
    reader.site.answers("/embed/ollama-vs-vllm/", Answer::html("<!doctype html><title>Silent</title>"));
    let silent = format!(
        "<shipside-comparison src=\"{0}\"><a href=\"{0}\">Silent</a></shipside-comparison>",
        reader.site.url("/compare/ollama-vs-vllm/")
    );
    let body = reader.quotation("data-view=vote") + &silent + &reader.loader();
    let frames = ["", "http://"].concat() + &other.host();
    let policy = format!("{} {frames} http://{}", allows(&reader.site), blog.0.host());
    reader.reads(&blog, &Post { policy, ..reader.post(body) });
    reader.sees_embed(0);
    reader.sees("the silent page", || reader.embed(1)["frame"].clone(), json!(true));
    let before = reader.embed(0);
    reader.js(
        &format!(
            "window.done = 0;
             addEventListener('message', ({{ data }}) => {{ if (data === 'done') window.done++ }});
             for (const origin of arguments[0]) {{
               const frame = document.createElement('iframe');
               frame.src = origin + '/forger.html';
               document.body.append(frame);
             }}
             for (let n = 0; n < 60; n++) for (const message of {MESSAGES}) postMessage(message, '*');"
        ),
        &[json!([reader.site.url(""), other.url(""), blog.0.url("")])],
    );
    // 3 × 300 from frames, 300 from the post itself.
    reader.sees("1,200 forged messages", || reader.number("done"), 3.0);
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(reader.heard(), ["ready"], "a forged message was told on");
    assert_eq!(reader.embed(0), before);
    assert_eq!(reader.embedded_look(0), "light vote");
    let silent = reader.embed(1);
    assert!(silent["link"] == true && silent["ready"] == false && silent["title"] != "Forged", "{silent}");
}

fn what_is_malformed_changes_nothing(reader: &Reader) {
    let blog = reader.blog();
    // Pages of the site itself, should they be of another version or broken.
    reader.site.answers(
        FRAME,
        Answer::html(
            "<!doctype html><title>Odd</title><script>
               const say = message => parent.postMessage(message, '*');
               say({ shipside: 1, type: 'ready', title: 'Odd', height: 500 });
               for (const odd of [null, undefined, 0, '', 'forged', [], {}, 1n, new Date(), NaN]) {
                 say(odd);
                 for (const shipside of [undefined, 0, 2, '1', true, [1]]) say({ shipside, type: 'resize', height: 900 });
                 say({ shipside: 1, type: odd, height: odd });
                 say({ shipside: 1, type: 'vote', tool: odd, choice: 'ship!' });
                 say({ shipside: 1, type: 'vote', tool: 'aider', choice: odd ?? 'none' });
                 say({ shipside: 1, type: 'vote', tool: '../' + odd, choice: 'ship' });
               }
               for (const height of [-1, 0, 0.5, 900000, 1e9, Infinity, -Infinity, NaN, null, 'tall', {}, [], '900;'])
                 say({ shipside: 1, type: 'resize', height });
               say({ shipside: 1, type: 'vote', tool: 'last', choice: 'skip' });
             </script>",
        ),
    );
    reader.reads(&blog, &reader.post(reader.quotation("data-heights=\"1:500\"") + &reader.loader()));
    reader.sees("the last message", || reader.heard(), ["ready", "vote"]);
    assert_eq!(reader.js("return heard[1][2]", &[]), json!({ "tool": "last", "choice": "skip" }));
    assert_eq!(reader.embed(0)["height"], 500.0 as i64);
    assert_eq!(reader.embed(0)["title"], "Odd");
    assert_eq!(reader.said(), [""; 0]);
}

fn an_embed_obeys_the_page_around_it_only(reader: &Reader) {
    let blog = reader.blog();
    let child = "<iframe srcdoc=\"<script nonce='journey'>window.go = (to, message) => to.postMessage(message, '*')</script>\"></iframe>";
    reader.reads(&blog, &reader.post(reader.quotation("data-view=compact") + &reader.loader() + child));
    reader.sees_embed(0);
    reader.sees("the child", || reader.js("return typeof window[0]?.go", &[]), json!("function"));
    let dark = "{ shipside: 1, type: 'configure', theme: 'dark', view: 'vote', lang: 'en' }";
    // Another window of the post's own origin is not the page around.
    reader.js(&format!("for (let n = 0; n < 100; n++) window[0].go(frameOf(embeds()[0]).contentWindow, {dark})"), &[]);
    // Nor does the page around say anything but this.
    reader.js(
        "const to = frameOf(embeds()[0]).contentWindow;
         for (const odd of [null, 'configure', {}, { shipside: 2, type: 'configure', theme: 'dark' }, { shipside: 1, type: 'dark' },
           { shipside: 1, type: 'configure', theme: 'blue', view: '\"><b>', lang: '?' }, { shipside: 1, type: 'configure', onclick: 'alert(1)' }]) to.postMessage(odd, '*')",
        &[],
    );
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(reader.embedded_look(0), "light compact");
    reader.inside(0, || {
        assert_eq!(
            reader.text("Object.keys(document.documentElement.dataset).sort().join()").replace("app,", ""),
            "lang,theme,view,within"
        );
        assert_eq!(reader.heading(), COMPARISON_TITLE);
        reader.saw_nothing_break();
    });
    reader.js(&format!("frameOf(embeds()[0]).contentWindow.postMessage({dark}, '*')"), &[]);
    reader.sees("the look that the page around wishes", || reader.embedded_look(0), "dark vote en");
    // What it says nothing of stays.
    let light = "{ shipside: 1, type: 'configure', theme: 'light' }";
    reader.js(&format!("frameOf(embeds()[0]).contentWindow.postMessage({light}, '*')"), &[]);
    reader.sees("another theme alone", || reader.embedded_look(0), "light vote en");
}

//! The content security policy, enforced.

use super::{Journey, Reader, journeys};
use crate::{answer::Answer, engine::Kind, page::COMPARISON};

pub const ALL: &[Journey] = journeys![only_the_sites_own_scripts_run];

/// Every kind of page that the app has to work on.
const PAGES: [&str; 7] = [
    "/",
    COMPARISON,
    "/compare/coding-assistants-five-ways/",
    "/compare/",
    "/compare/?tools=ollama,vllm",
    "/compare/?src=https%3A%2F%2Fnowhere.invalid%2F",
    "/nowhere/",
];

/// Ways in which a script might get into a page.
const HOSTILE: &str = "<script>window.taken = 1</script><img src=\"/none.png\" alt=\"\" onerror=\"window.taken = 2\">\
    <script src=\"data:text/javascript,window.taken=3\"></script><style>main{display:none}</style>";

fn only_the_sites_own_scripts_run(reader: &Reader) {
    reader.failures_expected.set(true);
    reader.site.answers("/none.png", Answer::status(404));
    for path in PAGES {
        // A page as it is breaks nothing of its own policy: `opens` looks for that when the page is left.
        reader.opens(path);
        reader.saw_nothing_break();
        reader.complaints_expected.borrow_mut().push("Content Security Policy directive");
        reader.js(
            "const script = document.createElement('script');
             script.textContent = 'window.taken = true';
             document.body.append(script);
             const link = document.createElement('a');
             link.setAttribute('onclick', 'window.taken = true');
             document.body.append(link);
             link.click();",
            &[],
        );
        assert_eq!(
            reader.js("return window.taken === undefined", &[]),
            true,
            "a script from nowhere has run in {path}"
        );
        reader.sees(
            "that both were refused",
            || reader.texts("broken.map(it => it.split(' ')[0])"),
            ["script-src-elem", "script-src-attr"],
        );
        reader.js("broken.length = 0", &[]);
    }
    // What stood in the page before its own scripts did is refused, too, and the page works.
    reader.site.alters(|_, page| page.replacen("<main", &format!("{HOSTILE}<main"), 1));
    for path in PAGES {
        reader.opens(path);
        reader.sees(
            "that each was refused",
            || {
                let mut refused = reader.texts("broken.map(it => it.split(' ')[0])");
                refused.sort();
                refused.dedup();
                refused
            },
            ["script-src-attr", "script-src-elem", "style-src-elem"],
        );
        assert_eq!(reader.js("return window.taken === undefined", &[]), true, "{path} has been taken");
        reader.js("broken.length = 0", &[]);
    }
    untouched(reader);
}

/// Chromium tells of violations on its console, so that pages can be watched without a script of ours in them.
fn untouched(reader: &Reader) {
    if reader.engine != Kind::Chromium {
        return;
    }
    let log = || reader.vendor("se/log", serde_json::json!({ "type": "browser" }));
    log();
    let plain = reader.site.another();
    for path in PAGES {
        reader.asks("open it", reader.client.goto(&plain.url(path)));
        reader.sees("the app", || reader.text(crate::page::APP), "on");
    }
    let said = log().to_string();
    assert!(!said.contains("Content Security Policy"), "{said}");
}

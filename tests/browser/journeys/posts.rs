//! Comparisons in posts of another site: what the loader makes of them.

use super::{Journey, Reader, journeys};
use crate::{
    engine::Kind,
    page::{COMPARISON, COMPARISON_TITLE},
    post::{FAR, FRAME},
};
use serde_json::json;

/// Not in WebKitGTK, whose driver does not reach frames inside shadow trees.
pub const ALL: &[Journey] = journeys![in &[Kind::Chromium, Kind::Firefox];
    a_quotation_becomes_the_comparison,
    a_link_within_the_embed_moves_the_post,
    nothing_is_loaded_before_the_reader_is_near,
    a_vote_is_cast_in_the_embed_and_told_to_the_post,
    an_embed_follows_the_light_of_the_post,
    attributes_and_properties_are_live,
    what_is_set_before_the_loader_comes_counts,
    bad_values_fall_back_and_are_told_once,
    what_is_no_comparison_of_the_site_stays_a_link,
    what_does_not_come_gives_its_room_back_where_nobody_sees_it_go,
    the_site_may_be_in_a_folder,
    the_post_does_not_move,
];

fn a_quotation_becomes_the_comparison(reader: &Reader) {
    let blog = reader.blog();
    // The policy of this post allows the loader and frames of the site, and else nothing: no styles, no connections.
    reader.reads(&blog, &reader.post(reader.quotation("data-theme=\"auto\"") + &reader.loader()));
    reader.sees_embed(0);
    let look = reader.embed(0);
    assert_eq!(look["title"], COMPARISON_TITLE);
    assert!(look["src"].as_str().unwrap().starts_with(&reader.site.url(FRAME)), "{look}");
    assert_eq!(reader.heard(), ["ready"]);
    let event = reader.js("return heard[0]", &[]);
    assert_eq!((&event[1], &event[2]["title"]), (&json!("shipside-comparison"), &json!(COMPARISON_TITLE)));
    // It is as tall as its page, and as wide as the post.
    let tall =
        |reader: &Reader| reader.inside(0, || reader.number("document.documentElement.getBoundingClientRect().height"));
    reader.sees(
        "the height of the page",
        || (reader.embed(0)["height"].as_f64().unwrap() - tall(reader)).abs().floor(),
        0.0,
    );
    let widths = "[frameOf(embeds()[0]), document.querySelector('#after')].map(el => el.getBoundingClientRect().width)";
    assert!(reader.js(&format!("const [a, b] = {widths}; return a === b"), &[]) == true);
    let sandbox = reader.text("[...frameOf(embeds()[0]).sandbox].join(' ')");
    assert_eq!(sandbox, "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox");
    assert_eq!(reader.inside(0, || reader.heading()), COMPARISON_TITLE);
    assert_eq!(reader.text("document.cookie"), "");
    assert_eq!(reader.said(), [""; 0]);
    // Quotations that come later are as good.
    reader.js(
        "document.querySelector('#after').insertAdjacentHTML('beforebegin', arguments[0])",
        &[reader.quotation("data-view=vote").into()],
    );
    reader.sees("the loader’s work", || reader.number("embeds().length"), 2.0);
    reader.js("embeds()[1].scrollIntoView()", &[]);
    reader.sees_embed(1);
    assert_eq!(reader.embedded_look(1), "light vote");
}

fn a_link_within_the_embed_moves_the_post(reader: &Reader) {
    let blog = reader.blog();
    reader.reads(&blog, &reader.post(reader.quotation("data-view=full") + &reader.loader()));
    reader.sees_embed(0);
    let high = || reader.embed(0)["height"].as_f64().unwrap() > 2000.0;
    reader.sees("the whole page", high, true);
    let before = reader.scrolled();
    reader.inside(0, || reader.js("document.querySelector('a[href$=\"#founder.mistral-medium-3\"]').click()", &[]));
    reader.sees("the part", || reader.scrolled() > before + 800.0, true);
}

fn nothing_is_loaded_before_the_reader_is_near(reader: &Reader) {
    let blog = reader.blog();
    reader.reads(&blog, &reader.post(format!("{FAR}{}{}", reader.quotation(""), reader.loader())));
    reader.sees("the loader’s work", || reader.number("embeds().length"), 1.0);
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(reader.embed(0)["frame"], false);
    assert_eq!(reader.embed(0)["link"], true);
    assert_eq!(reader.site.asked("/embed.js"), 1);
    assert_eq!(reader.site.asked_in_all(), 1, "something else was asked for");
    // Nearer, and then near, though still out of sight.
    reader.scrolls_to(reader.number("embeds()[0].offsetTop - innerHeight - 900"));
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(reader.site.asked(FRAME), 0);
    reader.scrolls_to(reader.number("embeds()[0].offsetTop - innerHeight - 300"));
    reader.sees("the page asked for", || reader.site.asked(FRAME), 1);
    reader.sees_embed(0);
}

fn a_vote_is_cast_in_the_embed_and_told_to_the_post(reader: &Reader) {
    let blog = reader.blog();
    // Where frames have no storage, a vote counts for the visit.
    for blocked in [false, true] {
        if blocked {
            reader.site.runs_first(
                "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } });",
            );
        }
        reader.reads(&blog, &reader.post(reader.quotation("data-view=vote") + &reader.loader()));
        reader.sees_embed(0);
        for (button, choice) in [("Ship", json!("ship")), ("Skip", json!("skip")), ("Skip", json!(null))] {
            reader.js("heard.length = 0", &[]);
            reader.inside(0, || {
                reader.waits_for_a_page();
                reader.presses(&format!("{button} Mistral Medium 3"));
            });
            reader.sees("the vote told", || reader.heard(), ["vote"]);
            let detail = reader.js("return heard[0][2]", &[]);
            assert_eq!(detail, json!({ "tool": "mistral-medium-3", "choice": choice }));
        }
        reader.inside(0, || reader.saw_nothing_break());
    }
}

fn an_embed_follows_the_light_of_the_post(reader: &Reader) {
    let blog = reader.blog();
    let scheme = |scheme: &str| {
        format!("<style nonce=\"journey\">:root {{ color-scheme: {scheme} }} .night {{ color-scheme: dark }}</style>")
    };
    for (html, of_post, theme) in
        [("<html dir=\"rtl\">", "dark", "dark"), ("<html>", "light dark", "light"), ("<html>", "normal", "light")]
    {
        let body = reader.quotation("data-theme=\"auto\"") + &reader.loader();
        reader.reads(&blog, &crate::post::Post { html, head: scheme(of_post), ..reader.post(body) });
        reader.sees_embed(0);
        assert_eq!(reader.embedded_look(0), format!("{theme} compact"), "{of_post}");
        let background = reader.inside(0, || reader.text("getComputedStyle(document.body).backgroundColor"));
        assert_eq!(background, if theme == "dark" { "rgb(20, 22, 26)" } else { "rgb(250, 248, 243)" });
        let edges = "[embeds()[0], frameOf(embeds()[0])].map(el => el.getBoundingClientRect()).flatMap(it => [it.left, it.right])";
        let edges = reader.js(&format!("return {edges}"), &[]);
        assert_eq!((&edges[0], &edges[1]), (&edges[2], &edges[3]), "the frame is as wide as its element");
    }
    // The post changes, for itself or for a part of it; and once more while the embed is not shown.
    for (act, theme) in [
        ("document.documentElement.style.colorScheme = 'dark'", "dark"),
        ("document.documentElement.style.colorScheme = 'light'", "light"),
        ("document.body.className = 'night'", "dark"),
        ("document.body.className = ''", "light"),
        (
            "document.body.hidden = true; document.documentElement.style.colorScheme = 'dark'; setTimeout(() => document.body.hidden = false, 300)",
            "dark",
        ),
    ] {
        reader.js(act, &[]);
        reader.sees(
            act,
            || reader.text("document.body.hidden") == "false" && reader.embedded_look(0) == format!("{theme} compact"),
            true,
        );
    }
    // What the author says is stronger.
    reader.js("embeds()[0].theme = 'light'", &[]);
    reader.sees("the author’s theme", || reader.embedded_look(0), "light compact");
}

fn attributes_and_properties_are_live(reader: &Reader) {
    let blog = reader.blog();
    reader.reads(&blog, &reader.post(reader.quotation("data-theme=\" dark \" data-view=compact") + &reader.loader()));
    reader.sees_embed(0);
    assert_eq!(reader.embedded_look(0), "dark compact");
    assert_eq!(
        reader.text("[embeds()[0].theme, embeds()[0].view, embeds()[0].getAttribute('view')].join()"),
        " dark ,compact,compact".trim()
    );
    let asked = reader.site.asked(FRAME);
    for (act, look) in [
        ("document.querySelector('blockquote').dataset.theme = 'light'", "light compact"),
        ("embeds()[0].view = 'vote'", "light vote"),
        ("embeds()[0].setAttribute('lang', 'pt-BR')", "light vote pt-BR"),
        ("document.querySelector('blockquote').dataset.view = 'full'", "light full"),
        ("embeds()[0].lang = 'en'; embeds()[0].theme = 'dark'", "dark full en"),
        ("embeds()[0].removeAttribute('theme'); embeds()[0].lang = null", "light full"),
    ] {
        reader.js(act, &[]);
        reader.sees(act, || reader.embedded_look(0), look);
    }
    assert_eq!(reader.site.asked(FRAME), asked, "and its page is still the same");
    // Another comparison takes its place.
    reader.js("embeds()[0].src = arguments[0]", &[reader.site.url("/compare/ollama-vs-vllm/").into()]);
    reader.sees(
        "the other comparison",
        || reader.embed(0)["title"] == "Ollama vs vLLM" && reader.embed(0)["ready"] == true,
        true,
    );
    assert_eq!(reader.number("embeds()[0].shadowRoot.querySelectorAll('iframe').length"), 1.0);
}

fn what_is_set_before_the_loader_comes_counts(reader: &Reader) {
    let blog = reader.blog();
    reader.reads(&blog, &reader.post(String::new()));
    reader.js(
        "const el = document.createElement('shipside-comparison');
         el.theme = 'dark'; el.view = 'vote'; el.src = arguments[0];
         const marked = document.createElement('shipside-comparison');
         for (const [name, value] of Object.entries({ src: arguments[0], theme: 'dark', lang: 'en' })) marked.setAttribute(name, value);
         document.body.append(el, marked);
         const script = document.createElement('script');
         script.src = arguments[1];
         document.head.append(script);",
        &[reader.site.url(COMPARISON).into(), reader.site.url("/embed.js").into()],
    );
    reader.sees_embed(0);
    assert_eq!(reader.embedded_look(0), "dark vote");
    assert_eq!(reader.text("embeds()[0].getAttribute('theme')"), "dark");
    assert_eq!(reader.embed(0)["title"], COMPARISON_TITLE);
    reader.js("embeds()[1].scrollIntoView()", &[]);
    reader.sees_embed(1);
    assert_eq!(reader.embedded_look(1), "dark compact en");
}

fn bad_values_fall_back_and_are_told_once(reader: &Reader) {
    let blog = reader.blog();
    let bad = "data-theme=\"blue\" data-view=\"tiny\" data-lang=\"?\" data-heights=\"tall\" data-tools=\"many\"";
    let two = reader.quotation(bad) + &reader.quotation(bad);
    reader.reads(&blog, &reader.post(two + &reader.loader()));
    reader.sees_embed(0);
    reader.js("embeds()[1].scrollIntoView()", &[]);
    reader.sees_embed(1);
    assert_eq!(reader.embedded_look(0), "light compact");
    let mut said = reader.said();
    said.sort();
    let starts = [
        "Shipside: heights takes ",
        "Shipside: lang takes ",
        "Shipside: theme takes ",
        "Shipside: tools takes ",
        "Shipside: view takes ",
    ];
    assert!(said.len() == 5 && said.iter().zip(starts).all(|(line, start)| line.starts_with(start)), "{said:#?}");
    assert!(said[2].contains("auto|light|dark") && said[4].contains("compact|full|vote"), "{said:#?}");
}

fn what_is_no_comparison_of_the_site_stays_a_link(reader: &Reader) {
    let blog = reader.blog();
    let elsewhere = blog.0.url(COMPARISON);
    let link = |href: &str| format!("<blockquote class=\"shipside\"><a href=\"{href}\">A vs B</a></blockquote>");
    let body = [
        link(&elsewhere),
        link(&reader.site.url("/panel/")),
        link("javascript:alert(1)"),
        "<blockquote class=\"shipside\">No link</blockquote>".into(),
    ];
    reader.reads(&blog, &reader.post(body.concat() + &reader.loader()));
    reader.sees("that it is told", || reader.heard(), ["error"; 3]);
    for at in 0..3 {
        let look = reader.embed(at);
        assert!(look["link"] == true && look["frame"] == false, "{at}: {look}");
    }
    assert_eq!(reader.number("embeds().length"), 3.0, "a quotation without a link is a quotation");
    for at in 1..3 {
        assert!(reader.number(&format!("embeds()[{at}].offsetHeight")) < 200.0, "room is kept for no comparison");
    }
    let mut said = reader.said();
    said.sort_by_key(|line| !line.contains(&elsewhere));
    assert!(said.len() == 3 && said.iter().all(|line| line.contains(" did not come from ")), "{said:#?}");
    assert!(said[0].contains(&reader.site.url("/")) && said[0].contains(&elsewhere), "{said:#?}");
    assert!(said.iter().all(|line| line.starts_with("Shipside: ")), "{said:#?} do not say whose they are");
    assert_eq!(blog.0.asked(FRAME), 0);
    // Whoever comes near again is told nothing new.
    reader.js("document.body.style.paddingBlock = '9000px'", &[]);
    for y in [9000.0, 0.0, 9000.0, 0.0] {
        reader.scrolls_to(y);
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    std::thread::sleep(std::time::Duration::from_secs(11));
    assert_eq!(reader.heard(), ["error"; 3]);
}

fn what_does_not_come_gives_its_room_back_where_nobody_sees_it_go(reader: &Reader) {
    let blog = reader.blog();
    let link = format!(
        "<blockquote class=\"shipside\"><a href=\"{}\">A vs B</a></blockquote>",
        reader.site.url("/compare/nowhere/")
    );
    // The first is in sight, the second below the window, and near enough to be asked for.
    let body = format!(
        "{link}<div id=\"low\"></div><style nonce=\"journey\">#low {{ height: calc(100vh - 400px) }}</style>{link}{}",
        reader.loader()
    );
    reader.failures_expected.set(true);
    reader.reads(&blog, &reader.post(body));
    reader.sees("that it is told", || reader.heard(), ["error"; 2]);
    let high = |at: usize| reader.number(&format!("embeds()[{at}].offsetHeight"));
    assert!(high(0) > 400.0, "what is in sight does not move: {}", high(0));
    assert!(high(1) < 200.0, "room is kept for what does not come: {}", high(1));
}

fn the_site_may_be_in_a_folder(reader: &Reader) {
    reader.site.deploys_in("/repo");
    let blog = reader.blog();
    reader.reads(&blog, &reader.post(reader.quotation("data-view=vote") + &reader.loader()));
    reader.sees_embed(0);
    assert!(reader.embed(0)["src"].as_str().unwrap().contains("/repo/embed/"));
    // What is outside of the folder is not the site.
    let outside = format!("http://{}{COMPARISON}", reader.site.host());
    reader.js("embeds()[0].src = arguments[0]", &[outside.into()]);
    reader.sees("the link", || reader.embed(0)["link"].clone(), json!(true));
    reader.sees("that it is told", || reader.heard().last().cloned(), Some("error".to_owned()));
}

fn the_post_does_not_move(reader: &Reader) {
    let blog = reader.blog();
    for view in ["compact", "full", "vote"] {
        // By what the loader knows, and by a list that was made for this comparison: its height here, once it is live.
        let known = {
            reader.reads(&blog, &reader.post(reader.quotation(&format!("data-view={view}")) + &reader.loader()));
            reader.sees_embed(0);
            reader.inside(0, || reader.waits_for_a_page());
            std::thread::sleep(std::time::Duration::from_millis(500));
            reader.inside(0, || reader.number("Math.ceil(document.documentElement.getBoundingClientRect().height)"))
        };
        for heights in [String::new(), format!("data-heights=\"1:9999 400:{known}\"")] {
            let quotation = reader.quotation(&format!("data-view={view} {heights}"));
            // At the top, with a loader that is there before it; and far below, as most are.
            let first = format!("<script src=\"{}\"></script>{quotation}", reader.site.url("/embed.js"));
            for (far, body) in [(false, first), (true, format!("{FAR}{quotation}{}", reader.loader()))] {
                reader.reads(&blog, &reader.post(body));
                reader.sees("the loader’s work", || reader.number("embeds().length"), 1.0);
                if far {
                    reader.waits_for("the reserved room", || {
                        (reader.number("embeds()[0].offsetHeight") > 200.0).then_some(())
                    });
                    std::thread::sleep(std::time::Duration::from_millis(300));
                    reader.js("places.length = 0", &[]);
                    // As a reader who jumps to it sees it.
                    reader.js("embeds()[0].scrollIntoView()", &[]);
                }
                reader.sees_embed(0);
                reader.inside(0, || reader.waits_for_a_page());
                std::thread::sleep(std::time::Duration::from_millis(500));
                let about = format!("{view}, far {far}, {heights}");
                assert_eq!(reader.number("shift"), 0.0, "{about}");
                let places = reader.texts("places.map(String)");
                let places: Vec<f64> = places.iter().map(|place| place.parse().unwrap()).collect();
                if view == "full" && heights.is_empty() {
                    // What moves is below the screen, before and after.
                    let screen = reader.number("scrollY + innerHeight");
                    assert!(
                        places.iter().all(|place| *place >= screen),
                        "{about}: {places:?}, the screen ends at {screen}"
                    );
                } else {
                    assert_eq!(places.len(), 1, "{about}: {places:?}");
                }
            }
        }
    }
}

//! Comparisons in posts that change under them, and in pages that are put together in odd ways.

use super::{Journey, Reader, journeys};
use crate::{
    engine::Kind,
    page::COMPARISON_TITLE,
    post::{FAR, FRAME, Post, allows, loader_of},
};
use serde_json::json;

pub const ALL: &[Journey] = journeys![in &[Kind::Chromium, Kind::Firefox];
    embeds_survive_the_routers_of_hosts,
    a_hundred_mounts_leave_nothing_behind,
    embeds_work_inside_shadow_trees,
    a_loader_that_comes_twice_does_nothing_twice,
    two_sites_share_a_post,
    where_the_site_is_down_the_link_stays,
];

fn embeds_survive_the_routers_of_hosts(reader: &Reader) {
    let blog = reader.blog();
    let body = format!(
        "<main id=\"a\">{}</main><main id=\"b\"></main>{}",
        reader.quotation("data-view=vote"),
        reader.loader()
    );
    reader.reads(&blog, &reader.post(body));
    reader.sees_embed(0);
    for act in [
        // Moved, as a whole and by itself.
        "document.querySelector('#b').append(embeds()[0])",
        "document.querySelector('#a').append(document.querySelector('blockquote'))",
        // Away, and back again later.
        "window.away = embeds()[0]; away.remove(); setTimeout(() => document.querySelector('#b').append(away), 200)",
        // Its post is drawn anew, from what it has become.
        "const main = document.querySelector('#b'); main.innerHTML = main.innerHTML",
        "document.body.append(embeds()[0].cloneNode(true)); embeds()[0].remove()",
    ] {
        reader.js(act, &[]);
        reader.sees(act, || reader.number("embeds().length"), 1.0);
        reader.js("embeds()[0].scrollIntoView()", &[]);
        reader.sees_embed(0);
        assert_eq!(reader.embedded_look(0), "light vote", "{act}");
        assert_eq!(reader.embed(0)["title"], COMPARISON_TITLE, "{act}");
        assert_eq!(reader.number("document.querySelectorAll('blockquote').length"), 1.0, "{act}");
    }
    // A router that takes away what it has made itself: nothing is left in its place.
    reader.js(
        "embeds()[0].remove(); document.body.insertAdjacentHTML('beforeend', arguments[0])",
        &[reader.quotation("").into()],
    );
    reader.sees("another embed", || reader.embed(0)["frame"].clone(), json!(true));
    reader.js("document.querySelector('blockquote').remove()", &[]);
    reader.sees("no embed", || reader.number("embeds().length"), 0.0);
    assert_eq!(reader.said(), [""; 0]);
}

fn a_hundred_mounts_leave_nothing_behind(reader: &Reader) {
    let blog = reader.blog();
    reader.reads(&blog, &reader.post(reader.loader()));
    reader.sees(
        "the loader",
        || reader.js("return Boolean(customElements.get('shipside-comparison'))", &[]),
        json!(true),
    );
    let kept = reader.number("kept.size");
    reader.js(
        "const pause = ms => new Promise(resume => setTimeout(resume, ms));
         window.mounted = 0;
         (async () => {
           for (let n = 0; n < 100; n++) {
             document.querySelector('#after').insertAdjacentHTML('beforebegin', arguments[0]);
             // Some are taken away before they begin, most while they load, and some when they are ready.
             for (let waited = 0; n % 10 && waited < 100 && !frameOf(embeds()[0]); waited++) await pause(10);
             for (let waited = 0; n % 25 === 24 && waited < 1000 && !look(embeds()[0]).ready; waited++) await pause(10);
             window.mounted += frameOf(embeds()[0]) ? 1 : 0;
             (n % 2 ? document.querySelector('blockquote') : embeds()[0] ?? document.querySelector('blockquote')).remove();
             await pause(0);
           }
           window.done = true;
         })()",
        &[reader.quotation("data-view=vote").into()],
    );
    reader.sees("a hundred mounts", || reader.js("return window.done ?? false", &[]), json!(true));
    assert!(reader.number("mounted") >= 85.0, "only {} frames were mounted", reader.number("mounted"));
    assert!(reader.heard().len() >= 4, "{:?}", reader.heard());
    reader.sees("no embed", || reader.number("embeds().length"), 0.0);
    assert_eq!(reader.number("document.querySelectorAll('iframe').length + window.length"), 0.0);
    assert_eq!(reader.number("kept.size"), kept, "listeners or observers are left");
    // Nor does any of them complain later that its page has not come.
    std::thread::sleep(std::time::Duration::from_secs(11));
    assert_eq!(reader.said(), [""; 0]);
}

fn embeds_work_inside_shadow_trees(reader: &Reader) {
    let blog = reader.blog();
    reader.reads(&blog, &reader.post(format!("<div id=\"host\"></div>{}", reader.loader())));
    reader.js(
        "const root = document.querySelector('#host').attachShadow({ mode: 'open' });
         const el = document.createElement('shipside-comparison');
         el.src = arguments[0];
         el.view = 'vote';
         root.append(el);",
        &[reader.site.url("/compare/ollama-vs-vllm/").into()],
    );
    reader.sees("its page", || reader.embed(0)["ready"].clone(), json!(true));
    assert_eq!(reader.embed(0)["title"], "Ollama vs vLLM");
    assert_eq!(reader.embedded_look(0), "light vote");
    // Events leave the shadow tree.
    assert_eq!(reader.heard(), ["ready"]);
    reader.js("embeds()[0].theme = 'dark'", &[]);
    reader.sees("the theme", || reader.embedded_look(0), "dark vote");
}

fn a_loader_that_comes_twice_does_nothing_twice(reader: &Reader) {
    let blog = reader.blog();
    let body = reader.quotation("data-view=vote") + &reader.loader() + &reader.loader().replace(".js", ".js?again");
    reader.reads(&blog, &reader.post(body));
    reader.sees_embed(0);
    reader.sees("both loaders", || reader.site.answered("/embed.js"), 2);
    // A third time, as hosts with a router of their own do for every post.
    reader.js(
        "const script = document.createElement('script'); script.src = arguments[0]; script.onload = () => window.third = true; document.head.append(script)",
        &[reader.site.url("/embed.js").into()],
    );
    reader.sees("the third", || reader.js("return window.third ?? false", &[]), json!(true));
    std::thread::sleep(std::time::Duration::from_millis(300));
    let counts = "[embeds().length, document.querySelectorAll('blockquote').length, embeds()[0].shadowRoot.querySelectorAll('iframe').length].join()";
    assert_eq!(reader.text(counts), "1,1,1");
    assert_eq!(reader.site.asked(FRAME), 1);
    assert_eq!(reader.heard(), ["ready"]);
    assert_eq!(reader.said(), [""; 0]);
    // Posts have loaders of any age: the first to come is told of a site by this, and by nothing else.
    reader.js("document.querySelector('shipside-comparison').constructor.serves('https://other.example/')", &[]);
}

fn two_sites_share_a_post(reader: &Reader) {
    let blog = reader.blog();
    let other = reader.site.another();
    let of_other = reader.quotation("data-view=vote").replace(&reader.site.host(), &other.host());
    let both = reader.quotation("data-view=vote") + &of_other;
    let origins = format!("http://{} http://{}", reader.site.host(), other.host());
    let policy = format!("script-src {origins} 'nonce-journey'; frame-src {origins}");
    let (ours, theirs) = (reader.loader(), loader_of(&other));
    for (late, loaders) in [(false, ours.clone() + &theirs), (false, theirs.clone() + &ours), (true, ours.clone())] {
        let post = Post { policy: policy.clone(), ..reader.post(both.clone() + &loaders) };
        reader.reads(&blog, &post);
        reader.sees_embed(0);
        if late {
            // The other site's link is a mistake until its loader comes.
            reader.sees("a link", || reader.embed(1)["link"].clone(), json!(true));
            reader.js(
                "const script = document.createElement('script'); script.src = arguments[0]; document.head.append(script)",
                &[other.url("/embed.js").into()],
            );
        }
        reader.js("embeds()[1].scrollIntoView()", &[]);
        reader.sees_embed(1);
        for (at, site) in [(0, &reader.site), (1, &other)] {
            assert!(reader.embed(at)["src"].as_str().unwrap().starts_with(&site.url(FRAME)));
        }
        // A vote in one is told by that one.
        reader.js("embeds()[1].addEventListener('shipside:vote', () => window.second = true)", &[]);
        reader.inside(1, || {
            reader.waits_for_a_page();
            reader.presses("Ship Mistral Medium 3");
        });
        reader.sees("the vote told", || reader.js("return window.second ?? false", &[]), json!(true));
        assert_eq!(reader.heard(), ["ready", "ready", "vote"]);
        assert_eq!(reader.said(), [""; 0]);
    }
}

fn where_the_site_is_down_the_link_stays(reader: &Reader) {
    reader.failures_expected.set(true);
    let blog = reader.blog();
    let down = reader.site.another();
    let body = format!("{FAR}{}{}", reader.quotation("").replace(&reader.site.host(), &down.host()), loader_of(&down));
    let post = Post { policy: allows(&down), ..reader.post(body) };
    reader.reads(&blog, &post);
    reader.sees("the loader’s work", || reader.number("embeds().length"), 1.0);
    drop(down);
    reader.js("embeds()[0].scrollIntoView()", &[]);
    reader.sees("the frame", || reader.embed(0)["frame"].clone(), json!(true));
    assert_eq!(reader.embed(0)["link"], true);
    reader.sees("that it is told", || reader.heard(), ["error"]);
    let said = reader.said();
    assert!(said.len() == 1 && said[0].starts_with("Shipside: "), "{said:#?}");
    let look = reader.embed(0);
    assert!(look["link"] == true && look["ready"] == false, "{look}");
    // Without the loader itself there is nothing but the link.
    reader.reads(&blog, &post);
    assert!(reader.js("return document.querySelector('blockquote a').checkVisibility()", &[]) == true);
    assert_eq!(reader.number("embeds().length"), 0.0);
}

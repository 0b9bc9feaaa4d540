//! How a loader knows its site, and what it makes of what blogs do to links and scripts.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    engine::Kind,
    page::{COMPARISON, COMPARISON_TITLE},
    post::{FRAME, Post, allows},
};
use serde_json::json;

pub const ALL: &[Journey] = journeys![in &[Kind::Chromium, Kind::Firefox];
    only_the_path_of_a_link_says_what_is_embedded,
    a_loader_that_is_no_script_of_its_own_is_told_by_links,
    a_bundle_knows_one_site_only,
    an_address_of_script_stays_a_link_where_only_links_tell,
    posts_need_no_newer_selectors,
    wordpress_alters_posts_and_they_work,
    rules_of_the_post_leave_a_frame_where_its_link_was,
    what_sanitizers_leave_is_a_link_at_least,
];
/// What engines lay out, each in its way.
pub const LAID_OUT: &[Journey] = journeys![
    an_embed_makes_no_post_wider_and_tells_a_width_where_nobody_else_does,
    five_tools_in_the_narrowest_column_are_whole,
];

fn only_the_path_of_a_link_says_what_is_embedded(reader: &Reader) {
    let blog = reader.blog();
    let page = reader.site.url(COMPARISON);
    for href in [
        format!("{page}?ref=https://b.example/compare/x"),
        format!("{page}#https://b.example/compare/x/"),
        format!("{page}index.html?a=1&amp;b=/embed/y/"),
        page.trim_end_matches('/').to_owned(),
        page.replace("http://", "HTTP://"),
        format!(" {page}\n"),
    ] {
        let body = reader.quotation("data-view=vote").replace(&format!("\"{page}\""), &format!("\"{href}\""));
        reader.reads(&blog, &reader.post(body + &reader.loader()));
        reader.sees_embed(0);
        assert!(reader.embed(0)["src"].as_str().unwrap().starts_with(&reader.site.url(FRAME)), "{href}");
        assert_eq!(reader.said(), [""; 0], "{href}");
    }
}

fn a_loader_that_is_no_script_of_its_own_is_told_by_links(reader: &Reader) {
    let blog = reader.blog();
    let (loader, url) = (reader.site.file("/embed.js"), reader.site.url("/embed.js"));
    reader.site.answers("/embed.js", Answer::script(&loader).for_any_origin());
    blog.0.answers("/bundle.js", Answer::script(&format!("window.theirs = 1;\n{loader}")));
    let policy = allows(&reader.site).replace("'nonce-journey'", &format!("'nonce-journey' http://{}", blog.0.host()));
    for script in [
        format!("<script type=\"module\" src=\"{url}\"></script>"),
        format!("<script nonce=\"journey\">import('{url}')</script>"),
        "<script src=\"/bundle.js\"></script>".to_owned(),
        "<script type=\"module\" src=\"/bundle.js\"></script>".to_owned(),
        format!("<script nonce=\"journey\">{loader}</script>"),
        // As optimizers insert it, long after the page was parsed; and those that take the script away again.
        format!(
            "<script nonce=\"journey\">addEventListener('load', () => setTimeout(() => {{
               const late = document.createElement('script'); late.src = '{url}'; document.head.append(late); late.remove();
             }}, 300))</script>"
        ),
    ] {
        for (first, second) in [("", &script), (script.as_str(), &String::new())] {
            let body = format!("{first}{}{second}", reader.quotation("data-view=vote"));
            reader.reads(&blog, &Post { policy: policy.clone(), ..reader.post(body) });
            reader.sees_embed(0);
            assert_eq!((reader.embedded_look(0).as_str(), reader.heard()), ("light vote", vec!["ready".to_owned()]));
            assert_eq!(reader.said(), [""; 0], "{script}");
        }
    }
}

fn an_address_of_script_stays_a_link_where_only_links_tell(reader: &Reader) {
    let blog = reader.blog();
    let script = "javascript:void(top.ran = 1)//compare/aider-vs-cline/";
    let quotation = format!("<blockquote class=\"shipside\"><a href=\"{script}\">A vs B</a></blockquote>");
    let loader = format!("<script nonce=\"journey\">{}</script>", reader.site.file("/embed.js"));
    // A policy that lets script run anywhere: nothing but the loader is in the way.
    reader.reads(
        &blog,
        &Post { policy: "script-src 'unsafe-inline'; frame-src *".to_owned(), ..reader.post(quotation + &loader) },
    );
    reader.sees("that it is told", || reader.heard(), ["error"]);
    let look = reader.embed(0);
    assert!(look["link"] == true && look["frame"] == false, "{look}");
    assert_eq!(reader.text("window.ran"), "");
}

fn a_bundle_knows_one_site_only(reader: &Reader) {
    let blog = reader.blog();
    let other = reader.site.another();
    blog.0.answers("/bundle.js", Answer::script(&reader.site.file("/embed.js")));
    let of_other = reader.quotation("").replace(&reader.site.host(), &other.host());
    let hosts = format!("http://{} http://{}", reader.site.host(), other.host());
    let policy = format!("script-src 'nonce-journey' http://{}; frame-src {hosts}", blog.0.host());
    let told = format!("<script src=\"/bundle.js\" data-site=\"{}\"></script>", other.url(""));
    // Analytics have an attribute of that name, too.
    let untold = "<script data-site=\"ABCDEF\" nonce=\"journey\"></script><script src=\"/bundle.js\"></script>";
    for (script, shown, stays) in [(untold, 0, 1), (told.as_str(), 1, 0)] {
        let body = reader.quotation("") + &of_other + script;
        reader.reads(&blog, &Post { policy: policy.clone(), ..reader.post(body) });
        reader.js("embeds()[arguments[0]].scrollIntoView()", &[shown.into()]);
        reader.sees_embed(shown);
        reader.js("embeds()[arguments[0]].scrollIntoView()", &[stays.into()]);
        reader.sees("that it is told", || reader.heard().contains(&"error".to_owned()), true);
        let look = reader.embed(stays);
        assert!(look["link"] == true && look["frame"] == false, "{look}");
        assert_eq!(reader.said().len(), 1, "{:#?}", reader.said());
    }
}

fn posts_need_no_newer_selectors(reader: &Reader) {
    let blog = reader.blog();
    let head = "<script nonce=\"journey\">
        for (const kind of [Document, Element]) for (const name of ['querySelector', 'querySelectorAll', 'closest', 'matches']) {
          const before = kind.prototype[name];
          if (before) kind.prototype[name] = function (selector) {
            if (/:has|:is|:where|:not\\([^)]* /.test(selector)) throw new SyntaxError(selector);
            return before.call(this, selector);
          };
        }</script>";
    let body = reader.quotation("data-view=vote") + &reader.loader();
    reader.reads(&blog, &Post { head: head.to_owned(), ..reader.post(body) });
    reader.sees_embed(0);
    reader.js("document.querySelector('#after').append('more')", &[]);
    assert_eq!(reader.said(), [""; 0]);
    reader.saw_nothing_break();
}

/// What WordPress makes of a pasted quotation, by its `wpautop` and `wptexturize`, and plugins of its script.
fn wordpress_alters_posts_and_they_work(reader: &Reader) {
    let blog = reader.blog();
    let page = reader.site.url(COMPARISON);
    let quotation = format!(
        "<blockquote class=\"shipside wp-block-quote\" data-view=\"vote\"><p>\n  <a href=\"{page}?utm=1&#038;x=2\" rel=\"noopener\">{COMPARISON_TITLE}</a>: panel ship 100% &#8211; 75%<br />\n</p></blockquote>\n<p>&nbsp;</p>"
    );
    let element = format!(
        "<p><shipside-comparison src=\"{page}\" view=\"vote\"><br />\n  <a href=\"{page}\">A</a> vs B<br />\n</shipside-comparison></p>"
    );
    let url = reader.site.url("/embed.js?ver=6.9");
    let late = |attribute: &str, kind: &str| {
        format!(
            "<p><script {kind} {attribute}=\"{url}\" async></script></p><script nonce=\"journey\">
               addEventListener('load', () => setTimeout(() => {{
                 const delayed = document.querySelector('script[{attribute}]'), now = document.createElement('script');
                 now.src = delayed.getAttribute('{attribute}');
                 delayed.replaceWith(now);
               }}, 300))</script>"
        )
    };
    for script in [
        format!("<p><script async src=\"{url}\"></script></p>"),
        late("data-rocket-src", "type=\"rocketlazyloadscript\""),
        late("data-src", "type=\"text/delayed\""),
    ] {
        for post in [&quotation, &element] {
            reader.reads(&blog, &reader.post(post.clone() + &script));
            reader.sees_embed(0);
            assert_eq!(reader.embedded_look(0), "light vote");
            assert_eq!(reader.said(), [""; 0], "{script}");
        }
    }
    // Lazy loaders take the addresses of frames that they see; those of embeds they do not see.
    let lazy = "<script nonce=\"journey\">new MutationObserver(() => document.querySelectorAll('iframe[src]').forEach(it => {
        it.dataset.src = it.src; it.removeAttribute('src') })).observe(document, { childList: true, subtree: true })</script>";
    reader.reads(&blog, &reader.post(lazy.to_owned() + &quotation + &reader.loader()));
    reader.sees_embed(0);
}

/// Rules of a post, which its policy lets in.
fn head(rules: &str) -> String {
    format!(
        "<script nonce=\"journey\">{{ const sheet = new CSSStyleSheet(); sheet.replaceSync('{rules}'); document.adoptedStyleSheets = [sheet] }}</script>"
    )
}

fn an_embed_makes_no_post_wider_and_tells_a_width_where_nobody_else_does(reader: &Reader) {
    let blog = reader.blog();
    // Of a post on a phone: the wanted width of the frame, where it is not all that there is.
    for (rules, width) in [
        ("", 340),
        ("main { display: grid }", 340),
        ("main { display: grid; grid-template-columns: 1fr }", 340),
        ("main { display: flex } article { flex: 1 }", 340),
        ("main { display: flex; flex-direction: column; align-items: center }", 340),
        ("main { display: table } article { display: table-cell }", 340),
        ("article { display: inline-block }", 340),
        ("article { float: left }", 340),
        ("body > div { width: 900px } article { float: left }", 640),
        ("body > div { width: 900px } main { display: flex }", 640),
        ("body > div { width: 900px }", 900),
        // Where the post's rules leave nothing of that, it is narrow, and there.
        ("article { float: left } shipside-comparison { display: block; float: left }", 200),
        ("article { display: flex; flex-direction: column; align-items: center } article > * { display: block }", 200),
        ("main { display: flex } main::after { content: \"Words\"; flex: 0 0 140px }", 200),
    ] {
        let words = "<p>Words</p>";
        let quotation = reader.quotation("data-view=vote");
        let body = format!("<div><main><article>{words}{quotation}{words}</article></main></div>{}", reader.loader());
        let rules = format!("body > div {{ font-size: 16px; width: 340px }} {rules}");
        reader.reads(&blog, &Post { head: head(&rules), ..reader.post(body) });
        reader.sees_embed(0);
        let widths = "const around = document.querySelector('body > div'), frame = embeds()[0].shadowRoot.querySelector('iframe');
            return [Math.round(frame.getBoundingClientRect().width), around.scrollWidth > around.clientWidth]";
        assert_eq!(reader.js(widths, &[]), json!([width, false]), "{rules}");
    }
}

fn rules_of_the_post_leave_a_frame_where_its_link_was(reader: &Reader) {
    let blog = reader.blog();
    for rules in [
        "shipside-comparison { display: block }",
        "main > :not(.alignwide) { display: flow-root }",
        "main > * { display: flex; margin-block: 24px }",
        "main { display: grid; justify-items: stretch }",
        "* { all: revert }",
    ] {
        let body = format!("<main>{}</main>{}", reader.quotation("data-view=vote data-heights=1:200"), reader.loader());
        reader.reads(&blog, &Post { head: head(rules), ..reader.post(body) });
        reader.sees_embed(0);
        let places = "const frame = embeds()[0].shadowRoot.querySelector('iframe').getBoundingClientRect();
            const main = embeds()[0].parentNode.getBoundingClientRect();
            return [frame.width - main.width, frame.top - main.top < 60, main.height - frame.height < 120]";
        assert_eq!(reader.js(places, &[]), json!([0, true, true]), "{rules}");
    }
    // What hides it, does.
    let hidden = Post {
        head: head("shipside-comparison { display: none }"),
        ..reader.post(reader.quotation("") + &reader.loader())
    };
    reader.reads(&blog, &hidden);
    reader.sees("the loader’s work", || reader.number("embeds().length"), 1.0);
    assert_eq!(reader.number("embeds()[0].offsetHeight"), 0.0);
}

fn what_sanitizers_leave_is_a_link_at_least(reader: &Reader) {
    let blog = reader.blog();
    let page = reader.site.url(COMPARISON);
    let link = format!("<a href=\"{page}\" rel=\"nofollow ugc\">{COMPARISON_TITLE}</a>: panel ship 100% vs 75%");
    // Without `data-*`, it is there as by default; without its class or its element, it is what it was.
    reader.reads(&blog, &reader.post(format!("<blockquote class=\"shipside\">{link}</blockquote>{}", reader.loader())));
    reader.sees_embed(0);
    assert_eq!(reader.embedded_look(0), "light compact");
    for left in [format!("<blockquote>{link}</blockquote>"), format!("<p>{link}</p>"), link] {
        reader.reads(&blog, &reader.post(left + &reader.loader()));
        reader.sees(
            "the loader",
            || reader.js("return Boolean(customElements.get('shipside-comparison'))", &[]),
            json!(true),
        );
        assert!(reader.js("return document.querySelector('a').checkVisibility()", &[]) == true);
        assert_eq!((reader.number("embeds().length"), reader.said()), (0.0, vec![]));
    }
}

fn five_tools_in_the_narrowest_column_are_whole(reader: &Reader) {
    let blog = reader.blog();
    let five = reader.quotation("data-view=full").replace(COMPARISON, "/compare/coding-assistants-five-ways/");
    let narrow = "<style nonce=\"journey\">main { width: 200px }</style>";
    reader.reads(&blog, &reader.post(format!("{narrow}<main>{five}</main>{}", reader.loader())));
    reader.sees_embed(0);
    let needed = || {
        reader.inside(0, || reader.number("Math.ceil(document.documentElement.getBoundingClientRect().height)")) as i64
    };
    reader.sees("the whole page", || reader.embed(0)["height"] == needed(), true);
    assert!(needed() > 20_000, "{}", needed());
}

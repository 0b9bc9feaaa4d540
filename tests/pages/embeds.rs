//! What bloggers paste, badges, and the page that says so.

use crate::{
    markup,
    visit::{Visit, alpha, bare, beta, but, matchup, read_site, site},
};
use serde_json::json;
use shipside::{
    content,
    model::{Community, Matchup, Scope, Server, Tally, ToolId},
    site::{Embed, Folder, View, badge, badge_words, reserved},
    view::{Links, compare_page, embed, embed_foot},
};
use std::{fs, path::Path};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn two() -> Matchup {
    matchup(json!({ "schema": 1, "slug": "alpha-vs-beta" }), &[alpha(), beta()])
}

#[test]
fn a_badge_says_both_figures_in_words_and_in_pictures() {
    let site = read_site(&site());
    let tool = |tool: serde_json::Value| content::tool(tool.to_string().as_str()).unwrap().value;
    let both = tool(alpha());
    assert_eq!(badge_words(&both, &site), "Alpha on Shipside: panel ship 75%, community 67%");
    let svg = markup::read(&badge(&both, &site)).unwrap();
    let image = svg.one("svg");
    assert_eq!(image.get("role").as_deref(), Some("img"));
    assert_eq!(svg.one("title").heard(), badge_words(&both, &site));
    assert_eq!(image.get("aria-labelledby"), svg.one("title").get("id"));
    assert_eq!(markup::heard(&svg.all("text")), ["Shipside", "panel ship 75%", "community 67%"]);
    for text in svg.all("text") {
        assert!(text.get("textLength").is_some(), "letters of another font would not fit");
    }
    let none = badge_words(&tool(bare("Gamma")), &site);
    assert_eq!(none, "Gamma on Shipside: panel ship —");
    let hostile = tool(but(beta(), json!({ "name": "<script>&\"'" })));
    assert!(markup::read(&badge(&hostile, &site)).is_ok(), "whatever the name, it stays text");
}

#[test]
fn recipes_are_sound_and_say_the_same() {
    let site = read_site(&site());
    let three = matchup(json!({ "schema": 1, "slug": "alpha-vs-beta" }), &[alpha(), beta(), bare("Gamma")]);
    for matchup in [two(), three] {
        let ids: Vec<&str> = matchup.tools.iter().map(|tool| tool.id.as_str()).collect();
        let comparison = json!({ "schema": 1, "slug": "alpha-vs-beta", "tools": ids });
        let comparison = content::comparison(comparison.to_string().as_str()).unwrap().value;
        let absolute = |path: &str| format!("https://s.example/repo{path}");
        let embed = Embed::new(&comparison, &matchup, &site, &absolute);
        let tools = matchup.tools.len();
        for view in View::ALL {
            for (html, tag, before) in
                [(embed.script(view), "blockquote", "data-"), (embed.element(view), "shipside-comparison", "")]
            {
                let html = html.replace("<script async ", "<script ");
                let read = markup::read(&html).unwrap();
                let it = read.one(tag);
                let set = |name: &str| it.get(&format!("{before}{name}"));
                // What is usual is not written.
                assert_eq!(set("view"), (view != View::USUAL).then(|| view.key().to_owned()));
                assert_eq!(set("tools"), (tools != 2).then(|| tools.to_string()));
                assert_eq!(set("heights"), None);
                let link = read.one("a");
                assert_eq!(link.get("href").as_deref(), Some("https://s.example/repo/compare/alpha-vs-beta/"));
                assert_eq!(link.heard(), matchup.title());
                assert!(it.heard().contains(": panel ship 75% vs 0%"), "{}", it.heard());
                assert_eq!(read.one("script").get("src").as_deref(), Some("https://s.example/repo/embed.js"));
            }
            let read = markup::read(&embed.frame(view)).unwrap();
            let it = read.one("iframe");
            assert_eq!(it.get("title"), Some(matchup.title()));
            assert_eq!(it.get("loading").as_deref(), Some("lazy"));
            let query = if view == View::USUAL { String::new() } else { format!("?view={}", view.key()) };
            assert_eq!(it.get("src").unwrap(), format!("https://s.example/repo/embed/alpha-vs-beta/{query}"));
            assert_eq!(it.get("height"), Some(reserved(view, tools, 640).to_string()));
        }
        let oembed: serde_json::Value = serde_json::from_str(&embed.oembed("/og/alpha-vs-beta.png?v=123456")).unwrap();
        assert_eq!(oembed["thumbnail_url"], "https://s.example/repo/og/alpha-vs-beta.png?v=123456");
        assert_eq!(oembed["html"], embed.script(View::Compact));
        assert_eq!(oembed["height"], reserved(View::Compact, tools, 640));
        assert!(embed.markdown().contains("](https://s.example/repo/badge/alpha.svg)]"), "{}", embed.markdown());
    }
}

#[test]
fn no_name_means_anything_to_markdown() {
    let site = read_site(&site());
    let named = but(alpha(), json!({ "name": "a & b ~c~ #1 $d$ @e :f: [g](h)" }));
    let matchup = matchup(json!({ "schema": 1, "slug": "alpha-vs-beta" }), &[named, beta()]);
    let comparison = json!({ "schema": 1, "slug": "alpha-vs-beta", "tools": ["alpha", "beta"] });
    let comparison = content::comparison(comparison.to_string().as_str()).unwrap().value;
    let absolute = |path: &str| path.to_owned();
    let markdown = Embed::new(&comparison, &matchup, &site, &absolute).markdown();
    let name = r"a \& b \~c\~ \#1 \$d\$ \@e \:f: \[g\](h)";
    assert!(markdown.starts_with(&format!("[{name} vs Beta](/compare/alpha-vs-beta/): ")), "{markdown}");
    assert!(markdown.contains(&format!("[![{name} on Shipside: panel ship 75%")), "{markdown}");
}

#[test]
fn the_page_inside_an_embed_has_one_main_and_the_way_out_below_it() {
    let (site, two) = (read_site(&site()), two());
    let visit = Visit::to(|session| {
        (
            embed(compare_page(&two, &site, &Links::below("/"), session)),
            embed_foot(&site, "/folder/compare/alpha-vs-beta/"),
        )
    });
    let page = visit.page();
    assert_eq!(page.children().map(|it| it.tag.clone()).collect::<Vec<_>>(), ["main", "footer"]);
    assert_eq!((page.all("h1").len(), page.all("nav").len(), page.all("form").len()), (1, 0, 0));
    assert_eq!(page.one("footer").one("a").heard(), "This comparison on Shipside, in a new tab");
    assert!(page.one("footer").all(".notice").len() == 1);
}

/// The pieces of code in the documentation, in order.
fn snippets(text: &str) -> Vec<&str> {
    text.split("```").skip(1).step_by(2).map(|code| code.split_once('\n').unwrap().1.trim_end()).collect()
}

#[test]
fn what_the_documentation_shows_is_what_the_builder_makes() {
    let folder = Folder::read(&root().join("public/data")).unwrap();
    let slug = "smolvlm2-turbo-vs-mistral-medium-3";
    let comparison = &folder.comparisons.iter().find(|it| it.value.slug.as_str() == slug).unwrap().value;
    let matchup = folder.matchup(comparison).unwrap();
    let site = &folder.site.value;
    let absolute = |path: &str| format!("https://shipside.example{path}");
    let embed = Embed::new(comparison, &matchup, site, &absolute);
    let text = fs::read_to_string(root().join("docs/EMBEDDING.md")).unwrap();
    let shown = snippets(&text);
    for made in [
        embed.script(View::Compact),
        embed.element(View::Full),
        embed.frame(View::Vote),
        embed.markdown(),
        embed.oembed_address(),
    ] {
        assert!(shown.contains(&made.as_str()), "docs/EMBEDDING.md does not show what the builder makes:\n{made}");
    }
}

#[test]
fn the_words_about_scope_are_the_same_before_and_after_the_app_is_there() {
    let script = fs::read_to_string(root().join("src/scripts/embedded.js")).unwrap();
    let added = script.split("s.textContent += \"").nth(1).unwrap().split('"').next().unwrap();
    for server in [Server::None, Server::Asked] {
        let community = Community { server, ..Community::default() };
        let words =
            |scope: Scope| community.standing(&ToolId::parse("alpha").unwrap()).words(scope, None, Tally::default());
        assert_eq!(words(Scope::ThisBrowser) + added, words(Scope::Within));
    }
}

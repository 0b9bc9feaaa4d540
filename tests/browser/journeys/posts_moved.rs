//! Posts whose site answers from another host than the one that they name.

use super::{Journey, Reader, journeys};
use crate::{
    answer::Answer,
    engine::Kind,
    page::COMPARISON,
    post::{FRAME, Post, allows, loader_of},
    server::Server,
};

pub const ALL: &[Journey] = journeys![in &[Kind::Chromium, Kind::Firefox];
    a_site_that_has_moved_is_shown_by_old_posts,
    a_site_is_not_shown_from_where_it_does_not_say_that_it_is,
    old_links_are_known_to_a_new_loader_that_is_told_of_them,
];

/// The loader as a site has it whose `base_url` is where that server is.
fn is_home(server: &Server) {
    let loader = server.file("/embed.js");
    assert!(loader.contains("https://shipside.example/"), "the loader does not say where the site is");
    server.answers("/embed.js", Answer::script(&loader.replace("https://shipside.example/", &server.url("/"))));
}

fn allows_both(one: &Server, other: &Server) -> String {
    allows(one).replace("; ", &format!(" http://{}; ", other.host())) + &format!(" http://{}", other.host())
}

fn a_site_that_has_moved_is_shown_by_old_posts(reader: &Reader) {
    let (blog, new) = (reader.blog(), reader.site.another());
    is_home(&new);
    reader.site.moves_to(&new.url(""));
    let body = reader.quotation("data-view=vote") + &reader.loader();
    reader.reads(&blog, &Post { policy: allows_both(&reader.site, &new), ..reader.post(body) });
    reader.sees_embed(0);
    assert_eq!(reader.site.asked(FRAME), 1);
    assert_eq!(new.asked(FRAME), 1);
    // What the post says reaches the new host, and what that says reaches the post.
    reader.js("embeds()[0].theme = 'dark'", &[]);
    reader.sees("the theme", || reader.embedded_look(0), "dark vote");
    reader.inside(0, || {
        reader.waits_for_a_page();
        reader.presses("Ship Mistral Medium 3");
    });
    reader.sees("the vote told", || reader.heard(), ["ready", "vote"]);
    assert_eq!(reader.said(), [""; 0]);
}

fn a_site_is_not_shown_from_where_it_does_not_say_that_it_is(reader: &Reader) {
    let (blog, stranger) = (reader.blog(), reader.site.another());
    reader.site.answers(FRAME, Answer::redirect(&stranger.url(FRAME)));
    let body = reader.quotation("data-view=vote") + &reader.loader();
    reader.reads(&blog, &Post { policy: allows_both(&reader.site, &stranger), ..reader.post(body) });
    reader.sees("the stranger’s page asked for", || stranger.asked(FRAME), 1);
    reader.sees("that it is told", || reader.heard(), ["error"]);
    let look = reader.embed(0);
    assert!(look["link"] == true && look["ready"] == false, "{look}");
    let said = reader.said();
    assert!(said.len() == 1 && said[0].contains(" did not come from "), "{said:#?}");
}

fn old_links_are_known_to_a_new_loader_that_is_told_of_them(reader: &Reader) {
    let (blog, new) = (reader.blog(), reader.site.another());
    let old = reader.site.url("");
    reader.site.moves_to(&new.url(""));
    let loader = loader_of(&new).replace("async", &format!("async data-site=\"{old}\""));
    let quotations = reader.quotation("data-view=vote") + &reader.quotation("").replace(&old, &new.url(""));
    let policy = allows_both(&reader.site, &new);
    reader.reads(&blog, &Post { policy, ..reader.post(quotations + &loader) });
    reader.sees_embed(0);
    assert_eq!(reader.site.asked(FRAME), 1);
    reader.js("embeds()[1].scrollIntoView()", &[]);
    reader.sees_embed(1);
    assert!(reader.embed(1)["src"].as_str().unwrap().starts_with(&new.url(FRAME)));
    // Without being told, it does not know them.
    reader.reads(&blog, &Post { policy: allows(&new), ..reader.post(reader.quotation("") + &loader_of(&new)) });
    reader.sees("that it is told", || reader.heard(), ["error"]);
    assert!(reader.said()[0].contains(&reader.site.url(COMPARISON)), "{:#?}", reader.said());
}

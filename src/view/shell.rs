//! What stands around every page.

use super::{
    Links, Reader,
    newsletter::newsletter_form,
    text::{rich, unseen},
    theme::theme_picker,
};
use crate::html::{El, Node, el, live, many};
use crate::model::{Route, Site};
use crate::scripts::hooks;

/// The page's frame: skip link, site name, the page itself in `main`, newsletter, notice and colophon. `site` is what all
/// pages share, once it is known.
pub fn shell(site: Option<&Site>, links: &Links, reader: Reader, page: impl Fn() -> Vec<Node> + 'static) -> Vec<Node> {
    let home = links.to(&Route::Home);
    let name = site.map_or("Shipside", |site| site.name.as_str());
    let header = el("header")
        .class("site")
        .child(el("a").class("brand").attr("href", home.clone()).child(name))
        .child(el("nav").fixed("aria-label", "Site").child(el("a").attr("href", home).child("Comparisons")))
        .child(theme_picker(reader));
    let foot = site.map(|site| footer(site, links));
    let page = el("div").class("page").child(header).child(content(page)).child(foot);
    many((el("a").class("to-content").fixed("href", "#main").child("Skip to content"), page))
}

/// The page inside an embed: `main` alone. What stands below it, the prerenderer writes; the app neither draws nor adopts it.
pub fn frame(page: impl Fn() -> Vec<Node> + 'static) -> Vec<Node> {
    many(content(page))
}

/// What stands below the page inside an embed: the way to the whole page, and the notice. The app need not know it.
pub fn frame_foot(site: &Site, whole: &str) -> El {
    let link = el("a")
        .attr("href", whole)
        // Said here too: the app, which follows links within the site, looks at links and not at the page's `base`.
        .fixed("target", "_blank")
        .fixed("rel", "noopener")
        .child("This comparison on ")
        .child(site.name.as_str())
        .child(unseen(", in a new tab"));
    el("footer").class("foot").fixed(hooks::FOOT, "").child(el("p").child(link)).child(notice(site))
}

fn notice(site: &Site) -> Option<El> {
    site.notice.as_ref().map(|notice| rich(el("p").class("notice"), notice))
}

fn content(page: impl Fn() -> Vec<Node> + 'static) -> El {
    el("main").fixed("id", "main").fixed("tabindex", "-1").child(live(page))
}

fn footer(site: &Site, links: &Links) -> El {
    let colophon =
        el("p").class("colophon").child(el("strong").child(site.name.as_str())).child(" ").child(site.tagline.as_str());
    el("footer")
        .class("foot")
        .child(site.newsletter.as_ref().map(newsletter_form))
        .child(notice(site))
        .child(el("p").child(el("a").attr("href", links.to(&Route::Builder)).child("Embed a comparison")))
        .child(colophon)
}

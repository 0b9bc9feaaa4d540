//! What stands around every page.

use super::{Links, Reader, newsletter::newsletter_form, text::rich, theme::theme_picker};
use crate::html::{El, Node, el, live, many};
use crate::model::{Route, Site};

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
    let main = el("main").fixed("id", "main").fixed("tabindex", "-1").child(live(page));
    let page = el("div").class("page").child(header).child(main).child(site.map(footer));
    many((el("a").class("to-content").fixed("href", "#main").child("Skip to content"), page))
}

fn footer(site: &Site) -> El {
    let colophon =
        el("p").class("colophon").child(el("strong").child(site.name.as_str())).child(" ").child(site.tagline.as_str());
    el("footer")
        .class("foot")
        .child(site.newsletter.as_ref().map(newsletter_form))
        .child(site.notice.as_ref().map(|notice| rich(el("p").class("notice"), notice)))
        .child(colophon)
}

//! What stands around every page.

use super::{
    Links, Session,
    parts::{
        newsletter::newsletter_form,
        pick::tray,
        text::{rich, unseen},
        theme::theme_picker,
    },
};
use crate::{
    model::{Route, Site},
    scripts::hooks,
};
use elements::{
    AnyView, El, IntoView,
    html::{a, div, footer, header, main, nav, p, span, strong},
};
use std::sync::Arc;

/// Skip link, site name, the page itself in `main`, newsletter, notice, colophon, the choice of light, and what was picked. `site`
/// reads what all pages share, once it is known.
pub fn chrome(
    site: impl Fn() -> Option<Arc<Site>> + Clone + 'static,
    links: &Links,
    session: &Session,
    page: impl IntoView,
) -> AnyView {
    let home = links.to(&Route::Home);
    let named = site.clone();
    let name = move || named().map_or_else(|| "Shipside".to_owned(), |site| site.name.clone());
    let top = header().class("site").child(a().class("brand").attr("href", home.clone()).child(name)).child(
        nav()
            .attr("aria-label", "Site")
            // Whoever reads without styles has words with spaces between them.
            .child(WAYS.map(|(words, route)| (a().attr("href", links.to(&route)).child(words), " "))),
    );
    let tray = tray(links, session);
    let links = links.clone();
    let words = move || site().map(|site| foot(&site, &links));
    let foot = footer().class("foot").child(words).child(theme_picker(session));
    (
        a().class("to-content").attr("href", "#main").child("Skip to content"),
        div().class("page").child(top).child(content(page)).child(foot).child(tray),
    )
        .into_any()
}

/// The page inside an embed: `main` alone. What stands below it, the prerenderer writes; the app neither draws nor adopts it.
pub fn embed(page: impl IntoView) -> AnyView {
    content(page).into_any()
}

/// What stands below the page inside an embed: the way to the whole page, and the notice. The app need not know it.
pub fn embed_foot(site: &Site, whole: &str) -> El {
    let link = a()
        .attr("href", whole)
        // Said here too: the app, which follows links within the site, looks at links and not at the page's `base`.
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .child("This comparison on ")
        .child(site.name.as_str())
        .child(unseen(", in a new tab"));
    footer().class("foot").attr(hooks::FOOT, "").child(p().child(link)).child(notice(site))
}

/// Where every page leads.
const WAYS: [(&str, Route); 3] =
    [("Comparisons", Route::Comparisons), ("Tools", Route::Tools), ("Panel", Route::Panel)];

fn notice(site: &Site) -> Option<El> {
    site.notice.as_ref().map(|notice| rich(p().class("notice"), notice))
}

fn content(page: impl IntoView) -> El {
    main().id("main").attr("tabindex", "-1").child(page)
}

fn foot(site: &Site, links: &Links) -> AnyView {
    let tagline = (!site.tagline.is_empty()).then(|| (" ", rich(span(), &site.tagline)));
    (
        site.newsletter.as_ref().map(newsletter_form),
        notice(site),
        p().child(a().attr("href", links.to(&Route::Builder)).child("Embed a comparison")),
        p().class("colophon").child(strong().child(site.name.as_str())).child(tagline),
    )
        .into_any()
}

//! Writing all pages of a site, on all cores.

use super::{
    CardError, Cards, Folder, Lists, PageShell, Prerenderer, Relations, card::card_path, feeds, files::Files,
    folder::by_name, portraits::write_portraits, progress::Progress, sitemap::sitemap, sketch::plotted,
    written::Written,
};
use crate::model::{LoadError, Page, Route, Slug};
use std::{io, sync::Arc};

/// Writes every page and what stands around them; the home page last, so that where it is, all is.
/// Cards for link previews are drawn where there is something that draws them.
pub fn write_pages(folder: &Folder, shell: &PageShell, cards: Option<&Cards>, out: &Files) -> io::Result<Written> {
    let catalogue = Arc::new(plotted(folder.catalogue().map_err(missing)?));
    let site = &folder.site.value;
    let card = write_card(None, out, || cards.map(|cards| cards.home(&catalogue, site)))?;
    let prerenderer = Prerenderer::new(folder, shell).with_card(card);
    let mut written = comparisons(folder, &prerenderer, cards, out)?;
    written += write_portraits(folder, &Relations::of(folder, &catalogue), &prerenderer, out)?;
    let absolute = |path: &str| prerenderer.absolute(path);
    prerenderer.write_badges(out)?;
    written.add(&prerenderer.write_builder(&catalogue, out)?);
    let missing = LoadError::NotFound("there is no page at this address".to_owned());
    let front = Arc::new(folder.front(&catalogue));
    let lists = Lists::of(&catalogue, &front);
    let listing = |route, page, file, json: &str| prerenderer.listing(&route, &page, file, json);
    if let Some(sitemap) = sitemap(folder, &catalogue, &absolute) {
        out.write("sitemap.xml", sitemap.as_bytes())?;
    }
    for (path, text) in [
        ("feed.xml", feeds::atom(site, &catalogue, &absolute)),
        ("feed.json", feeds::json_feed(site, &catalogue, &absolute)),
        ("robots.txt", feeds::robots(&absolute)),
        ("_headers", feeds::headers(shell)),
        (
            "compare/index.html",
            listing(Route::Comparisons, Page::Comparisons(catalogue.clone()), "index.json", &lists.index),
        ),
        (
            "tools/index.html",
            listing(Route::Tools, Page::Tools(Arc::new(by_name(&catalogue))), "tools.json", &lists.tools),
        ),
        ("404.html", prerenderer.failed(&missing)),
        ("index.html", listing(Route::Home, Page::Home(front), "home.json", &lists.home)),
    ] {
        out.write(path, text.as_bytes())?;
        if path.ends_with(".html") {
            written.add(&text);
        }
    }
    Ok(written)
}

pub(super) fn missing(id: crate::model::ToolId) -> io::Error {
    io::Error::other(format!("there is no tool called “{id}”"))
}

/// Writes a card, where there is something that draws it. Answers with its path, by which previews see that it has changed.
fn write_card(
    slug: Option<&Slug>,
    out: &Files,
    draw: impl FnOnce() -> Option<Result<Vec<u8>, CardError>>,
) -> io::Result<String> {
    let png = draw().transpose().map_err(io::Error::other)?;
    if let Some(png) = &png {
        out.write(&card_path(slug, None), png)?;
    }
    Ok(card_path(slug, png.as_deref()))
}

fn comparisons(
    folder: &Folder,
    prerenderer: &Prerenderer<'_>,
    cards: Option<&Cards>,
    out: &Files,
) -> io::Result<Written> {
    let step = if cards.is_some() { "pages, cards and their compressed copies" } else { "pages" };
    let progress = Progress::new(step, folder.comparisons.len(), "comparisons");
    Written::by_all_cores(&folder.comparisons, |comparison, written| {
        let slug = &comparison.value.slug;
        let matchup = folder.matchup(&comparison.value).map_err(missing)?;
        let draw = || cards.map(|cards| cards.comparison(&matchup, &folder.site.value));
        let card = write_card(Some(slug), out, draw)?;
        let page = prerenderer.comparison(&comparison.value, &comparison.json, &card).map_err(missing)?;
        let path = Route::comparison(slug).to_path();
        out.write(&format!("{path}index.html"), page.as_bytes())?;
        written.add(&page);
        written.add(&prerenderer.write_embed(comparison, &card, out)?);
        progress.step();
        Ok(())
    })
}

//! Writing all pages of a site, on all cores.

use super::{
    Cards, Folder, Lists, PageShell, Prerenderer, Relations, feeds, files::Files, portraits::write_portraits,
    progress::Progress, sketch::plotted, written::Written,
};
use crate::model::{LoadError, Page, Route};
use std::{io, sync::Arc};

/// Writes every page and what stands around them; the home page last, so that a deployment in progress never mixes versions.
/// Cards for link previews are drawn where there is something that draws them.
pub fn write_pages(folder: &Folder, shell: &PageShell, cards: Option<&Cards>, out: &Files) -> io::Result<Written> {
    let catalogue = Arc::new(plotted(folder.catalogue().map_err(missing)?));
    let prerenderer = Prerenderer::new(folder, shell);
    let mut written = comparisons(folder, &prerenderer, cards, out)?;
    written += write_portraits(folder, &Relations::of(folder, &catalogue), &prerenderer, out)?;
    let absolute = |path: &str| prerenderer.absolute(path);
    let site = &folder.site.value;
    if let Some(cards) = cards {
        out.write("og.png", &cards.home(&catalogue, site).map_err(io::Error::other)?)?;
    }
    if let Some(builder) = prerenderer.write_builder(&catalogue, out)? {
        written.add(&builder);
    }
    let missing = LoadError::NotFound("there is no page at this address".to_owned());
    let front = Arc::new(folder.front(&catalogue));
    let lists = Lists::of(&catalogue, &front);
    let listing = |route, page, file, json: &str| prerenderer.listing(&route, &page, file, json);
    for (path, text) in [
        ("feed.xml", feeds::atom(site, &catalogue, &absolute)),
        ("feed.json", feeds::json_feed(site, &catalogue, &absolute)),
        ("sitemap.xml", feeds::sitemap(site, &catalogue, &absolute)),
        ("robots.txt", feeds::robots(&absolute)),
        ("_headers", feeds::headers(shell)),
        (
            "compare/index.html",
            listing(Route::Comparisons, Page::Comparisons(catalogue.clone()), "index.json", &lists.index),
        ),
        ("tools/index.html", listing(Route::Tools, Page::Tools(catalogue.clone()), "tools.json", &lists.tools)),
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

fn comparisons(
    folder: &Folder,
    prerenderer: &Prerenderer<'_>,
    cards: Option<&Cards>,
    out: &Files,
) -> io::Result<Written> {
    let progress = Progress::new(folder.comparisons.len());
    Written::by_all_cores(&folder.comparisons, |comparison, written| {
        let page = prerenderer.comparison(&comparison.value, &comparison.json).map_err(missing)?;
        let slug = &comparison.value.slug;
        let path = Route::comparison(slug).to_path();
        out.write(&format!("{path}index.html"), page.as_bytes())?;
        if let Some(cards) = cards {
            let matchup = folder.matchup(&comparison.value).map_err(missing)?;
            let card = cards.comparison(&matchup, &folder.site.value).map_err(io::Error::other)?;
            out.write(&format!("og/{slug}.png"), &card)?;
        }
        written.add(&page);
        written.add(&prerenderer.write_embed(comparison, out)?);
        progress.step();
        Ok(())
    })
}

//! Writing all pages of a site, on all cores.

use super::{Cards, Folder, PageShell, Prerenderer, Read, feeds, files::Files, progress::Progress};
use crate::{
    content::write_catalogue,
    model::{Comparison, LoadError, Route},
};
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// What was written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files that are pages.
    pub pages: usize,
    /// Their bytes, uncompressed.
    pub bytes: usize,
}

impl Written {
    fn add(&mut self, page: &str) {
        self.pages += 1;
        self.bytes += page.len();
    }
}

/// Writes every page and what stands around them; the home page last, so that a deployment in progress never mixes versions.
/// Cards for link previews are drawn where there is something that draws them.
pub fn write_pages(folder: &Folder, shell: &PageShell, cards: Option<&Cards>, out: &Files) -> io::Result<Written> {
    let catalogue = Arc::new(folder.catalogue().map_err(missing)?);
    let prerenderer = Prerenderer::new(folder, shell);
    let mut written = comparisons(folder, &prerenderer, cards, out)?;
    let absolute = |path: &str| prerenderer.absolute(path);
    let site = &folder.site.value;
    if let Some(cards) = cards {
        out.write("og.png", &cards.home(&catalogue, site).map_err(io::Error::other)?)?;
    }
    if let Some(builder) = prerenderer.write_builder(&catalogue, out)? {
        written.add(&builder);
    }
    let missing = LoadError::NotFound("there is no page at this address".to_owned());
    let index = write_catalogue(&catalogue);
    for (path, text) in [
        ("feed.xml", feeds::atom(site, &catalogue, &absolute)),
        ("feed.json", feeds::json_feed(site, &catalogue, &absolute)),
        ("sitemap.xml", feeds::sitemap(&catalogue, &absolute)),
        ("robots.txt", feeds::robots(&absolute)),
        ("_headers", feeds::headers(shell)),
        ("compare/index.html", prerenderer.choose()),
        ("404.html", prerenderer.failed(&missing)),
        ("index.html", prerenderer.home(&catalogue, &index.replace('<', "\\u003c"))),
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

/// Each core takes the next comparison until none is left: one page at a time is in memory per core, however many there are.
fn comparisons(
    folder: &Folder,
    prerenderer: &Prerenderer<'_>,
    cards: Option<&Cards>,
    out: &Files,
) -> io::Result<Written> {
    let next = AtomicUsize::new(0);
    let step = if cards.is_some() { "pages, cards and their compressed copies" } else { "pages" };
    let progress = Progress::new(step, folder.comparisons.len(), "comparisons");
    let write = |comparison: &Read<Comparison>, written: &mut Written| {
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
        Ok::<_, io::Error>(())
    };
    let work = || {
        let mut written = Written::default();
        while let Some(comparison) = folder.comparisons.get(next.fetch_add(1, Ordering::Relaxed)) {
            write(comparison, &mut written)?;
            progress.step();
        }
        Ok::<_, io::Error>(written)
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from).min(folder.comparisons.len().max(1));
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_fold(Written::default(), |sum, thread| {
            let written = thread.join().map_err(|_| io::Error::other("drawing a page failed"))??;
            Ok(Written { pages: sum.pages + written.pages, bytes: sum.bytes + written.bytes })
        })
    })
}

//! Writing all pages of a site, on all cores.

use super::{Folder, PageShell, Prerenderer, feeds, finish::Files};
use crate::{
    content::write_catalogue,
    model::{Catalogue, Comparing, Comparison, LoadError, Route},
};
use std::{io, sync::Arc, thread};

/// What was written.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Written {
    /// Files that are pages.
    pub pages: usize,
    /// Their bytes, uncompressed.
    pub bytes: usize,
}

/// Writes every page and what stands around them; the home page last, so that a deployment in progress never mixes versions.
pub(super) fn write_pages(
    folder: &Folder,
    catalogue: Catalogue,
    shell: &PageShell,
    out: &Files,
) -> io::Result<Written> {
    let prerenderer = Prerenderer::new(folder, shell);
    let catalogue = Arc::new(catalogue);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = folder.comparisons.len().div_ceil(cores).max(1);
    let mut written = thread::scope(|scope| {
        let write = |chunk: &[super::Read<Comparison>]| {
            let mut written = Written::default();
            for comparison in chunk {
                let missing = |id| io::Error::other(format!("there is no tool called “{id}”"));
                let page = prerenderer.comparison(&comparison.value, &comparison.json).map_err(missing)?;
                let path = Route::Compare(Comparing::slug(comparison.value.slug.clone())).to_path();
                out.write(&format!("{path}index.html"), page.as_bytes())?;
                written.pages += 1;
                written.bytes += page.len();
            }
            Ok::<_, io::Error>(written)
        };
        let threads: Vec<_> = folder.comparisons.chunks(share).map(|chunk| scope.spawn(move || write(chunk))).collect();
        threads.into_iter().try_fold(Written::default(), |sum, thread| {
            let written = thread.join().map_err(|_| io::Error::other("drawing a page failed"))??;
            Ok::<_, io::Error>(Written { pages: sum.pages + written.pages, bytes: sum.bytes + written.bytes })
        })
    })?;
    let absolute = |path: &str| prerenderer.absolute(path);
    let site = &folder.site.value;
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
            written.pages += 1;
            written.bytes += text.len();
        }
    }
    Ok(written)
}

//! The pages of tools and reviewers.

use super::{
    Folder, Prerenderer, Relations,
    files::Files,
    relations::{PANEL_FILE, portrait_file, record_file},
    written::Written,
};
use crate::{
    content::write_drawn,
    model::{Page, Reviewer, Route},
};
use std::{io, sync::Arc};

/// Writes the page of every tool, of the panel, and of every reviewer.
pub(super) fn write_portraits(
    folder: &Folder,
    relations: &Relations<'_>,
    prerenderer: &Prerenderer<'_>,
    out: &Files,
) -> io::Result<Written> {
    let write = |route: Route, page: Page, files: &[(&str, &str)], written: &mut Written| {
        let page = prerenderer.page(&route, &page, &prerenderer.card, files);
        written.add(&page);
        out.write(&format!("{}index.html", route.to_path()), page.as_bytes())
    };
    let tools: Vec<_> = folder.tools.values().collect();
    let mut written = Written::by_all_cores(&tools, |tool, written| {
        let (id, portrait) = (&tool.value.id, relations.portrait(&tool.value));
        let more = safe(&write_drawn(&portrait));
        let page = Page::Tool(tool.value.clone(), Arc::new(portrait));
        let files = [(format!("tools/{id}.json"), tool.json.as_str()), (portrait_file(id), &more)];
        write(Route::Tool(id.clone()), page, &files.each_ref().map(|(name, json)| (name.as_str(), *json)), written)
    })?;
    written += Written::by_all_cores(&folder.site.value.panel, |Reviewer { id, .. }, written| {
        let page = relations.record(id);
        let files = [(&*record_file(id), &*safe(&write_drawn(&page)))];
        write(Route::Reviewer(id.clone()), Page::Reviewers(Arc::new(page)), &files, written)
    })?;
    let page = relations.panel();
    let files = [(PANEL_FILE, &*safe(&write_drawn(&page)))];
    write(Route::Panel, Page::Reviewers(Arc::new(page)), &files, &mut written)?;
    Ok(written)
}

/// JSON that can stand in a page: without `<`, which only texts in it can have.
fn safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

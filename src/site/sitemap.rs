//! What searches are told: every address that has a page, and when it last changed.

use super::{Folder, feeds::Absolute, url::is_absolute, xml::xml};
use crate::model::{Catalogue, Date, Route, Slug, Tool, ToolId, Which};
use std::{collections::BTreeMap, fmt::Write as _};

/// None where the site does not know its own address, because a sitemap's are whole. A page is as new as the newest of what it is made of.
pub(super) fn sitemap(folder: &Folder, catalogue: &Catalogue, absolute: Absolute<'_>) -> Option<String> {
    if !is_absolute(&absolute("/")) {
        return None;
    }
    let tools: BTreeMap<&ToolId, Option<Date>> = folder.every_tool().map(|tool| (&tool.id, newest_of(tool))).collect();
    let of_tool = |id: &ToolId| tools.get(id).copied().flatten();
    let comparisons: BTreeMap<&Slug, Option<Date>> = catalogue
        .comparisons
        .iter()
        .map(|it| (&it.slug, it.tools.iter().filter_map(of_tool).chain(it.updated).chain(it.published).max()))
        .collect();
    let newest = tools.values().chain(comparisons.values()).copied().flatten().max();
    let mut out =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
    for route in catalogue.addresses(&folder.site.value.panel).iter().filter(|route| !matches!(route, Route::Embed(_)))
    {
        let date = match route {
            Route::Compare(Which::Slug(slug)) => comparisons.get(slug).copied().flatten(),
            Route::Tool(id) => of_tool(id),
            Route::Reviewer(id) => {
                let reviews = folder.every_tool().filter_map(|tool| tool.review_by(id));
                reviews.filter_map(|review| review.date).max()
            }
            // It says nothing that is dated.
            Route::Builder => None,
            _ => newest,
        };
        let lastmod = date.map_or_else(String::new, |date| format!("<lastmod>{date}</lastmod>"));
        let _ = writeln!(out, "<url><loc>{}</loc>{lastmod}</url>", xml(&absolute(&route.to_path())));
    }
    out.push_str("</urlset>\n");
    Some(out)
}

/// The newest day that is said of a tool.
fn newest_of(tool: &Tool) -> Option<Date> {
    let reviews = tool.reviews.iter().filter_map(|review| review.date);
    let history = tool.history.iter().map(|change| change.date);
    let counted = tool.community.map(|snapshot| snapshot.as_of);
    reviews.chain(history).chain(counted).chain(tool.price.checked).chain(tool.updated).max()
}

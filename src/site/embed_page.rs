//! The page inside an embed, as a file that is complete before any script; and what stands beside it for who cannot use it.

use super::{
    Embed, Files, Read, badge,
    pages::missing,
    prerender::{Prerenderer, drawn},
    shell::Kind,
};
use crate::{
    model::{Catalogue, Comparison, Page, Route, ToolId},
    view::{embed, embed_foot, page as page_view},
};
use elements::IntoView;
use std::{io, sync::Arc};

/// No page of its own, for searches; and what it links to opens beside the page around it, never in its place.
const HEAD: &str = "<meta name=\"robots\" content=\"noindex\">\n<base target=\"_blank\">\n";

impl Prerenderer<'_> {
    /// The page of a comparison inside embeds, with everything that any of their views shows; or the tool that is missing.
    pub fn embed_page(&self, comparison: &Comparison, json: &str, card: &str) -> Result<String, ToolId> {
        let page = Page::Compare(Arc::new(self.folder.matchup(comparison)?));
        let (route, whole) = (Route::Embed(comparison.slug.clone()), Route::comparison(&comparison.slug));
        let files = self.files(comparison, json);
        let files: Vec<(&str, &str)> = files.iter().map(|(name, json)| (name.as_str(), *json)).collect();
        let site = &self.folder.site.value;
        let absolute = |path: &str| self.absolute(path);
        let about = self.about_page(&page, &whole, card, &absolute);
        let nodes = drawn(site, |session| {
            let foot = embed_foot(site, &self.links.to(&whole));
            (embed(page_view(&page, site, &self.links, session)), foot).into_any()
        });
        Ok(self.written(Kind::Embed, &about, HEAD, &nodes, &self.data(&route, &files)))
    }

    /// Writes what a comparison's embeds need: the page inside, and its oEmbed. Answers with the page.
    pub(super) fn write_embed(
        &self,
        comparison: &Read<Arc<Comparison>>,
        card: &str,
        out: &Files,
    ) -> io::Result<String> {
        let Read { value: comparison, json } = comparison;
        let site = &self.folder.site.value;
        let page = self.embed_page(comparison, json, card).map_err(missing)?;
        let slug = &comparison.slug;
        out.write(&format!("embed/{slug}/index.html"), page.as_bytes())?;
        let matchup = self.folder.matchup(comparison).map_err(missing)?;
        let absolute = |path: &str| self.absolute(path);
        let embed = Embed::new(comparison, &matchup, site, &absolute);
        out.write(&format!("oembed/{slug}.json"), embed.oembed(card).as_bytes())?;
        Ok(page)
    }

    /// Writes the badge of every tool.
    pub(super) fn write_badges(&self, out: &Files) -> io::Result<()> {
        self.folder.every_tool().try_for_each(|tool| {
            out.write(&format!("badge/{}.svg", tool.id), badge(tool, &self.folder.site.value).as_bytes())
        })
    }

    /// Writes the builder. Answers with its page.
    pub(super) fn write_builder(&self, catalogue: &Catalogue, out: &Files) -> io::Result<String> {
        let builder = self.builder(catalogue);
        out.write("embed/index.html", builder.as_bytes())?;
        Ok(builder)
    }
}

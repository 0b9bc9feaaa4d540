//! A comparison or a tool as one entry of a list.

use super::{cards::figure, pick::pick_button, text::named};
use crate::{
    model::{Brief, Catalogue, Found, Route, Summary},
    view::{Links, Session},
};
use elements::{
    AnyView, El, IntoView,
    html::{a, b, bdi, div, h3, li, mark, p, span, time, ul},
};

/// Entries of a list, and what is marked in them.
pub struct Listing<'a> {
    /// What the entries are of.
    pub catalogue: &'a Catalogue,
    /// What was searched for, where something was.
    pub found: Option<&'a Found>,
    /// Where they lead.
    pub links: &'a Links,
    /// Whose panel counts.
    pub session: &'a Session,
}

impl Listing<'_> {
    /// A comparison: its title, its day, and a line for each of its tools.
    pub fn comparison(&self, summary: &Summary) -> El {
        let tools: Vec<El> = self.catalogue.tools_of(summary).map(|tool| self.line(tool)).collect();
        let title = self.marked(&summary.title);
        li().child((
            h3().child(a().attr("href", self.links.to(&Route::comparison(&summary.slug))).child(title)),
            summary.published.map(|date| p().class("soft").child(time().child(date.to_string()))),
            ul().child(tools),
        ))
    }

    /// A tool: its name, put into `heading`, what it is, and its figures.
    pub fn tool(&self, heading: El, tool: &Brief) -> El {
        let name = self.marked(&tool.name);
        li().child((
            heading.child(a().attr("href", self.links.to(&Route::Tool(tool.id.clone()))).child(name)),
            p().class("soft").child((
                self.marked(&tool.category),
                (!tool.maker.is_empty()).then(|| (" · ", self.marked(&tool.maker))),
            )),
            p().child(self.marked(&tool.tagline)),
            ul().child(self.figures(tool)),
            pick_button(&tool.id, &tool.name, self.session),
        ))
    }

    /// A tool in a line of a comparison; below it what else was found.
    fn line(&self, tool: &Brief) -> El {
        let else_found = |text: &String| {
            let pieces = self.found?.pieces(text);
            pieces.iter().any(|piece| piece.is_match).then(|| div().class("soft").child(self.marked(text)))
        };
        let found: Vec<El> = [&tool.maker, &tool.category, &tool.tagline].into_iter().filter_map(else_found).collect();
        li().child((span().class("name").child(self.marked(&tool.name)), " ", self.shares(tool), found))
    }

    /// Its figures in a line.
    fn figures(&self, tool: &Brief) -> El {
        li().child((span().class("name").child("Panel"), " ", self.shares(tool)))
    }

    /// Panel figure, and price.
    fn shares(&self, tool: &Brief) -> AnyView {
        let it = tool.clone();
        let share = self.session.muted().map(move |muted| it.share(&muted));
        let meaning = share.map(|share| if share.is_some() { " of the panel ship it" } else { " no panel figure" });
        let figure = b().child((share.map(figure), span().class("sr").child(meaning)));
        (figure, " ", named(span().class("entry"), &tool.price())).into_any()
    }

    /// A text whose matches are marked. Its direction is its own.
    fn marked(&self, text: &str) -> El {
        let Some(found) = self.found else { return bdi().child(text) };
        found.pieces(text).into_iter().fold(bdi(), |whole, piece| match piece.is_match {
            true => whole.child(mark().child(piece.text)),
            false => whole.child(piece.text),
        })
    }
}

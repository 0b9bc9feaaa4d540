//! A comparison or a tool as one entry of a list.

use super::{
    cards::figure,
    explore::after_list,
    pick::pick_button,
    text::{day, named},
};
use crate::{
    model::{Brief, Catalogue, Found, Of, Pick, Route, Sought, Summary},
    view::{Followed, Links, Session, followed::Shared},
};
use elements::{
    AnyView, El, IntoView,
    html::{a, b, bdi, div, h3, li, mark, ol, p, span, ul},
};
use std::sync::Arc;

/// A list of comparisons or tools: what was found, or everything; and what stands behind it.
pub fn list(
    of: Of,
    everything: &Arc<Catalogue>,
    sought: &Followed<Shared<Sought>>,
    links: &Links,
    session: &Session,
) -> AnyView {
    let (everything, links, session) = (everything.clone(), links.clone(), session.clone());
    sought
        .map(move |sought| {
            let found = if let Sought::Found(found) = &*sought { Some(found) } else { None };
            let catalogue = found.map_or(&everything, |found| &found.finder.catalogue);
            let listing = Listing { catalogue, found, links: &links, session: &session };
            let count = if of == Of::Tools { catalogue.tools.len() } else { catalogue.comparisons.len() };
            let mut entries = Vec::new();
            for i in 0..found.map_or(count, |found| found.shown().len()) {
                let at = found.and_then(|found| found.shown().get(i).copied()).unwrap_or(i);
                entries.extend(match of {
                    Of::Comparisons => catalogue.comparisons.get(at).map(|it| listing.comparison(it)),
                    Of::Tools => catalogue.tools.get(at).map(|it| listing.tool(it)),
                });
            }
            (ol().class("comparisons").child(entries), after_list(of, &sought, &session))
        })
        .into_any()
}

/// A comparison: its title and its day.
pub fn listed_link(summary: &Summary, links: &Links) -> El {
    let date = summary.published.map(|date| (" ", day(date).class("soft")));
    li().child(named(a(), &summary.title).attr("href", links.to(&Route::comparison(&summary.slug)))).child(date)
}

/// Entries of a list, and what is marked in them.
struct Listing<'a> {
    /// What the entries are of.
    catalogue: &'a Catalogue,
    /// What was searched for, where something was.
    found: Option<&'a Found>,
    /// Where they lead.
    links: &'a Links,
    /// Whose panel counts.
    session: &'a Session,
}

impl Listing<'_> {
    /// A comparison: its title, its day, and a line for each of its tools.
    fn comparison(&self, summary: &Summary) -> El {
        let tools = self.catalogue.tools_of(summary).map(|tool| self.line(tool));
        let title = self.marked(&summary.title);
        li().child(h3().child(a().attr("href", self.links.to(&Route::comparison(&summary.slug))).child(title)))
            .child(summary.published.map(|date| p().class("soft").child(day(date))))
            .child(ul().children(tools))
    }

    /// A tool: its name, what it is, and its figures.
    fn tool(&self, tool: &Brief) -> El {
        let href = (!tool.pageless).then(|| self.links.to(&Route::Tool(tool.id.clone())));
        li().child(h3().child(a().attr("href", href).child(self.marked(&tool.name))))
            .child(
                p().class("soft")
                    .child(self.marked(&tool.category))
                    .child((!tool.maker.is_empty()).then(|| (" · ", self.marked(&tool.maker)))),
            )
            .child(p().child(self.marked(&tool.tagline)))
            .child(ul().child(self.figures(tool)))
            .child(
                (!tool.pageless)
                    .then(|| pick_button(&Pick { id: tool.id.clone(), name: tool.name.clone() }, self.session)),
            )
    }

    /// A tool in a line of a comparison; below it what else was found.
    fn line(&self, tool: &Brief) -> El {
        let mut found = Vec::new();
        for text in [&tool.maker, &tool.category, &tool.tagline] {
            if self.found.is_some_and(|found| found.pieces(text).iter().any(|piece| piece.is_match)) {
                found.push(div().class("soft").child(self.marked(text)));
            }
        }
        li().child(span().class("name").child(self.marked(&tool.name))).child(" ").child(self.shares(tool)).child(found)
    }

    /// Its figures in a line.
    fn figures(&self, tool: &Brief) -> El {
        li().child(span().class("name").child("Panel")).child(" ").child(self.shares(tool))
    }

    /// Panel figure, and price.
    fn shares(&self, tool: &Brief) -> AnyView {
        let meaning =
            |share: Option<_>| if share.is_some() { " of its reviewers would ship it" } else { " no panel figure" };
        let heard = span().class("sr");
        let figure = match self.found {
            // A search is made anew whenever somebody is left out, so that its entries follow nothing of their own.
            Some(found) => {
                let share = tool.share(&found.muted);
                b().child(figure(share)).child(heard.child(meaning(share)))
            }
            None => {
                let it = tool.clone();
                let share = self.session.viewed(move |view| it.share(&view.muted));
                b().child(share.map(figure)).child(heard.child(share.map(meaning)))
            }
        };
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

//! What bloggers paste, in every form; and oEmbed, which offers the first of them to whoever asks for a page's address.

use super::{
    Recipe, View,
    badge::badge_words,
    card::{HEIGHT, WIDTH},
    frame::SANDBOX,
    reserve::{reserved, reserved_list},
    url::is_absolute,
};
use crate::model::{Comparison, MIN_TOOLS, Matchup, Site, Split, in_markdown};
use elements::{AnyView, IntoView, escape, html};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Width in CSS pixels of a column of text, which recipes assume where nobody says another.
pub const COLUMN: u32 = 640;

/// One comparison, as embeds speak of it. Addresses are absolute where the site knows its own.
pub struct Embed<'a> {
    site: &'a Site,
    matchup: &'a Matchup,
    slug: &'a str,
    absolute: &'a dyn Fn(&str) -> String,
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

impl<'a> Embed<'a> {
    /// Of a comparison whose tools are in `matchup`.
    pub fn new(
        comparison: &'a Comparison,
        matchup: &'a Matchup,
        site: &'a Site,
        absolute: &'a dyn Fn(&str) -> String,
    ) -> Self {
        Self { site, matchup, slug: comparison.slug.as_str(), absolute }
    }

    fn tools(&self) -> usize {
        self.matchup.tools.len()
    }

    /// The attributes that differ from what the loader takes for granted, each name with `before` before it.
    fn attributes(&self, before: &str, view: View) -> String {
        let mut out = String::new();
        if view != View::USUAL {
            let _ = write!(out, " {before}view=\"{}\"", view.key());
        }
        if self.tools() != MIN_TOOLS {
            let _ = write!(out, " {before}tools=\"{}\"", self.tools());
        }
        out
    }

    fn page(&self) -> String {
        (self.absolute)(&format!("/compare/{}/", self.slug))
    }

    /// “panel ship 100% vs 75%”.
    fn figures(&self) -> String {
        let share = |tool| Split::of(tool, self.site, &[]).share();
        let shares =
            self.matchup.tools.iter().map(|tool| share(tool).map_or_else(|| "—".to_owned(), |it| it.to_string()));
        format!("panel ship {}", shares.collect::<Vec<_>>().join(" vs "))
    }

    /// What is pasted, in one way.
    pub fn recipe(&self, recipe: Recipe, view: View) -> String {
        match recipe {
            Recipe::Script => self.script(view),
            Recipe::Element => self.element(view),
            Recipe::Frame => self.frame(view),
            Recipe::Markdown => self.markdown(),
            Recipe::Oembed => self.oembed_address(),
        }
    }

    /// The quotation and the loader that makes it live.
    pub fn script(&self, view: View) -> String {
        format!(
            "<blockquote class=\"shipside\" data-theme=\"auto\"{}>\n  <a href=\"{}\">{}</a>: {}\n</blockquote>\n{}",
            self.attributes("data-", view),
            escaped(&self.page()),
            escaped(&self.matchup.title()),
            self.figures(),
            self.loader(),
        )
    }

    fn loader(&self) -> String {
        format!("<script async src=\"{}\"></script>", escaped(&(self.absolute)("/embed.js")))
    }

    /// The element that the loader defines.
    pub fn element(&self, view: View) -> String {
        format!(
            "<shipside-comparison src=\"{}\" theme=\"auto\"{}>\n  <a href=\"{0}\">{}</a>: {}\n</shipside-comparison>\n{}",
            escaped(&self.page()),
            self.attributes("", view),
            escaped(&self.matchup.title()),
            self.figures(),
            self.loader(),
        )
    }

    /// A frame without any script of ours in the page around it: its height cannot follow.
    pub fn frame(&self, view: View) -> String {
        let of_view = if view == View::USUAL { String::new() } else { format!("?view={}", view.key()) };
        format!(
            "<iframe src=\"{}{of_view}\" title=\"{}\" width=\"100%\" height=\"{}\" loading=\"lazy\" sandbox=\"{SANDBOX}\" style=\"border: 0\"></iframe>",
            escaped(&(self.absolute)(&format!("/embed/{}/", self.slug))),
            escaped(&self.matchup.title()),
            reserved(view, self.tools(), COLUMN),
        )
    }

    /// Markdown: a badge for each tool, and the link in words.
    pub fn markdown(&self) -> String {
        let page = self.page();
        let badge = |tool: &std::sync::Arc<crate::model::Tool>| {
            let image = (self.absolute)(&format!("/badge/{}.svg", tool.id));
            format!("[![{}]({image})]({page})", in_markdown(&badge_words(tool, self.site)))
        };
        let badges: Vec<String> = self.matchup.tools.iter().map(badge).collect();
        format!("[{}]({page}): {}\n\n{}", in_markdown(&self.matchup.title()), self.figures(), badges.join(" "))
    }

    /// Where the oEmbed is.
    pub fn oembed_address(&self) -> String {
        (self.absolute)(&format!("/oembed/{}.json", self.slug))
    }

    /// oEmbed 1.0, `rich`, with the card at the path `card`; and, under `shipside`, what the builder needs to know of each view.
    pub fn oembed(&self, card: &str) -> String {
        let of_view = |view: View| (view.key().to_owned(), json!({ "heights": reserved_list(view, self.tools()) }));
        let views: serde_json::Map<String, Value> = View::ALL.into_iter().map(of_view).collect();
        let mut oembed = json!({
            "version": "1.0",
            "type": "rich",
            "title": self.matchup.title(),
            "provider_name": self.site.name,
            "html": self.script(View::USUAL),
            "width": COLUMN,
            "height": reserved(View::USUAL, self.tools(), COLUMN),
            "shipside": { "figures": self.figures(), "tools": self.tools(), "views": views, "markdown": self.markdown() },
        });
        // A site that does not know its address can still be asked by its own builder.
        let home = (self.absolute)("/");
        if is_absolute(&home) {
            oembed["provider_url"] = home.into();
            oembed["thumbnail_url"] = (self.absolute)(card).into();
            oembed["thumbnail_width"] = WIDTH.into();
            oembed["thumbnail_height"] = HEIGHT.into();
        }
        oembed.to_string()
    }
}

/// What in a page's head says where its oEmbed is.
pub(super) fn discovery(address: &str, title: &str) -> AnyView {
    let kind = html::link().attr("rel", "alternate").attr("type", "application/json+oembed");
    kind.attr("title", title).attr("href", address).into_any()
}

//! The embed builder: every recipe for one comparison, to be read and copied without scripts; a script of its own lets bloggers
//! choose comparison, view, theme, width and language, and shows what comes of it.

use super::{
    embed::{COLUMN, Embed, View},
    head::About,
    prerender::{Prerenderer, drawn},
    shell::Kind,
};
use crate::{
    model::{Catalogue, Comparison, Route},
    view::chrome,
};
use elements::{El, html};

/// The recipes: id, heading, and what to know of each.
const FORMS: [(&str, &str, &str); 5] = [
    (
        "script",
        "Quotation and script",
        "For most blogs. The link is there at once and stays where scripts are off; the height follows.",
    ),
    ("element", "Custom element", "The same, for pages that are made by scripts: attributes and properties are live."),
    (
        "frame",
        "Plain frame",
        "Where scripts are not allowed. The height is right for the chosen width and does not follow.",
    ),
    ("markdown", "Markdown and badges", "For READMEs, forums and mail: a link and pictures."),
    ("oembed", "oEmbed address", "For systems that ask; pages name it in their heads too."),
];

impl Prerenderer<'_> {
    /// The page of the embed builder; nothing where there is nothing to embed.
    pub fn builder(&self, catalogue: &Catalogue) -> Option<String> {
        let site = &self.folder.site.value;
        let latest = &catalogue.comparisons.first()?.slug;
        let comparison = self.folder.comparisons.iter().find(|it| it.value.slug == *latest)?;
        let about = About {
            site,
            title: format!("Embed a comparison · {}", site.name),
            description: format!("Put a comparison of {} into any page: one line, no tracking.", site.name),
            canonical: self.absolute(&Route::Builder.to_path()),
            card: "/og.png".to_owned(),
            page: None,
            oembed: None,
            absolute: &|path| self.absolute(path),
        };
        let page = self.recipes(&comparison.value, catalogue)?;
        let nodes = drawn(|session| {
            let shared = Some(site.clone());
            chrome(move || shared.clone(), &self.links, session, page)
        });
        Some(self.written(Kind::Builder, &about, "", &nodes, ""))
    }

    fn recipes(&self, comparison: &Comparison, catalogue: &Catalogue) -> Option<El> {
        let matchup = self.folder.matchup(comparison).ok()?;
        let absolute = |path: &str| self.absolute(path);
        let embed = Embed::new(comparison, &matchup, &self.folder.site.value, &absolute);
        let code = |form: &str| match form {
            "script" => embed.script(View::Full),
            "element" => embed.element(View::Full),
            "frame" => embed.frame(View::Full),
            "markdown" => embed.markdown(),
            _ => embed.oembed_address(),
        };
        let recipe = |(id, heading, hint): (&'static str, &'static str, &'static str)| {
            let name = format!("recipe-{id}");
            html::section()
                .class("recipe stack")
                .attr("aria-labelledby", name.as_str())
                .child(html::h2().attr("id", name.as_str()).child(heading))
                .child(html::p().class("soft").child(hint))
                .child(
                    html::pre()
                        .attr("role", "group")
                        .attr("tabindex", "0")
                        .attr("dir", "ltr")
                        .attr("aria-labelledby", name.as_str())
                        .child(html::code().attr("id", id).child(code(id))),
                )
                .child(copy(id, heading))
        };
        let options: Vec<El> = catalogue
            .comparisons
            .iter()
            .map(|it| html::option().attr("value", it.slug.as_str()).child(it.title.as_str()))
            .collect();
        let main = html::div()
            .class("builder stack")
            .attr("data-site", self.absolute("/"))
            .attr("data-base", self.shell.base.as_str())
            .child(title())
            .child(choices(options))
            .child(html::p().class("said").attr("role", "status"))
            .child(preview())
            .child(html::div().class("recipes").child(FORMS.map(recipe).into_iter().collect::<Vec<_>>()));
        Some(main)
    }
}

fn title() -> El {
    html::div()
        .class("title stack")
        .child(html::h1().attr("tabindex", "-1").child("Embed a comparison"))
        .child(html::p().class("lede").child("Copy one of these into a post. Nothing is loaded before a reader comes near, nobody is tracked, and the link stays where scripts are off."))
}

fn copy(id: &'static str, heading: &str) -> El {
    html::button()
        .attr("type", "button")
        .attr("data-copy", id)
        .attr("hidden", "")
        .child("Copy")
        .child(html::span().class("sr").child(format!(" “{heading}”")))
}

/// What can be chosen; hidden until the script is there that makes something of it.
fn choices(options: Vec<El>) -> El {
    let select = |name: &'static str, label: &'static str, options: Vec<El>| {
        html::label().child(html::span().child(label)).child(html::select().attr("id", name).child(options))
    };
    let words = |pairs: &[(&'static str, &'static str)]| {
        pairs.iter().map(|(value, word)| html::option().attr("value", *value).child(*word)).collect::<Vec<_>>()
    };
    html::div()
        .class("wishes")
        .attr("role", "group")
        .attr("aria-label", "Your embed")
        .attr("hidden", "")
        .child(select("of", "Comparison", options))
        .child(select(
            "view",
            "View",
            words(&[("full", "Full"), ("compact", "Compact: the cards"), ("vote", "Vote: figures and buttons")]),
        ))
        .child(select(
            "theme",
            "Theme",
            words(&[("auto", "As the page around it"), ("light", "Light"), ("dark", "Dark")]),
        ))
        .child(
            html::label().child(html::span().child("Width of the column, px")).child(
                html::input()
                    .attr("id", "width")
                    .attr("type", "number")
                    .attr("min", "200")
                    .attr("max", "1600")
                    .attr("step", "10")
                    .attr("value", COLUMN.to_string()),
            ),
        )
        .child(
            html::label().child(html::span().child("Language, like en or pt-BR; may be empty")).child(
                html::input()
                    .attr("id", "lang")
                    .attr("autocomplete", "off")
                    .attr("maxlength", "35")
                    .attr("spellcheck", "false"),
            ),
        )
}

/// The same post on a light and on a dark blog. The script puts the embeds in.
fn preview() -> El {
    let blog = |scheme: &'static str, name: &'static str| {
        html::div()
            .class("blog")
            .attr("data-scheme", scheme)
            .attr("role", "group")
            .attr("aria-label", name)
            // It scrolls: by keyboard too.
            .attr("tabindex", "0")
            .child(html::p().class("post").child("Last week I had to choose, and this is what I looked at first."))
            .child(html::div().class("here"))
            .child(html::p().class("post").child("What would you have done?"))
    };
    html::section()
        .class("previews stack")
        .attr("aria-labelledby", "preview")
        .attr("hidden", "")
        .child(html::h2().attr("id", "preview").child("Preview"))
        .child(html::div().class("blogs").child(vec![blog("light", "A light blog"), blog("dark", "A dark blog")]))
}

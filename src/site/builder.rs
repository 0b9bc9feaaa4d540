//! The embed builder: every recipe for one comparison, to be read and copied without scripts; a script of its own lets bloggers
//! choose comparison, view, theme, width and language, and shows what comes of it.

use super::{
    embed::{COLUMN, Embed, View},
    head::About,
    prerender::{Prerenderer, drawn},
    shell::Kind,
};
use crate::{
    html::{El, Node, el, many},
    model::{Catalogue, Comparison, Route},
    view::shell,
};
use std::cell::RefCell;

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
        "Where scripts are not allowed. The height is about right for the chosen width and does not follow: the full view scrolls.",
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
        let nodes = drawn(&|reader| {
            let page = RefCell::new(Some(many(page.borrow_mut().take())));
            shell(Some(site), &self.links, reader, move || page.take().unwrap_or_default())
        });
        Some(self.written(Kind::Builder, &about, "", &nodes, ""))
    }

    fn recipes(&self, comparison: &Comparison, catalogue: &Catalogue) -> Option<RefCell<Option<El>>> {
        let matchup = self.folder.matchup(comparison).ok()?;
        let absolute = |path: &str| self.absolute(path);
        let embed = Embed::new(comparison, &matchup, &self.folder.site.value, &absolute);
        let code = |form: &str| match form {
            "script" => embed.script(View::USUAL),
            "element" => embed.element(View::USUAL),
            "frame" => embed.frame(View::USUAL),
            "markdown" => embed.markdown(),
            _ => embed.oembed_address(),
        };
        let recipe = |(id, heading, hint): (&'static str, &'static str, &'static str)| {
            let name = format!("recipe-{id}");
            el("section")
                .class("recipe stack")
                .attr("aria-labelledby", &name)
                .child(el("h2").attr("id", &name).child(heading))
                .child(el("p").class("soft").child(hint))
                .child(
                    el("pre")
                        .fixed("role", "group")
                        .fixed("tabindex", "0")
                        .fixed("dir", "ltr")
                        .attr("aria-labelledby", &name)
                        .child(el("code").attr("id", id).child(code(id))),
                )
                .child(copy(id, heading))
        };
        let options: Vec<El> = catalogue
            .comparisons
            .iter()
            .map(|it| el("option").attr("value", it.slug.as_str()).child(it.title.as_str()))
            .collect();
        let main = el("div")
            .class("builder stack")
            .attr("data-site", self.absolute("/"))
            .attr("data-base", &self.shell.base)
            .child(title())
            .child(choices(options))
            .child(el("p").class("said").fixed("role", "status"))
            .child(preview())
            .child(el("div").class("recipes").child(FORMS.map(recipe).into_iter().collect::<Vec<_>>()));
        Some(RefCell::new(Some(main)))
    }
}

fn title() -> El {
    el("div")
        .class("title stack")
        .child(el("h1").fixed("tabindex", "-1").child("Embed a comparison"))
        .child(el("p").class("lede").child("Copy one of these into a post. Nothing is loaded before a reader comes near, nobody is tracked, and the link stays where scripts are off."))
}

fn copy(id: &'static str, heading: &str) -> El {
    el("button")
        .fixed("type", "button")
        .fixed("data-copy", id)
        .fixed("hidden", "")
        .child("Copy")
        .child(el("span").class("sr").child(format!(" “{heading}”")))
}

/// What can be chosen; hidden until the script is there that makes something of it.
fn choices(options: Vec<El>) -> El {
    let select = |name: &'static str, label: &'static str, options: Vec<El>| {
        el("label").child(el("span").child(label)).child(el("select").fixed("id", name).child(options))
    };
    let words = |pairs: &[(&'static str, &'static str)]| {
        pairs.iter().map(|(value, word)| el("option").fixed("value", value).child(*word)).collect::<Vec<_>>()
    };
    el("div")
        .class("wishes")
        .fixed("role", "group")
        .fixed("aria-label", "Your embed")
        .fixed("hidden", "")
        .child(select("of", "Comparison", options))
        .child(select(
            "view",
            "View",
            words(&[
                ("compact", "Compact: the answer in short"),
                ("full", "Full: everything"),
                ("vote", "Vote: figures and buttons"),
            ]),
        ))
        .child(select(
            "theme",
            "Theme",
            words(&[("auto", "As the page around it"), ("light", "Light"), ("dark", "Dark")]),
        ))
        .child(
            el("label").child(el("span").child("Width of the column, px")).child(
                el("input")
                    .fixed("id", "width")
                    .fixed("type", "number")
                    .fixed("min", "200")
                    .fixed("max", "1600")
                    .fixed("step", "10")
                    .attr("value", COLUMN.to_string()),
            ),
        )
        .child(
            el("label").child(el("span").child("Language, like en or pt-BR; may be empty")).child(
                el("input")
                    .fixed("id", "lang")
                    .fixed("autocomplete", "off")
                    .fixed("maxlength", "35")
                    .fixed("spellcheck", "false"),
            ),
        )
}

/// The same post on a light and on a dark blog. The script puts the embeds in.
fn preview() -> El {
    let blog = |scheme: &'static str, name: &'static str| -> Node {
        let post = el("div")
            .class("blog")
            .fixed("data-scheme", scheme)
            .fixed("role", "group")
            .attr("aria-label", name)
            // It scrolls: by keyboard too.
            .fixed("tabindex", "0")
            .child(el("p").class("post").child("Last week I had to choose, and this is what I looked at first."))
            .child(el("div").class("here"))
            .child(el("p").class("post").child("What would you have done?"));
        Node::El(post)
    };
    el("section")
        .class("previews stack")
        .fixed("aria-labelledby", "preview")
        .fixed("hidden", "")
        .child(el("h2").fixed("id", "preview").child("Preview"))
        .child(el("div").class("blogs").child(vec![blog("light", "A light blog"), blog("dark", "A dark blog")]))
}

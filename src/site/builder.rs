//! The embed builder: every recipe for one comparison, to be read and copied without scripts; a script of its own lets bloggers
//! choose comparison, view, theme, width and language, and shows what comes of it.

use super::{
    Recipe, View,
    embed::{COLUMN, Embed},
    head::About,
    prerender::{Prerenderer, drawn},
    shell::Kind,
};
use crate::{
    model::{Catalogue, Route, Theme},
    scripts::{hooks, wishes},
    view::chrome,
};
use elements::{AnyView, El, IntoView, html};

const HEADING: &str = "Embed a comparison";

impl Prerenderer<'_> {
    /// The page of the embed builder, which every page leads to.
    pub fn builder(&self, catalogue: &Catalogue) -> String {
        let site = &self.folder.site.value;
        let about = About {
            site,
            title: format!("{HEADING} · {}", site.name),
            description: format!("Put a comparison of {} into any page: one line, no tracking.", site.name),
            canonical: self.absolute(&Route::Builder.to_path()),
            card: self.card.clone(),
            page: None,
            is_found: true,
            oembed: None,
            absolute: &|path| self.absolute(path),
        };
        let page = self.recipes(catalogue).unwrap_or_else(|| {
            let nothing = html::p().child("There is no comparison here yet, so there is nothing to embed.");
            self.root().child(html::h1().attr("tabindex", "-1").child(HEADING)).child(nothing)
        });
        let nodes = drawn(site, |session| {
            let shared = Some(site.clone());
            chrome(move || shared.clone(), &self.links, session, page)
        });
        self.written(Kind::Builder, &about, "", &nodes, "")
    }

    /// What the page's script starts from.
    fn root(&self) -> El {
        html::div()
            .class("builder stack")
            .attr(hooks::SITE, self.absolute("/"))
            .attr(hooks::BASE, self.shell.base.as_str())
    }

    /// Every recipe for the latest comparison; nothing where there is none.
    fn recipes(&self, catalogue: &Catalogue) -> Option<El> {
        let latest = &catalogue.comparisons.first()?.slug;
        let comparison = &self.folder.comparisons.iter().find(|it| it.value.slug == *latest)?.value;
        let matchup = self.folder.matchup(comparison).ok()?;
        let absolute = |path: &str| self.absolute(path);
        let embed = Embed::new(comparison, &matchup, &self.folder.site.value, &absolute);
        let shown = |recipe: Recipe| {
            let (id, heading) = (recipe.key(), recipe.heading());
            let name = format!("recipe-{id}");
            html::section()
                .class("recipe stack")
                .attr("aria-labelledby", name.as_str())
                .child(html::h2().attr("id", name.as_str()).child(heading))
                .child(html::p().class("soft").child(recipe.hint()))
                .child(
                    html::pre()
                        .attr("role", "group")
                        .attr("tabindex", "0")
                        .attr("dir", "ltr")
                        .attr("aria-labelledby", name.as_str())
                        .child(html::code().attr("id", id).child(embed.recipe(recipe, View::USUAL))),
                )
                .child(copy(id, heading))
        };
        let options: Vec<El> = catalogue
            .comparisons
            .iter()
            .map(|it| html::option().attr("value", it.slug.as_str()).child(it.title.as_str()))
            .collect();
        let main = self
            .root()
            .child(title())
            .child(choices(options))
            .child(html::p().class("said").attr("role", "status").attr(hooks::SAID, ""))
            .child(preview())
            .child(html::div().class("recipes").child(Recipe::ALL.map(shown).into_iter().collect::<Vec<_>>()));
        Some(main)
    }
}

fn title() -> El {
    html::div()
        .class("title stack")
        .child(html::h1().attr("tabindex", "-1").child(HEADING))
        .child(html::p().class("lede").child("Copy one of these into a post. Nothing is loaded before a reader comes near, nobody is tracked, and the link stays where scripts are off."))
}

fn copy(id: &'static str, heading: &str) -> El {
    html::button()
        .attr("type", "button")
        .attr(hooks::COPY, id)
        .attr("hidden", "")
        .child("Copy")
        .child(html::span().class("sr").child(format!(" “{heading}”")))
}

/// What can be chosen; hidden until the script is there that makes something of it.
fn choices(options: Vec<El>) -> El {
    let field = |label: &'static str, control: AnyView| html::label().child(html::span().child(label)).child(control);
    let select = |id: &'static str, label: &'static str, options: Vec<El>| {
        field(label, html::select().attr("id", id).child(options).into_any())
    };
    let input = |id: &'static str, label: &'static str, attributes: &[(&'static str, &str)]| {
        let said = format!("{id}-said");
        let mut input = html::input().attr("id", id).attr("aria-describedby", said.as_str());
        for (name, value) in attributes {
            input = input.attr(name, (*value).to_owned());
        }
        html::div().child(field(label, input.into_any())).child(html::p().id(said).class("trouble"))
    };
    let width = [("type", "number"), ("min", "200"), ("max", "1600"), ("step", "10"), ("value", &COLUMN.to_string())];
    let language = [("autocomplete", "off"), ("maxlength", "35"), ("spellcheck", "false")];
    let views = View::ALL.map(|view| html::option().attr("value", view.key()).child(of_view(view)));
    let themes = Theme::ALL.map(|theme| html::option().attr("value", theme.key()).child(of_theme(theme)));
    html::div()
        .class("wishes")
        .attr("role", "group")
        .attr("aria-label", "Your embed")
        .attr("hidden", "")
        .child(select(wishes::COMPARISON, "Comparison", options))
        .child(select(wishes::VIEW, "View", views.into_iter().collect()))
        .child(select(wishes::THEME, "Theme", themes.into_iter().collect()))
        .child(input(wishes::WIDTH, "Width of the column, px", &width))
        .child(input(wishes::LANG, "Language, like en or pt-BR; may be empty", &language))
}

fn of_view(view: View) -> &'static str {
    match view {
        View::Full => "Full: everything",
        View::Compact => "Compact: the answer in short",
        View::Vote => "Vote: figures and buttons",
    }
}

fn of_theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "As the page around it",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// The same post on a light and on a dark blog. The script puts the embeds in.
fn preview() -> El {
    let blog = |scheme: &'static str, name: &'static str| {
        html::div()
            .class("blog")
            .attr(hooks::SCHEME, scheme)
            .attr("role", "group")
            .attr("aria-label", name)
            // It scrolls: by keyboard too.
            .attr("tabindex", "0")
            .child(html::p().class("post").child("Last week I had to choose, and this is what I looked at first."))
            .child(html::div().attr(hooks::PREVIEW, ""))
            .child(html::p().class("post").child("What would you have done?"))
    };
    html::section()
        .class("previews stack")
        .attr("aria-labelledby", "preview")
        .attr("hidden", "")
        .child(html::h2().attr("id", "preview").child("Preview"))
        .child(html::div().class("blogs").child(vec![blog("light", "A light blog"), blog("dark", "A dark blog")]))
}

//! What all pages' files have in common: style, scripts, and the policy that allows those and nothing else.

use super::{
    View,
    colours::theme_colours,
    language::is_right_to_left,
    policy::policy,
    scripts::{Inline, ScriptError},
};
use crate::{
    model::{Newsletter, Site, Theme},
    scripts::{hooks, page},
};
use elements::escape;

/// What a page is for. Each kind has scripts and style of its own, and a policy that allows just those.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// To be read: a comparison, or what failed.
    Reading,
    /// To be read: a list of comparisons or tools.
    List,
    /// To be read: one tool.
    Tool,
    /// To be read: the panel, or one reviewer.
    Panel,
    /// To be read inside somebody else's page.
    Embed,
    /// To make embeds with: without the app, with a script of its own.
    Builder,
}

/// Stylesheets: what every page has, and what pages of a kind have besides.
#[derive(Debug, Clone, Default)]
pub struct Sheets {
    /// For every page.
    pub all: String,
    /// For pages that are read by themselves.
    pub reading: String,
    /// For lists, besides.
    pub list: String,
    /// For pages of tools, besides.
    pub tool: String,
    /// For pages of reviewers, besides.
    pub panel: String,
    /// For what is inside embeds.
    pub embed: String,
    /// For the builder.
    pub builder: String,
}

/// Names of the files that every page refers to.
pub struct Assets {
    /// The embed builder's script.
    pub builder: String,
    /// The script that starts the app.
    pub glue: String,
    /// The app.
    pub wasm: String,
    /// The icon, an SVG.
    pub icon: String,
    /// The icon for home screens, a PNG.
    pub touch: String,
    /// The web app manifest.
    pub manifest: String,
}

/// The parts of a page's file that do not depend on the page.
pub struct PageShell {
    /// The path that the site is deployed at, with a slash at both ends.
    pub base: String,
    reading: Parts,
    list: Parts,
    tool: Parts,
    panel: Parts,
    embed: Parts,
    builder: Parts,
    /// Policy of all kinds together, for headers, which know paths and not kinds.
    policy: String,
    assets: Assets,
}

/// The parts that pages of a kind have.
struct Parts {
    /// Scripts in the head.
    first: Vec<String>,
    style: String,
    policy: String,
    /// What fetches the app before anything asks for it. The page is there already when browsers read this, so it takes nothing from
    /// first paint; behind the style and the scripts, it would begin a tenth of a second later on a slow phone.
    preload: String,
    /// The script at the end, as HTML.
    last: String,
}

impl PageShell {
    /// For a site at `base`. The assets lie at its root.
    pub fn new(base: &str, sheets: &Sheets, assets: &Assets, site: &Site) -> Result<Self, ScriptError> {
        let path = |name: &str| format!("{base}{name}");
        let Assets { glue, wasm, icon, touch, manifest, builder } = assets;
        let assets = Assets {
            glue: path(glue),
            wasm: path(wasm),
            icon: path(icon),
            touch: path(touch),
            manifest: path(manifest),
            builder: path(builder),
        };
        let Assets { glue, wasm, builder, .. } = &assets;
        let Inline { boot, host, load, load_embedded } = Inline::new(glue, wasm)?;
        let reading = sheets.all.clone() + &sheets.reading;
        let [list, tool, panel] = [&sheets.list, &sheets.tool, &sheets.panel].map(|more| reading.clone() + more);
        let [embed, own] = [&sheets.embed, &sheets.builder].map(|more| sheets.all.clone() + more);
        let newsletter = site.newsletter.as_ref();
        let kind = |first: Vec<String>,
                    style: &String,
                    preload: String,
                    last: Option<&String>,
                    newsletter: Option<&Newsletter>| {
            let scripts: Vec<&str> = first.iter().chain(last).map(String::as_str).collect();
            let policy = policy(&scripts, &[style], newsletter, last.is_none());
            let last = match last {
                Some(script) => format!("<script type=\"module\">{script}</script>"),
                None => format!(
                    "<script async src=\"{base}embed.js\"></script><script type=\"module\" src=\"{builder}\"></script>"
                ),
            };
            Parts { first, style: style.clone(), policy, preload, last }
        };
        let preload = format!(
            "<link rel=\"modulepreload\" href=\"{glue}\">\n\
             <link rel=\"preload\" as=\"fetch\" href=\"{wasm}\" type=\"application/wasm\" crossorigin>\n"
        );
        let read = |style: &String| kind(vec![boot.clone()], style, preload.clone(), Some(&load), newsletter);
        let styles = [&reading, &list, &tool, &panel, &embed, &own];
        Ok(Self {
            base: base.to_owned(),
            reading: read(&reading),
            list: read(&list),
            tool: read(&tool),
            panel: read(&panel),
            embed: kind(vec![boot.clone(), host.clone()], &embed, String::new(), Some(&load_embedded), None),
            builder: kind(vec![boot.clone()], &own, String::new(), None, newsletter),
            policy: policy(&[&boot, &host, &load, &load_embedded], &styles, newsletter, true),
            assets,
        })
    }

    /// The content security policy that allows what pages of every kind need.
    pub fn policy_of_all(&self) -> &str {
        &self.policy
    }

    /// The whole file of a page. `head`, `body` and `data` are safe to stand there.
    pub fn page(&self, kind: Kind, language: &str, head: &str, body: &str, data: &str) -> String {
        let mut lang = String::new();
        escape(language, &mut lang);
        let dir = if is_right_to_left(language) { " dir=\"rtl\"" } else { "" };
        let Parts { first, style, policy, preload, last } = match kind {
            Kind::Reading => &self.reading,
            Kind::List => &self.list,
            Kind::Tool => &self.tool,
            Kind::Panel => &self.panel,
            Kind::Embed => &self.embed,
            Kind::Builder => &self.builder,
        };
        let (theme, usual) = (Theme::default().key(), View::USUAL.key());
        let mut looks = format!(" {}=\"{theme}\"", hooks::THEME);
        if kind == Kind::Embed {
            looks.push_str(&format!(" {}=\"{usual}\"", hooks::VIEW));
        }
        let first: String = first.iter().map(|script| format!("<script>{script}</script>\n")).collect();
        let Assets { icon, touch, manifest, .. } = &self.assets;
        let data = if data.is_empty() {
            String::new()
        } else {
            format!("<script type=\"application/json\" id=\"{}\">{data}</script>", page::DATA)
        };
        // What is inside an embed is installed nowhere, and colours no browser's edges.
        let (theme_colours, installed) = match kind {
            Kind::Embed => (String::new(), String::new()),
            _ => (
                theme_colours(),
                format!(
                    "<link rel=\"apple-touch-icon\" href=\"{touch}\">\n<link rel=\"manifest\" href=\"{manifest}\">\n"
                ),
            ),
        };
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"{dir}{looks}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"content-security-policy\" content=\"{policy}\">\n{preload}\
             {theme_colours}{first}<style>{style}</style>\n{head}\
             <link rel=\"icon\" href=\"{icon}\">\n{installed}</head>\n\
             <body>{body}{data}{last}</body>\n</html>\n"
        )
    }
}

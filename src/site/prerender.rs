//! Every address as a file that is complete before any script.

use super::{
    card::card_path,
    folder::Folder,
    head::{About, head},
    json_ld::json_ld,
    shell::{Kind, PageShell},
    url::address,
    words::same_words,
};
use crate::{
    model::{
        Ballots, Comparison, Contender, LoadError, Matchup, Page, Route, Scope, ToolId, Which, failed_title, plain,
    },
    view::{Links, Session, Signals, chrome, failed_page, page as page_view, waiting_page},
};
use elements::{AnyView, IntoView, html};
use leptos::prelude::Owner;
use std::{fmt::Write as _, sync::Arc};

/// Draws the pages of one site.
pub struct Prerenderer<'a> {
    pub(super) folder: &'a Folder,
    pub(super) shell: &'a PageShell,
    pub(super) links: Links,
    /// What absolute addresses begin with, without a slash at the end: empty where the site does not know its own.
    origin: String,
    /// The path of the site's own card.
    pub(super) card: String,
    /// `site.json` for pages to come with: its base URL is written as browsers and the pages' own heads write it, so that the app finds
    /// the two equal.
    site_json: String,
}

impl<'a> Prerenderer<'a> {
    /// For a site whose pages' files `shell` completes.
    pub fn new(folder: &'a Folder, shell: &'a PageShell) -> Self {
        let base_url = folder.site.value.base_url.as_ref();
        let own = base_url.map(|url| address(url).trim_end_matches('/').to_owned());
        let json = &folder.site.json;
        let field = |url: &str| format!("\"base_url\":{}", serde_json::Value::from(url));
        let site_json =
            base_url.map_or_else(|| json.clone(), |url| json.replacen(&field(url.as_str()), &field(&address(url)), 1));
        let links = Links::below(&shell.base);
        let origin = own.unwrap_or_else(|| shell.base.trim_end_matches('/').to_owned());
        Self { folder, shell, links, origin, card: card_path(None, None), site_json }
    }

    /// For a site whose own card is at that path.
    #[must_use]
    pub fn with_card(self, card: String) -> Self {
        Self { card, ..self }
    }

    /// The address of a path below the site's base.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The home page.
    pub fn home(&self, catalogue: &Arc<crate::model::Catalogue>, index: &str) -> String {
        self.page(&Route::Home, &Page::Home(catalogue.clone()), &self.card, &[("index.json", index)])
    }

    /// The page of a comparison whose card is at the path `card`, or the tool that is missing.
    pub fn comparison(&self, comparison: &Comparison, json: &str, card: &str) -> Result<String, ToolId> {
        let matchup: Matchup = self.folder.matchup(comparison)?;
        let files = self.files(comparison, json);
        let files: Vec<(&str, &str)> = files.iter().map(|(name, json)| (name.as_str(), *json)).collect();
        let route = Route::comparison(&comparison.slug);
        Ok(self.page(&route, &Page::Compare(Arc::new(matchup)), card, &files))
    }

    /// The files that a comparison's page is made of.
    pub(super) fn files<'b>(&'b self, comparison: &Comparison, json: &'b str) -> Vec<(String, &'b str)> {
        let tool = |contender: &Contender| match contender {
            Contender::Known(id) => Some((format!("tools/{id}.json"), self.folder.tools.get(id)?.json.as_str())),
            Contender::Whole(_) => None,
        };
        let own = (format!("comparisons/{}.json", comparison.slug), json);
        std::iter::once(own).chain(comparison.contenders.iter().filter_map(tool)).collect()
    }

    /// The page for addresses that nothing is at.
    pub fn failed(&self, error: &LoadError) -> String {
        let absolute = |path: &str| self.absolute(path);
        let about = self.about(failed_title(error, Some(&self.folder.site.value)), "/", &absolute);
        self.in_chrome(&about, |session| failed_page(error, &self.links, session).into_any(), "")
    }

    /// The page for comparisons that only the reader's address knows: the app draws them.
    pub fn choose(&self) -> String {
        let absolute = |path: &str| self.absolute(path);
        let about = self.about(format!("Compare · {}", self.folder.site.value.name), "/compare/", &absolute);
        let words = html::p().child((
            "Comparing tools of your own choice needs JavaScript. ",
            html::a().attr("href", self.links.to(&Route::Home)).child("All comparisons"),
        ));
        let body = |_: &Session| (waiting_page(), html::noscript().child(words)).into_any();
        self.in_chrome(&about, body, "")
    }

    /// What the head of a page says that shows nothing of the content.
    fn about<'b>(&'b self, title: String, path: &str, absolute: &'b dyn Fn(&str) -> String) -> About<'b> {
        let site = &self.folder.site.value;
        About {
            site,
            title,
            description: plain(&site.tagline),
            canonical: self.absolute(path),
            card: self.card.clone(),
            page: None,
            oembed: None,
            absolute,
        }
    }

    /// What the head of a page says that has its own address at `route`, and its card at the path `card`.
    pub(super) fn about_page<'b>(
        &'b self,
        page: &'b Page,
        route: &Route,
        card: &str,
        absolute: &'b dyn Fn(&str) -> String,
    ) -> About<'b> {
        let site = &self.folder.site.value;
        let about = self.about(page.title(site), &route.to_path(), absolute);
        About { description: page.description(site), card: card.to_owned(), page: Some(page), ..about }
    }

    fn page(&self, route: &Route, page: &Page, card: &str, files: &[(&str, &str)]) -> String {
        let site = &self.folder.site.value;
        let absolute = |path: &str| self.absolute(path);
        let oembed = match route {
            Route::Compare(Which::Slug(slug)) => Some(self.absolute(&format!("/oembed/{slug}.json"))),
            _ => None,
        };
        let about = About { oembed, ..self.about_page(page, route, card, &absolute) };
        let data = self.data(route, files);
        self.in_chrome(&about, |session| page_view(page, site, &self.links, session), &data)
    }

    /// The JSON that a page comes with.
    pub(super) fn data(&self, route: &Route, files: &[(&str, &str)]) -> String {
        let mut data = format!("{{\"page\":\"{}\",\"site.json\":{}", route.to_path(), self.site_json);
        for (name, json) in files {
            let _ = write!(data, ",\"{name}\":{json}");
        }
        data.push('}');
        data
    }

    fn in_chrome(&self, about: &About<'_>, body: impl FnOnce(&Session) -> AnyView, data: &str) -> String {
        let nodes = drawn(|session| {
            let site = Some(self.folder.site.value.clone());
            chrome(move || site.clone(), &self.links, session, body(session))
        });
        self.written(Kind::Reading, about, "", &nodes, data)
    }

    /// The whole file of a page of that kind; `more` is HTML for its head.
    pub(super) fn written(&self, kind: Kind, about: &About<'_>, more: &str, nodes: &str, data: &str) -> String {
        let mut extra = String::new();
        for element in head(about) {
            element.write(&mut extra);
            extra.push('\n');
        }
        // What is inside an embed is no page of its own, to be found by what it says.
        if kind != Kind::Embed {
            for json in json_ld(about) {
                let _ = writeln!(extra, "<script type=\"application/ld+json\">{json}</script>");
            }
        }
        extra.push_str(more);
        self.shell.page(kind, &about.site.language, &extra, nodes, data)
    }
}

/// What a reader who chose nothing sees, as HTML.
pub(super) fn drawn(draw: impl FnOnce(&Session) -> AnyView) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let signals = Signals::untouched(Ballots::nobody());
        draw(&Session::new(signals, |_| (), Scope::ThisBrowser, same_words)).to_html()
    });
    owner.cleanup();
    html
}

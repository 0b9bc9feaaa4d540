//! Every address as a file that is complete before any script.

use super::{
    card::card_path,
    carried::carried,
    folder::Folder,
    head::{About, head},
    json_ld::json_ld,
    shell::{Kind, PageShell},
    url::address,
    words::same_words,
};
use crate::{
    model::{
        Ballots, Comparison, Contender, LoadError, Matchup, Page, Route, Scope, Server, Site, ToolId, VoteService,
        Which, failed_title, plain,
    },
    view::{Links, Session, Signals, chrome, failed_page, page as page_view},
};
use elements::{AnyView, IntoView};
use leptos::prelude::{Owner, Update};
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
    /// `site.json` for pages to come with.
    site_json: String,
}

impl<'a> Prerenderer<'a> {
    /// For a site whose pages' files `shell` completes.
    pub fn new(folder: &'a Folder, shell: &'a PageShell) -> Self {
        let site = &folder.site.value;
        let own = site.base_url.as_ref().map(|url| address(url).trim_end_matches('/').to_owned());
        let links = Links::below(&shell.base);
        let origin = own.unwrap_or_else(|| shell.base.trim_end_matches('/').to_owned());
        Self { folder, shell, links, origin, card: card_path(None, None), site_json: carried(site, &folder.site.json) }
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

    /// A page that is made of one list: `json`, which the app knows as `file`.
    pub fn listing(&self, route: &Route, page: &Page, file: &str, json: &str) -> String {
        self.page(route, page, &self.card, &[(file, &json.replace('<', "\\u003c"))])
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
        self.in_chrome(Kind::List, &about, |session| failed_page(error, &self.links, session).into_any(), "")
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
            is_found: false,
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
        About { description: page.description(site), card: card.to_owned(), page: Some(page), is_found: true, ..about }
    }

    /// The page of a route, which is made of these files, with this card.
    pub(super) fn page(&self, route: &Route, page: &Page, card: &str, files: &[(&str, &str)]) -> String {
        let site = &self.folder.site.value;
        let absolute = |path: &str| self.absolute(path);
        let oembed = match route {
            Route::Compare(Which::Slug(slug)) => Some(self.absolute(&format!("/oembed/{slug}.json"))),
            _ => None,
        };
        let about = About { oembed, ..self.about_page(page, route, card, &absolute) };
        let data = self.data(route, files);
        let kind = match page {
            Page::Compare(_) => Kind::Reading,
            Page::Home(_) | Page::Comparisons(_) | Page::Tools(_) => Kind::List,
            Page::Tool(..) => Kind::Tool,
            Page::Reviewers(_) => Kind::Panel,
        };
        self.in_chrome(kind, &about, |session| page_view(page, site, &self.links, session), &data)
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

    fn in_chrome(&self, kind: Kind, about: &About<'_>, body: impl FnOnce(&Session) -> AnyView, data: &str) -> String {
        let nodes = drawn(&self.folder.site.value, |session| {
            let site = Some(self.folder.site.value.clone());
            chrome(move || site.clone(), &self.links, session, body(session))
        });
        self.written(kind, about, "", &nodes, data)
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
            for json in json_ld(kind, about) {
                let _ = writeln!(extra, "<script type=\"application/ld+json\">{json}</script>");
            }
        }
        extra.push_str(more);
        self.shell.page(kind, &about.site.language, &extra, nodes, data)
    }
}

/// What a reader who chose nothing sees, as HTML.
pub(super) fn drawn(site: &Site, draw: impl FnOnce(&Session) -> AnyView) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let signals = Signals::untouched(Ballots::nobody());
        // Everybody's votes are asked for once the page is there.
        if site.votes != VoteService::Local {
            signals.community.update(|community| community.server = Server::Asked);
        }
        draw(&Session::new(signals, |_| (), Scope::ThisBrowser, same_words)).to_html()
    });
    owner.cleanup();
    html
}

//! From an address to everything its page shows.
//!
//! Two rounds of requests at most (three where a host answers web pages for missing files): first the site and the page's
//! own file, then the tools that it names; each round all at once.

use super::{
    assemble::{Asked, Begun, begin, finish, is_gone},
    failures::{Missing, failed},
    requests::{Request, all, parsed},
    screen::Ready,
};
use crate::{
    browser::{fetch_text, json},
    content::{self, Json},
    model::{Catalogue, LoadError, Route, Site, ToolId, Which},
};
use leptos::prelude::{ArcRwSignal, GetUntracked, Set};
use std::{cell::Cell, rc::Rc, sync::Arc};

/// Loads pages. What belongs to all of them is fetched once.
pub(super) struct Loader {
    /// The folder of the content: `/data/`, or `/folder/data/`.
    data: String,
    /// What all pages share, once it has been loaded.
    site: ArcRwSignal<Option<Arc<Site>>>,
    /// The files that the page came with, by name; and under `page`, the address that it was written for.
    came_with: Json,
    written_for: Option<Rc<Route>>,
    /// Number of the load that is under way; 0 when none is.
    under_way: Cell<u32>,
    begun: Cell<u32>,
}

impl Loader {
    /// A loader for the site below `base`, in a page that came with this JSON and says that `canonical` is its address.
    pub fn new(base: &str, came_with: Option<String>, canonical: Option<String>) -> Self {
        let came_with = came_with.and_then(|text| json(&text).ok()).unwrap_or(Json::Null);
        let own = came_with.field("site.json").and_then(|site| site.field("base_url")).and_then(Json::text);
        let own = own.map_or(base, |url| url.trim_end_matches('/'));
        let written_for = came_with.field("page").and_then(Json::text).map(|path| Rc::new(Route::parse(path, "")));
        // JSON of another page, as caches mix them, says nothing of this one.
        let is_own = |route: &Rc<Route>| canonical.is_none_or(|address| address.ends_with(&route.canonical(own)));
        Self {
            data: format!("{base}/data/"),
            site: ArcRwSignal::new(None),
            written_for: written_for.filter(is_own),
            came_with,
            under_way: Cell::new(0),
            begun: Cell::new(0),
        }
    }

    /// What the page was written for, if it came with its content.
    pub fn written_for(&self) -> Option<&Rc<Route>> {
        self.written_for.as_ref()
    }

    /// Whether the page was written for this route.
    pub fn came_with(&self, route: &Route) -> bool {
        self.written_for.as_deref() == Some(route)
    }

    /// A new load begins; earlier ones no longer matter.
    pub fn begin(&self) -> u32 {
        self.begun.set(self.begun.get() + 1);
        self.under_way.set(self.begun.get());
        self.begun.get()
    }

    /// Whether this load is under way, and no later one.
    pub fn is_latest(&self, load: u32) -> bool {
        self.under_way.get() == load
    }

    /// Whether some load is under way.
    pub fn is_loading(&self) -> bool {
        self.under_way.get() != 0
    }

    /// This load is done; false if a later one has begun.
    pub fn end(&self, load: u32) -> bool {
        let latest = self.is_latest(load);
        if latest {
            self.under_way.set(0);
        }
        latest
    }

    /// What all pages share, if it has been loaded.
    pub fn site(&self) -> Option<Arc<Site>> {
        self.site.get_untracked()
    }

    /// The same, to be followed.
    pub fn site_signal(&self) -> ArcRwSignal<Option<Arc<Site>>> {
        self.site.clone()
    }

    /// Everything that the route's page shows. `anew` where that could not be had before: what the browser keeps may be why, and is asked for.
    pub async fn page(&self, route: &Route, anew: bool) -> Result<Ready, Box<LoadError>> {
        let main = main_file(route);
        let mut round = Vec::new();
        if let Some((file, host)) = &main {
            round.push(self.ask(file, host.clone(), anew));
        }
        let known = self.site();
        if known.is_none() {
            round.push(self.ask("site.json", None, anew));
        }
        let mut answers = all(round).await;
        let site = match known {
            Some(site) => site,
            None => {
                let answer = answers.pop().unwrap_or_else(|| Err(Box::new(LoadError::Offline)))?;
                let site = parsed(answer, "site.json", content::site)?;
                self.site.set(Some(site.clone()));
                site
            }
        };
        let begun = match begin(route, &site, main, answers.pop()) {
            Ok(Begun::Whole(page)) => Ok(page),
            Ok(Begun::About(ids, besides)) => finish(self.tools(&ids, anew).await, besides),
            Err(failure) => Err(failure),
        };
        match begun {
            Ok(page) => Ok(Ready { site, page }),
            Err((error, None)) => Err(error),
            Err((error, Some(missing))) => Err(self.explain(error, &missing, anew).await),
        }
    }

    /// Everything that the site holds, in brief; `anew` as for pages.
    pub async fn index(&self, anew: bool) -> Result<Arc<Catalogue>, Box<LoadError>> {
        parsed(self.ask("index.json", None, anew).await?, "index.json", content::catalogue)
    }

    async fn tools(&self, ids: &[ToolId], anew: bool) -> Asked {
        let file = |id: &ToolId| format!("tools/{id}.json");
        let mut round = Vec::new();
        for id in ids {
            round.push(self.ask(&file(id), None, anew));
        }
        let answers = all(round).await;
        let (mut tools, mut missing, mut failure) = (Vec::new(), Vec::new(), None);
        for (answer, id) in answers.into_iter().zip(ids) {
            match answer.and_then(|json| parsed(json, &file(id), content::tool)) {
                Ok(tool) => tools.push(tool),
                Err(error) => {
                    missing.push(id.clone());
                    if failure.is_none() || !is_gone(&error) {
                        failure = Some(error);
                    }
                }
            }
        }
        (tools, missing, failure)
    }

    /// A missing file is told as what it stands for. Some hosts answer a web page for it; then the catalogue knows better.
    async fn explain(&self, error: Box<LoadError>, missing: &Missing, anew: bool) -> Box<LoadError> {
        let is_missing = match (&*error, missing) {
            (LoadError::NotFound(_), _) => true,
            (LoadError::NotJson { .. }, Missing::Tools(_) | Missing::Comparison(_)) => {
                self.index(anew).await.is_ok_and(|catalogue| missing.is_missing_from(&catalogue))
            }
            _ => false,
        };
        let name = is_missing.then(|| missing.to_string());
        name.map_or(error, |name| Box::new(LoadError::NotFound(name)))
    }

    /// Asks for a file of this site's content, or for a whole address on another host.
    fn ask(&self, file: &str, host: Option<String>, anew: bool) -> Request {
        let url = if host.is_some() { file.to_owned() } else { format!("{}{file}", self.data) };
        let file = file.to_owned();
        let came_with = if host.is_none() { self.came_with.field(&file).cloned() } else { None };
        Box::pin(async move {
            match came_with {
                Some(json) => Ok(json),
                None => {
                    let text = fetch_text(&url, &file, host.as_deref(), anew).await?;
                    json(&text).map_err(|error| failed(error, &text, &file))
                }
            }
        })
    }
}

/// The file that a page is about, and the host it is on where that is another.
fn main_file(route: &Route) -> Option<(String, Option<String>)> {
    match route {
        Route::Home => Some(("home.json".to_owned(), None)),
        Route::Comparisons => Some(("index.json".to_owned(), None)),
        Route::Tools => Some(("tools.json".to_owned(), None)),
        Route::Tool(id) => Some((format!("portraits/{id}.json"), None)),
        Route::Panel => Some(("panel.json".to_owned(), None)),
        Route::Reviewer(id) => Some((format!("panel/{id}.json"), None)),
        Route::Embed(slug) | Route::Compare(Which::Slug(slug)) => Some((format!("comparisons/{slug}.json"), None)),
        Route::Compare(Which::From(link)) => Some((link.as_str().to_owned(), Some(link.place().to_owned()))),
        Route::Compare(Which::Tools(_) | Which::BadTools(_) | Which::BadSource(_))
        | Route::Builder
        | Route::NotFound(_) => None,
    }
}

//! From an address to everything its page shows.
//!
//! Two rounds of requests at most (three where a host answers web pages for missing files): first the site and the page's
//! own file, then the tools that it names; each round all at once.

use super::{
    failures::{Missing, failed, refuse},
    screen::Ready,
};
use crate::{
    browser::{fetch_text, json, warn},
    content::{self, ContentError, Json, Noted},
    model::{Catalogue, Comparison, Contender, LoadError, Matchup, Page, Route, Site, Tool, ToolId, Which},
};
use leptos::prelude::{ArcRwSignal, GetUntracked, Set};
use std::{
    cell::Cell,
    future::{Future, poll_fn},
    pin::Pin,
    sync::Arc,
    task::Poll,
};

/// Loads pages. What belongs to all of them is fetched once.
pub(super) struct Loader {
    /// The folder of the content: `/data/`, or `/folder/data/`.
    data: String,
    /// What all pages share, once it has been loaded.
    site: ArcRwSignal<Option<Arc<Site>>>,
    /// The files that the page came with, by name; and under `page`, the address that it was written for.
    came_with: Json,
    written_for: Option<Route>,
    /// Number of the load that is under way; 0 when none is.
    under_way: Cell<u32>,
    begun: Cell<u32>,
}

/// A file's JSON, or why there is none.
type Answer = Result<Json, LoadError>;
/// A request on its way. Boxed, so that all kinds share one type.
type Request = Pin<Box<dyn Future<Output = Answer>>>;

impl Loader {
    /// A loader for the site below `base`, in a page that came with this JSON and says that `canonical` is its address.
    pub fn new(base: &str, came_with: Option<String>, canonical: Option<String>) -> Self {
        let came_with = came_with.and_then(|text| json(&text).ok()).unwrap_or(Json::Null);
        let own = came_with.field("site.json").and_then(|site| site.field("base_url")).and_then(Json::text);
        let own = own.map_or(base, |url| url.trim_end_matches('/'));
        let written_for = came_with.field("page").and_then(Json::text).map(|path| Route::parse(path, ""));
        // JSON of another page, as caches mix them, says nothing of this one.
        let is_own = |route: &Route| canonical.is_none_or(|address| address.ends_with(&route.canonical(own)));
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
    pub fn written_for(&self) -> Option<&Route> {
        self.written_for.as_ref()
    }

    /// Whether the page was written for this route.
    pub fn came_with(&self, route: &Route) -> bool {
        self.written_for() == Some(route)
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

    /// Everything that the route's page shows.
    pub async fn page(&self, route: &Route) -> Result<Ready, LoadError> {
        let main = main_file(route);
        let mut round: Vec<Request> = main.iter().map(|(file, host)| self.ask(file, host.clone())).collect();
        let known = self.site();
        if known.is_none() {
            round.push(self.ask("site.json", None));
        }
        let mut answers = all(round).await;
        let mut next = || answers.pop().unwrap_or(Err(LoadError::Offline));
        let site = match known {
            Some(site) => site,
            None => {
                let site = Arc::new(parsed(next()?, "site.json", content::site)?);
                self.site.set(Some(site.clone()));
                site
            }
        };
        let page = match (route, main) {
            (Route::NotFound(path), _) => {
                return Err(LoadError::NotFound(format!("there is no page at “{path}”")));
            }
            (Route::Builder | Route::Tool(_) | Route::Panel | Route::Reviewer(_), _) => {
                return Err(LoadError::NotFound(format!("there is no page at “{}”", route.to_path())));
            }
            (Route::Home, _) => Page::Home(Arc::new(parsed(next()?, "home.json", content::front)?)),
            (Route::Comparisons, _) => Page::Comparisons(Arc::new(parsed(next()?, "index.json", content::catalogue)?)),
            (Route::Tools, _) => Page::Tools(Arc::new(parsed(next()?, "tools.json", content::catalogue)?)),
            (Route::Compare(Which::Tools(ids)), _) => Page::Compare(Arc::new(Matchup::of(self.tools(ids).await?))),
            (Route::Embed(_) | Route::Compare(_), Some((file, host))) => {
                let answer = next().and_then(|json| parsed(json, &file, content::comparison));
                match answer {
                    Ok(comparison) => Page::Compare(Arc::new(self.matchup(comparison, host).await?)),
                    Err(error) => return Err(self.explain(error, &Missing::of(route)).await),
                }
            }
            (Route::Embed(_) | Route::Compare(_), None) => return Err(refuse(route)),
        };
        Ok(Ready { site, page })
    }

    /// Everything that the site holds, in brief.
    pub async fn index(&self) -> Result<Catalogue, LoadError> {
        parsed(self.ask("index.json", None).await?, "index.json", content::catalogue)
    }

    async fn matchup(&self, comparison: Comparison, from: Option<String>) -> Result<Matchup, LoadError> {
        let ids: Vec<ToolId> = comparison.contenders.iter().filter_map(known).collect();
        let tools = self.tools(&ids).await?;
        let matchup = Matchup::resolve(comparison, |id| tools.iter().find(|tool| tool.id == *id).cloned());
        let matchup = matchup.map_err(|id| LoadError::NotFound(Missing::Tool(id).to_string()))?;
        Ok(Matchup { from, ..matchup })
    }

    async fn tools(&self, ids: &[ToolId]) -> Result<Vec<Arc<Tool>>, LoadError> {
        let files: Vec<String> = ids.iter().map(|id| format!("tools/{id}.json")).collect();
        let answers = all(files.iter().map(|file| self.ask(file, None)).collect()).await;
        let mut tools = Vec::new();
        for ((answer, file), id) in answers.into_iter().zip(&files).zip(ids) {
            match answer.and_then(|json| parsed(json, file, content::tool)) {
                Ok(tool) => tools.push(Arc::new(tool)),
                Err(error) => return Err(self.explain(error, &Missing::Tool(id.clone())).await),
            }
        }
        Ok(tools)
    }

    /// A missing file is told as what it stands for. Some hosts answer a web page for it; then the catalogue knows better.
    async fn explain(&self, error: LoadError, missing: &Missing) -> LoadError {
        let missing = match (&error, missing) {
            (LoadError::NotFound(_), _) => true,
            (LoadError::NotJson { .. }, Missing::Tool(_) | Missing::Comparison(_)) => {
                self.index().await.is_ok_and(|catalogue| missing.is_missing_from(&catalogue))
            }
            _ => false,
        }
        .then(|| missing.to_string());
        missing.map_or(error, LoadError::NotFound)
    }

    /// Asks for a file of this site's content, or for a whole address on another host.
    fn ask(&self, file: &str, host: Option<String>) -> Request {
        let url = if host.is_some() { file.to_owned() } else { format!("{}{file}", self.data) };
        let file = file.to_owned();
        let came_with = if host.is_none() { self.came_with.field(&file).cloned() } else { None };
        Box::pin(async move {
            match came_with {
                Some(json) => Ok(json),
                None => {
                    let text = fetch_text(&url, &file, host.as_deref()).await?;
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
        Route::Embed(slug) | Route::Compare(Which::Slug(slug)) => Some((format!("comparisons/{slug}.json"), None)),
        Route::Compare(Which::From(link)) => Some((link.as_str().to_owned(), Some(link.place().to_owned()))),
        _ => None,
    }
}

fn known(contender: &Contender) -> Option<ToolId> {
    if let Contender::Known(id) = contender { Some(id.clone()) } else { None }
}

fn parsed<T>(json: Json, file: &str, parse: fn(Json) -> Result<Noted<T>, ContentError>) -> Result<T, LoadError> {
    match parse(json) {
        Ok(Noted { value, unknown }) => {
            for problem in unknown {
                warn(&format!("Shipside: {file}: {problem}"));
            }
            Ok(value)
        }
        Err(error) => Err(failed(error, "", file)),
    }
}

/// Runs all at once, to the end of all; answers in the order of the requests.
async fn all(requests: Vec<Request>) -> Vec<Answer> {
    let mut requests: Vec<(Request, Option<Answer>)> = requests.into_iter().map(|request| (request, None)).collect();
    poll_fn(|context| {
        for (request, answer) in requests.iter_mut().filter(|(_, answer)| answer.is_none()) {
            if let Poll::Ready(json) = request.as_mut().poll(context) {
                *answer = Some(json);
            }
        }
        if requests.iter().any(|(_, answer)| answer.is_none()) { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    requests.into_iter().filter_map(|(_, answer)| answer).collect()
}

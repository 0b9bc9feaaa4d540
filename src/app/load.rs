//! From an address to everything its page shows.

use super::Page;
use crate::{
    browser::fetch_text,
    content::{self, ContentError, Noted},
    model::{
        Catalogue, Comparing, Comparison, Contender, Link, LoadError, MAX_TOOLS, MIN_TOOLS, Matchup, Route, Site, Tool,
        ToolId, Which,
    },
};
use std::{
    cell::{Cell, RefCell},
    future::{Future, poll_fn},
    pin::Pin,
    sync::Arc,
    task::Poll,
};

type Parse<T> = fn(&str) -> Result<Noted<T>, ContentError>;

/// Loads pages. What belongs to all of them is fetched once.
pub(super) struct Loader {
    /// The folder of the content: `/data/`, or `/folder/data/`.
    data: String,
    site: RefCell<Option<Arc<Site>>>,
    /// Number of the load that is under way; 0 when none is.
    under_way: Cell<u32>,
    begun: Cell<u32>,
}

impl Loader {
    pub fn new(base: &str) -> Self {
        Self { data: format!("{base}/data/"), site: RefCell::default(), under_way: Cell::new(0), begun: Cell::new(0) }
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
        self.site.borrow().clone()
    }

    /// Everything that the route's page shows.
    pub async fn page(&self, route: &Route) -> Result<Page, LoadError> {
        let site = self.load_site();
        let page = async {
            match route {
                Route::Home => Ok(Parts::Home(self.catalogue().await?)),
                Route::Compare(Comparing { which, .. }) => self.matchup(which).await.map(Parts::Compare),
                Route::NotFound(path) => Err(LoadError::NotFound(format!("there is no page at “{path}”"))),
            }
        };
        let (site, page) = both(Box::pin(site), Box::pin(page)).await;
        let site = site?;
        Ok(match page? {
            Parts::Home(catalogue) => Page::Home { catalogue: Arc::new(catalogue), site },
            Parts::Compare(matchup) => Page::Compare { matchup: Arc::new(matchup), site },
        })
    }

    async fn load_site(&self) -> Result<Arc<Site>, LoadError> {
        if let Some(site) = self.site() {
            return Ok(site);
        }
        let site = Arc::new(self.get("site.json", content::site).await?);
        *self.site.borrow_mut() = Some(site.clone());
        Ok(site)
    }

    async fn catalogue(&self) -> Result<Catalogue, LoadError> {
        self.get("index.json", content::catalogue).await
    }

    async fn matchup(&self, which: &Which) -> Result<Matchup, LoadError> {
        match which {
            Which::Slug(slug) => {
                let file = format!("comparisons/{slug}.json");
                match self.get(&file, content::comparison).await {
                    Ok(comparison) => self.resolve(comparison).await,
                    Err(error) => {
                        let known = |catalogue: &Catalogue| catalogue.has(slug);
                        Err(self.explain(error, format!("there is no comparison called “{slug}” here"), known).await)
                    }
                }
            }
            Which::Tools(ids) => all(ids.iter().map(|id| self.tool(id)).collect()).await.map(Matchup::of),
            Which::From(link) => self.from_elsewhere(link).await,
            Which::BadTools(asked) => Err(bad_tools(asked)),
            Which::BadSource(asked) => Err(LoadError::BadRequest(format!(
                "“{asked}” is not an address that a comparison can be loaded from: it must start with https:// or http://."
            ))),
        }
    }

    async fn tool(&self, id: &ToolId) -> Result<Tool, LoadError> {
        match self.get(&format!("tools/{id}.json"), content::tool).await {
            Err(error) => {
                let known = |catalogue: &Catalogue| catalogue.tool(id).is_some();
                Err(self.explain(error, format!("there is no tool called “{id}” here"), known).await)
            }
            tool => tool,
        }
    }

    /// A missing file is told as what it stands for. Some hosts answer a web page for it; then the catalogue knows better.
    async fn explain(&self, error: LoadError, missing: String, known: impl Fn(&Catalogue) -> bool) -> LoadError {
        match error {
            LoadError::NotFound(_) => LoadError::NotFound(missing),
            LoadError::NotJson { .. } => match self.catalogue().await {
                Ok(catalogue) if !known(&catalogue) => LoadError::NotFound(missing),
                _ => error,
            },
            error => error,
        }
    }

    async fn resolve(&self, comparison: Comparison) -> Result<Matchup, LoadError> {
        let wanted: Vec<&ToolId> = comparison
            .contenders
            .iter()
            .filter_map(|contender| if let Contender::Known(id) = contender { Some(id) } else { None })
            .collect();
        let tools = all(wanted.into_iter().map(|id| self.tool(id)).collect()).await?;
        Matchup::resolve(comparison, |id| tools.iter().find(|tool| tool.id == *id).cloned())
            .map_err(|id| LoadError::NotFound(format!("there is no tool called “{id}” here")))
    }

    async fn from_elsewhere(&self, link: &Link) -> Result<Matchup, LoadError> {
        let text = fetch_text(link.as_str(), link.as_str(), Some(link.place())).await?;
        let matchup = self.resolve(parsed(&text, link.as_str(), content::comparison)?).await?;
        Ok(Matchup { from: Some(link.place().to_owned()), ..matchup })
    }

    async fn get<T>(&self, file: &str, parse: Parse<T>) -> Result<T, LoadError> {
        let text = fetch_text(&format!("{}{file}", self.data), file, None).await?;
        parsed(&text, file, parse)
    }
}

enum Parts {
    Home(Catalogue),
    Compare(Matchup),
}

fn parsed<T>(text: &str, file: &str, parse: Parse<T>) -> Result<T, LoadError> {
    let file = file.to_owned();
    match parse(text) {
        Ok(Noted { value, unknown }) => {
            for problem in unknown {
                web_sys::console::warn_1(&format!("Shipside: {file}: {problem}").into());
            }
            Ok(value)
        }
        Err(ContentError::NotJson(_)) if text.trim_start().starts_with('<') => {
            Err(LoadError::NotJson { file, why: "it is a web page".to_owned() })
        }
        Err(ContentError::NotJson(problem)) => Err(LoadError::NotJson { file, why: problem.to_string() }),
        Err(ContentError::NewerSchema(schema)) => Err(LoadError::NewerSchema { file, schema }),
        Err(error @ ContentError::Wrong(_)) => Err(LoadError::WrongShape { file, problems: error.to_string() }),
    }
}

fn bad_tools(asked: &str) -> LoadError {
    LoadError::BadRequest(if asked.is_empty() {
        format!("Name {MIN_TOOLS} to {MAX_TOOLS} different tools to compare, like ?tools=one,another.")
    } else {
        format!("A comparison needs {MIN_TOOLS} to {MAX_TOOLS} different tools, and “{asked}” does not name so many.")
    })
}

type Task<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Runs all at once. The first error ends it.
async fn all(tasks: Vec<impl Future<Output = Result<Tool, LoadError>>>) -> Result<Vec<Tool>, LoadError> {
    let mut tasks: Vec<_> = tasks.into_iter().map(|task| (Box::pin(task), None)).collect();
    poll_fn(|context| {
        for (task, done) in tasks.iter_mut().filter(|(_, done)| done.is_none()) {
            match task.as_mut().poll(context) {
                Poll::Ready(Ok(tool)) => *done = Some(tool),
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                Poll::Pending => {}
            }
        }
        if tasks.iter().any(|(_, done)| done.is_none()) {
            return Poll::Pending;
        }
        Poll::Ready(Ok(tasks.iter_mut().filter_map(|(_, done)| done.take()).collect()))
    })
    .await
}

/// Runs both at once, to the end of both.
async fn both<A, B>(mut a: Task<'_, A>, mut b: Task<'_, B>) -> (A, B) {
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(value) = a.as_mut().poll(context)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = b.as_mut().poll(context)
        {
            second = Some(value);
        }
        if first.is_some() && second.is_some() { Poll::Ready(first.take().zip(second.take())) } else { Poll::Pending }
    })
    .await
    .unwrap_or_else(|| wasm_bindgen::throw_str("both are done"))
}

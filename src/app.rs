//! Joins view and browser: owns every signal, and says what follows from what the reader does.

mod load;
mod votes;

use crate::{
    browser::{self, Address, Early, History, Move},
    html::Node,
    model::{Choice, Comparing, LoadError, Loaded, Page, ReviewerId, Route, Rows, Theme, ToolId, failed_title},
    view::{Act, Cast, Links, Reader, Reading, failed_page, page_view, shell, waiting_page},
};
use leptos::prelude::*;
use load::Loader;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};
use votes::Votes;

/// What the app shows: nothing until the first page is ready or late.
type Shown = Option<Loaded<Page>>;

/// The parts of the app that outlive every page.
struct App {
    route: RefCell<Route>,
    reading: RwSignal<Arc<Reading>>,
    page: RwSignal<Shown>,
    reader: Reader,
    history: Rc<History>,
    links: Links,
    loader: Loader,
    votes: Votes,
    frame: RefCell<Frame>,
    /// Whether the page has been drawn as prerendered; only then does it show what only this browser knows.
    awake: Cell<bool>,
}

/// The page's frame: drawn once, and once more when the site's own words arrive after it.
#[derive(Default)]
struct Frame {
    with_site: bool,
    /// What is drawn lives as long as its owner.
    owner: Option<Owner>,
}

/// Starts the app, within Leptos's own root: its owner, and its executor for effects.
pub fn start() {
    leptos::mount::mount_to_body(run);
}

fn run() {
    let history = History::start();
    let votes = Votes::new();
    let here = history.address();
    let route = Route::parse(&here.path, &here.query);
    let reading = RwSignal::new(Arc::new(Reading::untouched(votes.load().ballots)));
    let scope = votes.scope();
    let app = Rc::new(App {
        route: RefCell::new(route),
        reading,
        page: RwSignal::new(None),
        reader: Reader::new(reading.into(), Callback::new(tell), scope),
        links: Links::below(history.base()),
        loader: Loader::new(history.base(), browser::embedded()),
        history,
        votes,
        frame: RefCell::default(),
        awake: Cell::new(false),
    });
    APP.set(Some(app.clone()));
    app.listen();
    app.show(Move::Arrived, &here.fragment);
}

thread_local! {
    /// The app, which lives as long as the page does. Views know it as a callback only.
    static APP: RefCell<Option<Rc<App>>> = const { RefCell::new(None) };
}

fn tell(act: Act) {
    if let Some(app) = APP.with_borrow(Clone::clone) {
        app.reader_did(act);
    }
}

/// How an address says that its page is looked at.
fn look_of(route: &Route) -> (Rows, Vec<ReviewerId>) {
    match route {
        Route::Compare(comparing) => (comparing.rows, comparing.mute.clone()),
        _ => (Rows::All, Vec::new()),
    }
}

impl App {
    fn change(&self, change: impl FnOnce(&mut Reading)) {
        let mut reading = Reading::clone(&self.reading.read_untracked());
        change(&mut reading);
        self.reading.set(Arc::new(reading));
    }

    fn reader_did(self: &Rc<Self>, act: Act) {
        match act {
            Act::Vote(cast) => {
                let app = self.clone();
                let answer = self.votes.cast(&cast);
                browser::spawn(async move {
                    let receipt = answer.await;
                    app.change(|reading| {
                        reading.ballots = receipt.ballots;
                        reading.trouble = receipt.trouble;
                        reading.last = Some(cast);
                    });
                });
            }
            Act::Light(theme) => {
                browser::apply_theme(theme);
                self.change(|reading| reading.theme = theme);
            }
            Act::Show(rows) => self.look(|comparing| comparing.rows = rows),
            Act::Count(reviewer, counted) => self.look(|comparing| {
                comparing.mute.retain(|muted| *muted != reviewer);
                if !counted {
                    comparing.mute.push(reviewer);
                }
            }),
            Act::Retry => match &*self.page.read_untracked() {
                // Only a reload brings the version that can read it.
                Some(Loaded::Failed(LoadError::NewerSchema { .. })) => browser::reload(),
                _ => self.show(Move::Followed, ""),
            },
        }
    }

    /// The reader looks at the same comparison in another way: the address follows, the history does not grow.
    fn look(&self, change: impl FnOnce(&mut Comparing)) {
        if let Route::Compare(comparing) = &mut *self.route.borrow_mut() {
            change(comparing);
        }
        self.history.replace(&self.links.to(&self.route.borrow()));
        self.take_look();
    }

    /// The page is looked at as its address says.
    fn take_look(&self) {
        let (rows, muted) = look_of(&self.route.borrow());
        self.change(|reading| {
            reading.rows = rows;
            reading.muted = muted;
        });
    }

    fn listen(self: &Rc<Self>) {
        let app = self.clone();
        self.history.on_return(move |how| app.arrive(&app.history.address(), how));
        let app = self.clone();
        self.history.on_follow(move |address, href| {
            let ours = !matches!(Route::parse(&address.path, &address.query), Route::NotFound(_));
            if ours {
                app.history.push(href);
                app.arrive(address, Move::Followed);
            }
            ours
        });
        let app = self.clone();
        browser::on_storage_change(move |key| {
            if app.votes.follow(key.as_deref()) {
                let receipt = app.votes.load();
                app.change(|reading| {
                    reading.ballots = receipt.ballots;
                    reading.trouble = receipt.trouble;
                });
            }
        });
    }

    fn arrive(self: &Rc<Self>, address: &Address, how: Move) {
        let route = Route::parse(&address.path, &address.query);
        let same_page = self.route.borrow().plain() == route.plain();
        *self.route.borrow_mut() = route;
        if same_page {
            self.take_look();
            self.settle(how, &address.fragment);
        } else {
            self.show(how, &address.fragment);
        }
    }

    /// Loads the page of the present route. What is shown stays until it is there, or until the reader has waited too long.
    fn show(self: &Rc<Self>, how: Move, fragment: &str) {
        let load = self.loader.begin();
        let app = self.clone();
        browser::after(LoadError::SLOW_AFTER_MS, move || {
            if app.loader.is_latest(load) {
                app.draw(Loaded::Waiting);
            }
        });
        let (app, fragment) = (self.clone(), fragment.to_owned());
        browser::spawn(async move {
            let route = app.route.borrow().clone();
            let loaded = app.loader.page(&route).await;
            if !app.loader.end(load) {
                return;
            }
            app.name_page(&route, &loaded);
            app.change(|reading| reading.last = None);
            if app.awake.get() {
                app.take_look();
            }
            app.draw(loaded.map_or_else(Loaded::Failed, Loaded::Ready));
            app.wake();
            // Effects that draw the page are queued already; this runs after them.
            browser::spawn(async move { app.settle(how, &fragment) });
        });
    }

    /// Title, description and address of the page, for tabs, history and whoever shares it.
    fn name_page(&self, route: &Route, loaded: &Result<Page, LoadError>) {
        let site = self.loader.site();
        match (loaded, &site) {
            (Ok(page), Some(site)) => {
                let root =
                    site.base_url.as_ref().map_or_else(|| self.links.to(&Route::Home), |url| url.as_str().to_owned());
                let canonical = format!("{}{}", root.trim_end_matches('/'), route.plain().to_path());
                browser::set_head(&page.title(site), &page.description(site), &canonical);
            }
            (Err(error), site) => browser::set_head(&failed_title(error, site.as_deref()), "", ""),
            (Ok(_), None) => {}
        }
    }

    /// Shows a page, in a frame with the site's words as soon as there are any.
    fn draw(self: &Rc<Self>, page: Loaded<Page>) {
        let first = self.frame.borrow().owner.is_none();
        let can_adopt = first && matches!(page, Loaded::Ready(_)) && self.loader.came_with(&self.route.borrow());
        self.page.set(Some(page));
        let site = self.loader.site();
        let mut frame = self.frame.borrow_mut();
        if !first && (site.is_none() || frame.with_site) {
            return;
        }
        let make = || {
            let app = self.clone();
            shell(site.as_deref(), &self.links, self.reader, move || app.body())
        };
        frame.with_site = site.is_some();
        let owner = Owner::new();
        if !(can_adopt && owner.with(|| browser::adopt_page(make())).is_ok()) {
            owner.cleanup();
            owner.with(|| browser::draw_page(make()));
        }
        frame.owner = Some(owner);
    }

    /// Shows what only this browser knows: ballots, the theme, and how the address wants the page to be looked at.
    fn wake(self: &Rc<Self>) {
        if self.awake.replace(true) {
            return;
        }
        let receipt = self.votes.load();
        let (rows, muted) = look_of(&self.route.borrow());
        self.change(|reading| {
            reading.ballots = receipt.ballots;
            reading.trouble = receipt.trouble;
            reading.theme = browser::stored_theme();
            reading.rows = rows;
            reading.muted = muted;
        });
        for early in browser::take_early() {
            if let Some(act) = act_of(&early) {
                self.reader_did(act);
            }
        }
    }

    /// The page that is shown now.
    fn body(&self) -> Vec<Node> {
        match (&*self.page.read(), self.loader.site()) {
            (Some(Loaded::Ready(page)), Some(site)) => page_view(page, &site, &self.links, self.reader),
            (Some(Loaded::Failed(error)), _) => failed_page(error, &self.links, self.reader),
            (Some(Loaded::Waiting), _) => waiting_page(),
            (None | Some(Loaded::Ready(_)), _) => Vec::new(),
        }
    }

    /// Puts focus and scroll where a reader who came this way expects them.
    fn settle(&self, how: Move, fragment: &str) {
        if how != Move::Arrived {
            browser::focus_heading();
        }
        match (how, self.history.position()) {
            (Move::Returned(y), _) | (Move::Arrived, Some(y)) => browser::scroll_to(y),
            _ if !fragment.is_empty() && browser::reveal(fragment) => {}
            (Move::Followed, _) => browser::scroll_to(0),
            (Move::Arrived, None) => {}
        }
    }
}

/// What an early choice means. It is what the reader saw and wanted, so a vote is what was pressed, not a change of it.
fn act_of(early: &Early) -> Option<Act> {
    match early.what.as_str() {
        "vote" => {
            let choice = Choice::ALL.into_iter().find(|choice| choice.key() == early.choice);
            Some(Act::Vote(Cast { tool: ToolId::parse(&early.value).ok()?, choice }))
        }
        "panel" => Some(Act::Count(ReviewerId::parse(&early.value).ok()?, early.checked)),
        "rows" => Some(Act::Show(Rows::of(&early.value))),
        "theme" => Some(Act::Light(Theme::of(&early.value))),
        _ => None,
    }
}

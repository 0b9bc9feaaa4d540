//! Joins view and browser: owns every signal, and says what follows from what the reader does.

mod acts;
mod draw;
mod failures;
mod load;
mod votes;

use crate::{
    browser::{self, Address, History, Move},
    model::{LoadError, Loaded, Page, Route, Scope},
    scripts::keys,
    view::{Act, Links, Reader, Reading},
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
    /// Whether this is the page inside an embed.
    embedded: bool,
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
    let scope = if browser::is_within() { Scope::Within } else { votes.scope() };
    let links = Links::below(history.base());
    let loader = Loader::new(history.base(), browser::embedded());
    let embedded = route.is_framed() && loader.came_with(&route);
    let app = Rc::new(App {
        route: RefCell::new(route),
        reading,
        page: RwSignal::new(None),
        reader: Reader::new(reading.into(), Callback::new(tell), scope),
        links,
        loader,
        history,
        votes,
        frame: RefCell::default(),
        embedded,
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

impl App {
    fn listen(self: &Rc<Self>) {
        let app = self.clone();
        self.history.on_return(move |how| app.arrive(&app.history.address(), how));
        let app = self.clone();
        self.history.on_follow(move |address, href| {
            let route = Route::parse(&address.path, &address.query);
            let ours = !route.is_framed() && !matches!(route, Route::Builder | Route::NotFound(_));
            if ours {
                app.history.push(href);
                app.arrive(address, Move::Followed);
            }
            ours
        });
        let app = self.clone();
        browser::on_storage_change(move |key| {
            if !app.embedded && key.as_deref().is_none_or(|key| key == keys::THEME) {
                let theme = browser::stored_theme();
                browser::apply_theme(theme);
                app.change(|reading| reading.theme = theme);
            }
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
        // A page that failed is no page to return to.
        let failed = matches!(*self.page.read_untracked(), Some(Loaded::Failed(_)));
        let same_page = !failed && self.route.borrow().plain() == route.plain();
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
                if how != Move::Arrived {
                    browser::spawn(async {
                        browser::focus_heading();
                        browser::scroll_to(0);
                    });
                }
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

    /// Puts focus and scroll where a reader who came this way expects them.
    fn settle(&self, how: Move, fragment: &str) {
        if how != Move::Arrived {
            browser::focus_heading();
        }
        match (how, self.history.position()) {
            (Move::Returned(y), _) => browser::scroll_to(y),
            // Not where the reader has begun to scroll meanwhile.
            (Move::Arrived, Some(y)) if browser::scrolled() == 0 => browser::scroll_to(y),
            _ if !fragment.is_empty() && browser::reveal(fragment) => {}
            (Move::Followed, _) => browser::scroll_to(0),
            (Move::Arrived, _) => {}
        }
    }
}

//! Joins view and browser: owns every signal, and says what follows from what the reader does.

mod load;
mod pages;
mod votes;

use crate::{
    browser::{self, Address, History, Move},
    html::Node,
    model::{Comparing, LoadError, Loaded, Route, Rows, Site},
    view::{Act, Links, Reader, Reading, compare_page, failed_page, home_page, shell, waiting_page},
};
use leptos::prelude::*;
use load::Loader;
pub use pages::Page;
use std::{cell::RefCell, rc::Rc, sync::Arc};
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
    let reading = RwSignal::new(Arc::new(first_reading(&votes, &route)));
    let scope = votes.scope();
    let app = Rc::new(App {
        route: RefCell::new(route),
        reading,
        page: RwSignal::new(None),
        reader: Reader::new(reading.into(), Callback::new(tell), scope),
        links: Links::below(history.base()),
        loader: Loader::new(history.base()),
        history,
        votes,
        frame: RefCell::default(),
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

fn first_reading(votes: &Votes, route: &Route) -> Reading {
    let receipt = votes.load();
    let (rows, muted) = look_of(route);
    let theme = browser::stored_theme();
    Reading { ballots: receipt.ballots, trouble: receipt.trouble, last: None, rows, muted, theme }
}

/// How an address says that its page is looked at.
fn look_of(route: &Route) -> (Rows, Vec<crate::model::ReviewerId>) {
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
            Act::Retry => self.show(Move::Followed, ""),
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
        // A page that failed is no page to return to.
        let failed = matches!(*self.page.read_untracked(), Some(Loaded::Failed(_)));
        let same_page = !failed && pages::same_content(&self.route.borrow(), &route);
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
                app.draw(None, Loaded::Waiting);
            }
        });
        let (app, fragment) = (self.clone(), fragment.to_owned());
        browser::spawn(async move {
            let route = app.route.borrow().clone();
            let loaded = app.loader.page(&route).await;
            if !app.loader.end(load) {
                return;
            }
            let site = app.loader.site();
            browser::set_title(&pages::title(&loaded, site.as_deref()));
            app.take_look();
            app.draw(site.as_deref(), loaded.map_or_else(Loaded::Failed, Loaded::Ready));
            // Effects that draw the page are queued already; this runs after them.
            browser::spawn(async move { app.settle(how, &fragment) });
        });
    }

    /// Shows a page, in a frame with the site's words as soon as there are any.
    fn draw(self: &Rc<Self>, site: Option<&Site>, page: Loaded<Page>) {
        self.page.set(Some(page));
        let mut frame = self.frame.borrow_mut();
        if frame.owner.is_none() || (site.is_some() && !frame.with_site) {
            let (shown, reader, links) = (self.page, self.reader, self.links.clone());
            let body = move || body(&shown.read(), &links, reader);
            let page = shell(site, &self.links, self.reader, body);
            let owner = Owner::new();
            owner.with(|| browser::draw_page(page));
            *frame = Frame { with_site: site.is_some(), owner: Some(owner) };
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

fn body(shown: &Shown, links: &Links, reader: Reader) -> Vec<Node> {
    match shown {
        None => Vec::new(),
        Some(Loaded::Waiting) => waiting_page(),
        Some(Loaded::Failed(error)) => failed_page(error, links, reader),
        Some(Loaded::Ready(Page::Home { catalogue, site })) => home_page(catalogue, site, links),
        Some(Loaded::Ready(Page::Compare { matchup, site })) => compare_page(matchup, site, reader),
    }
}

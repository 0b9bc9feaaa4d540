//! Joins view and browser: owns every signal, and says what follows from what the reader does.

mod acts;
mod adding;
mod assemble;
mod backend;
mod blind;
mod draw;
mod explore;
mod failures;
mod load;
mod picks;
mod requests;
mod screen;
mod settle;
mod share;
mod view_state;
mod votes;

use crate::{
    browser::{self, Address, History, Move},
    model::{Ballots, Blind, LoadError, Loaded, Route, Scope, Which},
    scripts::keys,
    view::{Act, Lineup, Links, Outcome, Session, Signals},
};
use backend::Votes;
use elements::UnmountHandle;
use explore::Search;
use leptos::prelude::*;
use load::Loader;
use screen::Screen;
use settle::Arrival;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};
use view_state::Pace;

/// The parts of the app that outlive every page.
struct App {
    route: RefCell<Rc<Route>>,
    /// How the reader came to that page, the one that is shown or on its way.
    arrival: RefCell<Arrival>,
    /// What the reader chose; written here only.
    signals: Signals,
    session: Session,
    /// What is shown: nothing until the first page is ready or late.
    screen: ArcRwSignal<Option<Arc<Screen>>>,
    drawn: RefCell<Option<UnmountHandle>>,
    history: Rc<History>,
    links: Links,
    loader: Loader,
    votes: Votes,
    pace: Pace,
    search: Search,
    /// What had been typed before the app was there.
    typed: String,
    /// Where the page was served, and what it was written for: what it came with counts, not the address bar.
    origin: Option<(String, Rc<Route>)>,
    /// Whether the tools go without their names.
    blind: Cell<Blind>,
    /// Whether this is the page inside an embed.
    embedded: bool,
    /// Whether the page has been drawn as prerendered; only then does it show what only this browser knows.
    awake: Cell<bool>,
}

/// Starts the app. Everything reactive belongs to one owner, which lives as long as the page does.
pub fn start() {
    let owner = Owner::new();
    owner.with(run);
    std::mem::forget(owner);
}

fn run() {
    let history = History::start();
    let votes = Votes::new();
    let here = history.address();
    let loader = Loader::new(history.base(), browser::embedded(), browser::canonical());
    let asked = Route::parse(&here.path, &here.query);
    // Some hosts answer the home page where they have none: it says nothing of what was asked for, but in an archive, whose addresses
    // end in those of its pages. The list of all comparisons is
    // also what stands at the address of tools of the reader's own choice.
    let is_archived =
        browser::canonical().is_some_and(|own| own.split_once(':').is_some_and(|(_, own)| here.path.ends_with(own)));
    let written_for = loader.written_for().filter(|route| match &***route {
        Route::Home => asked == Route::Home || is_archived,
        Route::Comparisons => !matches!(&asked, Route::Compare(which) if !matches!(which, Which::Slug(_))),
        _ => true,
    });
    let origin = written_for.map(|route| (here.path.clone(), route.clone()));
    let route = origin.as_ref().map_or_else(|| Rc::new(asked), |(_, route)| route.clone());
    // Nobody's, as in the page: with the reader's own, what is drawn would be another page than the one that is to be taken over.
    let signals = Signals::untouched(Ballots::nobody());
    let scope = if browser::is_within() { Scope::Within } else { Scope::ThisBrowser };
    let app = Rc::new(App {
        embedded: origin.is_some() && matches!(*route, Route::Embed(_)),
        route: RefCell::new(route),
        arrival: RefCell::new(Arrival { how: Move::Arrived, fragment: here.fragment, lineup: None, same_page: false }),
        session: Session::new(signals.clone(), tell, scope, browser::same_words),
        signals,
        screen: ArcRwSignal::new(None),
        drawn: RefCell::default(),
        links: Links::below(history.base()),
        origin,
        loader,
        history,
        votes,
        pace: Pace::default(),
        search: Search::default(),
        typed: browser::typed(),
        blind: Cell::default(),
        awake: Cell::new(false),
    });
    APP.set(Some(app.clone()));
    app.listen();
    app.show();
}

thread_local! {
    /// The app, which lives as long as the page does. Views know it as a callback only.
    static APP: RefCell<Option<Rc<App>>> = const { RefCell::new(None) };
}

fn tell(act: &Act) {
    if let Some(app) = APP.with_borrow(Clone::clone) {
        app.reader_did(act);
    }
}

impl App {
    fn listen(self: &Rc<Self>) {
        let app = self.clone();
        self.history.on_return(move |how| app.arrive(how, None));
        let app = self.clone();
        self.history.on_leave(move || app.write_address_now());
        let app = self.clone();
        self.history.on_follow(move |address, href| {
            let ours = !matches!(*app.route_of(address), Route::Embed(_) | Route::Builder | Route::NotFound(_));
            if !ours || app.embedded {
                return false;
            }
            // Where it cannot be written down, the browser goes there by itself.
            app.go(href, None)
        });
        browser::on_slash();
        let app = self.clone();
        browser::on_storage_change(move |key| {
            if !app.embedded
                && key.as_deref().is_none_or(|key| key == keys::THEME)
                && let Some(theme) = browser::stored_theme()
            {
                browser::light(theme);
                app.signals.theme.set(theme);
            }
            if key.as_deref().is_none_or(|key| key == keys::PICKED) {
                app.take_picks();
            }
            app.follow_votes(key.as_deref());
        });
    }

    /// What an address shows.
    fn route_of(&self, address: &Address) -> Rc<Route> {
        let asked = Route::parse(&address.path, &address.query);
        match &self.origin {
            // The reader's own comparisons have the address of the list of all, but for the query.
            Some((_, route)) if **route == Route::Comparisons && matches!(asked, Route::Compare(_)) => Rc::new(asked),
            Some((path, route)) if *path == address.path => route.clone(),
            _ => Rc::new(asked),
        }
    }

    /// The address bar has changed. `lineup` is what the reader changed of a comparison, if that is why.
    fn arrive(self: &Rc<Self>, how: Move, lineup: Option<Lineup>) {
        let address = self.history.address();
        let route = self.route_of(&address);
        self.pace.forget();
        let is_asked_for = *self.route.borrow() == route;
        let is_loading = is_asked_for && self.loader.is_loading();
        // A page that failed is no page to return to.
        let same_page = is_asked_for && !is_loading && !self.has_failed();
        *self.route.borrow_mut() = route;
        *self.arrival.borrow_mut() = Arrival { how, fragment: address.fragment.clone(), lineup, same_page };
        if same_page {
            self.take_view_state(&address);
            self.settle_blind();
            self.settle();
        } else if !is_loading {
            self.show();
        }
    }

    fn has_failed(&self) -> bool {
        matches!(self.screen.read_untracked().as_deref(), Some(Screen { state: Loaded::Failed(_), .. }))
    }

    /// Loads the page of the present route. What is shown stays until it is there, or until the reader has waited too long. View and
    /// arrival are those of the moment at which it is there: the reader may have gone on to another part of it.
    fn show(self: &Rc<Self>) {
        let (load, has_failed) = (self.loader.begin(), self.has_failed());
        let app = self.clone();
        browser::after(LoadError::SLOW_AFTER_MS, move || {
            if app.loader.is_latest(load) {
                app.draw(Loaded::Waiting);
                if app.arrival.borrow().how != Move::Arrived {
                    browser::spawn(async {
                        browser::focus("h1");
                        browser::scroll_to(0);
                    });
                }
            }
        });
        let app = self.clone();
        browser::spawn(async move {
            let route = app.route.borrow().clone();
            let loaded = app.loader.page(&route, has_failed).await.map(Arc::new);
            if !app.loader.end(load) {
                return;
            }
            let trouble = app.signals.outcome.read_untracked().trouble;
            app.signals.outcome.set(Outcome { last: None, trouble, fate: None });
            let ready = loaded.as_ref().ok();
            if let Some(ready) = ready {
                app.share_votes(&ready.site);
            }
            // What the reader changed is not there, or not all of it: it would be told as done.
            if ready.is_none_or(|ready| ready.page.is_wanting()) {
                app.arrival.borrow_mut().lineup = None;
            }
            if app.awake.get() {
                app.take_view_state(&app.history.address());
            }
            app.signals.seen.set(None);
            app.blind.set(ready.map_or(Blind::Off, |ready| app.blindness(&ready.page)));
            app.name_page(&route, loaded.as_deref().map_err(|error| &**error));
            let voted_on = ready.map(|ready| ready.page.voted_on()).unwrap_or_default();
            app.draw(loaded.map_or_else(Loaded::Failed, Loaded::Ready));
            app.begin_page(app.arrival.borrow().lineup.as_ref());
            app.wake();
            app.show_votes_on(voted_on);
            app.note_visit();
            app.settle();
        });
    }
}

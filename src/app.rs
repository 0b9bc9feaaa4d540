//! Joins view and browser: owns every signal, and says what follows from what the reader does.

mod load;
mod pages;
mod votes;

use crate::{
    browser::{self, Address, History, Move},
    model::{Comparing, LoadError, Loaded, ReviewerId, Route, Rows, Site, Theme},
    view::{ComparePage, FailedPage, HomePage, Links, Reader, Shell, WaitingPage},
};
use leptos::prelude::*;
use load::Loader;
pub use pages::Page;
use std::{rc::Rc, sync::Arc};
use votes::Votes;

/// Everything that may change while the page is open.
#[derive(Clone, Copy)]
struct State {
    route: RwSignal<Route>,
    /// Nothing until the first page is ready or late.
    page: RwSignal<Option<Loaded<Page>>>,
    site: RwSignal<Option<Arc<Site>>>,
    theme: RwSignal<Theme>,
}

/// The parts of the app that outlive every page.
struct App {
    state: State,
    history: Rc<History>,
    links: Links,
    loader: Loader,
}

/// Starts the app in the element that `index.html` keeps for it.
pub fn start() {
    leptos::mount::mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    let history = History::start();
    let here = history.address();
    let state = State {
        route: RwSignal::new(Route::parse(&here.path, &here.query)),
        page: RwSignal::new(None),
        site: RwSignal::new(None),
        theme: RwSignal::new(browser::stored_theme()),
    };
    let links = Links::below(history.base());
    let app = Rc::new(App { state, loader: Loader::new(history.base()), history, links: links.clone() });
    let reader = app.reader(Votes::start());
    app.listen();
    app.show(Move::Arrived, &here.fragment);
    let retry = {
        let app = StoredValue::new_local(app.clone());
        Callback::new(move |()| app.with_value(|app| app.show(Move::Followed, "")))
    };
    let body_links = links.clone();
    let body = move || {
        let links = body_links.clone();
        state.page.get().map(|page| match page {
            Loaded::Waiting => view! { <WaitingPage/> }.into_any(),
            Loaded::Failed(error) => view! { <FailedPage error links on_retry=retry/> }.into_any(),
            Loaded::Ready(Page::Home { catalogue, site }) => view! { <HomePage catalogue site links/> }.into_any(),
            Loaded::Ready(Page::Compare { matchup, site }) => view! { <ComparePage matchup site reader/> }.into_any(),
        })
    };
    view! { <Shell site=state.site.into() links reader>{body}</Shell> }
}

impl App {
    /// The reader's state and the callbacks that change it.
    fn reader(self: &Rc<Self>, votes: Votes) -> Reader {
        let state = self.state;
        let comparing = move |route: &Route| match route {
            Route::Compare(comparing) => (comparing.rows, comparing.mute.clone()),
            _ => (Rows::All, Vec::new()),
        };
        let app = StoredValue::new_local(self.clone());
        let look = move |change: &dyn Fn(&mut Comparing)| app.with_value(|app| app.look(change));
        Reader {
            ballots: votes.ballots.into(),
            scope: votes.scope,
            trouble: votes.trouble.into(),
            last: votes.last.into(),
            rows: Signal::derive(move || comparing(&state.route.read()).0),
            muted: Memo::new(move |_| comparing(&state.route.read()).1).into(),
            theme: state.theme.into(),
            on_vote: votes.on_vote(),
            on_rows: Callback::new(move |rows| look(&|comparing| comparing.rows = rows)),
            on_count: Callback::new(move |(reviewer, counted): (ReviewerId, bool)| {
                look(&|comparing| {
                    comparing.mute.retain(|muted| *muted != reviewer);
                    if !counted {
                        comparing.mute.push(reviewer.clone());
                    }
                });
            }),
            on_theme: Callback::new(move |theme| {
                browser::apply_theme(theme);
                state.theme.set(theme);
            }),
        }
    }

    /// The reader looks at the same comparison in another way: the address follows, the history does not grow.
    fn look(&self, change: &dyn Fn(&mut Comparing)) {
        self.state.route.update(|route| {
            if let Route::Compare(comparing) = route {
                change(comparing);
            }
        });
        self.history.replace(&self.links.to(&self.state.route.read_untracked()));
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
    }

    fn arrive(self: &Rc<Self>, address: &Address, how: Move) {
        let route = Route::parse(&address.path, &address.query);
        let same_page = pages::same_content(&self.state.route.read_untracked(), &route);
        self.state.route.set(route);
        if same_page {
            self.settle(how, &address.fragment);
        } else {
            self.show(how, &address.fragment);
        }
    }

    /// Loads the page of the present route. What is shown stays until it is there, or until the reader has waited too long.
    fn show(self: &Rc<Self>, how: Move, fragment: &str) {
        let state = self.state;
        let route = state.route.get_untracked();
        let load = self.loader.begin();
        let app = self.clone();
        browser::after(LoadError::SLOW_AFTER_MS, move || {
            if app.loader.is_latest(load) {
                state.page.set(Some(Loaded::Waiting));
            }
        });
        let (app, fragment) = (self.clone(), fragment.to_owned());
        wasm_bindgen_futures::spawn_local(async move {
            let loaded = app.loader.page(&route).await;
            if !app.loader.end(load) {
                return;
            }
            if let Some(site) = app.loader.site() {
                browser::set_title(&pages::title(&loaded, &site));
                state.site.set(Some(site));
            }
            state.page.set(Some(loaded.map_or_else(Loaded::Failed, Loaded::Ready)));
            leptos::task::tick().await;
            app.settle(how, &fragment);
        });
    }

    /// Puts focus and scroll where a reader who came this way expects them.
    fn settle(&self, how: Move, fragment: &str) {
        if how != Move::Arrived {
            browser::focus_heading();
        }
        match how {
            Move::Returned(y) => browser::scroll_to(y),
            Move::Arrived if self.history.position().is_some() => {
                browser::scroll_to(self.history.position().unwrap_or(0))
            }
            _ if !fragment.is_empty() && browser::reveal(fragment) => {}
            Move::Followed => browser::scroll_to(0),
            Move::Arrived => {}
        }
    }
}

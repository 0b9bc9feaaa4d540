//! Which back end counts the votes, and what everybody's votes are.

use super::App;
use crate::{
    browser::{self, LocalVotes, SharedVotes},
    model::{Fate, Receipt, Server, Site, ToolId, VoteBackend, VoteService},
    scripts::keys,
    view::{Cast, Outcome},
};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// Everybody's votes are asked for at most once in so many milliseconds, while a page shows the same tools.
const MINUTE_MS: i32 = 60_000;

/// The back end, and the local storage below it.
pub(super) struct Votes {
    local: Rc<LocalVotes>,
    backend: RefCell<Rc<dyn VoteBackend>>,
    /// The tools of the present page.
    tools: RefCell<Vec<ToolId>>,
    /// Minutes since they were asked about.
    minutes: Cell<u32>,
}

impl Votes {
    /// Votes in this browser.
    pub fn new() -> Self {
        let local = Rc::new(LocalVotes::new());
        Self { backend: RefCell::new(local.clone()), local, tools: RefCell::default(), minutes: Cell::default() }
    }

    fn backend(&self) -> Rc<dyn VoteBackend> {
        self.backend.borrow().clone()
    }

    /// The reader's ballots as they are stored now.
    pub fn load(&self) -> Receipt {
        self.local.load()
    }

    /// Stores a vote.
    pub fn cast(&self, cast: &Cast) -> Receipt {
        self.backend().cast(&cast.tool, cast.choice)
    }

    /// Another tab changed what is stored under a key, or cleared everything (no key). True if that concerns ballots.
    pub fn follow(&self, key: Option<&str>) -> bool {
        self.local.follow(key)
    }
}

impl App {
    /// Turns to the server that the site names, if it names one: once, before the first page is drawn.
    pub(super) fn share_votes(self: &Rc<Self>, site: &Site) {
        let VoteService::Postgrest { url, anon_key } = &site.votes else { return };
        if self.signals.community.read_untracked().server != Server::None {
            return;
        }
        let shared = SharedVotes::new(url.as_str(), anon_key.as_deref(), self.votes.local.clone());
        self.votes.backend.replace(Rc::new(shared));
        self.signals.community.update(|community| community.server = Server::Asked);
        let app = self.clone();
        browser::on(&browser::window(), "online", move |_| app.send_votes());
        let app = self.clone();
        browser::on_seen(move || {
            if app.votes.minutes.get() > 0 {
                app.ask_for_votes();
            }
        });
        let app = self.clone();
        self.history.on_leave(move || app.votes.backend().leave());
        self.clone().count_minutes();
    }

    fn count_minutes(self: Rc<Self>) {
        browser::after(MINUTE_MS, move || {
            self.votes.minutes.set(self.votes.minutes.get() + 1);
            if let Server::Answered(minutes) = self.signals.community.read_untracked().server {
                self.signals.community.update(|community| community.server = Server::Answered(minutes + 1));
            }
            self.count_minutes();
        });
    }

    /// The page shows these tools now.
    pub(super) fn show_votes_on(self: &Rc<Self>, tools: Vec<ToolId>) {
        if self.signals.community.read_untracked().server == Server::None {
            return;
        }
        self.send_votes();
        if self.votes.tools.replace(tools.clone()) != tools || self.votes.minutes.get() > 0 {
            self.ask_for_votes();
        }
    }

    fn ask_for_votes(self: &Rc<Self>) {
        let tools = self.votes.tools.borrow().clone();
        if tools.is_empty() {
            return;
        }
        self.votes.minutes.set(0);
        let (app, answer) = (self.clone(), self.votes.backend().others(&tools));
        browser::spawn(async move {
            let others = answer.await;
            if *app.votes.tools.borrow() != tools {
                return;
            }
            app.signals.community.update(|community| match others {
                Some(others) => {
                    community.server = Server::Answered(0);
                    community.others = others;
                }
                None if community.server == Server::Asked => community.server = Server::Away,
                // What was counted before has its age.
                None => {}
            });
        });
    }

    /// Sends what waits, and shows what does.
    pub(super) fn send_votes(self: &Rc<Self>) {
        let app = self.clone();
        self.votes.backend().send(Rc::new(move |tool, fate| app.hear(tool, fate)));
        self.show_waiting();
    }

    /// Shows what waits.
    pub(super) fn show_waiting(&self) {
        let waiting = self.votes.backend().waiting();
        if self.signals.community.read_untracked().waiting != waiting {
            self.signals.community.update(|community| community.waiting = waiting);
        }
    }

    /// What became of a ballot.
    fn hear(self: &Rc<Self>, tool: ToolId, fate: Fate) {
        self.show_waiting();
        let is_refused = matches!(fate, Fate::Refused(_));
        let Receipt { ballots, trouble } = self.votes.load();
        let choice = ballots.choice(&tool);
        if is_refused {
            self.signals.ballots.set(ballots);
        }
        let is_last = self.signals.outcome.read_untracked().last.as_ref().is_some_and(|last| last.tool == tool);
        if is_last || is_refused {
            let last = Some(Cast { tool, choice });
            self.signals.outcome.set(Outcome { last, trouble, fate: Some(fate) });
        }
        if self.signals.community.read_untracked().server == Server::Away {
            self.ask_for_votes();
        }
    }

    /// Another tab changed what is stored under a key.
    pub(super) fn follow_votes(self: &Rc<Self>, key: Option<&str>) {
        if self.votes.follow(key) {
            self.take(self.votes.load());
        }
        if key.is_none_or(|key| key == keys::OUTBOX) {
            self.show_waiting();
        }
    }
}

//! What everybody's votes are: when they are asked for, and what becomes of this reader's own.

use super::App;
use crate::{
    browser::{self, SharedVotes},
    model::{Community, Fate, Server, Site, ToolId, VoteService},
    scripts::keys,
    view::Cast,
};
use leptos::prelude::*;
use std::rc::Rc;

/// Everybody's votes on the same tools are asked for at most once in so many milliseconds.
const MINUTE_MS: u64 = 60_000;
/// For how long what waits is sent before everybody's votes are asked for all the same, in milliseconds.
const PATIENCE_MS: i32 = 3_000;

impl App {
    /// Turns to the server that the site names, if it names one: once, before the first page is drawn.
    pub(super) fn share_votes(self: &Rc<Self>, site: &Site) {
        let VoteService::Postgrest { url, anon_key } = &site.votes else { return };
        if self.signals.community.read_untracked().server != Server::None {
            return;
        }
        let shared = SharedVotes::new(url.as_str(), anon_key.as_deref(), self.votes.local.clone());
        self.votes.backend.replace(Rc::new(shared));
        self.change_community(&mut |community| community.server = Server::Asked);
        let app = self.clone();
        browser::on(&browser::window(), "online", move |_| {
            app.send_votes();
            app.ask_if_away();
        });
        let app = self.clone();
        browser::on_seen(move || app.look_at_votes());
        let app = self.clone();
        self.history.on_leave(move || app.votes.backend().leave());
        self.clone().count_minutes();
    }

    /// Keeps the age that is shown.
    fn count_minutes(self: Rc<Self>) {
        browser::after(MINUTE_MS as i32, move || {
            self.show_age();
            if browser::is_seen() {
                self.ask_if_away();
            }
            self.count_minutes();
        });
    }

    fn change_community(&self, change: &mut dyn FnMut(&mut Community)) {
        self.signals.community.update(|community| change(community));
    }

    fn show_age(&self) {
        // Of a clock that was set back, as much as can be said.
        let minutes = (browser::now().abs_diff(self.votes.answered.get()) / MINUTE_MS) as u32;
        let now = Server::Answered(minutes);
        let shown = self.signals.community.read_untracked().server;
        if matches!(shown, Server::Answered(_)) && shown != now {
            self.change_community(&mut |community| community.server = now);
        }
    }

    /// The page is seen again.
    fn look_at_votes(self: &Rc<Self>) {
        self.show_age();
        self.send_votes();
        // Of a clock that was set back, nothing is known.
        if browser::now().abs_diff(self.votes.asked.get()) >= MINUTE_MS {
            self.ask_for_votes();
        }
    }

    fn ask_if_away(self: &Rc<Self>) {
        if self.signals.community.read_untracked().server == Server::Away {
            self.ask_for_votes();
        }
    }

    /// The page shows these tools now.
    pub(super) fn show_votes_on(self: &Rc<Self>, tools: Vec<ToolId>) {
        if self.signals.community.read_untracked().server == Server::None {
            return;
        }
        self.send_votes();
        let taken = self.votes.backend().taken();
        self.change_community(&mut |community| community.taken = taken.clone());
        if *self.votes.tools.borrow() == tools {
            return self.look_at_votes();
        }
        self.votes.tools.replace(tools);
        // Nothing is known of other tools.
        self.votes.asked.set(0);
        self.change_community(&mut |community| {
            community.server = Server::Asked;
            community.others.clear();
        });
        if self.votes.backend().waiting().is_empty() {
            return self.ask_for_votes();
        }
        // A count in which this reader's own vote may be or not can be made right only once it has arrived.
        let app = self.clone();
        browser::after(PATIENCE_MS, move || app.ask_if_due());
    }

    /// Asks where nothing has been asked yet, or where the answer may have this reader's own vote in it, which would be counted twice.
    fn ask_if_due(self: &Rc<Self>) {
        if self.votes.asked.get() == 0 || (self.votes.unsure.get() && self.votes.backend().waiting().is_empty()) {
            self.ask_for_votes();
        }
    }

    fn ask_for_votes(self: &Rc<Self>) {
        let tools = self.votes.tools.borrow().clone();
        if tools.is_empty() {
            return;
        }
        self.votes.asked.set(browser::now());
        self.votes.unsure.set(false);
        let (app, answer) = (self.clone(), self.votes.backend().others(&tools));
        browser::spawn(async move {
            let others = answer.await;
            if *app.votes.tools.borrow() != tools {
                return;
            }
            if others.is_some() {
                app.votes.answered.set(browser::now());
                app.votes.unsure.set(!app.votes.backend().waiting().is_empty());
            }
            app.change_community(&mut |community| match &others {
                Some(others) => {
                    community.server = Server::Answered(0);
                    community.others = others.clone();
                }
                None if community.server == Server::Asked => community.server = Server::Away,
                // What was counted before has its age.
                None => {}
            });
            // What the server does not count no longer waits; what it does, and was not known to, does now.
            match others {
                Some(_) => app.send_votes(),
                None => app.show_waiting(),
            }
        });
    }

    /// Sends what waits, and shows what does.
    pub(super) fn send_votes(self: &Rc<Self>) {
        let app = self.clone();
        self.votes.backend().send(Rc::new(move |tool, seq, fate| app.hear(tool, seq, fate)));
        self.show_waiting();
    }

    /// Shows what waits.
    fn show_waiting(&self) {
        let waiting = self.votes.backend().waiting();
        let shown = self.signals.community.read_untracked();
        let is_same = shown.waiting == waiting && shown.later.iter().all(|tool| waiting.contains(tool));
        drop(shown);
        if !is_same {
            self.change_community(&mut |community| {
                community.later.retain(|tool| waiting.contains(tool));
                community.waiting = waiting.clone();
            });
        }
    }

    /// What became of a ballot.
    fn hear(self: &Rc<Self>, tool: ToolId, seq: u64, fate: Fate) {
        let is_refused = matches!(fate, Fate::Refused(_));
        if matches!(fate, Fate::TooMany(_)) {
            self.change_community(&mut |community| community.put_off(&tool));
        }
        self.show_waiting();
        let ballots = self.votes.load().ballots;
        let (choice, last) = (ballots.choice(&tool), ballots.ballot(&tool).map_or(0, |ballot| ballot.seq));
        if is_refused {
            self.signals.ballots.set(ballots);
        }
        let has_answered = fate != Fate::Unreached;
        // A refused one was followed by the one that was put in its place.
        let is_last = last == seq + u64::from(is_refused);
        let was_last = self.signals.outcome.read_untracked().last.as_ref().is_some_and(|cast| cast.tool == tool);
        if is_last && (was_last || is_refused) {
            self.signals.outcome.update(|outcome| {
                outcome.last = Some(Cast { tool, choice });
                outcome.fate = Some(fate);
            });
        }
        if has_answered {
            self.ask_if_away();
        }
        self.ask_if_due();
    }

    /// Another tab changed what is stored under a key.
    pub(super) fn follow_votes(self: &Rc<Self>, key: Option<&str>) {
        if self.votes.follow(key) {
            self.take(self.votes.load());
        }
        // What another tab could not send yet, this one may; what it has sent, this one need not. A tab of a build that shares no votes
        // tells of ballots only.
        if matches!(key, None | Some(keys::OUTBOX | keys::BALLOTS)) {
            self.send_votes();
            self.ask_if_due();
        }
    }
}

//! What is on the page: adopted where it came with the page, drawn where it did not.

use super::{
    App,
    acts::act_of,
    screen::{Ready, Screen},
};
use crate::{
    browser,
    model::{Blind, LoadError, Loaded, Page, Route, Wish, failed_title},
    view::{Act, blind_comparison, chrome, embed, failed_page, page, waiting_page},
};
use elements::{AnyView, IntoView, hydrate_from, keyed, mount_to};
use leptos::prelude::*;
use std::{rc::Rc, sync::Arc};

impl App {
    /// Title, description and address of the page, for tabs, history and whoever shares it.
    pub(super) fn name_page(&self, route: &Route, loaded: Result<&Ready, &LoadError>) {
        match loaded {
            // Its head says what it is: no page of its own.
            Ok(_) if self.embedded => {}
            Ok(Ready { site, .. }) if self.blind.get() == Blind::On => {
                browser::set_head(&format!("Tool A vs Tool B · {}", site.name), "", "");
            }
            Ok(Ready { page, site }) => {
                let root = site.base_url.as_ref().map_or(self.history.base(), |url| url.as_str());
                browser::set_head(&page.title(site), &page.description(site), &route.canonical(root));
            }
            Err(error) => browser::set_head(&failed_title(error, self.loader.site().as_deref()), "", ""),
        }
    }

    /// Shows a page. The chrome around it is drawn once, and follows.
    pub(super) fn draw(self: &Rc<Self>, state: Loaded<Arc<Ready>>) {
        let can_adopt = matches!(state, Loaded::Ready(_)) && self.loader.came_with(&self.route.borrow());
        let number = self.screen.read_untracked().as_ref().map_or(0, |before| before.number + 1);
        self.screen.set(Some(Arc::new(Screen { number, state })));
        let mut drawn = self.drawn.borrow_mut();
        if drawn.is_some() {
            return;
        }
        let Some(body) = browser::body() else { return };
        if can_adopt {
            *drawn = hydrate_from(body.clone(), || self.view()).ok().filter(|_| browser::is_whole());
        }
        if drawn.is_none() {
            let give_back = browser::in_hand();
            body.set_text_content(None);
            *drawn = Some(mount_to(body, || self.view()));
            give_back();
        }
    }

    /// All that the app draws.
    fn view(self: &Rc<Self>) -> AnyView {
        let (screen, app) = (self.screen.clone(), self.clone());
        let shown = move || screen.get().map(|screen| keyed(screen.number, app.shown(&screen)));
        if self.embedded {
            return embed(shown);
        }
        let site = self.loader.site_signal();
        chrome(move || site.get(), &self.links, &self.session, shown)
    }

    fn shown(&self, screen: &Screen) -> AnyView {
        match &screen.state {
            Loaded::Waiting => waiting_page().into_any(),
            Loaded::Ready(ready) => match &ready.page {
                Page::Compare(matchup) => {
                    blind_comparison(self.blind.get(), matchup, &ready.site, &self.links, &self.session, browser::fold)
                }
                other => page(other, &ready.site, &self.links, &self.session),
            },
            Loaded::Failed(error) => failed_page(error, &self.links, &self.session).into_any(),
        }
    }

    /// Shows what changed of a tool since the reader's last visit.
    pub(super) fn note_visit(&self) {
        if let Some(ready) = self.screen.read_untracked().as_ref().and_then(|screen| screen.ready())
            && let Page::Tool(tool, _) = &ready.page
        {
            self.signals.seen.set(browser::seen_before(&tool.id, tool.history.len()));
        }
    }

    /// Shows what only this browser knows: ballots, the theme, and how the address wants the page to be viewed.
    pub(super) fn wake(self: &Rc<Self>) {
        if self.awake.replace(true) {
            return;
        }
        if !self.embedded {
            let (can_share, no_slash) = (browser::can_share(), browser::is_slash_off());
            self.take_picks();
            self.change_desk(&mut |desk| (desk.is_here, desk.can_share, desk.no_slash) = (true, can_share, no_slash));
        }
        self.take(self.votes.load());
        if let Some(theme) = browser::stored_theme() {
            self.signals.theme.set(theme);
        }
        self.take_view_state(&self.history.address());
        self.settle_blind();
        if !self.typed.is_empty() && self.has_list() {
            self.wish(Wish::Query(self.typed.clone()));
        }
        for early in browser::take_early() {
            match act_of(&early) {
                // Since they pressed it, they may have scrolled elsewhere. What is said of it is heard if its place is there before.
                Some(Act::Pick(pick)) => {
                    let app = self.clone();
                    browser::spawn(async move { app.pick(&pick) });
                }
                Some(act) => self.reader_did(&act),
                None => {}
            }
        }
    }
}

//! What is on the page: adopted where it came with the page, drawn where it did not.

use super::{
    App,
    acts::{act_of, look_of},
};
use crate::{
    browser,
    html::Node,
    model::{LoadError, Loaded, Page, Route, failed_title},
    view::{failed_page, frame as embed, page_view, shell, waiting_page},
};
use leptos::prelude::*;
use std::rc::Rc;

impl App {
    /// Title, description and address of the page, for tabs, history and whoever shares it.
    pub(super) fn name_page(&self, route: &Route, loaded: &Result<Page, LoadError>) {
        let site = self.loader.site();
        match (loaded, &site) {
            // Its head says what it is: no page of its own.
            (Ok(_), _) if self.embedded => {}
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
    pub(super) fn draw(self: &Rc<Self>, page: Loaded<Page>) {
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
            let page = move || app.body();
            if self.embedded { embed(page) } else { shell(site.as_deref(), &self.links, self.reader, page) }
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
    pub(super) fn wake(self: &Rc<Self>) {
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
    pub(super) fn body(&self) -> Vec<Node> {
        match (&*self.page.read(), self.loader.site()) {
            (Some(Loaded::Ready(page)), Some(site)) => page_view(page, &site, &self.links, self.reader),
            (Some(Loaded::Failed(error)), _) => failed_page(error, &self.links, self.reader),
            (Some(Loaded::Waiting), _) => waiting_page(),
            (None | Some(Loaded::Ready(_)), _) => Vec::new(),
        }
    }
}

//! Handing a comparison on.

use super::App;
use crate::{
    browser,
    model::{Page, Wording, worded},
    scripts::places,
    view::Share,
};
use leptos::prelude::ReadUntracked;
use std::rc::Rc;

impl App {
    pub(super) fn share(self: &Rc<Self>, share: Share) {
        self.write_address_now();
        let address = browser::location();
        let Some(ready) = self.shown_page() else { return };
        let Page::Compare(matchup) = &ready.page else { return };
        let (text, said) = match share {
            Share::Sheet => (address, ""),
            Share::Link => (address, "Link copied."),
            Share::Words(wording) => {
                let view = &self.signals.view.read_untracked();
                let said = if wording == Wording::Markdown { "Copied as Markdown." } else { "Copied as text." };
                (worded(wording, matchup, &ready.site, view, browser::same_words, &address), said)
            }
        };
        // The same words twice are heard twice only where they were gone meanwhile.
        self.change_desk(&mut |desk| desk.told.clear());
        let begun = match share {
            Share::Sheet => browser::share(&matchup.title(), &text),
            _ => browser::copy(&text),
        };
        let app = self.clone();
        browser::spawn(async move {
            let is_done = browser::is_done(begun).await;
            app.change_desk(&mut |desk| {
                desk.told = if is_done { said } else { REFUSED }.to_owned();
                desk.by_hand = if is_done { String::new() } else { text.clone() };
            });
            if !is_done {
                // The field is drawn by then.
                browser::spawn(async { browser::select(places::BY_HAND) });
            }
        });
    }
}

/// What is said where nothing could be copied or shared.
const REFUSED: &str =
    "This browser does not let the page do that. The text above is selected: copy it with Ctrl+C or ⌘C.";

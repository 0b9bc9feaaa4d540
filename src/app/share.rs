//! Handing a comparison on.

use super::App;
use crate::{
    browser::{self, Done, End},
    model::{Page, Wording, worded},
    scripts::places,
    view::{Share, Shared},
};
use leptos::prelude::{ReadUntracked, Set};
use std::rc::Rc;

impl App {
    pub(super) fn share(self: &Rc<Self>, share: Share) {
        self.write_address_now();
        let address = browser::location();
        let (Some(Page::Compare(matchup)), Some(site)) = (self.shown_page(), self.loader.site()) else { return };
        let (text, done, said) = match share {
            Share::Sheet => {
                let done = browser::share(&matchup.title(), &address);
                (address, done, "")
            }
            Share::Link => (address.clone(), browser::copy(&address), "Link copied."),
            Share::Words(wording) => {
                let muted = self.signals.view.read_untracked().muted.clone();
                let text = worded(wording, &matchup, &site, &muted, &address);
                let said = if wording == Wording::Markdown { "Copied as Markdown." } else { "Copied as text." };
                let done = browser::copy(&text);
                (text, done, said)
            }
        };
        let app = self.clone();
        browser::spawn(async move { app.shared(share, text, done, said).await });
    }

    async fn shared(&self, share: Share, text: String, done: Done, said: &str) {
        let (words, by_hand) = match browser::end(done).await {
            End::Done | End::Cancelled => (said, String::new()),
            End::Refused if share == Share::Sheet => {
                ("The share sheet could not be opened. Copy the link instead.", String::new())
            }
            End::Refused => (
                "This browser does not let the page copy. The text below is selected: copy it with Ctrl+C or ⌘C.",
                text,
            ),
        };
        let is_by_hand = !by_hand.is_empty();
        self.signals.shared.set(Shared { words: words.to_owned(), by_hand });
        if is_by_hand {
            // The field is drawn by then.
            browser::spawn(async { browser::select(places::BY_HAND) });
        }
    }
}

//! The address bar, the history, and where the reader was in each entry of it.

use super::{
    Address,
    address::{base, here_with_query_of, origin, page},
    dom::{call, document, field, here, is_any, on, put_focus, scrolled, text, window},
    focus::link_in_focus,
    storage,
};
use crate::{model::number, scripts::keys};
use js_sys::Reflect;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};

/// How the reader came to an address.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Move {
    /// Opened or reloaded it: the browser put focus where it belongs.
    Arrived,
    /// Followed a link.
    Followed,
    /// Went back or forward, to an entry that was left.
    Returned {
        /// How far it was scrolled, in CSS pixels.
        y: i32,
        /// Which of its links, or of what changes it, had focus.
        link: Option<u32>,
    },
}

/// Where an entry was left.
#[derive(Clone, Copy, Default)]
struct Left {
    /// The entry's: a random number, kept as its state.
    key: i32,
    /// How far it was scrolled, in CSS pixels.
    y: i32,
    /// Which of its links, or of what changes it, had focus.
    link: Option<u32>,
}

/// Entries that are kept, at most.
const MOST_ENTRIES: usize = 50;

/// This tab's history.
pub struct History {
    /// The deployment's path without its last slash.
    base: String,
    /// The present entry's key, and where those left behind were left.
    positions: RefCell<(i32, Vec<Left>)>,
    /// The key of the entry whose page is drawn, which is not yet the present one's while that is on its way.
    drawn: Cell<i32>,
    /// The present entry's path and query.
    page: RefCell<String>,
}

impl History {
    /// Takes over scroll restoration: the browser would restore before the page is there.
    pub fn start() -> Rc<Self> {
        let history = Rc::new(Self {
            base: base(),
            positions: RefCell::new((0, kept())),
            drawn: Cell::default(),
            page: RefCell::default(),
        });
        let native = native();
        let _ = Reflect::set(&native, &"scrollRestoration".into(), &"manual".into());
        history.positions.borrow_mut().0 = field(&native, "state").as_f64().map_or_else(new_key, |key| key as i32);
        history.note_drawn();
        history.replace_state(JsValue::UNDEFINED);
        let leaving = history.clone();
        on(&window(), "pagehide", move |_| {
            leaving.leave();
            leaving.keep();
        });
        history
    }

    /// The deployment's path: `` or `/folder`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Where the reader is.
    pub fn address(&self) -> Address {
        let mut address = Address::of(&here());
        address.path = address.path.strip_prefix(&self.base).unwrap_or(&address.path).to_owned();
        address
    }

    /// The scroll position at which the present entry was left before, if it was.
    pub fn position(&self) -> Option<i32> {
        self.left().map(|left| left.y)
    }

    fn left(&self) -> Option<Left> {
        let positions = self.positions.borrow();
        positions.1.iter().find(|left| left.key == positions.0).copied()
    }

    /// The page of the present entry is drawn.
    pub fn note_drawn(&self) {
        self.drawn.set(self.positions.borrow().0);
    }

    /// Makes a new entry; where the reader is already, browsers make none, and so does this. False where the browser refuses, as
    /// some do after a hundred in a row.
    pub fn push(&self, href: &str) -> bool {
        self.leave();
        if text(&here(), "href") == href {
            return true;
        }
        let key = new_key();
        let pushed = call(&native(), "pushState", &[key.into(), "".into(), href.into()]).is_ok();
        if pushed {
            self.positions.borrow_mut().0 = key;
            self.page.replace(page());
        }
        pushed
    }

    /// Makes a new entry of the same page, with the query of that path. Where the browser refuses, the present one changes.
    pub fn push_query(&self, path: &str) {
        if !self.push(&here_with_query_of(path)) {
            self.replace(path);
        }
        self.note_drawn();
    }

    /// Changes the present entry's address: a path below the site's base, with its query. Where the page was served from
    /// another address than it was written for, its path stays what it is.
    pub fn replace(&self, path: &str) {
        self.replace_state(here_with_query_of(path).into());
    }

    /// Calls `listener` when the page is left for another site's, or closed.
    pub fn on_leave(&self, listener: impl Fn() + 'static) {
        on(&window(), "pagehide", move |_| listener());
    }

    /// Calls `listener` when the reader goes back or forward, or follows a link within the page.
    pub fn on_return(self: &Rc<Self>, listener: impl Fn(Move) + 'static) {
        let history = self.clone();
        on(&window(), "popstate", move |event| {
            let key = field(&event, "state").as_f64();
            // An entry without a key is another part of the same page; but Firefox also forgets the key of one in
            // which the same part is followed twice.
            let is_within = key.is_none() && *history.page.borrow() == page();
            if !is_within {
                history.leave();
            }
            history.positions.borrow_mut().0 = key.map_or_else(new_key, |key| key as i32);
            history.replace_state(JsValue::UNDEFINED);
            if is_within {
                history.note_drawn();
            } else {
                // Where a page was left before it was there, nothing is known but its address.
                listener(history.left().map_or(Move::Followed, |Left { y, link, .. }| Move::Returned { y, link }));
            }
        });
    }

    /// Offers every plain click on a link into this site to `listener`; if it takes the address (true), the browser does not.
    pub fn on_follow(self: &Rc<Self>, listener: impl Fn(&Address, &str) -> bool + 'static) {
        let history = self.clone();
        on(&document(), "click", move |event| {
            // The main button is 0.
            if is_any(&event, &["defaultPrevented", "button", "metaKey", "ctrlKey", "shiftKey", "altKey"]) {
                return;
            }
            let link = call(&field(&event, "target"), "closest", &["a[href]".into()]);
            let Some(link) = link.ok().and_then(|link| link.dyn_into::<web_sys::Element>().ok()) else { return };
            let elsewhere = !matches!(text(&link, "target").as_str(), "" | "_self");
            if elsewhere || link.get_attribute("download").is_some() || text(&link, "origin") != origin() {
                return;
            }
            let mut address = Address::of(&link);
            let path = address.path.strip_prefix(&history.base).filter(|path| path.starts_with('/'));
            let Some(path) = path.map(str::to_owned) else { return };
            address.path = path;
            // A part of the page that is shown. One that is on its way has no parts yet.
            let is_shown = history.drawn.get() == history.positions.borrow().0;
            if is_shown && !address.fragment.is_empty() && history.address().is_page_of(&address) {
                history.leave();
                return;
            }
            // As browsers do, but for WebKit's: so Back leads there again.
            put_focus(link.unchecked_ref());
            if listener(&address, &text(&link, "href")) {
                event.prevent_default();
            }
        });
    }

    /// Remembers how far the page that is drawn is scrolled, and which of its links has focus.
    fn leave(&self) {
        // Above the top is where some browsers let a page be pulled.
        let y = scrolled().max(0);
        let (key, mut positions) = (self.drawn.get(), self.positions.borrow_mut());
        positions.1.retain(|left| left.key != key);
        positions.1.push(Left { key, y, link: link_in_focus() });
        // Browsers keep no longer histories.
        if positions.1.len() > MOST_ENTRIES {
            positions.1.remove(0);
        }
    }

    fn key(&self) -> JsValue {
        self.positions.borrow().0.into()
    }

    fn replace_state(&self, href: JsValue) {
        let _ = call(&native(), "replaceState", &[self.key(), "".into(), href]);
        self.page.replace(page());
    }

    fn keep(&self) {
        let text: String = self.positions.borrow().1.iter().map(|Left { key, y, .. }| format!("{key}:{y} ")).collect();
        storage::set_for_tab(keys::SCROLL, &text);
    }
}

/// The browser's own history.
fn native() -> JsValue {
    field(&window(), "history")
}

/// A key that no other entry of this tab has.
fn new_key() -> i32 {
    (js_sys::Math::random() * f64::from(i32::MAX)) as i32
}

/// What the tab remembers of entries of before a reload: browsers put focus by themselves then.
fn kept() -> Vec<Left> {
    let text = storage::get_for_tab(keys::SCROLL).unwrap_or_default();
    let entry = |entry: &str| {
        let (key, y) = entry.split_once(':')?;
        Some(Left { key: number(key)? as i32, y: number(y)? as i32, link: None })
    };
    text.split(' ').map_while(entry).collect()
}

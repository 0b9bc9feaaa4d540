//! Leptos's control flow: `For` and `Show`.

use crate::{
    tree::{Keyed, Live, Node, Row},
    view::{AnyView, IntoView},
};
use reactive_graph::{computed::Memo, graph::untrack, traits::Get};
use std::rc::Rc;

/// What tells a row of a list from the others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A number.
    Number(u64),
    /// A text.
    Text(String),
}

impl From<u32> for Key {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Key {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Key {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Key {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A keyed list. `each` says what is in it, and follows the signals that it reads; `key` tells one item from another; `children`
/// builds the row of an item, once: as long as its key is in the list, the row stays, wherever it moves to. What in a row is
/// to change follows signals of its own. Reading a signal in `children` itself does not follow it.
///
/// Where two items have the same key, both are shown, and either may be kept.
///
/// ```
/// use elements::{For, IntoView, html::{li, ul}};
///
/// let tools = ["a", "b"];
/// let list = ul().child(For(move || tools.to_vec(), |tool| *tool, |tool| li().child(tool)));
/// assert_eq!(list.to_html(), "<ul><li>a</li><li>b</li></ul>");
/// ```
#[allow(non_snake_case, reason = "it is Leptos's name")]
pub fn For<T: 'static, K: Into<Key>, V: IntoView>(
    each: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> K + 'static,
    children: impl Fn(T) -> V + 'static,
) -> AnyView {
    let children = Rc::new(children);
    let rows = move || {
        let row = |item: T| {
            let children = children.clone();
            Row { key: key(&item).into(), children: Box::new(move || untrack(|| children(item).into_any())) }
        };
        each().into_iter().map(row).collect()
    };
    AnyView(vec![Node::Rows(Box::new(List(Box::new(rows))))])
}

struct List(Live<Vec<Row>>);

impl Keyed for List {
    fn rows(&self) -> Vec<Row> {
        self.0.now()
    }

    #[cfg(feature = "browser")]
    fn mount(self: Box<Self>, from: crate::dom::RowsFrom<'_>) -> crate::dom::MountedRows {
        from.mount(self.0)
    }
}

/// A view that is drawn anew, and not compared with the one before, where its key is another: what a reader did to one page
/// (focus, an open menu) does not carry over to the next.
///
/// ```
/// use elements::{IntoView, html::p, keyed};
///
/// assert_eq!(keyed(1, p().child("One")).to_html(), "<p>One</p>");
/// ```
pub fn keyed(key: u64, view: impl IntoView) -> AnyView {
    AnyView(vec![Node::Keyed(key, view.into_any().0)])
}

/// `children` while `when` says so, else `fallback`. Neither is built again before the answer, or a signal
/// that it reads itself (and not in a closure within), changes.
///
/// ```
/// use elements::{IntoView, Show, html::p};
/// use reactive_graph::{owner::Owner, prelude::*, signal::RwSignal};
///
/// let owner = Owner::new();
/// owner.set();
/// let count = RwSignal::new(0);
/// let view = Show(move || count.get() > 0, || p().child("Some"), || p().child("None"));
/// assert_eq!(view.to_html(), "<p>None</p>");
/// ```
#[allow(non_snake_case, reason = "it is Leptos's name")]
pub fn Show<V: IntoView, W: IntoView>(
    when: impl Fn() -> bool + Send + Sync + 'static,
    children: impl Fn() -> V + 'static,
    fallback: impl Fn() -> W + 'static,
) -> AnyView {
    let when = Memo::new(move |_| when());
    (move || if when.get() { children().into_any() } else { fallback().into_any() }).into_any()
}

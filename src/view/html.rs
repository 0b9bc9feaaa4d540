//! Elements of one type, whatever their tag: how every view is written here.
//!
//! Why not the `view!` macro: it makes a type of every subtree, and code for each. These same pages written with it were
//! 164 kB of WebAssembly (brotli); written with this they are less than half. Rendering, reactivity and hydration are Leptos's
//! own: an [`El`] is a tachys element with erased attributes and children.

use leptos::{
    ev::{Custom, Event},
    prelude::*,
    tachys::{
        html::{
            attribute::{
                any_attribute::{AnyAttribute, IntoAnyAttribute},
                custom::custom_attribute,
            },
            element::custom,
            event::on,
            property::prop,
        },
        view::iterators::StaticVec,
    },
};

/// What is computed anew whenever a signal that it read changes.
type Live<T> = Box<dyn Fn() -> T + Send>;

/// An element under construction. Boxed, so that handing it on from call to call moves one word, not eight.
pub(super) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element without anything in it.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

impl El {
    /// Gives it a fixed attribute.
    pub(super) fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        self.set(name, value.into())
    }

    #[inline(never)]
    fn set(self, name: &'static str, value: String) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Gives it its class names.
    #[inline(never)]
    pub(super) fn class(self, names: &'static str) -> Self {
        self.fixed("class", names)
    }

    /// Gives it an attribute that is the same everywhere.
    #[inline(never)]
    pub(super) fn fixed(self, name: &'static str, value: &'static str) -> Self {
        self.set(name, value.to_owned())
    }

    /// Gives it an attribute that follows signals; `None` removes it.
    pub(super) fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.set_live(name, Box::new(value))
    }

    #[inline(never)]
    fn set_live(self, name: &'static str, value: Live<Option<String>>) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Keeps a yes-or-no property of the live element at what signals say.
    pub(super) fn live_prop(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.set_prop(name, Box::new(value))
    }

    #[inline(never)]
    fn set_prop(self, name: &'static str, value: Live<bool>) -> Self {
        self.with(prop(name, value).into_any_attr())
    }

    /// Calls `then` at every such event.
    pub(super) fn on(self, event: &'static str, then: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Box::new(then))
    }

    #[inline(never)]
    fn listen(self, event: &'static str, then: Box<dyn Fn(Event)>) -> Self {
        self.with(on(Custom::<Event>::new(event), then).into_any_attr())
    }

    /// Puts something at its end.
    pub(super) fn child(mut self, child: impl IntoNode) -> Self {
        child.put(&mut self.0.children);
        self
    }

    /// The finished element.
    #[inline(never)]
    pub(super) fn done(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        custom(tag).add_any_attr(attributes).child(StaticVec::from(children)).into_any()
    }
}

/// Text that follows signals.
pub(super) fn live_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let text: Live<String> = Box::new(text);
    text.into_any()
}

/// A part of the page that is drawn anew whenever a signal that it read changes.
pub(super) fn live(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let part: Live<AnyView> = Box::new(part);
    part.into_any()
}

/// Several things in a row, without an element around them.
pub(super) fn many(children: impl IntoNode) -> AnyView {
    let mut views = Vec::new();
    children.put(&mut views);
    StaticVec::from(views).into_any()
}

/// What can stand in an element.
pub(super) trait IntoNode {
    /// Puts it at the end of the children.
    fn put(self, children: &mut Vec<AnyView>);
}

impl IntoNode for El {
    #[inline(never)]
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(self.done());
    }
}

impl IntoNode for AnyView {
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl IntoNode for String {
    #[inline(never)]
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl IntoNode for &str {
    #[inline(never)]
    fn put(self, children: &mut Vec<AnyView>) {
        self.to_owned().put(children);
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn put(self, children: &mut Vec<AnyView>) {
        if let Some(node) = self {
            node.put(children);
        }
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn put(self, children: &mut Vec<AnyView>) {
        for node in self {
            node.put(children);
        }
    }
}

impl<A: IntoNode, B: IntoNode> IntoNode for (A, B) {
    fn put(self, children: &mut Vec<AnyView>) {
        self.0.put(children);
        self.1.put(children);
    }
}

//! Building an element: what Leptos's builder dialect calls.

use crate::{
    NodeRef,
    attribute::{AddClass, IntoAttribute, IntoProperty},
    ev::{Event, Name},
    tree::{Attribute, Element, Namespace, Node},
    view::{IntoView, push, push_list},
};
use std::{marker::PhantomData, rc::Rc};

/// A kind of element that has content.
pub struct Open;
/// A kind of element that holds no view, like `<br>`: it has no method `child`.
pub struct Void;

/// An element that is being built. Boxed, so that handing it on from call to call moves one word.
pub struct El<Kind = Open> {
    element: Box<Element>,
    kind: PhantomData<Kind>,
}

impl<Kind> El<Kind> {
    #[inline]
    pub(crate) fn new(namespace: Namespace, tag: &'static str) -> Self {
        Self { element: Element::new(namespace, tag), kind: PhantomData }
    }

    /// Gives it an attribute: text, a truth value, an `Option` of those, or a closure that returns one and follows the signals
    /// that it reads. `None` and `false` are no such attribute. Given twice, the later counts; class names add up.
    pub fn attr(mut self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.element.set(value.named(name));
        self
    }

    /// Adds class names: text, a closure that returns text, or a name and whether it applies, as a flag or a closure.
    pub fn class(mut self, names: impl AddClass) -> Self {
        self.element.set(names.attribute());
        self
    }

    /// Gives it an id.
    pub fn id(self, id: impl IntoAttribute) -> Self {
        self.attr("id", id)
    }

    /// Sets a property of the element in the page, or keeps it at what a closure returns. HTML that is written lacks it: what
    /// has to be there before any script is an attribute. It is set in the order of the calls: `value` belongs behind `type`, `min` and
    /// `max`.
    pub fn prop(mut self, name: &'static str, value: impl IntoProperty) -> Self {
        self.element.set(Some(value.named(name)).ok_or(name));
        self
    }

    /// Calls `then` at every such event that reaches it: on it, or in it if events of that name bubble (`focus` does not, `focusin` does).
    pub fn on(mut self, event: Name, then: impl Fn(Event) + 'static) -> Self {
        self.element.attributes.push(Attribute::On(event.0, Rc::new(then)));
        self
    }

    /// Lets `reference` know the element for as long as it is in the page.
    pub fn node_ref(mut self, reference: &NodeRef) -> Self {
        self.element.attributes.push(Attribute::Ref(reference.tell.clone()));
        self
    }

    /// What it is, for whoever looks at views as values.
    pub fn element(&self) -> &Element {
        &self.element
    }
}

impl El<Open> {
    /// Puts something at its end. Not inlined: most of a view's code is this call.
    #[inline(never)]
    pub fn child(mut self, child: impl IntoView) -> Self {
        child.put(&mut self.element.children);
        self
    }

    /// Puts several at its end, which take one place there however many they are: what a `Vec` of them does, without one.
    pub fn children<T: IntoView>(mut self, children: impl IntoIterator<Item = T>) -> Self {
        let mut nodes = Vec::new();
        for child in children {
            child.put(&mut nodes);
        }
        push_list(nodes, &mut self.element.children);
        self
    }
}

impl<Kind> IntoView for El<Kind> {
    fn put(self, into: &mut Vec<Node>) {
        push(Node::Element(self.element), into);
    }
}

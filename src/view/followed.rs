//! What views know of values that can change.

use elements::{Attribute, AttributeValue, Compute, IntoAttribute, IntoProperty, IntoView, Node, PropertyValue};
use leptos::{
    prelude::{ArcMemo, ArcRwSignal, GetUntracked, ReadUntracked, Track, on_cleanup},
    reactive::graph::{Subscriber, ToAnySource, ToAnySubscriber},
};
use std::{ops::Deref, sync::Arc};

/// A value that the reader can change. A view cannot look at it, only put it, or what follows from it, where it is to be followed:
/// as a child, an attribute or a property. So nothing that is read while a page is drawn can draw the page again.
pub struct Followed<T>(Arc<dyn Compute<T> + Send + Sync>);

impl<T> Clone for Followed<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: 'static> Followed<T> {
    pub(super) fn new(read: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// The value now. Not inlined: how it is found is longer than a call.
    #[inline(never)]
    fn now(&self) -> T {
        self.0.now()
    }

    /// What follows from it.
    pub fn map<U: 'static>(&self, then: impl Fn(T) -> U + Send + Sync + 'static) -> Followed<U> {
        let it = self.clone();
        Followed::new(move || then(it.now()))
    }

    /// Both.
    pub fn and<U: 'static>(&self, other: &Followed<U>) -> Followed<(T, U)> {
        let (it, other) = (self.clone(), other.clone());
        Followed::new(move || (it.now(), other.now()))
    }

    /// The same, computed once for all that follow it, and followed only when it is another value. Lives as long as the
    /// present owner.
    pub fn memo(self) -> Self
    where
        T: PartialEq + Clone + Send + Sync,
    {
        let memo = ArcMemo::new(move |_| self.now());
        // A signal that outlives it would keep its memory until it changes, which may be never.
        let follower = memo.to_any_subscriber();
        on_cleanup(move || follower.clear_sources(&follower));
        let source = memo.to_any_source();
        Self::new(move || {
            source.track();
            memo.get_untracked()
        })
    }
}

/// What a signal holds. It is followed as a source of any type, and in one function for each type of value: so readers download once how
/// that is done.
#[inline(never)]
pub(super) fn held_by<S: Send + Sync + 'static>(signal: &ArcRwSignal<S>) -> <ArcRwSignal<S> as ReadUntracked>::Value {
    signal.to_any_source().track();
    signal.read_untracked()
}

/// A value that several places look at, computed once for all. It is another one whenever it was computed anew.
pub struct Shared<T>(Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Send + Sync + 'static> Followed<T> {
    /// The same, computed once for all that follow it, whenever what it follows has changed. Lives as long as the present owner.
    pub fn shared(&self) -> Followed<Shared<T>> {
        self.map(|value| Shared(Arc::new(value))).memo()
    }
}

impl<T: IntoView + 'static> IntoView for Followed<T> {
    fn put(self, into: &mut Vec<Node>) {
        (move || self.now()).put(into);
    }
}

impl<T: AttributeValue + 'static> IntoAttribute for Followed<T> {
    fn named(self, name: &'static str) -> Result<Attribute, &'static str> {
        (move || self.now()).named(name)
    }
}

impl<T: Into<PropertyValue> + 'static> IntoProperty for Followed<T> {
    fn named(self, name: &'static str) -> Attribute {
        (move || self.now()).named(name)
    }
}

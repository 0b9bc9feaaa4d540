//! Effects that leave nothing behind.

use crate::tree::Live;
use reactive_graph::{
    effect::RenderEffect,
    graph::{Subscriber, ToAnySubscriber},
    owner::Owner,
};
use std::{cell::Cell, rc::Rc};

/// An effect that runs at once, and again whenever a signal that it read has changed, for as long as this value lives.
pub(super) struct Following(RenderEffect<()>);

/// What a part of a view is at first, and what owns it.
type Begun<T> = (Option<Owner>, T);

impl Following {
    pub fn new(run: impl FnMut(Option<()>) + 'static) -> Self {
        Self(RenderEffect::new(run))
    }

    /// Follows a part of a view. What it is at first is handed out at once, with what owns all that is made for it; what it is
    /// later is for `update`.
    pub fn begin<T: 'static>(part: Live<T>, update: impl Fn(T) + 'static) -> (Self, Option<Begun<T>>) {
        let begun: Rc<Cell<Option<Begun<T>>>> = Rc::default();
        let hand_out = begun.clone();
        let following = Self::new(move |before: Option<()>| {
            let now = part.now();
            match before {
                None => hand_out.set(Some((Owner::current(), now))),
                Some(()) => update(now),
            }
        });
        (following, begun.take())
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        // A signal that outlives the effect would keep its memory until it changes, which may be never.
        let it = self.0.to_any_subscriber();
        it.clear_sources(&it);
    }
}

//! Effects that leave nothing behind.

use reactive_graph::{
    effect::RenderEffect,
    graph::{Subscriber, ToAnySubscriber},
};

/// An effect that runs at once, and again whenever a signal that it read has changed, for as long as this value lives.
pub(super) struct Following(RenderEffect<()>);

impl Following {
    pub fn new(run: impl FnMut(Option<()>) + 'static) -> Self {
        Self(RenderEffect::new(run))
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        // A signal that outlives the effect would keep its memory until it changes, which may be never.
        let it = self.0.to_any_subscriber();
        it.clear_sources(&it);
    }
}

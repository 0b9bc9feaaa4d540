//! References to elements in the page.

#[cfg(feature = "browser")]
pub use browser::NodeRef;
#[cfg(not(feature = "browser"))]
pub use native::NodeRef;

#[cfg(feature = "browser")]
mod browser {
    use reactive_graph::{
        signal::ArcRwSignal,
        traits::{Get, GetUntracked, Set},
    };
    use web_sys::Element;

    /// An element, while it is in the page. Whoever reads it in a closure that follows signals learns of it when it comes
    /// and goes. Clones are references to the same element.
    #[derive(Debug, Clone)]
    pub struct NodeRef(ArcRwSignal<Option<Element>>);

    impl NodeRef {
        /// A reference to nothing yet.
        pub fn new() -> Self {
            Self(ArcRwSignal::new(None))
        }

        /// The element, followed.
        pub fn get(&self) -> Option<Element> {
            self.0.get()
        }

        /// The element now.
        pub fn get_untracked(&self) -> Option<Element> {
            self.0.get_untracked()
        }

        /// Takes the element that came, or (`false`) forgets it, unless it is another by now.
        pub(crate) fn set(&self, element: &Element, is_there: bool) {
            if is_there {
                self.0.set(Some(element.clone()));
            } else if self.0.get_untracked().as_ref() == Some(element) {
                self.0.set(None);
            }
        }
    }

    impl Default for NodeRef {
        fn default() -> Self {
            Self::new()
        }
    }
}

#[cfg(not(feature = "browser"))]
mod native {
    use std::convert::Infallible;

    /// An element, while it is in the page: without a browser, never.
    #[derive(Debug, Clone, Default)]
    pub struct NodeRef(());

    impl NodeRef {
        /// A reference to nothing.
        pub fn new() -> Self {
            Self(())
        }

        pub(crate) fn set(&self, element: &Infallible, _: bool) {
            match *element {}
        }
    }
}

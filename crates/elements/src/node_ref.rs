//! References to elements in the page.

#[cfg(feature = "browser")]
pub use browser::NodeRef;
#[cfg(not(feature = "browser"))]
pub use native::NodeRef;

#[cfg(feature = "browser")]
mod browser {
    use reactive_graph::{
        owner::LocalStorage,
        signal::RwSignal,
        traits::{Get, GetUntracked, Set},
    };
    use web_sys::Element;

    /// An element, while it is in the page. Whoever reads it in a closure that follows signals learns of it when it comes
    /// and goes.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct NodeRef(RwSignal<Option<Element>, LocalStorage>);

    impl NodeRef {
        /// A reference to nothing yet.
        pub fn new() -> Self {
            Self(RwSignal::new_local(None))
        }

        /// The element, followed.
        pub fn get(&self) -> Option<Element> {
            self.0.get()
        }

        /// The element now.
        pub fn get_untracked(&self) -> Option<Element> {
            self.0.get_untracked()
        }

        pub(crate) fn set(&self, element: Element) {
            self.0.try_set(Some(element));
        }

        /// Forgets the element, unless it is another by now. The reference's owner may be gone before the element is.
        pub(crate) fn clear(&self, element: &Element) {
            if self.0.try_get_untracked().flatten().as_ref() == Some(element) {
                self.0.try_set(None);
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
    /// An element, while it is in the page: without a browser, never.
    #[derive(Debug, Clone, Copy, Default)]
    pub struct NodeRef(());

    impl NodeRef {
        /// A reference to nothing.
        pub fn new() -> Self {
            Self(())
        }
    }
}

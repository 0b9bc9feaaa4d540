//! References to elements in the page.

#[cfg(feature = "browser")]
pub use browser::NodeRef;
#[cfg(not(feature = "browser"))]
pub use native::NodeRef;

#[cfg(feature = "browser")]
mod browser {
    use crate::tree::Tell;
    use reactive_graph::{
        signal::ArcRwSignal,
        traits::{Get, GetUntracked, Set},
    };
    use std::rc::Rc;
    use web_sys::Element;

    /// An element, while it is in the page. Whoever reads it in a closure that follows signals learns of it when it comes
    /// and goes. Clones are references to the same element.
    #[derive(Clone)]
    pub struct NodeRef {
        element: ArcRwSignal<Option<Element>>,
        /// Takes the element that came, or (`false`) that left. Elements know this and not the reference, so that who has no
        /// references has no code for them.
        pub(crate) tell: Tell,
    }

    impl NodeRef {
        /// A reference to nothing yet.
        pub fn new() -> Self {
            let element = ArcRwSignal::new(None);
            let known = element.clone();
            let tell = move |it: &Element, is_there| {
                if is_there {
                    known.set(Some(it.clone()));
                } else if known.get_untracked().as_ref() == Some(it) {
                    // It is not another by now.
                    known.set(None);
                }
            };
            Self { element, tell: Rc::new(tell) }
        }

        /// The element, followed.
        pub fn get(&self) -> Option<Element> {
            self.element.get()
        }

        /// The element now.
        pub fn get_untracked(&self) -> Option<Element> {
            self.element.get_untracked()
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
    use crate::tree::Tell;
    use std::rc::Rc;

    /// An element, while it is in the page: without a browser, never.
    #[derive(Clone)]
    pub struct NodeRef {
        pub(crate) tell: Tell,
    }

    impl NodeRef {
        /// A reference to nothing.
        pub fn new() -> Self {
            Self { tell: Rc::new(|_, _| ()) }
        }
    }

    impl Default for NodeRef {
        fn default() -> Self {
            Self::new()
        }
    }
}

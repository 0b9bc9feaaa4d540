//! Drawing views into a page, adopting them from HTML, and keeping what follows signals.
//!
//! Every element that is drawn has a slot, which knows what of it is ours. What is computed anew is compared with what was
//! drawn before, and only differences touch the page.
//!
//! Others change the page, too: translators replace text by elements, extensions wrap, move and remove nodes. So whoever changes
//! something first looks whether it still is where it was left. Where it is not, the slot around it is restored: exactly its own
//! nodes, in their order. All walks go over our own lists, so nothing that others do makes them endless.

mod adopt;
mod attributes;
mod build;
mod focus;
mod following;
mod patch;
mod quiet;
mod region;
mod rows;
mod settle;
mod slot;

use crate::view::IntoView;
use quiet::quietly;
use reactive_graph::owner::Owner;
use slot::{Mounted, Slot};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Window};

pub use adopt::Mismatch;
pub use rows::{MountedRows, RowsFrom};

/// What was drawn, for as long as it is to stay. Dropping it takes it out of the page, with everything that follows signals.
#[must_use = "what is dropped leaves the page"]
pub struct UnmountHandle {
    slot: Rc<Slot>,
    owner: Owner,
}

impl UnmountHandle {
    /// Lets it stay for as long as the page lives.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for UnmountHandle {
    fn drop(&mut self) {
        let content = self.slot.content.take();
        quietly(|| {
            content.iter().for_each(|mounted| mounted.each(&mut |it| it.leave()));
            drop(content);
        });
        self.owner.cleanup();
    }
}

/// Draws a view at the end of an element. The view is built under an owner of its own, which ends with the handle. What its top level
/// grows by comes at the element's end, behind what others have there: where there are others, give it one element around it.
pub fn mount_to<V: IntoView>(container: Element, view: impl FnOnce() -> V) -> UnmountHandle {
    let (slot, owner) = begin(container);
    let content = owner.with(|| build::nodes(view().into_any(), &slot));
    slot.begin(content);
    UnmountHandle { slot, owner }
}

/// Makes HTML in an element live, without drawing it again. The view has to be what the element's content begins with; what
/// follows it there (scripts, what extensions add) is not looked at; what the top level grows by comes behind that. Text, elements and
/// their order are compared. Attributes that follow signals, and properties, are set to what they should be; fixed attributes are
/// taken to be in the HTML. Not to be called from within a view.
///
/// # Errors
///
/// [`Mismatch`], where the HTML is not what would have been drawn. Nothing of the view is live then, and its nodes stand where they
/// stood; texts may be in more pieces, and what follows signals may be set where elements did match. The caller draws anew.
pub fn hydrate_from<V: IntoView>(container: Element, view: impl FnOnce() -> V) -> Result<UnmountHandle, Mismatch> {
    let (slot, owner) = begin(container);
    let mut next = slot.node.first_child();
    let content = owner.with(|| adopt::nodes(view().into_any(), &mut next, &slot));
    match content {
        Ok(content) => {
            slot.content.replace(content);
            Ok(UnmountHandle { slot, owner })
        }
        Err(mismatch) => {
            owner.cleanup();
            Err(mismatch)
        }
    }
}

/// The container's slot, and the owner of what will be in it; and what effects run on, as in Leptos's own mounting.
fn begin(container: Element) -> (Rc<Slot>, Owner) {
    // It fails where there is one already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    (Slot::root(container), Owner::new())
}

/// The document: drawing happens in windows only. Elsewhere there is none.
#[inline(never)]
fn document() -> Document {
    let window: Window = js_sys::global().unchecked_into();
    window.document().unwrap_or_else(|| wasm_bindgen::throw_str("a view is drawn in a window with a document"))
}

/// The nodes of a mounted view, in the order of the page.
type Content = Vec<Mounted>;

//! A part of a view that is computed anew when a signal changes.

use super::{
    Content,
    adopt::{self, Adopted},
    build,
    following::Following,
    patch,
    slot::Slot,
};
use crate::{tree::Live, view::AnyView};
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

/// The part as it is now.
#[derive(Default)]
pub(super) struct Region {
    pub content: RefCell<Content>,
    effect: Cell<Option<Following>>,
}

impl Region {
    pub fn build(view: Live<AnyView>, slot: &Rc<Slot>) -> Rc<Self> {
        Self::follow(view, slot, &mut |view| Ok(build::nodes(view, slot))).unwrap_or_default()
    }

    /// The same part with another closure, after what is around it was computed anew.
    pub fn instead_of(old: &Self, view: Live<AnyView>, slot: &Rc<Slot>) -> Rc<Self> {
        old.effect.take();
        Self::follow(view, slot, &mut |view| Ok(patch::list(old.content.take(), view.0, slot))).unwrap_or_default()
    }

    pub fn adopt(view: Live<AnyView>, next: &mut Option<web_sys::Node>, slot: &Rc<Slot>) -> Adopted<Rc<Self>> {
        Self::follow(view, slot, &mut |view| adopt::nodes(view, next, slot))
    }

    /// Computes the view at once and hands it to `first`; later ones are compared with what was there before. The effect holds
    /// neither the region nor the slot: they hold it.
    fn follow(
        view: Live<AnyView>,
        slot: &Rc<Slot>,
        first: &mut dyn FnMut(AnyView) -> Adopted<Content>,
    ) -> Adopted<Rc<Self>> {
        let region = Rc::new(Self::default());
        let (weak, around) = (Rc::downgrade(&region), Rc::downgrade(slot));
        let (effect, begun) = Following::begin(view, move |view| update(&weak, &around, view));
        if let Some((owner, view)) = begun {
            // As in later runs: what is made while it is drawn ends when it is computed anew.
            let content = owner.map_or_else(|| Ok(Content::new()), |owner| owner.with(|| first(view)))?;
            region.content.replace(content);
        }
        region.effect.set(Some(effect));
        Ok(region)
    }
}

fn update(region: &Weak<Region>, slot: &Weak<Slot>, view: AnyView) {
    let (Some(region), Some(slot)) = (region.upgrade(), slot.upgrade()) else { return };
    slot.change(|| {
        let content = patch::list(region.content.take(), view.0, &slot);
        region.content.replace(content);
    });
}

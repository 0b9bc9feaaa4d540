//! Putting nodes where they belong: what is new or moved, and what others took away.

use super::{
    focus::keeping_focus,
    quiet::quietly,
    slot::{Slot, Touched},
};
use web_sys::Node;

impl Slot {
    /// Makes a change to what is in the element, and puts what came of it in its place; and the element, if it is gone.
    pub fn change(&self, change: impl FnOnce()) {
        quietly(|| {
            change();
            self.settle();
        });
        self.recover();
    }

    /// Puts what is new or to be moved in its place, if anything has changed, and tells whether it has. Where something was
    /// not as it had been left, everything that is ours is put back.
    pub fn settle(&self) -> bool {
        let touched = self.touched.take();
        if touched == Touched::Nodes {
            self.place();
        }
        if touched != Touched::Nothing && self.damaged.take() {
            keeping_focus(|| self.restore());
        }
        touched != Touched::Nothing
    }

    /// Puts the element back into the page, with all that is around it, if it is gone. Nothing of the view may be in work.
    pub fn recover(&self) {
        if !self.node.is_connected() {
            quietly(|| keeping_focus(|| self.restore_all()));
        }
    }

    fn restore_all(&self) {
        if let Some(around) = self.around.upgrade().filter(|_| !self.node.is_connected()) {
            around.restore_all();
        }
        if !self.is_whole() {
            self.restore();
        }
    }

    fn place(&self) {
        let mut tops: Vec<(Node, bool)> = Vec::new();
        self.each(&mut |it| tops.push((it.node.clone(), it.placed.replace(true))));
        // Only what was in the page before can have had focus there.
        let moves = tops.iter().any(|(node, placed)| !placed && node.parent_node().is_some());
        let insert = || {
            let mut next: Option<&Node> = None;
            for (node, placed) in tops.iter().rev() {
                let is_there =
                    || node.parent_node().as_ref() == Some(&self.node) && node.next_sibling().as_ref() == next;
                if !placed && !is_there() {
                    // It fails where others took away what comes next.
                    let _ = self.node.insert_before(node, next);
                }
                next = Some(node);
            }
        };
        if moves {
            keeping_focus(insert)
        } else {
            insert()
        }
        if !self.is_whole() {
            self.damaged.set(true);
        }
    }

    /// Whether everything that is ours is here, in its order. Others' nodes may be in between.
    fn is_whole(&self) -> bool {
        let (mut next, mut whole) = (self.node.first_child(), true);
        self.each(&mut |it| {
            while next.as_ref().is_some_and(|next| next != it.node) {
                next = next.take().and_then(|foreign| foreign.next_sibling());
            }
            whole &= next.is_some();
            next = next.take().and_then(|ours| ours.next_sibling());
        });
        whole
    }

    /// Makes the element's content exactly what is ours, texts included.
    fn restore(&self) {
        let mut next = self.node.first_child();
        self.each(&mut |it| {
            if let Some(text) = it.text.filter(|text| !text.is_as_written()) {
                text.write();
            }
            // Up to the node, if it is here at all, nothing is ours. Each turn removes one.
            while let Some(foreign) = next.as_ref().filter(|next| *next != it.node && it.is_in(&self.node)) {
                let after = foreign.next_sibling();
                let _ = self.node.remove_child(foreign);
                next = after;
            }
            match &next {
                Some(here) if here == it.node => next = here.next_sibling(),
                _ => {
                    let _ = self.node.insert_before(it.node, next.as_ref());
                }
            }
        });
        while let Some(foreign) = next {
            next = foreign.next_sibling();
            let _ = self.node.remove_child(&foreign);
        }
    }
}

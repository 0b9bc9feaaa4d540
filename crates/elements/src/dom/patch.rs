//! From what was drawn to what is to be there now: what did not change is not touched.

use super::{
    Content,
    attributes::{From, give},
    build,
    region::Region,
    rows::RowsFrom,
    slot::{DrawnText, Mounted, Slot, Touched},
};
use crate::tree::Node;
use std::rc::Rc;

/// Turns the old nodes into the new ones, place by place. The caller settles the slot.
pub(super) fn list(old: Content, new: Vec<Node>, slot: &Rc<Slot>) -> Content {
    let mut old = old.into_iter();
    let mut content = Vec::with_capacity(new.len());
    for node in new {
        content.push(match old.next() {
            Some(before) => place(before, node, slot),
            None => build::node(node, slot),
        });
    }
    old.for_each(|gone| slot.remove(gone));
    content
}

fn place(old: Mounted, new: Node, slot: &Rc<Slot>) -> Mounted {
    match (old, new) {
        (Mounted::Element(mut drawn), Node::Element(it)) if drawn.tag == it.tag && drawn.namespace == it.namespace => {
            let inner = &drawn.slot;
            let content = list(inner.content.take(), it.children, inner);
            inner.content.replace(content);
            drawn.given = give(it.attributes, std::mem::take(&mut drawn.given), From::Drawn, inner);
            if inner.settle() {
                slot.touch(Touched::Values);
                // What is around it is not whole at this moment, and puts it back later.
                slot.damaged.set(slot.damaged.get() || !slot.node.contains(Some(&inner.node)));
            }
            Mounted::Element(drawn)
        }
        (Mounted::Text(text), Node::Text(data)) => Mounted::Text(text.written(data, slot)),
        (Mounted::List(old), Node::List(new)) => Mounted::List(list(old, new, slot)),
        (Mounted::Region(old), Node::Live(view)) => Mounted::Region(Region::instead_of(&old, view, slot)),
        (Mounted::Rows(old), Node::Rows(rows)) => Mounted::Rows(rows.mount(RowsFrom::drawn(&old, slot)).kept()),
        (Mounted::Keyed(before, old), Node::Keyed(key, new)) if before == key => {
            Mounted::Keyed(key, list(old, new, slot))
        }
        (old, new) => {
            slot.remove(old);
            build::node(new, slot)
        }
    }
}

impl DrawnText {
    fn written(mut self, data: String, slot: &Slot) -> Self {
        if self.data != data {
            slot.touch(Touched::Values);
            let here = self.node.parent_node().is_some_and(|parent| parent == *slot.node);
            let same = self.is_as_written();
            if !here || !same {
                // A translator may have wrapped it, and it still is what the reader sees: then that is enough.
                let moved = !here && slot.node.contains(Some(&self.node)) && same;
                slot.damaged.set(slot.damaged.get() || !moved);
            }
            self.data = data;
            self.write();
        }
        self
    }
}

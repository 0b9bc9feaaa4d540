//! What is in the page.

use super::{Content, attributes::Given, quiet::is_quiet, region::Region, rows::Rows};
use crate::tree::Namespace;
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};
use web_sys::{Element, Node, Text};

/// An element that is drawn, and what in it is ours.
pub(super) struct Slot {
    pub node: Element,
    /// The slot around it; that of the container has none.
    pub around: Weak<Slot>,
    pub content: RefCell<Content>,
    /// What was done in it since it was settled.
    pub touched: Cell<Touched>,
    /// Something of it was not where it had been left.
    pub damaged: Cell<bool>,
}

/// What was done in a slot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Touched {
    #[default]
    Nothing,
    /// A text or an attribute was written.
    Values,
    /// Nodes were made, taken out or are to be moved.
    Nodes,
}

/// One piece of a view in the page.
pub(super) enum Mounted {
    Element(Box<Drawn>),
    Text(DrawnText),
    Region(Rc<Region>),
    Rows(Rc<Rows>),
    Keyed(u64, Content),
    List(Content),
}

/// An element in the page.
pub(super) struct Drawn {
    pub tag: &'static str,
    pub namespace: Namespace,
    pub given: Vec<Given>,
    pub slot: Rc<Slot>,
    pub placed: Cell<bool>,
}

/// A text in the page.
pub(super) struct DrawnText {
    pub node: Text,
    /// What was written last.
    pub data: String,
    pub placed: Cell<bool>,
}

/// A node that stands directly in its slot's element.
pub(super) struct Top<'a> {
    pub node: &'a Node,
    /// Whether it is where it belongs, as far as we know: what is new or to be moved is not.
    pub placed: &'a Cell<bool>,
    /// The text that it is.
    pub text: Option<&'a DrawnText>,
}

impl Mounted {
    /// Calls `visit` with every node that stands directly in the slot's element, in order.
    pub fn each(&self, visit: &mut dyn FnMut(Top<'_>)) {
        match self {
            Self::Element(it) => visit(Top { node: &it.slot.node, placed: &it.placed, text: None }),
            Self::Text(it) => visit(Top { node: &it.node, placed: &it.placed, text: Some(it) }),
            Self::List(list) | Self::Keyed(_, list) => list.iter().for_each(|it| it.each(visit)),
            Self::Region(region) => region.content.borrow().iter().for_each(|it| it.each(visit)),
            Self::Rows(rows) => rows.each(visit),
        }
    }
}

impl DrawnText {
    /// Writes its data into the page.
    pub fn write(&self) {
        self.node.set_text_content(Some(&self.data));
    }

    /// Whether the page still has it as it was written.
    pub fn is_as_written(&self) -> bool {
        self.node.text_content().as_ref() == Some(&self.data)
    }
}

impl Top<'_> {
    /// Takes it out of the page, wherever it is.
    pub fn leave(&self) {
        if let Some(parent) = self.node.parent_node() {
            let _ = parent.remove_child(self.node);
        }
    }

    /// Whether it stands directly in the element.
    pub fn is_in(&self, element: &Element) -> bool {
        self.node.parent_node().is_some_and(|parent| parent == **element)
    }
}

impl Drop for Drawn {
    /// What goes has left the page with what is around it, unless others moved it elsewhere. (HTML that turns out to be another than
    /// what would be drawn is let go, too; it stays, and nothing is quiet then.)
    fn drop(&mut self) {
        let node = &self.slot.node;
        if is_quiet()
            && node.is_connected()
            && let Some(parent) = node.parent_node()
        {
            let _ = parent.remove_child(node);
        }
    }
}

impl Slot {
    pub fn root(node: Element) -> Rc<Self> {
        Self::new(node, Weak::new())
    }

    pub fn within(node: Element, around: &Rc<Self>) -> Rc<Self> {
        Self::new(node, Rc::downgrade(around))
    }

    fn new(node: Element, around: Weak<Self>) -> Rc<Self> {
        Rc::new(Self { node, around, content: RefCell::default(), touched: Cell::default(), damaged: Cell::default() })
    }

    pub fn each(&self, visit: &mut dyn FnMut(Top<'_>)) {
        self.content.borrow().iter().for_each(|it| it.each(visit));
    }

    /// Takes its first content, and puts it at the element's end.
    pub fn begin(&self, content: Content) {
        self.content.replace(content);
        self.each(&mut |it| {
            it.placed.set(true);
            let _ = self.node.insert_before(it.node, None);
        });
        self.touched.take();
    }

    /// Takes something of its content out of the page.
    pub fn remove(&self, old: Mounted) {
        self.touch(Touched::Nodes);
        old.each(&mut |it| {
            self.look(&it);
            it.leave();
        });
    }

    /// Has something of its content put in its place when it is settled, wherever that is by then.
    pub fn displace(&self, content: &Content) {
        self.touch(Touched::Nodes);
        content.iter().for_each(|mounted| {
            mounted.each(&mut |it| {
                self.look(&it);
                it.placed.set(false);
            });
        });
    }

    /// Looks whether a node still is where it was left.
    fn look(&self, it: &Top<'_>) {
        if it.placed.get() && !it.is_in(&self.node) {
            self.damaged.set(true);
        }
    }

    /// Notes what was done.
    pub fn touch(&self, touched: Touched) {
        self.touched.set(touched.max(self.touched.get()));
    }
}

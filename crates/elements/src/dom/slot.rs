//! What is in the page, and putting it back where others took it away.

use super::{Content, attributes::Given, focus::keeping_focus, region::Region, rows::Rows};
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
    around: Weak<Slot>,
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
    /// A text was written.
    Text,
    /// Nodes were made, taken out or are to be moved.
    Nodes,
}

/// One piece of a view in the page.
pub(super) enum Mounted {
    Element(Box<Drawn>),
    Text(DrawnText),
    Region(Rc<Region>),
    Rows(Rc<Rows>),
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
    text: Option<&'a DrawnText>,
}

impl Mounted {
    /// Calls `visit` with every node that stands directly in the slot's element, in order.
    pub fn each(&self, visit: &mut dyn FnMut(Top<'_>)) {
        match self {
            Self::Element(it) => visit(Top { node: &it.slot.node, placed: &it.placed, text: None }),
            Self::Text(it) => visit(Top { node: &it.node, placed: &it.placed, text: Some(it) }),
            Self::List(list) => list.iter().for_each(|it| it.each(visit)),
            Self::Region(region) => region.content.borrow().iter().for_each(|it| it.each(visit)),
            Self::Rows(rows) => rows.each(visit),
        }
    }
}

impl Top<'_> {
    /// Takes it out of the page, wherever it is.
    pub fn leave(&self) {
        if let Some(parent) = self.node.parent_node() {
            let _ = parent.remove_child(self.node);
        }
    }

    fn is_in(&self, element: &Element) -> bool {
        self.node.parent_node().is_some_and(|parent| parent.is_same_node(Some(element)))
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

    fn each(&self, visit: &mut dyn FnMut(Top<'_>)) {
        self.content.borrow().iter().for_each(|it| it.each(visit));
    }

    /// Takes its first content, and puts it at the element's end.
    pub fn begin(&self, content: Content) {
        self.content.replace(content);
        self.each(&mut |it| {
            it.placed.set(true);
            let _ = self.node.append_child(it.node);
        });
        self.touched.take();
    }

    /// Takes something of its content out of the page.
    pub fn remove(&self, old: Mounted) {
        self.touch(Touched::Nodes);
        old.each(&mut |it| {
            if it.placed.get() && !it.is_in(&self.node) {
                self.damaged.set(true);
            }
            it.leave();
        });
    }

    /// Notes what was done.
    pub fn touch(&self, touched: Touched) {
        self.touched.set(touched.max(self.touched.get()));
    }

    /// Puts what is new or to be moved in its place, if anything has changed; and looks whether everything that is ours still
    /// is in the page.
    pub fn settle(&self) {
        let touched = self.touched.take();
        if touched == Touched::Nodes {
            self.place();
        }
        if touched != Touched::Nothing && (self.damaged.take() || !self.node.is_connected()) {
            keeping_focus(|| self.restore());
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
                if !placed && !is_there() && self.node.insert_before(node, next).is_err() {
                    self.damaged.set(true);
                }
                next = Some(node);
            }
        };
        if moves { keeping_focus(insert) } else { insert() }
    }

    /// Makes the element's content exactly what is ours, texts included, and puts the element itself back if it is gone. Of the
    /// container, what others put there stays, unless something of ours is missing.
    pub fn restore(&self) {
        let around = self.around.upgrade();
        if let Some(around) = around.as_ref().filter(|_| !self.node.is_connected()) {
            around.restore();
        }
        if around.is_none() {
            let mut whole = true;
            self.each(&mut |it| whole &= it.is_in(&self.node));
            if whole {
                return;
            }
            self.node.set_text_content(None);
        }
        let mut next = self.node.first_child();
        self.each(&mut |it| {
            if let Some(text) = it.text.filter(|text| text.node.data() != text.data) {
                text.node.set_data(&text.data);
            }
            // Up to the node, if it is here at all, nothing is ours. Each turn removes one.
            while let Some(foreign) =
                next.as_ref().filter(|next| !next.is_same_node(Some(it.node)) && it.is_in(&self.node))
            {
                let after = foreign.next_sibling();
                let _ = self.node.remove_child(foreign);
                next = after;
            }
            match &next {
                Some(here) if here.is_same_node(Some(it.node)) => next = here.next_sibling(),
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

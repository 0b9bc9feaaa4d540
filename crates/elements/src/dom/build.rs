//! From a view to nodes that are not in the page yet.

use super::{
    Content,
    attributes::{From, give},
    document,
    region::Region,
    rows::RowsFrom,
    slot::{Drawn, DrawnText, Mounted, Slot, Touched},
};
use crate::{
    tree::{self, Namespace, Node},
    view::AnyView,
};
use std::{cell::Cell, rc::Rc};

/// Creates all nodes of a view, which will stand in `slot`.
pub(super) fn nodes(view: AnyView, slot: &Rc<Slot>) -> Content {
    list(view.0, slot)
}

pub(super) fn list(nodes: Vec<Node>, slot: &Rc<Slot>) -> Content {
    let mut content = Vec::with_capacity(nodes.len());
    for it in nodes {
        content.push(node(it, slot));
    }
    content
}

pub(super) fn node(node: Node, slot: &Rc<Slot>) -> Mounted {
    slot.touch(Touched::Nodes);
    match node {
        Node::Element(it) => Mounted::Element(Box::new(element(*it, slot))),
        Node::Text(data) => {
            Mounted::Text(DrawnText { node: document().create_text_node(&data), data, placed: Cell::new(false) })
        }
        Node::Live(view) => Mounted::Region(Region::build(view, slot)),
        Node::Rows(rows) => Mounted::Rows(rows.mount(RowsFrom::nothing(slot)).kept()),
        Node::Keyed(key, nodes) => Mounted::Keyed(key, list(nodes, slot)),
        Node::List(nodes) => Mounted::List(list(nodes, slot)),
    }
}

fn element(it: tree::Element, around: &Rc<Slot>) -> Drawn {
    let tree::Element { tag, namespace, attributes, children } = it;
    let node = document()
        .create_element_ns(Some(address(namespace)), tag)
        .unwrap_or_else(|error| wasm_bindgen::throw_val(error));
    let slot = Slot::within(node, around);
    let content = list(children, &slot);
    slot.begin(content);
    // Last, because a list's value is one of its options.
    let given = give(attributes, Vec::new(), From::Nothing, &slot);
    slot.touched.take();
    Drawn { tag, namespace, given, slot, placed: Cell::new(false) }
}

/// The address by which documents name a language.
pub(super) fn address(namespace: Namespace) -> &'static str {
    match namespace {
        Namespace::Html => "http://www.w3.org/1999/xhtml",
        Namespace::Svg => "http://www.w3.org/2000/svg",
        Namespace::MathMl => "http://www.w3.org/1998/Math/MathML",
    }
}

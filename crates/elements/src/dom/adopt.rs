//! Adopting HTML: the same walk as drawing, over nodes that are there already.

use super::{
    Content,
    attributes::{From, give},
    build,
    region::Region,
    rows::RowsFrom,
    slot::{Drawn, DrawnText, Mounted, Slot},
};
use crate::{
    tree::{self, Node},
    view::AnyView,
};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element, Text};

/// The HTML is not what would have been drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mismatch;

pub(super) type Adopted<T> = Result<T, Mismatch>;

/// Adopts what a view is about from `next` on, and leaves there what comes after it.
pub(super) fn nodes(view: AnyView, next: &mut Option<web_sys::Node>, slot: &Rc<Slot>) -> Adopted<Content> {
    list(view.0, next, slot)
}

fn list(nodes: Vec<Node>, next: &mut Option<web_sys::Node>, slot: &Rc<Slot>) -> Adopted<Content> {
    let mut content = Vec::with_capacity(nodes.len());
    for it in nodes {
        content.push(node(it, next, slot)?);
    }
    Ok(content)
}

fn node(node: Node, next: &mut Option<web_sys::Node>, slot: &Rc<Slot>) -> Adopted<Mounted> {
    Ok(match node {
        Node::Element(it) => {
            let found: Element = next.take().and_then(|found| found.dyn_into().ok()).ok_or(Mismatch)?;
            *next = found.next_sibling();
            Mounted::Element(Box::new(element(*it, found, slot)?))
        }
        Node::Text(data) => {
            let found: Text = next.take().and_then(|found| found.dyn_into().ok()).ok_or(Mismatch)?;
            Mounted::Text(text(data, found, next)?)
        }
        Node::Live(view) => Mounted::Region(Region::adopt(view, next, slot)?),
        Node::Rows(rows) => Mounted::Rows(rows.mount(RowsFrom::html(next, slot)).0?),
        Node::Keyed(key, nodes) => Mounted::Keyed(key, list(nodes, next, slot)?),
        Node::List(nodes) => Mounted::List(list(nodes, next, slot)?),
    })
}

/// Texts that stand side by side in a view are one in HTML: it is split where the next begins.
fn text(data: String, found: Text, next: &mut Option<web_sys::Node>) -> Adopted<DrawnText> {
    let whole = found.text_content().unwrap_or_default();
    let rest = whole.strip_prefix(data.as_str()).ok_or(Mismatch)?;
    *next = if rest.is_empty() {
        found.next_sibling()
    } else {
        let units = data.encode_utf16().count() as u32;
        Some(found.split_text(units).map_err(|_| Mismatch)?.into())
    };
    Ok(DrawnText { node: found, data, placed: Cell::new(true) })
}

fn element(it: tree::Element, found: Element, around: &Rc<Slot>) -> Adopted<Drawn> {
    let tree::Element { tag, namespace, attributes, children } = it;
    if found.local_name() != tag || found.namespace_uri().as_deref() != Some(build::address(namespace)) {
        return Err(Mismatch);
    }
    let slot = Slot::within(found, around);
    let mut next = slot.node.first_child();
    let content = list(children, &mut next, &slot)?;
    if next.is_some() {
        return Err(Mismatch);
    }
    slot.content.replace(content);
    let given = give(attributes, Vec::new(), From::Html, &slot);
    Ok(Drawn { tag, namespace, given, slot, placed: Cell::new(true) })
}

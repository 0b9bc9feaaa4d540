//! Drawing a tree into the page, and keeping what in it follows signals at what they say.

use super::dom::document;
use crate::html::{Attribute, El, Event, Live, Node};
use leptos::prelude::{RenderEffect, StoredValue};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, Text};

/// Makes the nodes all that the page's body holds. Effects belong to the present owner, and end with it.
pub fn draw_page(nodes: Vec<Node>) {
    if let Some(body) = document().body() {
        body.set_text_content(None);
        put(nodes, &body, None);
    }
}

fn put(nodes: Vec<Node>, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
    for node in nodes {
        match node {
            Node::El(el) => insert(&element(el), parent, before),
            Node::Text(text) => insert(&document().create_text_node(&text), parent, before),
            Node::LiveText(text) => {
                let drawn = document().create_text_node("");
                insert(&drawn, parent, before);
                keep_text(text, drawn);
            }
            Node::Part(part) => {
                let (start, end) = (document().create_text_node(""), document().create_text_node(""));
                insert(&start, parent, before);
                insert(&end, parent, before);
                keep(Box::new(move || redraw(part(), &start, &end)));
            }
        }
    }
}

pub(super) fn insert(node: &web_sys::Node, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
    let _ = parent.insert_before(node, before);
}

/// Replaces everything between two neighbours.
pub(super) fn redraw(nodes: Vec<Node>, start: &Text, end: &Text) {
    let Some(parent) = end.parent_node() else { return };
    while let Some(old) = start.next_sibling().filter(|next| !next.is_same_node(Some(end))) {
        let _ = parent.remove_child(&old);
    }
    put(nodes, &parent, Some(end));
}

fn element(el: El) -> Element {
    let parts = *el.0;
    let element = document().create_element(parts.tag).unwrap_or_else(|error| wasm_bindgen::throw_val(error));
    for attribute in parts.attributes {
        match attribute {
            Attribute::Fixed(name, value) => {
                let _ = element.set_attribute(name, &value);
            }
            live => give(live, &element),
        }
    }
    put(parts.children, &element, None);
    element
}

/// Gives an element what of an attribute is not in written HTML: that it follows signals, and listens.
pub(super) fn give(attribute: Attribute, element: &Element) {
    let element = element.clone();
    match attribute {
        Attribute::Fixed(..) => {}
        Attribute::Live(name, value) => follow(value, move |value| {
            if element.get_attribute(name) != value {
                let _ = match value {
                    Some(value) => element.set_attribute(name, &value),
                    None => element.remove_attribute(name),
                };
            }
        }),
        Attribute::Property(name, value) => follow(value, move |value| {
            let _ = js_sys::Reflect::set(&element, &name.into(), &value.into());
        }),
        Attribute::On(event, then) => {
            let told = element.clone();
            let listener = Closure::<dyn Fn(JsValue)>::new(move |_| then(happened(&told)));
            let _ = element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            // The browser frees it with the element.
            listener.into_js_value();
        }
    }
}

fn happened(element: &Element) -> Event {
    let property = |name: &str| js_sys::Reflect::get(element, &name.into()).unwrap_or(JsValue::UNDEFINED);
    Event { value: property("value").as_string().unwrap_or_default(), checked: property("checked").is_truthy() }
}

/// Keeps a text node at what signals say.
pub(super) fn keep_text(text: Live<String>, drawn: Text) {
    follow(text, move |text| {
        if drawn.data() != text {
            drawn.set_data(&text);
        }
    });
}

/// Calls `set` with the value now, and again whenever it has changed.
fn follow<T: PartialEq + Clone + 'static>(value: Live<T>, set: impl Fn(T) + 'static) {
    let last = RefCell::new(None);
    keep(Box::new(move || {
        let now = value();
        if last.borrow().as_ref() != Some(&now) {
            last.replace(Some(now.clone()));
            set(now);
        }
    }));
}

/// Runs an effect for as long as the present owner lives.
pub(super) fn keep(effect: Box<dyn Fn()>) {
    StoredValue::new(RenderEffect::new(move |_| effect()));
}

//! Attributes, properties, listeners and references of an element in the page.

use super::{
    following::Following,
    quiet::is_quiet,
    slot::{Slot, Touched},
};
use crate::{
    attribute::PropertyValue,
    ev::Event,
    tree::{Attribute, Live, Tell},
};
use js_sys::Reflect;
use reactive_graph::graph::untrack;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Element;

/// Where an element comes from.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum From {
    /// It was created: nothing is set.
    Nothing,
    /// It was adopted: what is fixed is in the HTML.
    Html,
    /// It is there already, as the old attributes say.
    Drawn,
}

/// What an element was given, kept for as long as it has it.
pub(super) enum Given {
    Fixed(&'static str, String),
    Live(&'static str, #[expect(dead_code, reason = "it follows as long as it is kept")] Following),
    Property(&'static str, PropertyValue),
    LiveProperty(#[expect(dead_code, reason = "it follows as long as it is kept")] Following),
    On(Listener),
    Ref(Reference),
}

/// Gives an element in the page its attributes. Those that it was given before and that have not changed stay untouched.
pub(super) fn give(attributes: Vec<Attribute>, mut old: Vec<Given>, from: From, slot: &Rc<Slot>) -> Vec<Given> {
    let element = &slot.node;
    let mut given = Vec::with_capacity(attributes.len());
    for attribute in attributes {
        given.push(match attribute {
            Attribute::Fixed(name, value) => {
                let same = |it: &Given| matches!(it, Given::Fixed(before, had) if *before == name && *had == value);
                if from != From::Html && !old.iter().any(same) {
                    slot.touch(Touched::Values);
                    let _ = element.set_attribute(name, &value);
                }
                Given::Fixed(name, value)
            }
            Attribute::Live(name, value) => Given::Live(name, follow_attribute(name, value, from, slot)),
            Attribute::Property(name, value) => {
                let same = |it: &Given| matches!(it, Given::Property(before, had) if *before == name && *had == value);
                if !old.iter().any(same) {
                    slot.touch(Touched::Values);
                    set_property(element, name, &value);
                }
                Given::Property(name, value)
            }
            Attribute::LiveProperty(name, value) => Given::LiveProperty(follow_property(name, value, slot)),
            Attribute::On(event, then) => {
                let same = old.iter().position(|it| matches!(it, Given::On(before) if before.event == event));
                match same.map(|at| old.remove(at)) {
                    Some(Given::On(listener)) => {
                        listener.then.replace(then);
                        Given::On(listener)
                    }
                    _ => Given::On(Listener::new(event, then, element)),
                }
            }
            Attribute::Ref(reference) => {
                let same =
                    old.iter().position(|it| matches!(it, Given::Ref(before) if Rc::ptr_eq(&before.tell, &reference)));
                let same = same.map(|at| old.remove(at));
                same.unwrap_or_else(|| Given::Ref(Reference::new(reference, element)))
            }
        });
    }
    let has = |name: &str| given.iter().any(|it| it.attribute() == Some(name));
    for gone in old.iter().filter_map(Given::attribute).filter(|name| !has(name)) {
        slot.touch(Touched::Values);
        let _ = element.remove_attribute(gone);
    }
    given
}

impl Given {
    fn attribute(&self) -> Option<&'static str> {
        match self {
            Self::Fixed(name, _) | Self::Live(name, _) => Some(name),
            _ => None,
        }
    }
}

fn follow_attribute(name: &'static str, value: Live<Option<String>>, from: From, slot: &Rc<Slot>) -> Following {
    let slot = Rc::downgrade(slot);
    follow(value, move |value, is_first| {
        let Some(slot) = slot.upgrade() else { return };
        // What was written or drawn before is there already, most of the time.
        if is_first && (from == From::Nothing && value.is_none() || slot.node.get_attribute(name) == *value) {
            return;
        }
        let _ = match value {
            Some(value) => slot.node.set_attribute(name, value),
            None => slot.node.remove_attribute(name),
        };
        if !is_first {
            slot.recover();
        }
    })
}

fn follow_property(name: &'static str, value: Live<PropertyValue>, slot: &Rc<Slot>) -> Following {
    let slot = Rc::downgrade(slot);
    follow(value, move |value, is_first| {
        let Some(slot) = slot.upgrade() else { return };
        set_property(&slot.node, name, value);
        if !is_first {
            slot.recover();
        }
    })
}

/// Calls `set` with the value now (`true`), and again whenever it has changed.
fn follow<T: PartialEq + 'static>(value: Live<T>, set: impl Fn(&T, bool) + 'static) -> Following {
    let last = RefCell::new(None);
    Following::new(move |_| {
        let now = Some(value.now());
        let mut last = last.borrow_mut();
        if *last != now {
            if let Some(now) = &now {
                set(now, last.is_none());
            }
            *last = now;
        }
    })
}

/// Sets a property, unless it has that value: setting a text again would move the reader's caret.
fn set_property(element: &Element, name: &str, value: &PropertyValue) {
    let value: JsValue = match value {
        PropertyValue::Flag(flag) => (*flag).into(),
        PropertyValue::Text(text) => text.into(),
    };
    let name = name.into();
    if Reflect::get(element, &name).as_ref() != Ok(&value) {
        let _ = Reflect::set(element, &name, &value);
    }
}

/// What a listener calls at present.
type Then = Rc<RefCell<Rc<dyn Fn(Event)>>>;

/// A listener, which goes with this value. What it calls can be exchanged without touching the element.
pub(super) struct Listener {
    event: &'static str,
    then: Then,
    element: Element,
    closure: Closure<dyn Fn(web_sys::Event)>,
}

impl Listener {
    fn new(event: &'static str, then: Rc<dyn Fn(Event)>, element: &Element) -> Self {
        let then = Rc::new(RefCell::new(then));
        let called = then.clone();
        // It takes the element from the event. Did it hold the element, neither could ever be freed.
        let closure = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            if !is_quiet() {
                let then = called.borrow().clone();
                // Whatever it reads, nobody follows: it may have been called from within an effect.
                untrack(|| then(event.into()));
            }
        });
        let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        Self { event, then, element: element.clone(), closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
    }
}

/// A reference that knows its element for as long as this value lives.
pub(super) struct Reference {
    tell: Tell,
    element: Element,
}

impl Reference {
    fn new(tell: Tell, element: &Element) -> Self {
        tell(element, true);
        Self { tell, element: element.clone() }
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        (self.tell)(&self.element, false);
    }
}
